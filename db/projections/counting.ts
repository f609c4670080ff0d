import { template } from './compile.ts'

type OfTicket = {
  readonly office: string
  readonly seq: number
  readonly ticket: string
  readonly at: number
}

/**
 * One call counted for the service that the person then waits for. The parameters are cast: PostgreSQL takes an
 * untyped one of a selection for text.
 */
export const callCounted = template<OfTicket & { readonly code: string; readonly overtaken: number }>(
  (sql, slots) =>
    sql
      .insertInto('calls')
      .columns(['office_id', 'ticket_id', 'service_id', 'seq', 'at', 'code', 'overtaken'])
      .expression((eb) =>
        eb
          .selectFrom('visits')
          .select((one) => [
            'office_id',
            'ticket_id',
            'service_id',
            one.cast<number>(one.val(slots.seq), 'bigint').as('seq'),
            one.cast<number>(one.val(slots.at), 'bigint').as('at'),
            one.cast<string>(one.val(slots.code), 'text').as('code'),
            one.cast<number>(one.val(slots.overtaken), 'bigint').as('overtaken'),
          ])
          .where('office_id', '=', slots.office)
          .where('ticket_id', '=', slots.ticket),
      ),
)

/** One request ended. */
export const endingCounted = template<OfTicket & { readonly outcome: string }>((sql, slots) =>
  sql.insertInto('endings').values({
    office_id: slots.office,
    seq: slots.seq,
    ticket_id: slots.ticket,
    at: slots.at,
    outcome: slots.outcome,
  }),
)
