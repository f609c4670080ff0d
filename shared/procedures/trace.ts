import type { PieceId } from '../contract/ids.ts'
import { type Answered, type Situation, settle } from './answers.ts'
import type { Procedure } from './catalogue.ts'
import { type Evaluation, frenchDate } from './engine.ts'
import { type Condition, type Model, modelOf } from './model.ts'
import { asSentence, branchesRead, conditionsRead, restsOn } from './reasons.ts'
import { assessPieces } from './assessPieces.ts'
import { pieceStatus } from './format.ts'
import { type Articles, type Cited, type SourceRef, sourced } from './sources.ts'

/** One line of reasoning, to print or show: what was found, and the text that makes it count (CRPA L311-3-1). */
export type TraceLine = {
  /** 0 for the conclusion, 1 for what it rests on, and so on. */
  readonly depth: number
  readonly text: string
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}

const conclusions: Readonly<Record<string, string>> = {
  requise: 'demandée',
  alternative: 'l’une des pièces au choix',
  dispensée: 'non exigible',
  détenue: 'détenue par une administration',
  interdite: 'ne peut être demandée',
}

type Reading = {
  readonly line: Line
  readonly model: Model
  readonly evaluation: Evaluation
  readonly answered: readonly Answered[]
}

const statuses: Readonly<Record<string, string>> = pieceStatus

type Line = (depth: number, text: string, cited: readonly Cited[]) => TraceLine
const lineOf =
  (articles: Articles): Line =>
  (depth, text, cited) => ({ depth, text, ...sourced(articles, cited) })

function ofCondition(reading: Reading, condition: Condition, depth: number): readonly TraceLine[] {
  return condition.names.flatMap((name) => ofRule(reading, name, depth))
}

function ofRule(reading: Reading, name: string, depth: number): readonly TraceLine[] {
  const { line, model, evaluation, answered } = reading
  const rule = model.rule(name)
  if (rule?._g.genre === 'question') {
    const answer = answered.find(({ question }) => question.name === name)
    if (answer === undefined) return []
    const { value, question, from } = answer
    const title = question.data.options.find((option) => option.valeur === value)?.titre ?? frenchDate(value)
    const origin = from === 'piece' ? ' (d’après la pièce présentée)' : ''
    return [line(depth, `${question.rule.titre} : ${title}${origin}`, [])]
  }
  if (rule?._g.genre !== 'motif') return []
  const holds = evaluation.value(name) === true
  const text = asSentence(holds ? rule.titre : rule._g['si faux'])
  const { read, settled } = conditionsRead(model, evaluation, name, rule)
  const inner = [
    ...(rule.valeur === undefined ? [] : [model.condition(rule.valeur, name)]),
    ...(settled === null ? read : [settled]),
  ]
  return [
    line(depth, text, rule._g.sources),
    ...inner.flatMap((condition) => ofCondition(reading, condition, depth + 1)),
  ]
}

/**
 * Why a piece has its status: the conclusion, then each ground read, met or not, down to the answers. While the
 * piece is not settled there is no reasoning to show: one line says which questions it depends on. Empty for a
 * piece that the procedure does not know.
 */
export function trace(procedure: Procedure, situation: Situation, pieceId: PieceId): readonly TraceLine[] {
  const model = modelOf(procedure)
  const piece = model.pieces.find(({ data }) => data.id === pieceId)
  if (piece === undefined) return []
  const { evaluation, answered } = settle(model, situation)
  const line = lineOf(procedure.articles)
  const reading = { line, model, evaluation, answered }
  const { name, rule, data } = piece
  const value = evaluation.value(name)
  if (value === undefined) {
    const open = restsOn(model, evaluation, [name])
    const titles = model.questions
      .filter((question) => open.has(question.name) && answered.every((one) => one.question !== question))
      .map((question) => `« ${question.rule.titre} »`)
    return [line(0, `${rule.titre} : pas encore établi, dépend de ${titles.join(', ')}`, data.sources)]
  }
  const guard = rule['applicable si'] === undefined ? null : model.condition(rule['applicable si'], name)
  const conclusion = typeof value === 'string' ? (conclusions[value] ?? value) : 'sans objet dans ce cas'
  const branches = branchesRead(model, evaluation, name, rule)
  const last = branches.at(-1)
  const byDefault = value !== null && (last === undefined || last.condition === null)
  // What was produced may dispense from it, and an exchange may hold it: then the last word is not the rule's.
  const shown = assessPieces(model, evaluation, situation).find(({ pieceId: id }) => id === pieceId)
  const changed =
    shown &&
    typeof value === 'string' &&
    (shown.status === 'notRequired' || shown.status === 'heldByAdministration')
      ? shown.status !== statuses[value]
      : false
  return distinct([
    line(0, `${rule.titre} : ${conclusion}`, data.sources),
    ...(changed && shown
      ? [{ depth: 1, text: shown.why, sources: shown.sources, toConfirm: shown.toConfirm }]
      : []),
    ...(guard === null ? [] : ofCondition(reading, guard, 1)),
    ...(value === null
      ? []
      : branches.flatMap(({ condition }) => (condition === null ? [] : ofCondition(reading, condition, 1)))),
    ...(byDefault ? [line(1, data.pourquoi, data.sources)] : []),
  ])
}

/** Two grounds may rest on the same answer: it is told once. */
const distinct = (lines: readonly TraceLine[]): readonly TraceLine[] =>
  lines.filter(({ text }, at) => lines.findIndex((other) => other.text === text) === at)
