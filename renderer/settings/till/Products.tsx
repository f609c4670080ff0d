import type { Product } from '../../../shared/contract/till/deed.ts'
import { euros } from '../../../shared/messages/format/numbers.ts'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { DeedLines } from './DeedLines.tsx'
import { ProductForm } from './ProductForm.tsx'
import style from './TillSettings.module.css'

/** What the deed lists, each with its text and its tariffs by date. */
export const Products = ({
  products,
  wrong,
  onChange,
}: {
  readonly products: readonly Product[]
  readonly wrong: string | undefined
  readonly onChange: (products: readonly Product[]) => void
}) => (
  <DeedLines
    title={words.products}
    none={words.productNone}
    add={words.productAdd}
    wrong={wrong}
    lines={products}
    idOf={({ productId }) => productId}
    about={({ article, source, by, toConfirm }) => [
      article,
      source,
      words.byWords[by],
      ...(toConfirm ? [words.toConfirm] : []),
    ]}
    beneath={({ tariffs }) =>
      tariffs.map(({ cents, from, to }) => (
        <span key={from} className={style.tariffSaid}>
          {euros(cents)} {to === null ? words.since(from) : words.during(from, to)}
        </span>
      ))
    }
    form={(product, acts) => <ProductForm key={product?.productId ?? 'new'} product={product} {...acts} />}
    onChange={onChange}
  />
)
