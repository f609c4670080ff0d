import type { AppointmentPerson } from '../contract/appointments/calls.ts'
import type { IssuedDocument } from '../contract/documents/issued.ts'
import type { DocumentKind } from '../contract/documents/kinds.ts'
import type { Paper } from '../contract/documents/papers.ts'
import type { PassageStep } from '../contract/documents/presenceFacts.ts'
import type { Event, EventType, Recorded, Who } from '../contract/events.ts'
import type {
  AgentId,
  AppointmentId,
  CommandId,
  CounterId,
  DocumentId,
  DocumentNumber,
  FileId,
  Instant,
  JobId,
  PrinterId,
  ReasonId,
  Seq,
  TicketId,
  VisitId,
} from '../contract/ids.ts'
import type { CommandName, DomainCommand, Input, Output, RefusalOf } from '../contract/index.ts'
import type { AgentName } from '../contract/office/settings.ts'
import type { Preferences } from '../contract/people/preferences.ts'
import type { CallCode } from '../contract/queue/reasons.ts'
import type { Sheet } from '../contract/visit/sheet.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import type { RuleFolder } from '../procedures/ruleFolder.ts'
import type { FileRow, FileState } from './files/state.ts'
import type { Office } from './state.ts'
import type { Sealed, SealedRow, Attempts } from './people/state.ts'
import type { IncidentRow } from './safety/state.ts'
import type { Silence, GroundSeen, Ticket } from './queue/state.ts'
import type { Notice } from './integrations/state.ts'
import type { TillNote } from './till/state.ts'
import type { WaitsNow } from './waits/now.ts'
import type { CalendarPart, FollowedPart } from '../contract/appointments/calendarRead.ts'
import type { PreApplication, PreApplicationNote } from './appointments/state.ts'
import type { Sent } from './media/state.ts'
import type { OverRow, RightsRequest, SlipSigner } from './privacy/state.ts'

/** What each kind of personal row is, by id. */
export type PersonalRows = {
  readonly agent: AgentName
  /** The working sheet of a visit under way. */
  readonly sheet: Sheet
  /** The sheet of a visit just closed, for as long as the closing can be taken back. */
  readonly closedSheet: Sheet
  readonly ground: GroundSeen
  /** What a person typed to explain an act. */
  readonly reason: string
  readonly appointment: AppointmentPerson
  /** A pre-application number: what it is worth, and what this office declared for it. */
  readonly preApplication: PreApplication
  readonly document: IssuedDocument
  /** What was typed about an open file. */
  readonly file: FileRow
  /** A file's row once the file has ended, for as long as its rules say. */
  readonly closedFile: FileRow
  /** What was typed about an entry of the till. */
  readonly tillNote: TillNote
  /** What a person asked under their rights. */
  readonly rightsRequest: RightsRequest
  /** Who signed the archives' visa, by the slip. */
  readonly visa: SlipSigner
  /** The form of an incident: the facts, tied to no ticket and no file. */
  readonly incident: IncidentRow
  /** Where to notify a person that their turn is near, by their ticket. */
  readonly notice: Notice
  /** What opens a session of a person, hashed with a salt of its own. */
  readonly secret: SealedRow
  /** The code from which a person chooses their secret, hashed alike. */
  readonly invitation: SealedRow
  /** A badge, by a hash that the host's key makes. */
  readonly badge: SealedRow
  /** An account of the office's provider, by a hash that the host's key makes. */
  readonly login: SealedRow
  /** Failures to sign in, of a person or at a station. */
  readonly attempts: Attempts
  /** How an agent reads their pages. */
  readonly preferences: Preferences
  /** A piece of a recording of the office, in base64: who signs or speaks in it is recognised. */
  readonly recording: string
}

