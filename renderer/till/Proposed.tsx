import type { ProductId } from '../../shared/contract/till/books.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { Button } from '../ui/Button.tsx'
import type { Done, Paid, TillView } from './acts.ts'

type Products = TillView['products']

/** With what was just paid, or recorded as a stamp; what replaces an entry is of whom that entry was, whoever is received. */
export function withPaid(paid: readonly Paid[], done: Done): readonly Paid[] {
  if (done.is !== 'paid' && done.is !== 'stamped') return paid
  const { number, products, corrects } = done
  const received =
    corrects === null ? done.received : paid.find((entry) => entry.number === corrects)?.received
  return received == null ? paid : [...paid, { number, products, received }]
}

/**
 * What is proposed to the person being received, at today's tariff, but for what their request has paid and that no entry
 * took back: it would be paid twice.
 */
export const proposedNow = (
  { products, proposed, received, lines }: Pick<TillView, 'products' | 'proposed' | 'received' | 'lines'>,
  paid: readonly Paid[],
): Products => {
  const takenBack = lines.flatMap(({ number, correctedBy }) => (correctedBy === null ? [] : [number]))
  const theirs = paid.filter((entry) => entry.received === received && !takenBack.includes(entry.number))
  return products.filter(
    ({ productId, tariff }) =>
      tariff !== null &&
      proposed.includes(productId) &&
      !theirs.some((entry) => entry.products.includes(productId)),
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
