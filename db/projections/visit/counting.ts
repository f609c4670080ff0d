import { template, type Compiler } from '../compile.ts'
import { life } from './day.ts'

type OfTicket = {
  readonly office: string
  readonly seq: number
  readonly ticket: string
  readonly at: number
}

/** What an act may count, of a call and of a request ended. */
const noCount = { code: null, overtaken: null, outcome: null }
type Count = {
  readonly code: string | null
  readonly overtaken: number | null
  readonly outcome: string | null
}

/**
 * The line of an act of the day: the visit as it was before the event `seq`, and what the act counts. The parameters are cast:
 * PostgreSQL takes an untyped one of a selection for text.
 */
const ofAct = template<OfTicket & Count>((sql, slots) =>
  sql
    .insertInto('acts_day')
    .columns(['office_id', 'ticket_id', ...life, 'seq', 'at', 'code', 'overtaken', 'ended'])
    .expression((eb) =>
      eb
        .selectFrom('visits_day')
        .select((one) => [
          'office_id',
          'ticket_id',
          ...life,
          one.cast<number>(one.val(slots.seq), 'bigint').as('seq'),
          one.cast<number>(one.val(slots.at), 'bigint').as('at'),
          one.cast<string | null>(one.val(slots.code), 'text').as('code'),
          one.cast<number | null>(one.val(slots.overtaken), 'bigint').as('overtaken'),
          one.cast<string | null>(one.val(slots.outcome), 'text').as('ended'),
        ])
        .where('office_id', '=', slots.office)
        .where('ticket_id', '=', slots.ticket),
    ),
)

/** Keeps the visit as it was before the event `seq`. */
export const remembered = (sql: Compiler, act: OfTicket) => ofAct(sql, { ...act, ...noCount })

/** The same of a call, counted for the service that the person then waits for. */
export const callCounted = (
  sql: Compiler,
  act: OfTicket & { readonly code: string; readonly overtaken: number },
) => ofAct(sql, { ...act, outcome: null })

/** The same of a visit that ends. */
export const endCounted = (sql: Compiler, act: OfTicket & { readonly outcome: string }) =>
  ofAct(sql, { ...act, code: null, overtaken: null })

/** One request ended, by what is not taken back. */
export const endingCounted = template<OfTicket & { readonly outcome: string }>((sql, slots) =>
  sql.insertInto('acts_day').values({
    office_id: slots.office,
    seq: slots.seq,
    ticket_id: slots.ticket,
    at: slots.at,
    ended: slots.outcome,
  }),
)
