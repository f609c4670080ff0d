import type { TillEntry } from '../../contract/till/books.ts'
import type { Decide } from '../decision.ts'
import { strangeProse } from '../law/names.ts'
import { collectedBy as centsOf, minus, nextEntry, takenBack, withEntry } from './books.ts'
import { collectedBy, entryBy, paymentOf } from './collecting.ts'
import { actingToday } from './deed.ts'
import { whoseAct } from '../queue/sheet.ts'
import { keepNote } from './notes.ts'
import { issueCancellation, payerBefore } from './papers.ts'
import type { Till } from './state.ts'

type NotCorrected =
  | 'unknownEntry'
  | 'notCorrectable'
  | 'alreadyCorrected'
  | 'alreadyRemitted'
  | 'notEnoughCash'

/** The entry to take back, or why it can't be. */
export function correctable(till: Till, number: number): TillEntry | { readonly refusal: NotCorrected } {
  if (number > till.last.number) return { refusal: 'unknownEntry' }
  if (number <= till.remittedTo) return { refusal: 'alreadyRemitted' }
  const first = till.entries.get(number)
  if (first === undefined) return { refusal: 'unknownEntry' }
  if (first.kind !== 'payment' && first.kind !== 'stamp') return { refusal: 'notCorrectable' }
  if (till.corrected.has(number)) return { refusal: 'alreadyCorrected' }
  // What is given back in cash must be there: a count may have found less.
  return till.held.cash < first.moves.cash ? { refusal: 'notEnoughCash' } : first
}

/**
 * Nothing is edited: an entry that takes back the first, whole, and another that says what was right (BOI-TVA-DECLA-30-10-30,
 * « inaltérabilité »: corrections by + and − alone).
 */
export const correct: Decide<'till.correct'> = (office, { request, number, reason, instead }, context) => {
  const acting = actingToday(office, context)
  if ('refusal' in acting) return acting
  const { till } = acting
  const first = correctable(till, number)
  if ('refusal' in first) return first
  // The paper that cancels the first prints it.
  const said = strangeProse([reason])
  if (said) return said
  const note = keepNote({ reason }, context)
  const reversal = nextEntry(till, {
    ...entryBy(acting),
    kind: 'reversal',
    lines: first.lines.map((line) => ({
      ...line,
      quantity: minus(line.quantity),
      cents: minus(line.cents),
    })),
    means: first.means,
    moves: takenBack(first.moves),
    cheques: minus(first.cheques),
    of: first.number,
    stamp: first.stamp,
    ...note.kept,
  })
  const theirs = payerBefore(till, number, whoseAct(office, { request }, context), context)
  const cancelled = issueCancellation(office, context, acting, reversal, reason, theirs.of)
  if ('refusal' in cancelled) return cancelled
  const after = { ...acting, till: withEntry(till, reversal) }
  const back = { number: reversal.number, back: centsOf(first), cancellation: cancelled.document }
  const taken = [{ type: 'tillEntered' as const, data: reversal }, ...cancelled.events]
  if (instead === undefined)
    return {
      events: taken,
      personal: [...note.personal, ...cancelled.personal],
      jobs: cancelled.jobs,
      output: { ...back, instead: null },
    }
  const paid = paymentOf(after, instead, first.number, context)
  if ('refusal' in paid) return paid
  // The number of the cancellation is taken: what comes next in the series is chained to it.
  const issued = collectedBy(cancelled.office, after, paid.entry, instead, theirs, context)
  if ('refusal' in issued) return issued
  return {
    events: [...taken, { type: 'tillEntered', data: paid.entry }, ...issued.events],
    personal: [...note.personal, ...cancelled.personal, ...paid.personal, ...issued.personal],
    jobs: [...cancelled.jobs, ...issued.jobs],
    output: { ...back, instead: issued.output },
  }
}
