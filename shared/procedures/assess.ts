import type { LocalDate, PieceId } from '../contract/ids.ts'
import type { Text } from '../contract/text.ts'
import { type Answered, type Answers, type Situation, nextQuestion, settle } from './answers.ts'
import type { Bring, Procedure } from './catalogue.ts'
import { type Evaluation, frenchDate, injectedDate } from './engine.ts'
import { type PieceValue, pieceStatus } from './format.ts'
import { type Model, type Named, modelOf } from './model.ts'
import { reasonOf } from './reasons.ts'
import { type Cited, type SourceRef, cite, toConfirm } from './sources.ts'

/** What a text supports: its sources, and whether one of them still has to be confirmed. */
export type Sourced = { readonly sources: readonly SourceRef[]; readonly toConfirm: boolean }

export type PieceStatus = 'required' | 'alternative' | 'notRequired' | 'mayNotBeAsked' | 'unknown'

export type AssessedPiece = Sourced & {
  readonly pieceId: PieceId
  readonly title: string
  readonly detail: string | null
  readonly status: PieceStatus
  /** True for what only some cases need, while the case is not known: a page may fold these lines. */
  readonly conditional: boolean
  readonly why: string
}

export type AskedQuestion = Sourced & {
  readonly questionId: string
  /** Short: « Logement ». */
  readonly title: string
  /** The question whole. */
  readonly detail: string
  /** What helps to answer, dates worked out; null when there is nothing to add. */
  readonly note: string | null
  readonly kind: 'choice' | 'date'
  /** In the order of the keys 1, 2, 3…; none for a date. */
  readonly options: readonly { readonly value: string; readonly title: string }[]
  readonly why: string
}

export type GivenAnswer = {
  readonly questionId: string
  readonly title: string
  readonly value: string
  readonly answerTitle: string
  /** `piece`: nobody answered, a presented piece or title says it. */
  readonly from: 'answer' | 'piece'
}

export type Due = Sourced & { readonly dueId: string; readonly title: string; readonly detail: string }
export type Fee = Sourced & { readonly cents: number; readonly why: string }
export type Silence = Sourced & {
  readonly sense: 'rejet' | 'acceptation' | 'inconnu' | 'sansObjet'
  readonly delay: { readonly months: number } | null
  /** Whose silence: « le préfet ». */
  readonly who: string
}
/** A rule in two lines, with how many months it gives where it gives any. */
export type Noted = Sourced & {
  readonly title: string
  readonly detail: string | null
  readonly months: number | null
}

/** All that the counter shows of one request: a pure function of the rules, the day, the answers and the ticks. */
export type Assessment = {
  /** « renouvellement, ancienne carte présentée »; empty while no part of it is known. */
  readonly case: string
  readonly pieces: readonly AssessedPiece[]
  readonly question: AskedQuestion | null
  readonly answered: readonly GivenAnswer[]
  /** The answers to keep: those that no longer matter are not here. */
  readonly answers: Answers
  readonly dueByPerson: readonly Due[]
  readonly dueByAdministration: readonly Due[]
  /** Null while it is not known, or when the procedure says nothing of a price. */
  readonly fee: Fee | null
  readonly silence: Silence
  readonly decides: Sourced & { readonly title: Text; readonly detail: string }
  readonly acknowledgement: Sourced & { readonly due: boolean; readonly why: string }
  readonly populationType: Sourced & { readonly title: string; readonly definition: string }
  readonly whoMayAct: readonly Noted[]
  readonly ifIncomplete: Noted
  readonly remedy: Noted | null
  readonly handingOver: Noted | null
  readonly bring: readonly Bring[]
  /** The version's review date is past: everything is « à vérifier ». */
  readonly reviewOverdue: boolean
}

const sourced = (cited: readonly Cited[]): Sourced => {
  const sources = cite(cited)
  return { sources, toConfirm: toConfirm(sources) }
}

const noted = (note: {
  readonly titre: string
  readonly détail?: string | undefined
  readonly mois?: number
  readonly sources: readonly Cited[]
}): Noted => ({
  title: note.titre,
  detail: note.détail ?? null,
  months: note.mois ?? null,
  ...sourced(note.sources),
})

function assessPiece(model: Model, evaluation: Evaluation, piece: Named<'pièce'>): AssessedPiece | null {
  const { name, rule, data } = piece
  const value = evaluation.value(name)
  if (value === null || value === false) return null
  const shown = { pieceId: data.id, title: rule.titre, detail: data.détail ?? null }
  if (value === undefined) {
    const presumed = data['tant que inconnu']
    return {
      ...shown,
      status: presumed === undefined ? 'unknown' : pieceStatus[presumed],
      conditional: presumed === undefined && data['en tête'] === undefined,
      why: data['si inconnu'] ?? 'Selon les réponses',
      ...sourced(data.sources),
    }
  }
  const { why, cited } = reasonOf(model, evaluation, name)
  const status = isStatus(value) ? pieceStatus[value] : 'unknown'
  return { ...shown, status, conditional: false, why, ...sourced(cited) }
}

const isStatus = (value: unknown): value is PieceValue =>
  typeof value === 'string' && Object.hasOwn(pieceStatus, value)

