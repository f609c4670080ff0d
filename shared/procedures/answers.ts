import { LocalDate, type PieceId } from '../contract/ids.ts'
import type { holidayPlaces } from '../contract/office/calendar.ts'
import type { Procedure } from './catalogue.ts'
import { type DomainDate, type Evaluation, frenchDate, injectedDate, yearsBefore } from './engine.ts'
import { type Model, type NamedRule, modelOf } from './model.ts'
import { restsOn } from './reasons.ts'

/** Answers by question id: an option's value, `oui`, `non`, or a day `2026-11-25`. */
export type Answers = Readonly<Record<string, string>>

export type PieceState = 'presented' | 'missing' | 'notExamined'

/** What the agent ticked; pieces known by label only have no id and change nothing here. */
export type TickedPiece = {
  readonly pieceId?: PieceId | null | undefined
  readonly state: PieceState
}

/** A title that the person showed for themselves: its kind (`passport`) and its last day of validity, if read. */
export type SeenTitle = {
  readonly kind: string
  readonly validUntil?: LocalDate | null | undefined
}

/** What is known of one request. `date` is the day of filing, in the office's zone. */
export type Situation = {
  readonly date: LocalDate
  readonly answers: Answers
  readonly pieces: readonly TickedPiece[]
  /** Only the title of the person for whom the request is made: a parent's passport proves nothing of the child. */
  readonly identity?: SeenTitle | null | undefined
  /** The birth of the person for whom the request is made, where the sheet holds it. */
  readonly birthDate?: LocalDate | null | undefined
  /** A guardian acts for an adult: who is under tutelle is known by it. */
  readonly ward?: boolean | undefined
  /** A parent or a tutor acts for a child: who is a minor is known by it. */
  readonly minor?: boolean | undefined
  /** Exchanges between administrations to which the office is connected (CRPA D114-9-1). */
  readonly exchanges?: readonly string[] | undefined
  /** Pieces that an exchange holds and could not give: asked again, with a reason (CRPA L114-10). */
  readonly askedAgain?: ReadonlySet<PieceId> | undefined
  /** Where the office stands: an answer that a text gives elsewhere is not offered. */
  readonly place?: (typeof holidayPlaces)[number] | undefined
  /** Days that legal time or the office's settings give. */
  readonly dates?: Readonly<Partial<Record<DomainDate, LocalDate>>> | undefined
}

/** An answer in force, and whether a person gave it or a presented piece says it. */
export type Answered = {
  readonly question: NamedRule<'question'>
  readonly value: string
  readonly from: 'answer' | 'piece'
}

const asPublicodes = ({ rule, data }: NamedRule<'question'>, value: string): string =>
  rule['une possibilité'] !== undefined ? `'${value}'` : data.options.length === 0 ? frenchDate(value) : value

const fits = ({ data }: NamedRule<'question'>, value: string): boolean =>
  data.options.length === 0
    ? LocalDate.safeParse(value).success
    : data.options.some((option) => option.valeur === value)

/** Whether this question exists in the procedure and may be answered so. */
export function isAnswer(procedure: Procedure, questionId: string, value: string): boolean {
  const question = modelOf(procedure).questions.find(({ data }) => data.id === questionId)
  return question !== undefined && fits(question, value)
}

/** Whether this piece is one of the procedure. */
export const hasPiece = (procedure: Procedure, pieceId: PieceId): boolean =>
  modelOf(procedure).pieces.some(({ data }) => data.id === pieceId)

/** Whether a date given is one that lies behind us, and is later than this day. */
export function isAhead(procedure: Procedure, questionId: string, value: string, date: LocalDate): boolean {
  const question = modelOf(procedure).questions.find(({ data }) => data.id === questionId)
  return question?.data.passée === 'oui' && value > date
}

/** What the title seen says of a question, from its last day of validity; undefined when it says nothing. */
function saidByTitle({ data }: NamedRule<'question'>, { date, identity }: Situation): string | undefined {
  const reading = data.identité
  const end = identity?.validUntil ?? null
  if (reading === undefined || !identity || ![reading.titre].flat().includes(identity.kind) || end === null)
    return undefined
  const { ans, valeur } = reading['si périmé depuis moins de']
  if (end >= date) return reading['si valide']
  return end > yearsBefore(date, ans) ? valeur : reading.sinon
}

