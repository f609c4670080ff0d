import type { CompiledQuery } from 'kysely'
import type { EventData } from '../../../shared/contract/events.ts'
import type { VisitState } from '../../schema.ts'
import { template, type Compiler } from '../compile.ts'
import { nowOf } from './day.ts'

type TicketRow = {
  readonly office: string
  readonly ticket: string
  readonly at: number
  readonly number: string
  readonly code: string
  readonly service: string
  readonly procedure: string | null
  readonly channel: string
  readonly priority: string | null
  readonly p50: number | null
  readonly p90: number | null
  readonly sure: number | null
  readonly arrangement: number
  readonly appointment: number
  readonly requests: number
}
const takenRow = template<TicketRow>((sql, slots) =>
  sql
    .insertInto('visits_day')
    .values({
      office_id: slots.office,
      ticket_id: slots.ticket,
      number: slots.number,
      code: slots.code,
      service_id: slots.service,
      procedure_id: slots.procedure,
      taken_at: slots.at,
      state: 'waiting',
      channel: slots.channel,
      priority: slots.priority,
      announced_p50: slots.p50,
      announced_p90: slots.p90,
      sure: slots.sure,
      arrangement: slots.arrangement,
      appointment: slots.appointment,
      requests: slots.requests,
    })
    .onConflict((on) => on.doNothing()),
)

/** Someone takes a ticket: which arrangement they need, and which ground gives a priority, isn't said. */
export function ticketTakenRow(
  sql: Compiler,
  office: string,
  at: number,
  data: EventData<'ticketTaken'>,
): CompiledQuery {
  const { ticketId: ticket, number, serviceId: service, procedureId: procedure } = data
  const { channel, priority, announced, arrangements, appointmentId, requests, code } = data
  return takenRow(sql, {
    office,
    ticket,
    at,
    number,
    code,
    service,
    procedure,
    channel,
    priority,
    p50: announced?.p50 ?? null,
    p90: announced?.p90 ?? null,
    sure: announced?.sure ?? null,
    arrangement: arrangements.length > 0 ? 1 : 0,
    appointment: appointmentId === null ? 0 : 1,
    requests,
  })
}

/**
 * Given by a kiosk without its host: there since the hour when it was taken. Who joins after their day was not received,
 * by the service's doing.
 */
export function ticketJoinedRows(
  sql: Compiler,
  office: string,
  data: EventData<'ticketJoined'>,
): CompiledQuery[] {
  const { ticketId: ticket, number, serviceId: service, procedureId: procedure, code, takenAt: at } = data
  const plain = {
    priority: null,
    p50: null,
    p90: null,
    sure: null,
    arrangement: 0,
    appointment: 0,
    requests: 1,
  }
  const row = { office, ticket, at, number, code, service, procedure, channel: 'kiosk', ...plain }
  return [takenRow(sql, row), ...(data.missed ? [missed(sql, { office, ticket })] : [])]
}

type Entered = {
  readonly office: string
  readonly ticket: string
  readonly number: string
  readonly service: string
  readonly procedure: string | null
  readonly arrived: number
  readonly started: number | null
  readonly ended: number | null
  readonly outcome: string | null
  readonly state: VisitState
  readonly fault: string | null
}
const enteredRow = template<Entered>((sql, slots) =>
  sql
    .insertInto('visits_day')
    .values({
      office_id: slots.office,
      ticket_id: slots.ticket,
      number: slots.number,
      service_id: slots.service,
      procedure_id: slots.procedure,
      taken_at: slots.arrived,
      // By hand nobody writes when they call: the wait ends with the beginning of the visit.
      called_at: slots.started,
      first_called_at: slots.started,
      started_at: slots.started,
      ended_at: slots.ended,
      outcome: slots.outcome,
      state: slots.state,
      fault: slots.fault,
      by_hand: 1,
    })
    .onConflict((on) => on.doNothing()),
)

/** Done by hand in a failure; who was not received then, was not by the service's doing. */
export function entered(sql: Compiler, office: string, data: EventData<'ticketEntered'>): CompiledQuery {
  const { ticketId: ticket, number, serviceId: service, procedureId: procedure, outcome } = data
  const times = { arrived: data.arrivedAt, started: data.startedAt, ended: data.endedAt }
  const end =
    outcome === null
      ? ({ state: 'unserved', fault: 'service' } as const)
      : ({ state: 'closed', fault: null } as const)
  return enteredRow(sql, { office, ticket, number, service, procedure, ...times, outcome, ...end })
}

type OfTicket = { readonly office: string; readonly ticket: string }

const ticketOf = (sql: Compiler, { office, ticket }: OfTicket) =>
  nowOf(sql, office).where('ticket_id', '=', ticket)

const missed = template<OfTicket>((sql, slots) =>
  ticketOf(sql, slots).set({ state: 'unserved', fault: 'service' }).where('state', '=', 'waiting'),
)

const prioritised = template<OfTicket & { readonly priority: string }>((sql, slots) =>
  ticketOf(sql, slots).set({ priority: slots.priority }),
)

/** Withdrawn after the call, the person waits again. */
const withdrawn = template<OfTicket>((sql, slots) =>
  ticketOf(sql, slots).set((eb) => ({
    priority: null,
    counter_id: eb.case().when('state', '=', 'called').then(null).else(eb.ref('counter_id')).end(),
    state: eb.case().when('state', '=', 'called').then<VisitState>('waiting').else(eb.ref('state')).end(),
  })),
)

/** A priority given, changed or withdrawn. */
export const prioritySet = (
  sql: Compiler,
  office: string,
  { ticketId: ticket, priority }: EventData<'prioritySet'>,
): CompiledQuery =>
  priority === null ? withdrawn(sql, { office, ticket }) : prioritised(sql, { office, ticket, priority })

/** A new paper: the one that was lost opens nothing any more. */
export const replaced = template<OfTicket & { readonly code: string }>((sql, slots) =>
  ticketOf(sql, slots).set({ code: slots.code }),
)

/** One more request in the same visit. */
export const requested = template<OfTicket>((sql, slots) =>
  ticketOf(sql, slots).set((eb) => ({ requests: eb('requests', '+', eb.lit(1)) })),
)
