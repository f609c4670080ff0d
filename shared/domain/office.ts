import { List, Map, OrderedSet } from 'immutable'
import type { AppointmentFacts } from '../contract/appointments.ts'
import type { InterruptKind, PauseKind, UndoableAct } from '../contract/counters.ts'
import type { DocumentLine, DocumentsClosing, Outcome } from '../contract/documents.ts'
import { noPaperSettings, type PaperSettings } from '../contract/issuing.ts'
import type {
  AgentId,
  AppointmentId,
  CallId,
  CommandId,
  CounterId,
  DayId,
  FileId,
  Instant,
  LocalDate,
  OfficeId,
  ProcedureId,
  ReasonId,
  Seq,
  ServiceId,
  StationId,
  TicketId,
  TicketNumber,
  VisitId,
} from '../contract/ids.ts'
import type { CounterPlace, OfficeSettings, Service } from '../contract/office.ts'
import type { SettingsChange } from '../contract/premises.ts'
import type { OfficeHost } from '../contract/stations.ts'
import type { ScreenSettings } from '../contract/screens.ts'
import type { Priority } from '../contract/rules.ts'
import type { Language } from '../contract/text.ts'
import type { Arrangement, CallCode, CallReason, Fault, Purpose } from '../contract/tickets.ts'
import type { DraftValidation, Published, Validated } from './ruleSets.ts'
import type { Announced } from '../contract/waits.ts'
import { nothingElsewhere, type Elsewhere } from './elsewherePlaces.ts'
import type { FileState } from './files/file.ts'
import type { PairedStation } from './stations.ts'
import type { KioskSeries } from '../contract/provisional.ts'
import type { Lent } from './provisional.ts'
import type { Lesson } from './lesson/lesson.ts'
import type { Alert } from './safety.ts'
import { noSoftware, type Software } from './software/state.ts'
import { emptyTill, type Till } from './till/books.ts'
import { noPeople, type People } from './people/people.ts'
import type { ReviewedTexts } from './textReviews.ts'

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
  /** By whose doing they were not received, once that is so. */
  readonly fault: Fault | null
  /** How often others were called before, up to the line's own count while it waits (see `line.ts`). */
  readonly overtaken: Overtaken
}

export type Overtaken = {
  readonly all: number
  /** Other than by the law's priorities. */
  readonly local: number
}
export const notOvertaken: Overtaken = { all: 0, local: 0 }

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

/** What a counter's last act replaced, so that one key takes it back. */
export type LastAct = {
  readonly act: UndoableAct
  readonly seq: Seq
  readonly at: Instant
  readonly ticketId: TicketId | null
  readonly before: Ticket | null
  /** The act before, when it can be taken back in its turn (the call, once « est là » is). */
  readonly earlier: LastAct | null
  /** The papers that it gave: taken back, each is cancelled by another. */
  readonly papers: readonly ActPaper[]
}

/** A paper that an act gave. `repeated`: a duplicate or a correction was made of it since. */
export type ActPaper = Pick<DocumentLine, 'documentId' | 'kind' | 'number' | 'issuedAt'> & {
  readonly since: 'nothing' | 'cancelled' | 'repeated'
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
  readonly last: LastAct | null
}

export const noCounter: Counter = {
  agentId: null,
  ticketId: null,
  services: null,
  since: 0 as Instant,
  pause: null,
  interrupted: null,
  last: null,
}

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

/** A document of the day, as its counter's page shows it. */
export type IssuedLine = DocumentLine & { readonly ticket: TicketNumber | null }

/** The last document of a kind in a year: the next one's number and what it is chained to. */
export type LastDocument = { readonly count: number; readonly hash: string }

/** What the next closing of a period goes on from: its name, its hash, the documents counted up to it, and the last of each series. */
export type LastClosing = {
  readonly name: string
  readonly hash: string
  readonly count: number
  readonly series: Map<string, LastDocument>
}

/** An appointment of today or later. */
export type Appointment = AppointmentFacts & {
  readonly state: 'expected' | 'here'
  readonly ticketId: TicketId | null
}

/** A call that left behind someone who came before: its rank, and whether a text of law gave it. */
export type Jump = { readonly arrival: Seq; readonly law: boolean }

