import { z } from 'zod'
import { PieceId, VisitId } from '../ids.ts'
import { Delay, PieceState } from '../law/assessment.ts'
import { spaced } from '../typed.ts'
import { Person } from '../visit/sheet.ts'

/** What a person writes in one line. */
export const typed = spaced.min(1).max(200)

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
  /** What was filed asks for nothing. Absent for a request, and from the files of before. */
  nature: z.enum(['declaration', 'payment']).optional(),
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

/** Not wholly granted, in so many words. */
export const refuses = (decision: FileDecision): boolean =>
  decision === 'refused' || decision === 'partlyGranted'

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

/** What the person is asked for: what lacks (CRPA L114-5), or the original of a doubtful copy (R113-6), which no day ends. */
export const RequestKind = z.enum(['missing', 'original'])
