import type { Decide, Evolve } from '../decision.ts'
import { giveTicket } from './tickets.ts'

/** An agent takes a ticket for someone. */
export const takeAtReception: Decide<'reception.take'> = (office, input, context) =>
  giveTicket(office, { ...input, channel: 'reception' }, context)

/** Information given at the entrance or by telephone: one key, one count, nothing about anyone. */
export const inform: Decide<'reception.inform'> = (office, { kind }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const what = kind ?? 'information'
  return { events: [{ type: 'informed', data: { kind: what } }], output: { today: office.counts[what] + 1 } }
}

/** How many people reception answered without a ticket, by kind. */
export const evolveReception: Evolve = (office, { event }) => {
  if (event.type !== 'informed') return undefined
  const { kind } = event.data
  return { ...office, counts: { ...office.counts, [kind]: office.counts[kind] + 1 } }
}