/** The whole office as its journal tells it: the only thing that a decision reads beside its context. */
export type Office = {
  readonly officeId: OfficeId | null
  readonly school: boolean
  readonly publicKey: string
  readonly settings: OfficeSettings | null
  /** What was withdrawn: its name is still that of what it did, and it may come back. */
  readonly formerServices: Map<ServiceId, Service>
  readonly formerCounters: Map<CounterId, CounterPlace>
  /** Who changed which setting, the last at the end. */
  readonly changes: List<SettingsChange>
  readonly skills: Map<AgentId, readonly ServiceId[]>
  readonly counters: Map<CounterId, Counter>
  readonly day: Day | null
  readonly series: Series | null
  readonly tickets: Map<TicketId, Ticket>
  readonly byNumber: Map<TicketNumber, TicketId>
  /** Who waits for each service, in order of arrival. */
  readonly waiting: Map<ServiceId, OrderedSet<TicketId>>
  /** Among them, those with a priority, in order of arrival. */
  readonly priority: Map<ServiceId, OrderedSet<TicketId>>
  /** Who waits, all services, in order of arrival. */
  readonly queue: OrderedSet<TicketId>
  /** Those who wait and whose count of overtakes is not their line's alone: they were away, or in another line. */
  readonly moved: OrderedSet<TicketId>
  /** Who waits with an appointment. */
  readonly booked: OrderedSet<TicketId>
  readonly absent: OrderedSet<TicketId>
  readonly parked: OrderedSet<TicketId>
  /** Calls ahead of someone who still waits for the service: how often the first of a line was overtaken. */
  readonly jumps: Map<ServiceId, List<Jump>>
  /** Priorities called in a row for the service while others waited. */
  readonly streaks: Map<ServiceId, number>
  /** Services that take no ticket now. */
  readonly closed: Map<ServiceId, { readonly since: Instant; readonly reasonId: ReasonId | null }>
  /** Tickets of the date by what became of them, by service: kept after the closing, for who looks at the day. */
  readonly ended: Map<ServiceId, Ended>
  /** Calls before someone who came earlier, by reason: how many calls, how many people left behind in all. */
  readonly overtakes: Map<CallCode, Overtakes>
  /** The most often that one person was overtaken, among those who were called. */
  readonly mostOvertaken: number
  readonly outOfOrder: List<{
    readonly number: TicketNumber
    readonly at: Instant
    readonly reasonId: ReasonId | null
  }>
  readonly counts: Counts
  readonly appointments: Map<AppointmentId, Appointment>
  /** The last calls, the latest first. */
  readonly calls: List<Call>
  /** Open files, and those that a visit of today ended. */
  readonly files: Map<FileId, FileState>
  /** Those that each visit of today opened or changed: its closing can be taken back with them. */
  readonly filesOfVisits: Map<VisitId, OrderedSet<FileId>>
  /** The last reference of each year. */
  readonly references: Map<string, number>
  /** By kind and year: `RD-2026`. */
  readonly documents: Map<string, LastDocument>
  /** Packages of rules that the office works by, in the order of their publishing. */
  readonly published: List<Published>
  /** Who answered by name for which version of the rules, by its SHA-256. */
  readonly validated: Map<string, Validated>
  /** What was validated of each draft. */
  readonly drafts: Map<string, List<DraftValidation>>
  /** Pieces that an administration holds and that were asked all the same today, by exchange (CRPA L114-10). */
  readonly askedAgain: Map<string, number>
  /** How many documents of each kind were issued today. */
  readonly traces: Map<string, number>
  /** The day's last documents of each counter, the latest first. */
  readonly issued: Map<CounterId, List<IssuedLine>>
  /** The documents of the last command that issued any: what a closing gave is known by its command. */
  readonly justIssued: { readonly commandId: CommandId; readonly papers: readonly ActPaper[] } | null
  /** Documents issued since the office's birth. */
  readonly issuedCount: number
  /** The last closing of the documents of each period: a day, a month, a year. */
  readonly documentClosings: Map<DocumentsClosing['period'], LastClosing>
  /** What the office puts on its papers, and who may sign. */
  readonly paper: PaperSettings
  /** Which texts of which language somebody who speaks it has read, by set and language. */
  readonly textReviews: Map<string, ReviewedTexts>
  /** Agents who speak under a safety pseudonym. */
  /** Files whose person asked that their data be kept and no longer used (GDPR 18). */
  readonly limited: OrderedSet<FileId>
  readonly shields: Map<AgentId, { readonly pseudonym: string; readonly reasonId: ReasonId }>
  /** Copies printed of the day's documents. */
  readonly copies: Map<string, number>
  readonly till: Till
  /** Tokens, webhooks and what the office lets other software do. */
  readonly software: Software
  /** What it promised to offices that send people here. */
  readonly elsewhere: Elsewhere
  /** Help that agents asked for, the latest last. */
  readonly alerts: List<Alert>
  /** The guided day of a training office; null of every other. */
  readonly lesson: Lesson | null
  readonly people: People
  /** Stations of other machines, the revoked ones for a while. */
  readonly stations: Map<StationId, PairedStation>
  /** How each display is seen and heard, by its station; the usual ones under '' (see `screens.ts`). */
  readonly screens: Map<string, ScreenSettings>
  /** The series that kiosks number in without their host. */
  readonly lent: Map<KioskSeries, Lent>
  /** The last act of each station that is a kiosk. */
  readonly kiosksHeard: Map<StationId, Instant>
  /** Where the office's hosts answer, the last to say so at the end. */
  readonly hosts: readonly OfficeHost[]
  /** How many times a machine that followed took the relay. */
  readonly epoch: number
}

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
export const noCounts: Counts = {
  information: 0,
  telephone: 0,
  tickets: 0,
  arrivals: 0,
  pieces: 0,
  titles: 0,
  interruptions: 0,
}

