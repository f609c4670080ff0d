import type { Map } from 'immutable'
import type { InterruptKind, PauseKind, UndoableAct } from '../../contract/queue/counters.ts'
import type {
  AgentId,
  AppointmentId,
  CallId,
  CounterId,
  Instant,
  LocalDate,
  ProcedureId,
  ReasonId,
  Seq,
  ServiceId,
  TicketId,
  TicketNumber,
  StationId,
  VisitId,
} from '../../contract/ids.ts'
import type { Priority, GroundId, Proof } from '../../contract/queue/rules.ts'
import type { Language } from '../../contract/text.ts'
import type { Arrangement, Purpose, TurnNoticeMeans } from '../../contract/queue/rows.ts'
import type { CallReason, Fault } from '../../contract/queue/reasons.ts'
import type { Announced } from '../../contract/waits/waits.ts'
import type { KioskId } from '../../contract/queue/provisional.ts'
import type { DocumentLine } from '../../contract/documents/kept.ts'
import type { Outcome } from '../../contract/queue/outcomes.ts'

// What an office holds of its queue while its day goes on: tickets, counters, calls, series of kiosks.

export type Request = { readonly serviceId: ServiceId; readonly procedureId: ProcedureId | null }

/** What began with the call: where, why, since when, and how it ended. */
export type Visit = {
  readonly visitId: VisitId
  readonly counterId: CounterId
  readonly reason: CallReason
  readonly calledAt: Instant
  readonly lastCallAt: Instant
  readonly calls: number
  readonly startedAt: Instant | null
  /** Who received the person last: named on what is handed over to them (CRPA L111-2). */
  readonly startedBy: AgentId | null
  readonly endedAt: Instant | null
  readonly outcome: Outcome | null
  /** Requests still to do, the one under way first. */
  readonly requests: readonly Request[]
  /** How many requests of this visit have ended. */
  readonly done: number
}

/**
 * A ticket's life: waiting → called → serving → closed; called → absent → waiting again; serving ⇄ parked; serving →
 * waiting elsewhere; waiting → left; at closing → unserved.
 * `arrival` is the journal's position of its taking: the rank by arrival, without ties. Who joined the line afterwards
 * at their true hour has a rank between two positions.
 */
export type Ticket = {
  readonly ticketId: TicketId
  readonly number: TicketNumber
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId | null
  readonly purpose: Purpose
  readonly lang: Language
  readonly arrangements: readonly Arrangement[]
  readonly requests: number
  readonly code: string
  /** A paper was made again: the one before is void. */
  readonly replaced: boolean
  readonly priority: Priority | null
  /** Claimed without an agent, and answered by none yet: the proof is still to be shown. */
  readonly toShow: boolean
  readonly appointmentId: AppointmentId | null
  readonly appointmentAt: Instant | null
  /** From when the appointment is called; null for who came too late for it. */
  readonly dueAt: Instant | null
  readonly announced: Announced | null
  readonly takenAt: Instant
  /** When they came to the office that sent them here, where their hour is kept: their rank is of then. */
  readonly keptFrom: Instant | null
  readonly arrival: number
  /** Since when the rank counts: the taking, or the return after an absence too long. */
  readonly rankedAt: Instant
  /** Of the time since then, how long they were away while their rank was kept, in milliseconds (see `waited.ts`). */
  readonly awayMs: number
  readonly state: 'waiting' | 'called' | 'serving' | 'parked' | 'closed' | 'absent' | 'left' | 'unserved'
  /** The first call of all: the wait measured ends there. */
  readonly firstCalledAt: Instant | null
  readonly visit: Visit | null
  readonly parked: {
    readonly at: Instant
    readonly promisedAt: Instant | null
    readonly reasonId: ReasonId
  } | null
  readonly absentAt: Instant | null
  /** When they left, or were noted not received: the wait of who was never called ends there. */
  readonly goneAt: Instant | null
  /** By whose doing they were not received, once that is so. */
  readonly fault: Fault | null
  /** How often others were called before, up to the line's own count while it waits (see `line.ts`). */
  readonly overtaken: Overtaken
  /** When they last asked for a notice of their turn, until they are called. */
  readonly noticeAsked: Seq | null
  /** The means of the notice of their turn that did not leave, until they are told otherwise. */
  readonly unsentNotice: TurnNoticeMeans | null
}

