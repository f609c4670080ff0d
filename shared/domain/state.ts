import './core/collections.ts'
import { List, Map, OrderedSet } from 'immutable'
import type { DocumentsClosing } from '../contract/documents/closings.ts'
import { noPaperSettings, type PaperSettings } from '../contract/documents/paperSettings.ts'
import type {
  AgentId,
  AppointmentId,
  CommandId,
  CounterId,
  FileId,
  Instant,
  OfficeId,
  ReasonId,
  RecordingId,
  ServiceId,
  StationId,
  TicketId,
  TicketNumber,
} from '../contract/ids.ts'
import type { CounterPlace, OfficeSettings, Service } from '../contract/office/settings.ts'
import type { SettingsChange } from '../contract/office/services.ts'
import type { OfficeHost } from '../contract/network/calls.ts'
import type { ScreenSettings } from '../contract/media/screens.ts'
import type { CallCode } from '../contract/queue/reasons.ts'
import type { DraftValidation, Published, Validated } from './law/state.ts'
import { noPartners, type Partners } from './partners/state.ts'
import type { FileState } from './files/state.ts'
import type { PairedStation } from './network/state.ts'
import type { KioskSeries } from '../contract/queue/provisional.ts'
import type { Lesson } from './training/state.ts'
import type { Alert } from './safety/state.ts'
import { noSoftware, type Software } from './integrations/state.ts'
import type { Resumption } from './backup/state.ts'
import { emptyTill, type Till } from './till/state.ts'
import { noPeople, type People } from './people/state.ts'
import { noArchives, type Archives } from './privacy/state.ts'
import type { KeptRecording, OfficeMessage, ReviewedTexts } from './media/state.ts'
import {
  noCounts,
  type ActPaper,
  type Call,
  type Counter,
  type Counts,
  type Ended,
  type Jump,
  type Lent,
  type Overtakes,
  type Series,
  type Ticket,
  type Visit,
} from './queue/state.ts'
import type { SourceKind } from '../contract/appointments/sources.ts'
import { metropolitanZone } from '../contract/office/zone.ts'
import type { Appointment } from './appointments/state.ts'
import type { IssuedLine, LastDocument, LastClosing } from './documents/state.ts'
import type { Day } from './office/state.ts'

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
  /** Tickets that wait and whose count of overtakes is not their line's alone: they were away, or in another line. */
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
  /** Of the calls by a priority that was claimed, those whose proof nobody saw, in the sessions of the date that were closed. */
  readonly neverShown: number
  readonly outOfOrder: List<{
    readonly number: TicketNumber
    readonly at: Instant
    readonly reasonId: ReasonId | null
  }>
  readonly counts: Counts
  readonly appointments: Map<AppointmentId, Appointment>
  /** Where appointments are kept outside, which the host follows, by the id of each source. */
  readonly appointmentSources: Readonly<Record<string, SourceKind>>
  /** The last calls, the latest first. */
  readonly calls: List<Call>
  /** Open files, and those that a visit of today ended. */
  readonly files: Map<FileId, FileState>
  /** The files that each closing of today opened or changed, by `closingKey`: it is taken back with them. */
  readonly filesOfVisits: Map<string, OrderedSet<FileId>>
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
  /** Documents noted as handed over on the date. */
  readonly handed: number
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
  /** What the office recorded itself: videos in sign language, voices. */
  readonly recordings: Map<RecordingId, KeptRecording>
  /** Files whose person asked that their data be kept and no longer used (GDPR 18). */
  readonly limited: OrderedSet<FileId>
  readonly archives: Archives
  /** Agents who speak under a safety pseudonym. */
  readonly shields: Map<AgentId, { readonly pseudonym: string; readonly reasonId: ReasonId }>
  /** Copies printed of the day's documents. */
  readonly copies: Map<string, number>
  readonly till: Till
  /** Tokens, webhooks and what the office lets other software do. */
  readonly software: Software
  /** Places given to other offices, and asked of them. */
  readonly partners: Partners
  /** Help that agents asked for, the latest last. */
  readonly alerts: List<Alert>
  /** The guided day of a training office; null of every other. */
  readonly lesson: Lesson | null
  readonly people: People
  /** Stations of other machines, the revoked ones for a while. */
  readonly stations: Map<StationId, PairedStation>
  /** Kiosks and other software whose asks are refused, since when. */
  readonly suspended: Map<StationId, Instant>
  /** How each display is seen and heard, by its station; the usual ones under '' (see `screens.ts`). */
  readonly screens: Map<string, ScreenSettings>
  /** What the office says to the public, in its order. */
  readonly officeMessages: readonly OfficeMessage[]
  /** The series that kiosks number in without their host. */
  readonly lent: Map<KioskSeries, Lent>
  /** The last act of each station that is a kiosk. */
  readonly kiosksHeard: Map<StationId, Instant>
  /** Where the office's hosts answer, the last to say so at the end. */
  readonly hosts: readonly OfficeHost[]
  /** How many times a machine that followed took the relay. */
  readonly epoch: number
  /** Where the journal was gone on with after a restore, and how many times it had been, that one included. */
  readonly resumptions: readonly Resumption[]
}

/** Calls kept for the waiting room, more than the six that it shows: some are of people who went since. */
export const keptCalls = 24
/** A counter's last documents. */
export const keptLines = 10

/** No one waits, was called or was received: how a day begins. */
export const noTickets = {
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
} satisfies Partial<Office>

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
  ...noTickets,
  ended: Map(),
  overtakes: Map(),
  mostOvertaken: 0,
  neverShown: 0,
  outOfOrder: List(),
  counts: noCounts,
  appointments: Map(),
  appointmentSources: {},
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
  handed: 0,
  issued: Map(),
  justIssued: null,
  issuedCount: 0,
  documentClosings: Map(),
  paper: noPaperSettings,
  textReviews: Map(),
  recordings: Map(),
  limited: OrderedSet(),
  archives: noArchives,
  shields: Map(),
  copies: Map(),
  till: emptyTill,
  software: noSoftware,
  partners: noPartners,
  alerts: List(),
  lesson: null,
  people: noPeople,
  stations: Map(),
  suspended: Map(),
  screens: Map(),
  officeMessages: [],
  lent: Map(),
  kiosksHeard: Map(),
  hosts: [],
  epoch: 0,
  resumptions: [],
}

/** The office's zone; metropolitan France's until the office is created. */
export const zoneOf = ({ settings }: Pick<Office, 'settings'>): string =>
  settings?.calendar.zone ?? metropolitanZone

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
