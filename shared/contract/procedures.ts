import { z } from 'zod'
import { PieceId, ProcedureId } from './ids.ts'
import { Text } from './text.ts'

/** A text of law as it is shown beside a rule; `toConfirm` shows « à confirmer » wherever the rule is used. */
export const SourceRef = z.strictObject({
  /** « CRPA, art. R113-10 » */
  title: z.string(),
  /** LEGIARTI or JORF id, null when none is known. */
  id: z.string().nullable(),
  /** The text itself, where it was read; `summary` says it in our words and is never shown as the law's. */
  extract: z.string().nullable(),
  summary: z.string().optional(),
  toConfirm: z.boolean(),
})
export type SourceRef = z.infer<typeof SourceRef>

export const pieceStates = ['presented', 'missing', 'notExamined'] as const
export const PieceState = z.enum(pieceStates)
export type PieceState = z.infer<typeof PieceState>

/** What the rules say of a piece in this situation. `unknown`: a question could still decide it. */
export const PieceStatus = z.enum(['required', 'alternative', 'notRequired', 'mayNotBeAsked', 'unknown'])
export type PieceStatus = z.infer<typeof PieceStatus>

export const AssessedPiece = z.strictObject({
  pieceId: PieceId,
  title: z.string(),
  detail: z.string().nullable(),
  status: PieceStatus,
  /** What only some cases need, while the case is not known: a page may fold these lines. */
  conditional: z.boolean(),
  why: z.string(),
  sources: z.array(SourceRef),
  toConfirm: z.boolean(),
})
export type AssessedPiece = z.infer<typeof AssessedPiece>

export const Question = z.strictObject({
  questionId: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  /** A date has no options: it is typed, `2026-11-25`. */
  kind: z.enum(['choice', 'date']),
  options: z.array(z.strictObject({ value: z.string(), title: z.string() })),
  why: z.string(),
  sources: z.array(SourceRef),
  toConfirm: z.boolean(),
})
export type Question = z.infer<typeof Question>

export const Due = z.strictObject({
  title: z.string(),
  detail: z.string().nullable(),
  sources: z.array(SourceRef),
  toConfirm: z.boolean(),
})
export type Due = z.infer<typeof Due>

/** The version of the rules that a document freezes. `hash` is a SHA-256 in hex. */
export const RuleVersion = z.strictObject({
  procedureId: ProcedureId,
  version: z.string(),
  hash: z.string(),
  validFrom: z.string(),
})
export type RuleVersion = z.infer<typeof RuleVersion>

export const Silence = z.strictObject({
  sense: z.enum(['rejet', 'acceptation', 'inconnu', 'sansObjet']),
  months: z.int().nullable(),
  title: z.string(),
  sources: z.array(SourceRef),
  toConfirm: z.boolean(),
})
export type Silence = z.infer<typeof Silence>

/** Everything that the rules say of one situation: a pure function of the date, the answers and the rules. */
export const Assessment = z.strictObject({
  procedureId: ProcedureId,
  title: Text,
  /** « renouvellement, ancienne carte présentée », empty while nothing is known. */
  caseTitle: z.string(),
  pieces: z.array(AssessedPiece),
  question: Question.nullable(),
  /** In the declared order; `piece`: nobody answered, a presented piece says it. */
  answered: z.array(
    z.strictObject({
      questionId: z.string(),
      title: z.string(),
      value: z.string(),
      answer: z.string(),
      from: z.enum(['answer', 'piece']),
    }),
  ),
  populationType: z
    .strictObject({ title: z.string(), definition: z.string(), sources: z.array(SourceRef) })
    .nullable(),
  dueByPerson: z.array(Due),
  dueByAdministration: z.array(Due),
  fee: z
    .strictObject({ cents: z.int(), why: z.string(), sources: z.array(SourceRef), toConfirm: z.boolean() })
    .nullable(),
  silence: Silence,
  decides: z.string(),
  /** The version's review date is past: everything is « à vérifier ». */
  reviewOverdue: z.boolean(),
  rule: RuleVersion,
})
export type Assessment = z.infer<typeof Assessment>
