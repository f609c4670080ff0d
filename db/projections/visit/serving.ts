import type { ExpressionBuilder } from 'kysely'
import type { Schema } from '../../schema.ts'
import { template, type Compiler } from '../compile.ts'
import { nowOf } from './day.ts'

/** A visit's place, and when it changed. */
export type OfTicket = { readonly office: string; readonly ticket: string; readonly at: number }
type AtCounter = OfTicket & { readonly visit: string; readonly counter: string }
type Columns = ExpressionBuilder<Schema, 'visits_day'>

const visits = (sql: Compiler, { office, ticket }: OfTicket) =>
  nowOf(sql, office).where('ticket_id', '=', ticket)

/** Milliseconds from what began then, if it did, to this instant. */
const since = (eb: Columns, began: 'parked_at' | 'interrupted_at', at: number) =>
  eb.fn.coalesce(eb(eb.val(at), '-', eb.ref(began)), eb.lit(0))

/** The person is at the counter again: the time away is over. */
const notAway = (eb: Columns, at: number) => ({
  away_ms: eb('away_ms', '+', since(eb, 'parked_at', at)),
  parked_at: null,
})

/** The person has left the counter: an interruption goes on without them. */
const notInterrupted = (eb: Columns, at: number) => ({
  interrupted_ms: eb('interrupted_ms', '+', since(eb, 'interrupted_at', at)),
  interrupted_at: null,
})

export const called = template<AtCounter>((sql, slots) =>
  visits(sql, slots).set((eb) => ({
    visit_id: slots.visit,
    counter_id: slots.counter,
    called_at: slots.at,
    first_called_at: eb.fn.coalesce('first_called_at', eb.val(slots.at)),
    // Who was parked goes on with the visit that had begun.
    started_at: eb.case().when('parked_at', 'is', null).then(null).else(eb.ref('started_at')).end(),
    ended_at: null,
    absent_at: null,
    state: 'called',
  })),
)

export const started = template<AtCounter>((sql, slots) =>
  visits(sql, slots).set((eb) => ({
    visit_id: slots.visit,
    counter_id: slots.counter,
    started_at: eb.fn.coalesce('started_at', eb.val(slots.at)),
    state: 'serving',
    ...notAway(eb, slots.at),
  })),
)

export const absent = template<OfTicket>((sql, slots) =>
  visits(sql, slots).set({ absent_at: slots.at, ended_at: slots.at, state: 'absent' }),
)

/** Absent or parked, and back in the line. */
export const returned = template<OfTicket>((sql, slots) =>
  visits(sql, slots).set({ counter_id: null, ended_at: null, absent_at: null, state: 'waiting' }),
)

export const parked = template<OfTicket>((sql, slots) =>
  visits(sql, slots).set((eb) => ({
    parked_at: slots.at,
    state: 'parked',
    ...notInterrupted(eb, slots.at),
  })),
)

export const resumed = template<AtCounter>((sql, slots) =>
  visits(sql, slots).set((eb) => ({
    visit_id: slots.visit,
    counter_id: slots.counter,
    state: 'serving',
    ...notAway(eb, slots.at),
  })),
)

/** Elsewhere with the same number: the visit begins again there, the wait measured stays that of the first call. */
export const transferred = template<OfTicket & { readonly service: string }>((sql, slots) =>
  visits(sql, slots).set((eb) => ({
    service_id: slots.service,
    // What is asked there is said there.
    procedure_id: eb
      .case()
      .when('service_id', '=', slots.service)
      .then(eb.ref('procedure_id'))
      .else(null)
      .end(),
    counter_id: null,
    started_at: null,
    parked_at: null,
    state: 'waiting',
    ...notInterrupted(eb, slots.at),
  })),
)

/** Gone before the call, or not received. */
export const gone = template<
  OfTicket & {
    readonly state: 'left' | 'unserved'
    readonly fault: string
    readonly how: string | null
  }
>((sql, slots) =>
  visits(sql, slots).set({
    ended_at: slots.at,
    state: slots.state,
    fault: slots.fault,
    how: slots.how,
  }),
)

export const closed = template<
  OfTicket & {
    readonly outcome: string
    readonly procedure: string | null
    readonly fault: string | null
  }
>((sql, slots) =>
  visits(sql, slots).set((eb) => ({
    ended_at: slots.at,
    state: 'closed',
    outcome: slots.outcome,
    procedure_id: slots.procedure,
    fault: slots.fault,
    ...notInterrupted(eb, slots.at),
  })),
)

type Counter = { readonly office: string; readonly counter: string; readonly at: number }

/** A telephone call or a colleague: of the visit under way at this counter, if there is one. */
export const interrupted = template<Counter>((sql, { office, counter, at }) =>
  nowOf(sql, office)
    .set({ interrupted_at: at })
    .where('counter_id', '=', counter)
    .where('state', '=', 'serving')
    .where('interrupted_at', 'is', null),
)

export const undisturbed = template<Counter>((sql, { office, counter, at }) =>
  nowOf(sql, office)
    .set((eb) => notInterrupted(eb, at))
    .where('counter_id', '=', counter)
    .where('interrupted_at', 'is not', null),
)
