import { z } from 'zod'
import {
  AgentId,
  ConsultationId,
  DocumentNumber,
  FileId,
  FileReference,
  Instant,
  LocalDate,
  ProcedureId,
  ServiceId,
  StationId,
} from '../ids.ts'
import { PieceState, RuleVersion } from '../law/assessment.ts'
import { Text } from '../text.ts'
import { HandedMeans, HandedProof } from '../documents/kinds.ts'
import {
  AcknowledgementForm,
  DecidedBy,
  FileChannel,
  FileCloseReason,
  FileDecision,
  FileRegime,
  founded,
  HandedWhat,
  PieceName,
  RequestKind,
} from './file.ts'

// What a page is shown of a file: its dates, its clock, its pieces, its acts; never the person's name.

/** What falls on a date. */
export const DueKind = z.enum(['silence', 'pieces', 'acknowledgement', 'originals', 'collection'])
export type DueKind = z.infer<typeof DueKind>

/** What happens on that date if nobody does anything. */
export const DueEffect = z.enum([
  'rejet',
  'acceptation',
  /** The clock of a rejection runs again from there (CRPA L114-5). */
  'clockResumes',
  /** The pieces asked are awaited until there; the clock of an acceptance starts with them (CRPA L114-5). */
  'piecesAwaited',
  'delaysNotOpposable',
  'promiseMissed',
  /** Originals go back without delay (CRPA R113-5). */
  'returnLate',
  'destruction',
])
export type DueEffect = z.infer<typeof DueEffect>

/** What names a file wherever it is listed: never the person. */
export const heading = {
  fileId: FileId,
  reference: FileReference,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  procedureTitle: Text.nullable(),
  /** What was typed to name it; null when nothing was, or when it is erased. */
  label: z.string().nullable(),
  channel: FileChannel,
  sentOn: LocalDate.nullable(),
  receivedOn: LocalDate,
}

/** No complete acknowledgement was given: the delays to contest don't run (CRPA L112-6, L112-12). */
const notOpposable = z.boolean()

/** One date of one file. */
export const DueLine = z.strictObject({
  ...heading,
  kind: DueKind,
  effect: DueEffect,
  dueOn: LocalDate,
  overdue: z.boolean(),
  /** What the file waits for; null when nothing but an act of the office. */
  waitsFor: z.enum(['pieces', 'collection', 'decision']).nullable(),
  /** The clock stands still since then; `dueOn` is the latest date, pieces received earlier bring it nearer. */
  suspendedSince: LocalDate.nullable(),
  form: AcknowledgementForm.nullable(),
  notOpposable,
  ...founded,
})
export type DueLine = z.infer<typeof DueLine>

/** The clock of silence, as it runs on a file today; the rule that gives it is in `domain/law/time/silence.ts`. */
export const FileClock = z.strictObject({
  sense: z.enum(['rejet', 'acceptation']),
  /** The day on which silence is worth it; null while nothing can tell it. */
  on: LocalDate.nullable(),
  state: z.enum(['running', 'suspended', 'waiting', 'decided']),
  /** From when it runs, and since which event; null while it waits to begin. */
  from: LocalDate.nullable(),
  since: z.enum(['receipt', 'firstReceipt', 'competentReceipt', 'pieces']).nullable(),
  waitsFor: z.enum(['competentOffice', 'missing', 'original']).nullable(),
  suspensions: z.array(z.strictObject({ kind: RequestKind, from: LocalDate, until: LocalDate.nullable() })),
  suspendedDays: z.int().nullable(),
  ...founded,
})
export type FileClock = z.infer<typeof FileClock>

const ShownPiece = z.strictObject({
  /** Null when a typed name is erased. */
  name: PieceName.nullable(),
  title: z.string().nullable(),
  state: PieceState,
})

/**
 * Why a request that could move the clock does not: it runs at who decides (CRPA L114-3); it was said to, by mistake, and
 * what is awaited is to be asked again; or nothing more is to be done of it.
 */
export const Unmoved = z.enum(['elsewhere', 'again', 'before'])
export type Unmoved = z.infer<typeof Unmoved>

/** The papers in force that tell it; absent where it is tied to none, and no cancellation withdraws it. */
const tied = { papers: z.array(DocumentNumber).optional() }

