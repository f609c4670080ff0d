import { z } from 'zod'
import {
  AgentId,
  ConsultationId,
  FileId,
  FileReference,
  Instant,
  LocalDate,
  PieceId,
  ProcedureId,
  ServiceId,
  StationId,
  VisitId,
} from '../ids.ts'
import { Delay, PieceState, RuleVersion } from '../law/assessment.ts'
import { Text } from '../text.ts'
import { Person } from '../visit/sheet.ts'
import { HandedMeans, HandedProof } from '../documents/kinds.ts'

/** What a person writes in one line. */
export const typed = z.string().trim().min(1).max(200)

/** How a request came. `title`: nothing was filed here, a title to hand over arrived. */
export const FileChannel = z.enum(['counter', 'post', 'email', 'depositBox', 'title', 'assisted'])
export type FileChannel = z.infer<typeof FileChannel>

/** A text that a file's dates rest on, as it was named when the file was opened. */
export const FileSource = z.strictObject({ title: z.string(), id: z.string().nullable() })
export type FileSource = z.infer<typeof FileSource>

/** The texts that a date rests on, and whether one of them is to confirm. */
export const founded = { sources: z.array(FileSource), toConfirm: z.boolean() }

/** What the law attaches to a request, frozen when it is recorded: later rules change nothing of it. */
export const FileRegime = z.strictObject({
  /** What silence is worth; `inconnu` stays so, and is said. */
  silence: z.strictObject({
    sense: z.enum(['rejet', 'acceptation', 'inconnu', 'sansObjet']),
    delay: Delay.nullable(),
    /** Unknown, and ruled by the law common to all requests (CRPA L231-1, L231-4). Absent from the files of before. */
    general: z.literal(true).optional(),
    /** « Le silence gardé par le préfet pendant 2 mois vaut décision de rejet ». */
    title: z.string(),
    ...founded,
  }),
  /** Whether the request gives a right (CRPA L114-5-1): only an indispensable piece then moves the clock. */
  right: z.boolean(),
  /** Whether an acknowledgement is due (CRPA L112-3, R112-4). */
  acknowledgement: z.strictObject({ due: z.boolean(), ...founded }),
  /** The office only collects: another authority decides. */
  collectsOnly: z.boolean(),
  /** After how long a title that nobody collects is destroyed; null when no text is known. */
  destruction: z.strictObject({ delay: Delay.nullable(), ...founded }),
  /** Months for which the file is kept; null when the duration is not known: nothing is then eliminated (C. patr. L214-3). */
  keepMonths: z.int().min(1).nullable(),
})
export type FileRegime = z.infer<typeof FileRegime>

/** A person as they are addressed: by family name, the usual name only when they asked for it (CRPA L111-3). */
export const FilePerson = Person.extend({
  /** A telephone number or an address, as given. */
  contact: typed.nullable().optional(),
})
export type FilePerson = z.infer<typeof FilePerson>

/** A piece by its id in the rules, or by a name that was typed. */
export const named = [z.strictObject({ pieceId: PieceId }), z.strictObject({ label: typed })] as const
export const PieceName = z.union(named)
export type PieceName = z.infer<typeof PieceName>
/** One that lacks under a typed name names the text that requires it. */
export const FiledPiece = z.union([
  named[0].extend({ state: PieceState }),
  named[1].extend({ state: PieceState, source: typed.optional() }),
])

/** The same in the journal: a typed name is the personal row's, by its rank there. */
export const PieceKey = z.union([
  z.strictObject({ pieceId: PieceId }),
  z.strictObject({ labelled: z.int().min(0) }),
])
export type PieceKey = z.infer<typeof PieceKey>
export const KeptPiece = z.union([
  z.strictObject({ pieceId: PieceId, state: PieceState }),
  z.strictObject({ labelled: z.int().min(0), state: PieceState }),
])
export type KeptPiece = z.infer<typeof KeptPiece>

/** The visit, and which of its requests, that an act on a file came from: undoing its closing takes it back. */
export const FromVisit = z.strictObject({ visitId: VisitId, request: z.int().min(0) })
export type FromVisit = z.infer<typeof FromVisit>

export const FileDecision = z.enum([
  'granted',
  'partlyGranted',
  'refused',
  'implicitAcceptance',
  'implicitRejection',
])
export type FileDecision = z.infer<typeof FileDecision>

/** Who decided: this office, or the authority for which it collects. */
export const DecidedBy = z.enum(['office', 'authority'])

export const FileCloseReason = z.enum([
  'done',
  'withdrawn',
  'forwarded',
  'titleDestroyed',
  'duplicate',
  'mistake',
  'assisted',
])
export type FileCloseReason = z.infer<typeof FileCloseReason>

export const HandedWhat = z.enum(['title', 'decision', 'document'])
export const NoticeMeans = z.enum(['telephone', 'sms', 'email', 'post'])
/** `aee`, `are`: what an e-mail receives (CRPA R112-11-1 and -2); `ar`: the acknowledgement on paper. */
export const AcknowledgementForm = z.enum(['ar', 'aee', 'are'])
export type AcknowledgementForm = z.infer<typeof AcknowledgementForm>

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

/** What the person is asked for: what lacks (CRPA L114-5), or the original of a doubtful copy (R113-6), which no day ends. */
/** The letters of a file whose words a person types: those that its acts send, and papers issued for it. */
export const FileLetter = z.enum([
  'requestPieces',
  'forward',
  'original',
  'transmission',
  'motifs',
  'regularisation',
])
export type FileLetter = z.infer<typeof FileLetter>

/** What is typed of a letter, by its field; empty, nothing is kept of it. */
export const LetterTyped = z
  .record(z.string().max(200), z.string().max(4000))
  .refine((typed) => Object.keys(typed).length <= 60)
export type LetterTyped = z.infer<typeof LetterTyped>

export const RequestKind = z.enum(['missing', 'original'])

/** The clock of silence, as it runs on a file today; the rule that gives it is in `domain/legal/silence.ts`. */
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
      receivedOn: LocalDate.nullable(),
      /** All of it was sent by the last day given, the postmark counting (CRPA L112-1); null while it has not all come. */
      inTime: z.boolean().nullable(),
    }),
  ),
  /** Null where silence has no sense that we know: `regime.silence` says which. */
  clock: FileClock.nullable(),
  dues: z.array(DueLine),
  acknowledged: z.array(z.strictObject({ form: AcknowledgementForm, on: LocalDate })),
  notOpposable,
  forwarded: z.array(
    z.strictObject({
      on: LocalDate,
      receivedOn: LocalDate.nullable(),
      competent: z.boolean(),
      to: z.string().nullable(),
    }),
  ),
  decision: z.strictObject({ decision: FileDecision, on: LocalDate, by: DecidedBy }).nullable(),
  title: z
    .strictObject({
      arrivedOn: LocalDate,
      collectBy: LocalDate.nullable(),
      slot: z.string().nullable(),
      notices: z.int(),
      state: z.enum(['here', 'handedOver', 'destroyed']),
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
