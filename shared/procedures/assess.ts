import { LocalDate } from '../contract/ids.ts'
import { type Answered, type Answers, type Situation, nextQuestion, settle } from './answers.ts'
import type { Procedure } from './catalogue.ts'
import { type AssessedPiece, assessPieces } from './assessPieces.ts'
import { type Consigne, consignesOn } from './consignes.ts'
import { type Evaluation, frenchDate, injectedDate } from './engine.ts'
import { type Fixed, type Noted, casePart, fixedPart } from './header.ts'
import { type Model, type NamedRule, modelOf } from './model.ts'
import { reasonOf } from './reasons.ts'
import { type Sourced, sourced } from './sources.ts'

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
/** A delay of the person: which rule of legal time, from which day. `input` is null while that day is not known. */
export type Deadline = Noted & {
  readonly deadlineId: string
  readonly rule: { readonly name: string; readonly field: string; readonly from: LocalDate | null } | null
}

/** All that the counter shows of one request: a pure function of the rules, the day, the answers and the ticks. */
export type Assessment = Fixed & {
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
  readonly deadlines: readonly Deadline[]
  /** Instructions that bear on the procedure as a whole. */
  readonly consignes: readonly Consigne[]
  /** The version's review date is past: everything is « à vérifier ». */
  readonly reviewOverdue: boolean
}

function ask(model: Model, { rule, data }: NamedRule<'question'>, situation: Situation): AskedQuestion {
  const note = data.détail?.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const day = injectedDate(name, situation.date, situation.dates)
    return day === null ? '…' : frenchDate(day)
  })
  return {
    questionId: data.id,
    title: rule.titre,
    detail: rule.question ?? rule.titre,
    note: note ?? null,
    kind: data.options.length === 0 ? 'date' : 'choice',
    options: data.options
      .filter(({ lieux }) => !lieux || !situation.place || lieux.includes(situation.place))
      .map(({ valeur, titre }) => ({ value: valeur, title: titre })),
    why: data.pourquoi,
    ...sourced(model.procedure.articles, data.sources),
  }
}

const givenAnswer = ({ question, value, from }: Answered): GivenAnswer => ({
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
      ...sourced(model.procedure.articles, data.sources),
    }))

function price(model: Model, evaluation: Evaluation): Fee | null {
  for (const { name } of model.prices) {
    const euros = evaluation.value(name)
    if (typeof euros !== 'number') continue
    const { why, cited } = reasonOf(model, evaluation, name)
    return { cents: Math.round(euros * 100), why, ...sourced(model.procedure.articles, cited) }
  }
  return null
}

/** A day from which a delay runs, and whether this case has it: it may while a question could still tell. */
function startOf(
  model: Model,
  evaluation: Evaluation,
  { dates, date }: Situation,
  answered: readonly Answered[],
  from: string,
): { readonly day: LocalDate | null; readonly applies: boolean } {
  if (from === 'date-demande') return { day: date, applies: true }
  if (from === 'prochain-scrutin') return { day: dates?.['prochain scrutin'] ?? null, applies: true }
  const question = model.questions.find(({ data }) => data.id === from)
  const guard = question?.rule['applicable si']
  const holds = guard === undefined || evaluation.value(model.condition(guard, question?.name ?? '').text)
  const value = answered.find((one) => one.question.data.id === from)?.value
  return {
    // A date read from the sheet says nothing while it is not known that this case has such a delay.
    day: holds === true ? (LocalDate.safeParse(value).data ?? null) : null,
    applies: holds !== false && holds !== null,
  }
}

function days(
  model: Model,
  evaluation: Evaluation,
  situation: Situation,
  answered: readonly Answered[],
): readonly Deadline[] {
  const { header, articles } = model.procedure
  return header.délais.flatMap(({ id, titre, détail, règle, sources }): readonly Deadline[] => {
    const shown = { deadlineId: id, title: titre, detail: détail, ...sourced(articles, sources) }
    if (règle === null) return [{ ...shown, rule: null }]
    const { day, applies } = startOf(model, evaluation, situation, answered, règle.selon)
    return applies ? [{ ...shown, rule: { name: règle.nom, field: règle.entrée, from: day } }] : []
  })
}

/** The one question that would refine the list, or null: what `assess` says of it, without all the rest. */
export function questionAsked(procedure: Procedure, situation: Situation): AskedQuestion | null {
  const model = modelOf(procedure)
  return asked(model, settle(model, situation).evaluation, situation)
}

function asked(model: Model, evaluation: Evaluation, situation: Situation): AskedQuestion | null {
  const next = nextQuestion(model, evaluation)
  return next === null ? null : ask(model, next, situation)
}

/**
 * What the office may ask, what it may not, what is due on both sides and at what price, as far as the answers
 * go; with the one question that would refine it. Total: answers that fit nothing are forgotten, nothing throws.
 */
export function assess(procedure: Procedure, situation: Situation): Assessment {
  const model = modelOf(procedure)
  const { evaluation, answered } = settle(model, situation)
  const parts = model.caseParts
    .map(({ name }) => evaluation.value(name))
    .filter((part) => typeof part === 'string')
  return {
    case: parts.join(', '),
    pieces: assessPieces(model, evaluation, situation),
    question: asked(model, evaluation, situation),
    answered: answered.map(givenAnswer),
    answers: Object.fromEntries(
      answered
        .filter(({ from }) => from === 'answer')
        .map(({ question, value }) => [question.data.id, value]),
    ),
    dueByPerson: duties(model, evaluation, 'personne'),
    dueByAdministration: duties(model, evaluation, 'administration'),
    deadlines: days(model, evaluation, situation, answered),
    fee: price(model, evaluation),
    consignes: consignesOn(procedure, null, situation.date),
    ...fixedPart(procedure),
    ...casePart(model, evaluation),
    reviewOverdue: situation.date > procedure.reviewBy,
  }
}