/** An open file as it stands, without the person's name: that one is looked up, and each look leaves a trace. */
export const FileShown = z.strictObject({
  ...heading,
  state: z.enum(['open', 'closed', 'annulled']),
  openedAt: Instant,
  rule: RuleVersion.nullable(),
  regime: FileRegime,
  /** From when each clock counts: sent and received are two dates (CRPA L112-1), first office and this one too (L114-3). */
  firstReceivedOn: LocalDate,
  /** The day that counts for the person's own deadline, and by what: « cachet de la poste » (CRPA L112-1, L112-13). */
  effective: z.strictObject({
    on: LocalDate,
    by: z.enum(['postmark', 'electronicAcknowledgement', 'receipt']),
    source: z.string().nullable(),
  }),
  pieces: z.array(ShownPiece),
  requests: z.array(
    z.strictObject({
      kind: RequestKind,
      pieces: z.array(ShownPiece),
      on: LocalDate,
      dueOn: LocalDate.nullable(),
      /** Whether the clock moves: where a right is at stake, only for what is indispensable (CRPA L114-5-1). */
      moves: z.boolean(),
      /** Absent of one that moves it, or that asks nothing indispensable. */
      unmoved: Unmoved.optional(),
      receivedOn: LocalDate.nullable(),
      /** All of it was sent by the last day given, the postmark counting (CRPA L112-1); null while it has not all come. */
      inTime: z.boolean().nullable(),
      ...tied,
    }),
  ),
  /** What is asked no more, since the last paper that asked it was cancelled; absent where there is none. */
  withdrawn: z
    .array(
      z.strictObject({
        kind: RequestKind,
        pieces: z.array(ShownPiece),
        on: LocalDate,
        withdrawnOn: LocalDate,
        /** The delay of the decision stopped until then, and runs again since. */
        runsAgain: z.boolean(),
        /** The first paper that asked it. */
        paper: DocumentNumber,
      }),
    )
    .optional(),
  /** Null where silence has no sense that we know: `regime.silence` says which. */
  clock: FileClock.nullable(),
  dues: z.array(DueLine),
  acknowledged: z.array(z.strictObject({ form: AcknowledgementForm, on: LocalDate, ...tied })),
  notOpposable,
  forwarded: z.array(
    z.strictObject({
      on: LocalDate,
      receivedOn: LocalDate.nullable(),
      competent: z.boolean(),
      to: z.string().nullable(),
      /** Since when it is known that it was noted by mistake, and why; null once that is erased. Absent from one that holds. */
      mistaken: z.strictObject({ on: LocalDate, reason: z.string().nullable() }).optional(),
    }),
  ),
  decision: z
    .strictObject({
      decision: FileDecision,
      on: LocalDate,
      by: DecidedBy,
      /** Its paper, where another software made it: its reasons are there. */
      elsewhere: z
        .strictObject({ issuer: z.string(), number: z.string(), notifiedOn: LocalDate.optional() })
        .optional(),
    })
    .nullable(),
  /** A refusal of this office that nobody was notified of: silence accepts on that day, or did and it decides nothing. */
  unheard: z
    .strictObject({
      decision: FileDecision,
      on: LocalDate,
      by: DecidedBy,
      until: LocalDate,
      overtaken: z.boolean(),
    })
    .optional(),
  title: z
    .strictObject({
      arrivedOn: LocalDate,
      collectBy: LocalDate.nullable(),
      slot: z.string().nullable(),
      notices: z.int(),
      state: z.enum(['here', 'handedOver', 'destroyed']),
      /** The texts that have it handed over in person; absent where it may be sent. */
      inPerson: z.array(z.string()).optional(),
    })
    .nullable(),
  originals: z.array(
    z.strictObject({ title: z.string().nullable(), heldOn: LocalDate, returnedOn: LocalDate.nullable() }),
  ),
  handedOver: z.array(
    z.strictObject({
      what: HandedWhat,
      means: HandedMeans,
      on: LocalDate,
      refused: z.boolean(),
      proof: HandedProof.nullable().default(null),
    }),
  ),
  /** Why it ended; null while it is open. */
  closed: z.strictObject({ reason: FileCloseReason, at: Instant }).nullable(),
})
export type FileShown = z.infer<typeof FileShown>

/** One act on a file, as its history shows it: which, when, by whom. */
export const FileAct = z.strictObject({
  act: z.enum([
    'opened',
    'described',
    'pieceAdded',
    'piecesRequested',
    'acknowledged',
    'forwarded',
    'decided',
    'titleArrived',
    'noticeSent',
    'titleDestroyed',
    'originalsHeld',
    'originalsReturned',
    'handedOver',
    'closed',
    'visitUndone',
  ]),
  /** What it undoes is what this act is named by: a forwarding that was noted by mistake. */
  mistaken: z.literal(true).optional(),
  /** What it undoes is what this act is named by: the last paper that told it was cancelled. */
  cancelled: z.literal(true).optional(),
  at: Instant,
  agentId: AgentId.nullable(),
})

export const Look = z.strictObject({
  lookId: ConsultationId,
  at: Instant,
  agentId: AgentId.nullable(),
  stationId: StationId,
  by: z.enum(['reference', 'name', 'file']),
  /** Which files were shown: what was typed is not kept. */
  files: z.array(z.strictObject({ fileId: FileId, reference: FileReference.nullable() })),
})
