import type { ProductId } from '../../shared/contract/till/books.ts'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { pieceKeys } from '../ui/pieceKeys.ts'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import type { TillView } from './acts.ts'
import style from './Products.module.css'

const words = tillPage.products

/** What the deed lets the till collect, each with its letter and today's tariff; without one, nothing can be asked. */
export const Products = ({
  view,
  isDisabled,
  onAdd,
}: {
  readonly view: Pick<TillView, 'products'>
  readonly isDisabled: boolean
  readonly onAdd: (productId: ProductId) => void
}) => (
  <Group title={words.title}>
    <ul role="list" className={style.list}>
      {view.products.map(({ productId, title, by, tariff, toConfirm, article }, at) => (
        <li key={productId}>
          <Button
            wide
            keyCap={pieceKeys[at]?.label}
            isDisabled={isDisabled || tariff === null}
            onPress={() => onAdd(productId)}
          >
            <span className={style.title}>{title}</span>
            <span className={style.price}>
              {tariff === null
                ? words.noTariff
                : by === 'stamp'
                  ? words.stamp(tariff.cents)
                  : euros(tariff.cents)}
            </span>
            <small className={style.text}>
              {[article, ...(toConfirm ? [tillPage.toConfirm] : [])].join(' · ')}
            </small>
          </Button>
        </li>
      ))}
    </ul>
    <p className={lettering.note}>{words.help}</p>
  </Group>
)
