import { useState } from 'react'
import type { Product } from '../../../shared/contract/till/calls.ts'
import type { ProductId } from '../../../shared/contract/till/books.ts'
import { euros } from '../../../shared/messages/format/numbers.ts'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { ProductForm } from './ProductForm.tsx'
import style from './TillSettings.module.css'

/** What the deed lists, each with its text and its tariffs by date. */
export function Products({
  products,
  wrong,
  onChange,
}: {
  readonly products: readonly Product[]
  readonly wrong: string | undefined
  readonly onChange: (products: readonly Product[]) => void
}) {
  const [edited, setEdited] = useState<ProductId | 'new' | null>(null)
  const taken = new Set<string>(products.map(({ productId }) => productId))
  const form = (product: Product | null) => (
    <ProductForm
      key={product?.productId ?? 'new'}
      product={product}
      taken={taken}
      onCancel={() => setEdited(null)}
      onKeep={(kept) => {
        setEdited(null)
        onChange(
          product === null
            ? [...products, kept]
            : products.map((each) => (each.productId === kept.productId ? kept : each)),
        )
      }}
    />
  )
  return (
    <Group title={words.products} className={style.section}>
      {products.length === 0 && <p className={style.help}>{words.productNone}</p>}
      {wrong !== undefined && products.length === 0 && <p className={lettering.wrong}>{wrong}</p>}
      <Rows label={words.products}>
        {products.map((product) =>
          edited === product.productId ? (
            <li key={product.productId}>{form(product)}</li>
          ) : (
            <Row key={product.productId} wraps>
              <About least={240}>
                <span className={lettering.strong}>{product.title}</span>
                <br />
                <span className={style.help}>
                  <Prose>
                    {[
                      product.article,
                      product.source,
                      words.byWords[product.by],
                      ...(product.toConfirm ? [words.toConfirm] : []),
                    ].join(' · ')}
                  </Prose>
                </span>
                {product.tariffs.map(({ cents, from, to }) => (
                  <span key={from} className={style.tariffSaid}>
                    {euros(cents)} {to === null ? words.since(from) : words.during(from, to)}
                  </span>
                ))}
              </About>
              <Acts as="span" room="around">
                <Button
                  size="dense"
                  aria-label={words.editFor(product.title)}
                  onPress={() => setEdited(product.productId)}
                >
                  {words.edit}
                </Button>
                <Button
                  kind="quiet"
                  size="dense"
                  aria-label={words.removeFor(product.title)}
                  onPress={() => onChange(products.filter((each) => each !== product))}
                >
                  {words.remove}
                </Button>
              </Acts>
            </Row>
          ),
        )}
      </Rows>
      {edited === 'new' ? (
        form(null)
      ) : (
        <Acts room="around">
          <Button onPress={() => setEdited('new')}>{words.productAdd}</Button>
        </Acts>
      )}
    </Group>
  )
}