/** Personal rows that a decision reads: they are beside the journal, so that erasing a person is deleting rows. */
export type Personal = {
  readonly agents: ReadonlyMap<AgentId, AgentName>
  readonly sheets: ReadonlyMap<VisitId, Sheet>
  readonly closedSheets: ReadonlyMap<VisitId, Sheet>
  readonly grounds: ReadonlyMap<TicketId, GroundSeen>
  readonly reasons: ReadonlyMap<ReasonId, string>
  readonly appointments: ReadonlyMap<AppointmentId, AppointmentPerson>
  readonly preApplications: ReadonlyMap<string, PreApplication>
  readonly files: ReadonlyMap<FileId, FileRow>
  readonly notices: ReadonlyMap<TicketId, Notice>
  readonly preferences: ReadonlyMap<AgentId, Preferences>
  /** The document that this command names, when it names one: its facts and how many copies came out, or that they are erased. */
  readonly document:
    | {
        readonly issued: IssuedDocument
        readonly copies: number
        readonly handedAt: Instant | null
        /** Of a duplicate, what became of the first too: it holds as long as what it repeats. */
        readonly cancelledBy: DocumentNumber | null
        readonly correctedBy: DocumentNumber | null
        /** Of a duplicate, what it repeats; null of any other. */
        readonly first: { readonly documentId: DocumentId } | null
        /** This one was handed over, or another that says the same: what it repeats, what repeats either. */
        readonly alikeHanded: boolean
        /** What repeats it, and what repeats that, the oldest first. */
        readonly duplicates: readonly { readonly number: DocumentNumber; readonly issuedAt: Instant }[]
        /** Of which visit, of which file: what is not is null. */
        readonly place: {
          readonly visit: {
            readonly ticketId: TicketId
            readonly visitId: VisitId
            readonly counterId: CounterId
          } | null
          readonly fileId: FileId | null
        }
        /** Of a refusal whose file ended: that file, which the office may hold no more, and what is still kept of what was typed. */
        readonly ended?: { readonly file: FileState; readonly row: FileRow | undefined }
      }
    | 'erased'
    /** What is kept is not what was sealed. */
    | 'altered'
    | null
}

/** No row at all: of an office that begins, or of days that are played. */
export const noPersonal: Personal = {
  agents: new Map(),
  sheets: new Map(),
  closedSheets: new Map(),
  grounds: new Map(),
  reasons: new Map(),
  appointments: new Map(),
  preApplications: new Map(),
  files: new Map(),
  notices: new Map(),
  preferences: new Map(),
  document: null,
}

/** What the journal tells of one ticket: the ticket as it was at the end, each act, and who passed before. */
export type Trail = {
  readonly ticket: Ticket
  readonly steps: readonly PassageStep[]
  readonly overtakes: readonly { readonly reason: CallCode; readonly count: number }[]
  /** The last act that shows the person there; a settling tells when they were not. */
  readonly lastSeenAt: Instant
  /** Left unsettled by a day that was never closed. */
  readonly overnight: boolean
  /** The appointment given to them instead. */
  readonly appointmentAt: Instant | null
  /** To whom a passage written by hand was sent on: the personal row that says it. */
  readonly sentTo: ReasonId | null
}

/** All that the host found of the ticket whose code was presented: its trail, its documents, and where the journal is. */
export type Passage = {
  readonly trail: Trail
  /** What was issued of it, this kind left out, the oldest first. */
  readonly documents: readonly {
    readonly kind: DocumentKind
    readonly number: DocumentNumber
    readonly issuedAt: Instant
    readonly hash: string
    readonly replacedBy: DocumentNumber | null
  }[]
  /** The last « Mon passage » of this ticket, and its copies on paper. */
  readonly last: { readonly issued: IssuedDocument; readonly copies: number } | null
  readonly head: { readonly seq: Seq; readonly hash: string }
}

