import type { ChosenGround } from '../../contract/documents/grounds.ts'
import type { TypedLaw } from '../../contract/documents/asks.ts'
import type { EventData } from '../../contract/events.ts'
import type {
  FileLetter,
  LetterTyped,
  FileRegime,
  FileChannel,
  KeptPiece,
  AcknowledgementForm,
  PieceKey,
  FileCloseReason,
  FromVisit,
  FilePerson,
} from '../../contract/files/file.ts'
import type {
  LocalDate,
  DocumentId,
  DocumentNumber,
  FileId,
  FileReference,
  Instant,
  ServiceId,
  ProcedureId,
} from '../../contract/ids.ts'
import type { RuleVersion } from '../../contract/law/assessment.ts'
import type { Assistance } from '../../contract/visit/assistance.ts'
import type { Ministry } from '../../contract/visit/sheet.ts'

/**
 * The papers that tell something of a file to its person. Absent from what no paper of ours told, and from what was noted
 * before its paper was kept with it: no cancellation withdraws that.
 */
export type Told = {
  /** The first of them, which names what they tell. */
  readonly by: DocumentNumber
  /** Those that still hold, none where all are cancelled. */
  readonly standing: readonly DocumentNumber[]
  /** What the pieces that are asked were before; those that the file did not have are not in it. */
  readonly before?: readonly KeptPiece[] | undefined
}

/** What a person was asked for, and when the last of it came. */
export type PieceRequest = Pick<
  EventData<'filePiecesRequested'>,
  'kind' | 'pieces' | 'on' | 'dueOn' | 'moves'
> & {
  /** The last day on which something of it came; `receivedOn` is that day once all of it has. */
  readonly latest: LocalDate | null
  /** The day that counts for the person's own deadline: the postmark's, by post (CRPA L112-1). */
  readonly effective: LocalDate | null
  readonly receivedOn: LocalDate | null
  readonly told?: Told | undefined
}

/** One that asks nothing more since a day: only papers since cancelled told it, or nothing requires its pieces any more. */
export type WithdrawnRequest = PieceRequest & { readonly withdrawnOn: LocalDate }

/** A title in the drawer, or that was there. */
export type FileTitle = {
  readonly arrivedOn: LocalDate
  readonly slot: string | null
  readonly notices: number
  readonly lastNoticeOn: LocalDate | null
  readonly state: 'here' | 'handedOver' | 'destroyed'
}

/** A request after the visit, as the journal tells it: nothing of it is personal. */
export type FileState = {
  readonly fileId: FileId
  readonly reference: FileReference
  readonly openedAt: Instant
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId | null
  readonly rule: RuleVersion | null
  readonly regime: FileRegime
  /** Somebody has said what is asked; until then it waits « à enregistrer ». */
  readonly named: boolean
  readonly channel: FileChannel
  readonly sentOn: LocalDate | null
  readonly receivedOn: LocalDate
  readonly firstReceivedOn: LocalDate
  readonly assistance: Assistance['nature'] | null
  readonly pieces: readonly KeptPiece[]
  readonly requests: readonly PieceRequest[]
  /** Requests that ask nothing more, each until the day on which it was withdrawn; absent where there is none. */
  readonly withdrawn?: readonly WithdrawnRequest[] | undefined
  readonly acknowledged: readonly {
    readonly form: AcknowledgementForm
    readonly on: LocalDate
    readonly told?: Told | undefined
  }[]
  readonly forwarded: readonly (Pick<EventData<'fileForwarded'>, 'on' | 'receivedOn' | 'competent'> & {
    /** Since when it is known that it was noted by mistake; absent from one that holds. */
    readonly mistaken?: { readonly on: LocalDate } | undefined
  })[]
  readonly decision: Pick<EventData<'fileDecided'>, 'decision' | 'by' | 'on'> | null
  readonly title: FileTitle | null
  readonly originals: readonly {
    readonly piece: PieceKey
    readonly heldOn: LocalDate
    readonly returnedOn: LocalDate | null
  }[]
  readonly handedOver: readonly Pick<
    EventData<'fileHandedOver'>,
    'what' | 'means' | 'on' | 'refused' | 'proof'
  >[]
  readonly closed: { readonly reason: FileCloseReason; readonly at: Instant } | null
  /** The visit whose closing opened it; null for what came otherwise. */
  readonly openedBy: FromVisit | null
  /** The file as it was before a visit's closing touched it, for as long as that closing can be taken back. */
  readonly undo: { readonly visit: FromVisit; readonly before: FileState | null } | null
}

/** What was typed about a file, and the salt of its commitment: the personal row of its id. */
export type FileRow = {
  readonly salt: string
  readonly label: string | null
  readonly person: FilePerson | null
  readonly ministry: Ministry | null
  readonly answers: Readonly<Record<string, string>>
  /** Pieces by the names that were typed: the journal says which by their rank. */
  readonly labels: readonly string[]
  /** The text named for a piece that the rules don't know, by its rank. */
  readonly sources: Readonly<Record<string, string>>
  readonly forwarded: readonly {
    readonly to: string
    readonly sent: string
    readonly address?: string
    readonly contact?: string
    /** The paper that told the person; absent where the act gave none. */
    readonly paper?: DocumentId
    /** Why it was noted by mistake; absent from one that holds. */
    readonly mistaken?: string
  }[]
  /** Why it was refused, in law and in fact. */
  readonly reason: string | null
  /** The reasons of a refusal as they were drafted for who signs; absent once it is issued. */
  readonly draft?: { readonly facts: string; readonly law: TypedLaw; readonly ground?: ChosenGround }
  /** The letters that were begun and not sent, as they were typed; absent where none is. */
  readonly letters?: Readonly<Partial<Record<FileLetter, LetterTyped>>>
  /** The refusal was issued with its reasons, on a paper of its own. */
  readonly reasoned?: true
  /** What its paper decided here, and when; absent from a refusal that was noted, and from one that an earlier version signed. */
  readonly signedHere?: Pick<NonNullable<FileState['decision']>, 'decision' | 'on'> & {
    /** Silence overtook it: how many attestations that hold say so; absent where none does. */
    readonly attested?: number
  }
  /** Where its paper was made, where another software made it: its reasons are there; when it reached the person, where that was said. */
  readonly elsewhere?: Ministry & { readonly notifiedOn?: LocalDate }
  /** The number under which the request is registered (C. urb. R423-3), since when, and how many receipts that hold say it. */
  readonly registered?: { readonly number: string; readonly since: Instant; readonly papers: number }
  readonly handedOver: readonly (string | null)[]
  /** The number of the title that arrived, as it is printed on it; absent where nobody noted it. */
  readonly titleNumber?: string
  readonly assistance: Assistance | null
}