/** The checklist. Of pieces that stand for one another, one presented makes the others leave the list. */
function checklist(model: Model, evaluation: Evaluation, { pieces }: Situation): readonly AssessedPiece[] {
  const presented = new Set(pieces.flatMap((tick) => (tick.state === 'presented' ? [tick.pieceId] : [])))
  const chosen = new Map<string, PieceId>()
  for (const { data } of model.pieces)
    if (data.groupe !== undefined && presented.has(data.id) && !chosen.has(data.groupe))
      chosen.set(data.groupe, data.id)
  return model.pieces.flatMap((piece) => {
    const assessed = assessPiece(model, evaluation, piece)
    const choice = piece.data.groupe === undefined ? undefined : chosen.get(piece.data.groupe)
    if (assessed === null || (choice !== undefined && choice !== assessed.pieceId)) return []
    return [choice === undefined ? assessed : { ...assessed, status: 'required' as const }]
  })
}

function ask({ rule, data }: Named<'question'>, date: LocalDate): AskedQuestion {
  const note = data.détail?.replaceAll(/\{([^}]*)\}/g, (_, name: string) =>
    frenchDate(injectedDate(name, date)),
  )
  return {
    questionId: data.id,
    title: rule.titre,
    detail: rule.question ?? rule.titre,
    note: note ?? null,
    kind: data.options.length === 0 ? 'date' : 'choice',
    options: data.options.map(({ valeur, titre }) => ({ value: valeur, title: titre })),
    why: data.pourquoi,
    ...sourced(data.sources),
  }
}

const given = ({ question, value, from }: Answered): GivenAnswer => ({
  questionId: question.data.id,
  title: question.rule.titre,
  value,
  answerTitle: question.data.options.find((option) => option.valeur === value)?.titre ?? frenchDate(value),
  from,
})

const duties = (model: Model, evaluation: Evaluation, of: 'personne' | 'administration'): readonly Due[] =>
  model.duties
    .filter(({ name, data }) => data.de === of && evaluation.value(name) === true)
    .map(({ rule, data }) => ({
      dueId: data.id,
      title: rule.titre,
      detail: data.détail,
      ...sourced(data.sources),
    }))

function price(model: Model, evaluation: Evaluation): Fee | null {
  for (const { name } of model.prices) {
    const euros = evaluation.value(name)
    if (typeof euros !== 'number') continue
    const { why, cited } = reasonOf(model, evaluation, name)
    return { cents: Math.round(euros * 100), why, ...sourced(cited) }
  }
  return null
}

const fixed = new WeakMap<Procedure, Fixed>()
type Fixed = Pick<
  Assessment,
  | 'silence'
  | 'decides'
  | 'acknowledgement'
  | 'populationType'
  | 'whoMayAct'
  | 'ifIncomplete'
  | 'remedy'
  | 'handingOver'
  | 'bring'
>

/** What no answer changes, worked out once a version. */
function fixedPart(procedure: Procedure): Fixed {
  const before = fixed.get(procedure)
  if (before !== undefined) return before
  const { silence, décide, accusé, population, incomplet, recours, remise, ...header } = procedure.header
  const part: Fixed = {
    silence: {
      sense: silence.sens,
      delay: silence.mois === null ? null : { months: silence.mois },
      who: silence.qui,
      ...sourced(silence.sources),
    },
    decides: { title: décide.titre, detail: décide.détail, ...sourced(décide.sources) },
    acknowledgement: { due: accusé.dû === 'oui', why: accusé.pourquoi, ...sourced(accusé.sources) },
    populationType: {
      title: population.titre,
      definition: population.définition,
      ...sourced(population.sources),
    },
    whoMayAct: header['qui peut agir'].map(noted),
    ifIncomplete: noted(incomplet),
    remedy: recours === null ? null : noted(recours),
    handingOver: remise === null ? null : noted(remise),
    bring: procedure.bring,
  }
  fixed.set(procedure, part)
  return part
}

/**
 * What the office may ask, what it may not, what is due on both sides and at what price, as far as the answers
 * go; with the one question that would refine it. Total: answers that fit nothing are forgotten, nothing throws.
 */
export function assess(procedure: Procedure, situation: Situation): Assessment {
  const model = modelOf(procedure)
  const { evaluation, answered } = settle(model, situation)
  const next = nextQuestion(model, evaluation)
  const parts = model.caseParts
    .map(({ name }) => evaluation.value(name))
    .filter((part) => typeof part === 'string')
  return {
    case: parts.join(', '),
    pieces: checklist(model, evaluation, situation),
    question: next === null ? null : ask(next, situation.date),
    answered: answered.map(given),
    answers: Object.fromEntries(
      answered
        .filter(({ from }) => from === 'answer')
        .map(({ question, value }) => [question.data.id, value]),
    ),
    dueByPerson: duties(model, evaluation, 'personne'),
    dueByAdministration: duties(model, evaluation, 'administration'),
    fee: price(model, evaluation),
    ...fixedPart(procedure),
    reviewOverdue: situation.date > procedure.reviewBy,
  }
}
