import type { Batch, Journal } from '../../../db/journal/port.ts'
import type { Instant, TicketId } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand, type Input } from '../../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'

/**
 * What is answered to a kiosk's paper that the office has already and its state no longer: a paper joins once, whatever the
 * command's id, and takes neither the id, the number nor the code of somebody of a day that is over.
 * @param pending what the acts before it in the group have decided
 * @returns null where the decision is the domain's
 */
export async function joinedBefore(
  journal: Pick<Journal, 'visits'>,
  office: Office,
  { name, input, now }: { readonly name: DomainCommand; readonly input: unknown; readonly now: Instant },
  pending: Pick<Batch, 'events'>,
): Promise<Answer | null> {
  if (!commandOf(name).names?.includes('kioskPaper')) return null
  const { ticketId, number, code, takenAt: said } = input as Input<'ticket.join'>
  if (office.tickets.has(ticketId)) return null
  const zone = zoneOf(office)
  const date = dateIn(zone, Math.min(said, now) as Instant)
  const decided = pending.events.flatMap(({ event }) => (event.type === 'ticketJoined' ? [event.data] : []))
  const ticket =
    decided.find((one) => one.ticketId === ticketId) ?? (await journal.visits.one(ticketId)) ?? null
  if (ticket !== null)
    return ticket.number === number
      ? { text: JSON.stringify({ ticketId, number, takenAt: ticket.takenAt, received: 'missed' }) }
      : { code: 'numberUsed' }
  const period = { from: instantOf(zone, date, 0), to: instantOf(zone, date, 1440) }
  const other: { readonly ticketId: TicketId } | undefined =
    decided.find((one) => one.number === number && dateIn(zone, one.takenAt) === date) ??
    (await journal.visits.byNumber(number, period))
  if (other !== undefined) return { code: 'numberUsed' }
  // A person's passage is found by its code, years after: no paper takes that of another one.
  const sameCode =
    decided.some((one) => one.code === code) || (await journal.visits.byCode(code)) !== undefined
  return sameCode ? { code: 'codeUsed' } : null
}
