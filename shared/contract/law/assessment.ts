import { z } from 'zod'
import { LocalDate, PieceId, ProcedureId } from '../ids.ts'
import { Text } from '../text.ts'

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

/** In what capacity someone is here: for themselves, for another, or beside another. */
export const capacities = [
  'self',
  'legalRepresentative',
  'tutelle',
  'curatelle',
  'habilitationFamiliale',
  'mandate',
  'relative',
  'accompanied',
  'interpreter',
] as const
export const Capacity = z.enum(capacities)
export type Capacity = z.infer<typeof Capacity>

export const pieceStates = ['presented', 'missing', 'notExamined'] as const
export const PieceState = z.enum(pieceStates)
export type PieceState = z.infer<typeof PieceState>

/** What the rules say of a piece in this situation. `unknown`: a question could still decide it. */
export const PieceStatus = z.enum([
  'required',
  'alternative',
  'notRequired',
  'heldByAdministration',
  'mayNotBeAsked',
  'unknown',
])
export type PieceStatus = z.infer<typeof PieceStatus>

const cited = { sources: z.array(SourceRef), toConfirm: z.boolean() }

/** An instruction of a ministry, beside the texts with which it conflicts (`against`): both are shown. */
export const Consigne = z.strictObject({
  consigneId: z.string(),
  issuer: z.string(),
  from: LocalDate,
  until: LocalDate.nullable(),
  title: z.string(),
  text: z.string(),
  against: z.array(z.string()),
})
export type Consigne = z.infer<typeof Consigne>

export const AssessedPiece = z.strictObject({
  pieceId: PieceId,
  title: z.string(),
  detail: z.string().nullable(),
  status: PieceStatus,
  /** What only some cases need, while the case is not known: a page may fold these lines. */
  conditional: z.boolean(),
  why: z.string(),
  /** Whether the instruction can't go on without it (CRPA L114-5-1); null where the request gives no right. */
  indispensable: z.boolean().nullable(),
  /** The exchange between administrations that could give it; asked only where the office is not on it. */
  exchange: z.strictObject({ exchangeId: z.string(), title: z.string(), connected: z.boolean() }).nullable(),
  consignes: z.array(Consigne),
  /** A proof of domicile: one whose 2D-Doc is verified can't be refused (CRPA R113-8). */
  domicile: z.boolean(),
  ...cited,
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

export const Delay = z.strictObject({ count: z.int(), unit: z.enum(['months', 'days']) })
export type Delay = z.infer<typeof Delay>

/** What someone may do for another today, and the proof that is seen. */
export const CapacityRule = z.strictObject({
  capacity: z.enum(capacities),
  title: z.string(),
  detail: z.string().nullable(),
  may: z.array(z.enum(['file', 'sign', 'collect'])),
  proof: z.string().nullable(),
  ...cited,
})
export type CapacityRule = z.infer<typeof CapacityRule>

/** A delay of the person. Dates are null while the day from which it runs is not known. */
export const Deadline = z.strictObject({
  deadlineId: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  /** The day of filing is past it; null while it has no date. */
  late: z.boolean().nullable(),
  ...cited,
})
export type Deadline = z.infer<typeof Deadline>

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
  delay: Delay.nullable(),
  /** Unknown, and ruled by the law common to all requests: acceptance after two months, or rejection (CRPA L231-1, L231-4). */
  general: z.literal(true).optional(),
  title: z.string(),
  sources: z.array(SourceRef),
  toConfirm: z.boolean(),
})
export type Silence = z.infer<typeof Silence>

/** How sure a list of pieces is: the oldest state of its verified texts, and the names of those still to be read. */
export const ListReading = z.strictObject({ since: LocalDate.nullable(), toConfirm: z.array(z.string()) })
export type ListReading = z.infer<typeof ListReading>

/** What is handed in: a request (CRPA L110-1), or what asks for nothing. */
const Nature = z.enum(['request', 'declaration', 'payment'])

/** Everything that the rules say of one situation: a pure function of the date, the answers and the rules. */
export const Assessment = z.strictObject({
  procedureId: ProcedureId,
  title: Text,
  /** « renouvellement, ancienne carte présentée », empty while nothing is known. */
  caseTitle: z.string(),
  pieces: z.array(AssessedPiece),
  reading: ListReading.default({ since: null, toConfirm: [] }),
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
  /** Absent where the rules were written before they said it. */
  nature: Nature.optional(),
  silence: Silence,
  decides: z.string(),
  /** The office that receives only collects: it decides nothing and can refuse nothing. */
  collects: z.boolean(),
  acknowledgement: z.strictObject({
    due: z.boolean(),
    exception: z.string().nullable(),
    why: z.string(),
    ...cited,
  }),
  whoMayAct: z.array(CapacityRule),
  deadlines: z.array(Deadline),
  ifLate: z.array(Due),
  /** The right to error (CRPA L123-1): said before any penalty. */
  rightToError: Due.nullable(),
  ifIncomplete: Due.extend({
    effect: z.enum(['suspends', 'restarts', 'none', 'unknown']),
    /** The time that a text gives to bring what lacks; absent where the office sets it (CRPA L114-5). */
    term: Delay.optional(),
  }),
  remedy: Due.extend({
    prior: z.enum(['yes', 'no', 'unknown']),
    /** Empty where the recourse is to the judge alone. */
    authority: z.string(),
    court: z.string(),
    delay: Delay.nullable(),
    /** No text sets a delay (else null is « not known »): against any decision, or against a rejection that silence made. */
    noDelay: z.enum(['always', 'afterSilence']).nullable().default(null),
  }).nullable(),
  handingOver: Due.extend({ destroyedAfter: Delay.nullable() }).nullable(),
  /** Papers that the procedure gives, each with what it is worth: never taken for one another. */
  delivers: z.array(
    z.strictObject({
      title: z.string(),
      worth: z.string(),
      onTheSpot: z.boolean(),
      duplicate: z.boolean(),
      /** This paper is the receipt of filing that this counter gives. */
      receipt: z.literal(true).optional(),
      ...cited,
    }),
  ),
  domicile: z.strictObject({
    proof: z.enum(['required', 'allowed', 'forbidden', 'noObject']),
    detail: z.string(),
    ...cited,
  }),
  titles: z.strictObject({
    list: z.enum(['open', 'electoral', 'secureTitle', 'none']),
    detail: z.string(),
    ...cited,
  }),
  forms: z.array(z.strictObject({ cerfa: z.string(), title: z.string(), ...cited })),
  retention: z.strictObject({ title: z.string(), months: z.int().nullable(), ...cited }),
  consignes: z.array(Consigne),
  /** Pieces that a regulation of the office requires beside the rules', each with it; absent where there is none. */
  local: z.array(z.strictObject({ title: z.string(), source: SourceRef })).optional(),
  /** The version's review date is past: everything is « à vérifier ». */
  reviewOverdue: z.boolean(),
  rule: RuleVersion,
})
export type Assessment = z.infer<typeof Assessment>
