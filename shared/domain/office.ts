import { List, Map, OrderedSet } from 'immutable'
import type { DocumentLine, Outcome } from '../contract/documents.ts'
import type {
  AgentId,
  CallId,
  CounterId,
  DayId,
  Instant,
  LocalDate,
  OfficeId,
  ProcedureId,
  Seq,
  ServiceId,
  TicketId,
  TicketNumber,
  VisitId,
} from '../contract/ids.ts'
import type { OfficeSettings } from '../contract/office.ts'
import type { Language } from '../contract/text.ts'
import type { Arrangement, CallReason } from '../contract/tickets.ts'

/**
 * A ticket's life: waiting → called → serving → closed; called → absent; waiting → left.
 * `arrival` is the journal's position of its taking: the rank by arrival, without ties.
 */
export type Ticket = {
  readonly ticketId: TicketId
  readonly number: TicketNumber
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId | null
  readonly lang: Language
  readonly arrangements: readonly Arrangement[]
  readonly code: string
  readonly takenAt: Instant
  readonly arrival: Seq
  readonly state: 'waiting' | 'called' | 'serving' | 'closed' | 'absent' | 'left'
  readonly visit: Visit | null
}

/** What began with the call: where, why, since when, and how it ended. */
export type Visit = {
  readonly visitId: VisitId
  readonly counterId: CounterId
  readonly reason: CallReason
  readonly calledAt: Instant
  readonly calls: number
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly outcome: Outcome | null
}

/** A counter holds one agent and one ticket at most. */
export type Counter = { readonly agentId: AgentId | null; readonly ticketId: TicketId | null }

export type Day = {
  readonly dayId: DayId
  readonly date: LocalDate
  readonly openedAt: Instant
  readonly closesAt: Instant | null
}

/** The last count of each series on one date: a day closed by mistake and opened again repeats no number. */
export type Series = { readonly date: LocalDate; readonly counts: Map<string, number> }

export type Call = {
  readonly callId: CallId
  readonly ticketId: TicketId
  readonly counterId: CounterId
  readonly at: Instant
}

/** The last document of a kind in a year: the next one's number and what it is chained to. */
export type LastDocument = { readonly count: number; readonly hash: string }

/** The whole office as its journal tells it: the only thing that a decision reads beside its context. */
export type Office = {
  readonly officeId: OfficeId | null
  readonly school: boolean
  readonly publicKey: string
  readonly settings: OfficeSettings | null
  readonly skills: Map<AgentId, readonly ServiceId[]>
  readonly counters: Map<CounterId, Counter>
  readonly day: Day | null
  readonly series: Series | null
  readonly tickets: Map<TicketId, Ticket>
  /** Who waits for each service, in order of arrival. */
  readonly waiting: Map<ServiceId, OrderedSet<TicketId>>
  /** Who waits, all services, in order of arrival. */
  readonly queue: OrderedSet<TicketId>
  readonly absent: OrderedSet<TicketId>
  /** Tickets of the date by what became of them, by service: kept after the closing, for who looks at the day. */
  readonly ended: Map<ServiceId, Ended>
  /** The last calls, the latest first. */
  readonly calls: List<Call>
  /** By kind and year: `RD-2026`. */
  readonly documents: Map<string, LastDocument>
  /** The day's last documents of each counter, the latest first. */
  readonly issued: Map<CounterId, List<DocumentLine & { readonly ticket: TicketNumber }>>
  /** Copies printed of the day's documents. */
  readonly copies: Map<string, number>
}

export type Ended = { readonly received: number; readonly left: number; readonly absent: number }

/** Six calls are kept for the waiting room, ten documents for a counter. */
export const keptCalls = 6
export const keptDocuments = 10

export const emptyOffice: Office = {
  officeId: null,
  school: false,
  publicKey: '',
  settings: null,
  skills: Map(),
  counters: Map(),
  day: null,
  series: null,
  tickets: Map(),
  waiting: Map(),
  queue: OrderedSet(),
  absent: OrderedSet(),
  ended: Map(),
  calls: List(),
  documents: Map(),
  issued: Map(),
  copies: Map(),
}

/** Nothing ended yet. */
export const noneEnded: Ended = { received: 0, left: 0, absent: 0 }

/** What a service is, by its id. */
export const serviceOf = (office: Office, serviceId: ServiceId) =>
  office.settings?.services.find((service) => service.serviceId === serviceId)

/** The place (name, printer) that settings give to a counter. */
export const placeOf = (office: Office, counterId: CounterId) =>
  office.settings?.counters.find((place) => place.counterId === counterId)

/** The counter that this agent holds. */
export const counterOf = (
  office: Office,
  agentId: AgentId | null,
): (Counter & { readonly counterId: CounterId }) | undefined => {
  if (agentId === null) return undefined
  const held = office.counters.findEntry((counter) => counter.agentId === agentId)
  return held && { counterId: held[0], ...held[1] }
}

/** The ticket called or served at a counter. */
export const ticketAt = (
  office: Office,
  counter: Counter,
): (Ticket & { readonly visit: Visit }) | undefined => {
  const ticket = counter.ticketId === null ? undefined : office.tickets.get(counter.ticketId)
  return ticket?.visit ? (ticket as Ticket & { readonly visit: Visit }) : undefined
}
