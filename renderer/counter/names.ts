import type { ProcedureId, ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { WaitingTicket } from '../../shared/contract/queue/rows.ts'
import type { CallReason } from '../../shared/contract/queue/reasons.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import type { CounterView } from './acts.ts'
import { normalForm } from '../../shared/contract/letters.ts'

type Office = Output<'office.view'>

/** What someone waits for, in the shortest words known: the procedure, else the service. */
export function motiveOf(
  ticket: { readonly serviceId: ServiceId; readonly procedureId: ProcedureId | null },
  view: CounterView,
  office: Office | undefined,
): string {
  const procedure = view.procedures.find(({ procedureId }) => procedureId === ticket.procedureId)
  // « Autre démarche » says less than the service's own name.
  if (procedure && procedure.procedureId !== 'autre') return procedure.title.fr
  const service = [...(view.counter?.services ?? []), ...(office?.services ?? [])].find(
    ({ serviceId }) => serviceId === ticket.serviceId,
  )
  return service?.name.fr ?? ticket.serviceId
}

/** Why this person is called, in a sentence. */
export const reasonSaid = ({ code }: CallReason): string => counterWords.line.reasons[code]

/** What is known of a turn before the call, besides its wait and its priority. */
export function ticketSays(ticket: WaitingTicket, zone: string): readonly string[] {
  const words = counterWords.line
  const { appointmentAt, purpose, requests, returned, unsentNotice } = ticket
  return [
    ...(appointmentAt === null ? [] : [words.appointment(hour(appointmentAt, zone))]),
    ...(purpose === 'collection' ? [words.collection] : []),
    ...(requests > 1 ? [words.requests(requests)] : []),
    ...(returned ? [words.returned] : []),
    ...(unsentNotice === null ? [] : [words.unsentNotice]),
  ]
}

/** Whole years and months between a day (`2023-11-03`) and an instant. */
export function yearsAndMonths(
  day: string,
  until: number,
): { readonly years: number; readonly months: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const end = new Date(until)
  let months = (end.getUTCFullYear() - year) * 12 + (end.getUTCMonth() + 1 - month)
  if (end.getUTCDate() < date) months -= 1
  return { years: Math.floor(Math.max(0, months) / 12), months: Math.max(0, months) % 12 }
}

/** Without accents, case nor typographic signs, to be searched. */
export const bare = (text: string): string =>
  normalForm('NFD', text.toLowerCase().replaceAll('œ', 'oe'))
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Titles that have every word typed, those that begin with it first; all of them when nothing is typed. */
export function titlesWith<T extends { readonly title: { readonly fr: string } }>(
  all: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = bare(typed).split(' ').filter(Boolean)
  if (wanted.length === 0) return all
  const begins = (one: T) => bare(one.title.fr).startsWith(wanted.join(' '))
  return all
    .filter(({ title }) => {
      const words = bare(title.fr).split(' ')
      return wanted.every((part) => words.some((word) => word.startsWith(part)))
    })
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
}