export type Ended = {
  readonly received: number
  readonly left: number
  readonly absent: number
  readonly unserved: number
}

/** Calls kept for the waiting room, more than the six that it shows: some are of people who went since. */
export const keptCalls = 24
/** A counter's last documents. */
export const keptLines = 10

export const emptyOffice: Office = {
  officeId: null,
  school: false,
  publicKey: '',
  settings: null,
  formerServices: Map(),
  formerCounters: Map(),
  changes: List(),
  skills: Map(),
  counters: Map(),
  day: null,
  series: null,
  tickets: Map(),
  byNumber: Map(),
  waiting: Map(),
  priority: Map(),
  queue: OrderedSet(),
  booked: OrderedSet(),
  moved: OrderedSet(),
  absent: OrderedSet(),
  parked: OrderedSet(),
  jumps: Map(),
  streaks: Map(),
  closed: Map(),
  ended: Map(),
  overtakes: Map(),
  mostOvertaken: 0,
  outOfOrder: List(),
  counts: noCounts,
  appointments: Map(),
  calls: List(),
  files: Map(),
  filesOfVisits: Map(),
  references: Map(),
  documents: Map(),
  published: List(),
  validated: Map(),
  drafts: Map(),
  askedAgain: Map(),
  traces: Map(),
  issued: Map(),
  justIssued: null,
  issuedCount: 0,
  documentClosings: Map(),
  paper: noPaperSettings,
  textReviews: Map(),
  limited: OrderedSet(),
  shields: Map(),
  copies: Map(),
  till: emptyTill,
  software: noSoftware,
  elsewhere: nothingElsewhere,
  alerts: List(),
  lesson: null,
  people: noPeople,
  stations: Map(),
  screens: Map(),
  lent: Map(),
  kiosksHeard: Map(),
  hosts: [],
  epoch: 0,
}

/** Nothing ended yet. */
export const noneEnded: Ended = { received: 0, left: 0, absent: 0, unserved: 0 }

/** The office's zone; the capital's until the office is created. */
export const zoneOf = ({ settings }: Pick<Office, 'settings'>): string =>
  settings?.calendar.zone ?? 'Europe/Paris'

/** What a service is, by its id, while it receives. */
export const serviceOf = (office: Office, serviceId: ServiceId) =>
  office.settings?.services.find((service) => service.serviceId === serviceId)

/** The name of a service that receives, or that did. */
export const serviceName = (office: Office, serviceId: ServiceId): string | undefined =>
  (serviceOf(office, serviceId) ?? office.formerServices.get(serviceId))?.name.fr

/** The place (name, printer) that settings give to a counter. */
export const placeOf = (office: Office, counterId: CounterId) =>
  office.settings?.counters.find((place) => place.counterId === counterId)

/** The name of a counter that is there, or that was. */
export const counterName = (office: Office, counterId: CounterId): string | undefined =>
  (placeOf(office, counterId) ?? office.formerCounters.get(counterId))?.name.fr

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

/** Since when somebody is counted as waiting: a kept hour counts as their own arrival. */
export const waitsSince = ({ takenAt, keptFrom }: Pick<Ticket, 'takenAt' | 'keptFrom'>): Instant =>
  keptFrom ?? takenAt
