import type { TillClosing, TillEntry } from '../../contract/till/books.ts'
import { tillMeans } from '../../contract/till/books.ts'
import { canonicalJson } from '../../contract/canonical.ts'
import { bookHash, collectedBy, minus, nextClosing, sumMeans, takenBack, withEntry } from './books.ts'
import type { Till } from './state.ts'

/** What can be wrong with an entry or a closing of the till; each has its sentence in `shared/messages/till/till.fr.ts`. */
export type BookFault =
  | 'number'
  | 'chain'
  | 'hash'
  | 'amounts'
  | 'stock'
  | 'correction'
  | 'stamp'
  | 'totals'
  | 'session'
  | 'table'
  | 'quittance'
  | 'note'

/**
 * Whether an entry can come after these books: its place, its links, its arithmetic, and what it does to what is held.
 * It reads what was written, and trusts none of it.
 */
export function entryFault(till: Till, entry: TillEntry): BookFault | null {
  if (entry.number !== till.last.number + 1) return 'number'
  if (entry.previous !== till.last.hash) return 'chain'
  if (bookHash(entry) !== entry.hash) return 'hash'
  if (till.session === null || entry.date !== till.session.date) return 'session'
  if (entry.kind === 'reversal') {
    const fault = reversalFault(till, entry)
    if (fault !== null) return fault
  } else if (!adds(entry)) return 'amounts'
  if (entry.kind === 'stamp' && (entry.stamp === null || till.stamps.has(entry.stamp))) return 'stamp'
  const after = withEntry(till, entry)
  return tillMeans.some((means) => after.held[means] < 0) || after.cheques < 0 || after.float < 0
    ? 'stock'
    : null
}

/** Taken back once, whole, and not after it was remitted. */
function reversalFault(till: Till, entry: TillEntry): BookFault | null {
  const first = entry.of === null ? undefined : till.entries.get(entry.of)
  if (first === undefined || first.number <= till.remittedTo || till.corrected.has(first.number))
    return 'correction'
  if (first.kind !== 'payment' && first.kind !== 'stamp') return 'correction'
  const lines = first.lines.map((line) => ({
    ...line,
    quantity: minus(line.quantity),
    cents: minus(line.cents),
  }))
  const whole =
    canonicalJson([entry.lines, entry.moves, entry.cheques, entry.means, entry.stamp]) ===
    canonicalJson([lines, takenBack(first.moves), minus(first.cheques), first.means, first.stamp])
  return whole ? null : 'amounts'
}

/** The lines make the sum, and the sum moves by one means alone; what is given less what is given back is what is due. */
function adds(entry: TillEntry): boolean {
  const { kind, lines, means, moves, cheques, given, change } = entry
  const priced = lines.every(
    ({ quantity, unitCents, cents, exemptionId }) =>
      cents === (kind === 'stamp' || exemptionId !== null ? 0 : quantity * unitCents),
  )
  const due = collectedBy(entry)
  const moved = sumMeans(moves)
  if (!priced || given - change !== (means === 'cash' ? due : 0)) return false
  switch (kind) {
    case 'payment':
      return (
        moved === due &&
        (means === null ? due === 0 : moves[means] === due && due > 0) &&
        cheques === (means === 'cheque' ? 1 : 0)
      )
    case 'stamp':
      return moved === 0 && lines.length === 1
    case 'float':
    case 'gap':
      return moves.cash === moved && moved !== 0 && lines.length === 0
    case 'remittance':
      return moved < 0 && tillMeans.every((one) => moves[one] <= 0) && lines.length === 0
    case 'reversal':
      return true
  }
}

/** Whether a closing says what the entries add up to, and follows the one before. */
export function closingFault(till: Till, closing: TillClosing): BookFault | null {
  if (closing.number !== till.lastClosing.number + 1) return 'number'
  if (closing.previous !== till.lastClosing.hash) return 'chain'
  if (bookHash(closing) !== closing.hash) return 'hash'
  const { kind, period, at, school } = closing
  if (kind === 'day' && till.session?.date !== period) return 'session'
  const of = kind === 'day' ? till.today : (kind === 'month' ? till.months : till.years).get(period)
  if (of === undefined) return 'totals'
  return nextClosing(till, { kind, period, at, school }, of).hash === closing.hash ? null : 'totals'
}