/** The ages that an option says, in whole years, both included: « majeure », « 15 à 17 ans »; undefined where it says none. */
function agesOf(value: string): readonly [number, number] | undefined {
  if (value === 'majeure') return [18, Infinity]
  if (value === 'mineure') return [0, 17]
  const [, from, to] = /^(\d+) à (\d+) ans$/.exec(value) ?? []
  if (from !== undefined && to !== undefined) return [Number(from), Number(to)]
  const [, under] = /^moins de (\d+) ans$/.exec(value) ?? []
  return under === undefined ? undefined : [0, Number(under) - 1]
}

/**
 * What a birth date says of the question that asks whether the person is of age, whoever asks it; a child and the tutelle
 * are known by who acts. Undefined where the question is another, or where its options leave that age out.
 */
function saidByAge(
  { data }: NamedRule<'question'>,
  { birthDate, date, ward, minor }: Situation,
): string | undefined {
  const values = data.options.map(({ valeur }) => valeur)
  if (!values.includes('majeure')) return undefined
  if (ward === true && values.includes('en tutelle')) return 'en tutelle'
  if (birthDate == null || birthDate > date)
    return minor === true && values.includes('mineure') ? 'mineure' : undefined
  return values.find((value) => {
    const ages = agesOf(value)
    if (ages === undefined) return false
    const [from, to] = ages
    return birthDate <= yearsBefore(date, from) && (to === Infinity || birthDate > yearsBefore(date, to + 1))
  })
}

/** What the sheet holds of a date question: a birth that was read, the last day of the title seen. */
function saidBySheet(
  { data }: NamedRule<'question'>,
  { birthDate, identity }: Situation,
): string | undefined {
  if (data.lit === 'naissance de la personne') return birthDate ?? undefined
  if (data.lit === undefined) return undefined
  return identity && data.lit['fin du titre'].includes(identity.kind)
    ? (identity.validUntil ?? undefined)
    : undefined
}

/** Answers in force, in the declared order: those given that fit, then what presented pieces and titles say. */
function inForce(model: Model, situation: Situation): readonly Answered[] {
  const { answers, pieces } = situation
  const presented = new Set(pieces.flatMap(({ pieceId, state }) => (state === 'presented' ? [pieceId] : [])))
  const byPiece = new Map<string, string>()
  for (const { data } of model.pieces)
    if (data.répond !== undefined && presented.has(data.id) && !byPiece.has(data.répond.question))
      byPiece.set(data.répond.question, data.répond.valeur)
  return model.questions.flatMap((question): readonly Answered[] => {
    const { id } = question.data
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
    if (answer !== undefined && fits(question, answer)) return [{ question, value: answer, from: 'answer' }]
    const value =
      byPiece.get(id) ??
      saidByTitle(question, situation) ??
      saidByAge(question, situation) ??
      saidBySheet(question, situation)
    return value === undefined ? [] : [{ question, value, from: 'piece' }]
  })
}

function evaluateWith(model: Model, { date, dates }: Situation, answered: readonly Answered[]): Evaluation {
  const situation: Record<string, string> = {}
  for (const name of model.injected) {
    const day = injectedDate(name, date, dates)
    if (day !== null) situation[name] = frenchDate(day)
  }
  for (const { question, value } of answered) situation[question.name] = asPublicodes(question, value)
  return model.evaluate(situation)
}

/**
 * The rules under what is known, with the answers that still matter; the others are forgotten, so that none
 * can come back to change a piece unseen. Answers of another version, or that fit no option, are forgotten too.
 */
export function settle(
  model: Model,
  situation: Situation,
): { readonly evaluation: Evaluation; readonly answered: readonly Answered[] } {
  const applicable = inForce(model, situation)
  const evaluation = evaluateWith(model, situation, applicable)
  const matters = restsOn(model, evaluation, [
    ...model.pieces.map(({ name }) => name),
    ...model.cases.map(({ ground }) => ground),
    ...model.dated.map(({ name }) => name),
  ])
  const answered = applicable.filter(({ question }) => matters.has(question.name))
  return answered.length === applicable.length
    ? { evaluation, answered }
    : { evaluation: evaluateWith(model, situation, answered), answered }
}

/**
 * The first question, in the declared order, whose answer can still change a piece, or what silence is worth; when none
 * can, the first that would give a day which the person must keep, or tell whether there is one; null when none remains.
 */
export function nextQuestion(model: Model, evaluation: Evaluation): NamedRule<'question'> | null {
  const first = (names: readonly string[]) => {
    const missing = new Set(names.flatMap((name) => evaluation.missing(name)))
    return model.questions.find(({ name }) => missing.has(name))
  }
  return (
    first([...model.pieces.map(({ name }) => name), ...model.cases.map(({ ground }) => ground)]) ??
    first(model.dated.map(({ name }) => name)) ??
    null
  )
}