export type Overtaken = {
  readonly all: number
  /** Overtaken otherwise than by the law's priorities. */
  readonly local: number
}
export const notOvertaken: Overtaken = { all: 0, local: 0 }

/** A paper that an act gave. `repeated`: a duplicate or a correction was made of it since. */
export type ActPaper = Pick<DocumentLine, 'documentId' | 'kind' | 'number' | 'issuedAt'> & {
  readonly since: 'nothing' | 'cancelled' | 'repeated'
}

/** What a counter's last act replaced, so that one key takes it back. */
export type LastAct = {
  readonly act: UndoableAct
  readonly seq: Seq
  readonly at: Instant
  readonly ticketId: TicketId | null
  readonly before: Ticket | null
  /** What « Reprendre » ended, of the counter itself. */
  readonly pause?: Counter['pause']
  /** The act before, when it can be taken back in its turn (the call, once « est là » is). */
  readonly earlier: LastAct | null
  /** The papers that it gave: taken back, each is cancelled by another. */
  readonly papers: readonly ActPaper[]
}

/** A counter holds one agent and one ticket at most. */
export type Counter = {
  readonly agentId: AgentId | null
  readonly ticketId: TicketId | null
  /** What it receives of what its agent can do; null for all. */
  readonly services: readonly ServiceId[] | null
  readonly since: Instant
  readonly pause: {
    readonly kind: PauseKind
    readonly since: Instant
    readonly until: Instant | null
    readonly reasonId: ReasonId
  } | null
  readonly interrupted: { readonly kind: InterruptKind; readonly since: Instant } | null
  /** Closed by a supervisor: why, and who held it, for whom it opens again if that was a mistake. */
  readonly closedFor: { readonly reasonId: ReasonId; readonly agentId: AgentId } | null
  readonly last: LastAct | null
}

export const noCounter: Counter = {
  agentId: null,
  ticketId: null,
  services: null,
  since: 0 as Instant,
  pause: null,
  interrupted: null,
  closedFor: null,
  last: null,
}

/** The last count of each series on one date: a day closed by mistake and opened again repeats no number, and keeps its limits. */
export type Series = {
  readonly date: LocalDate
  readonly counts: Map<string, number>
  /** Tickets that each service gave on this date, of those that a local rule counts. */
  readonly given: Map<ServiceId, number>
}

export type Call = {
  readonly callId: CallId
  readonly ticketId: TicketId
  readonly counterId: CounterId
  readonly at: Instant
}

/** A call that left behind someone who came before: its rank, and whether a text of law gave it. */
export type Jump = { readonly arrival: Seq; readonly law: boolean }

/** The station whose series it is, which of its kiosks has it, and when it was last lent. */
export type Lent = {
  readonly kioskId: KioskId
  readonly stationId: StationId
  readonly date: LocalDate
  readonly at: Instant
}

/** A station was not heard from the one to the other, which is when it came back. */
export type Silence = { readonly from: Instant; readonly to: Instant }

/** A ground as it was claimed and seen: it touches health, so it stays beside the journal. */
export type GroundSeen = { readonly groundId: GroundId; readonly proof: Proof; readonly companion: boolean }

/** Calls that passed before someone who had come earlier, and how many people they passed. */
export type Overtakes = { readonly calls: number; readonly people: number }

/** What the entrance and the counters did today beside the tickets. */
export type Counts = {
  readonly information: number
  readonly telephone: number
  readonly tickets: number
  readonly arrivals: number
  readonly pieces: number
  readonly titles: number
  readonly interruptions: number
}

/** Nobody came yet. */
export const noCounts: Counts = {
  information: 0,
  telephone: 0,
  tickets: 0,
  arrivals: 0,
  pieces: 0,
  titles: 0,
  interruptions: 0,
}

/** How many visits of a service ended today, by their end. */
export type Ended = {
  readonly received: number
  readonly left: number
  readonly absent: number
  readonly unserved: number
}

/** Nothing ended yet. */
export const noneEnded: Ended = { received: 0, left: 0, absent: 0, unserved: 0 }