/** All that a decision may know beside the office: no clock, no random and no I/O of its own. */
export type Context = {
  readonly now: Instant
  readonly who: Who
  /** The act's own id; absent where nothing is kept (a day that is played). */
  readonly commandId?: CommandId
  readonly personal: Personal
  /** The rules of procedures that the office works by. */
  readonly catalogue: Catalogue
  /** What lies in its folder of rules: packages that wait, drafts. */
  readonly folder: RuleFolder
  /** What the office says of its waits now. */
  readonly waits: WaitsNow
  /** When the host did not hear the station that asks, in the order of the hours: the last days' alone. */
  readonly silences: readonly Silence[]
  /** What the journal tells of the ticket that this command names, when it names one so. */
  readonly passage?: Passage | null
  /**
   * The papers that told the person of a forwarding of the file that this command names, the oldest first. One whose facts
   * are erased has nothing more to say; `altered`: one that is not cancelled is not as it was sealed.
   */
  readonly transmissions?:
    | 'altered'
    | readonly Exclude<Personal['document'], 'erased' | 'altered' | null>[]
    | undefined
  /** What the office has of the person whom this command names, when it names one. */
  readonly subject?: PersonFound | null
  /** Public archives whose term is over, those that this command may list or eliminate; the oldest first. */
  readonly archives?: readonly OverRow[]
  /** What was typed in this command and is never kept as it is: the host has sealed it. */
  readonly sealed?: Sealed
  /** What was sent before this command, to be kept by it. */
  readonly sent?: Sent
  /** What was read in the calendar file that this command sends. */
  readonly calendar?: CalendarPart
  /** Some of what the followed sources last had for the coming days. */
  readonly followed?: FollowedPart
  /** What the host learnt of numbers, or is about to declare. */
  readonly preApplicationNotes?: readonly PreApplicationNote[]
  /** A new UUID of version 7. */
  readonly newId: () => string
  /** 32 random bytes in hex. */
  readonly newSalt: () => string
  /** The office's Ed25519 key, as hex, and its signature of these bytes. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** Each kind has its retention rule where rows are stored. */
export type PersonalKind = keyof PersonalRows

/**
 * Where a personal row is found: a sheet by its visit, before and after its closing; a ground of priority by its
 * ticket; a typed reason, an appointment, a document, a file before and after its end, an agent by their own id.
 */
export type PersonalKey = { readonly kind: PersonalKind; readonly id: string }

/**
 * `put` replaces the whole row (`value`: what JSON can say; the salt of a commitment sits in it, so that both
 * are erased together). `drop` erases it, with the answers and the print jobs that repeat it.
 */
export type PersonalChange<Rows extends Readonly<Record<PersonalKind, unknown>> = PersonalRows> =
  | {
      [K in PersonalKind]: {
        readonly op: 'put'
        readonly kind: K
        readonly id: string
        readonly value: Rows[K]
        readonly at: Instant
        /** When it has had its time, where that is not the kind's own: null while nobody knows. */
        readonly until?: Instant | null
      }
    }[PersonalKind]
  | (PersonalKey & { readonly op: 'drop' })

/** What the office has of one person, as their file or their ticket leads to it. */
export type PersonFound = {
  readonly fileId: FileId | null
  readonly ticketId: TicketId | null
  readonly rows: readonly PersonalKey[]
}

/** A paper to print: its job waits for the printer, or for who previews it. */
export type NewJob = {
  readonly jobId: JobId
  readonly printerId: PrinterId
  readonly title: string
  readonly documentId: DocumentId | null
  readonly paper: Paper
  readonly createdAt: Instant
  readonly state: 'waiting' | 'preview'
}

export type Refused<C extends string> = { readonly refusal: C; readonly details?: readonly string[] }
export type Accepted<O> = {
  readonly events: readonly Event[]
  readonly personal?: readonly PersonalChange[]
  readonly jobs?: readonly NewJob[]
  readonly output: O
}

export type Decision<N extends CommandName> = Refused<RefusalOf<N>> | Accepted<Output<N>>

/** What an act does, or why it can't be done: only a refusal that the contract declares compiles. */
export type Decide<N extends CommandName> = (office: Office, input: Input<N>, context: Context) => Decision<N>

/** What one capability decides, by command. */
export type Decisions = { readonly [N in DomainCommand]?: Decide<N> }

/** The office after one more event, for the events of one noun; undefined when the event is another noun's. */
export type Evolve = (office: Office, recorded: Recorded) => Office | undefined

/** What each event of one capability changes, by its type. */
export type Evolutions = { readonly [T in EventType]?: Evolve }
