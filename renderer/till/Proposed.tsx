import type { ProductId } from '../../shared/contract/till/books.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { Button } from '../ui/Button.tsx'
import type { Done, TillView } from './acts.ts'

type Products = TillView['products']

/**
 * What is proposed to the person being received, at today's tariff; under a payment that they just made, not
 * what it paid: it would be paid twice.
 */
export const proposedNow = ({ products, proposed, received }: TillView, done: Done | null): Products => {
  const paid = done?.is === 'paid' && done.received === received ? done.products : []
  return products.filter(
    ({ productId, tariff }) => tariff !== null && proposed.includes(productId) && !paid.includes(productId),
  )
}

/** The products proposed, the first by its key. */
export const Proposed = ({
  products,
  onAdd,
}: {
  readonly products: Products
  readonly onAdd: (productId: ProductId) => void
}) =>
  products.map(({ productId, title, tariff }, at) => (
    <Button key={productId} wide keyCap={at === 0 ? 'P' : undefined} onPress={() => onAdd(productId)}>
      {tillPage.pay.proposed(title, tariff?.cents ?? 0)}
    </Button>
  ))
