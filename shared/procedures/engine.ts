import type { LocalDate } from '../contract/ids.ts'
import Engine from 'publicodes'
import { Temporal } from 'temporal-polyfill'
import type { RuleFile } from './format.ts'

/** The evaluator and its exact version: part of what a document freezes. */
export const engineVersion = 'publicodes 1.10.3'

const refuse = (message: string): never => {
  throw new Error(message)
}

/** Everything that can fail does so aloud: by default publicodes only writes to the console. */
export const engineOptions = {
  strict: { situation: true, noOrphanRule: true, checkPossibleValues: true, noCycleRuntime: true },
  flag: { automaticNamespaceDisabling: false },
  logger: { log: () => {}, warn: refuse, error: refuse },
}

/** The rules as publicodes reads them, without our metadata. */
export function publicodesRules(rules: RuleFile): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rules).map(([name, { _g, ...rule }]) => [name, { ...rule }] as const),
  )
}

/** A value of a rule or expression: `null` is « non applicable », `undefined` is not yet known. */
export type Value = string | number | boolean | null | undefined

/** The rules under one situation. Asked twice, the same rule is computed once. */
export type Evaluation = {
  /** The value of a rule, or of an expression of the profile written with full names. */
  readonly value: (expression: string) => Value
  /** The questions whose answers could still change it, unordered. */
  readonly missing: (expression: string) => readonly string[]
}

/** A day as publicodes writes it, `25/11/2026`. */
export const frenchDate = (date: string): string => date.split('-').toReversed().join('/')

/** The same day `years` earlier; the 29th of February becomes the 28th. */
export const yearsBefore = (date: LocalDate, years: number): string =>
  Temporal.PlainDate.from(date).subtract({ years }).toString()

const relative = /^(il y a|dans) ([1-9][0-9]{0,2}) (an|ans|mois|jour|jours)$/
const units = { an: 'years', ans: 'years', mois: 'months', jour: 'days', jours: 'days' } as const

/**
 * Days that only the domain knows, from the texts of legal time or from the office's settings; a rule compares to them.
 * One that nobody gave is missing, and what rests on it stays unknown.
 */
export const domainDates = [
  /** The earliest birth that may still be declared (C. civ. 55). */
  'plus ancienne naissance déclarable',
  /** The last day to register for the next ballot: ordinary (C. élect. L17), and for the cases of L30. */
  'clôture ordinaire des listes',
  'clôture des listes pour les cas de L30',
  /** The first round of the next ballot. */
  'prochain scrutin',
] as const
export type DomainDate = (typeof domainDates)[number]

/** Whether the host can give this date. « an » is singular for one alone: publicodes takes « an » and « ans » for two units. */
export function isInjectable(name: string): boolean {
  const [, , count, unit] = relative.exec(name) ?? []
  if (unit === undefined) return name === 'date de la demande' || domainDates.some((known) => known === name)
  return unit === 'mois' || unit.endsWith('s') === (count !== '1')
}

/** The dates that the host gives to rules: the YAML only compares, so no rule counts days itself. Null when not known. */
export function injectedDate(
  name: string,
  date: LocalDate,
  known: Readonly<Partial<Record<DomainDate, string>>> = {},
): string | null {
  const [, direction, count, unit] = relative.exec(name) ?? []
  if (unit === undefined) return name === 'date de la demande' ? date : (known[name as DomainDate] ?? null)
  const span = { [units[unit as keyof typeof units]]: Number(count) }
  const from = Temporal.PlainDate.from(date)
  return (direction === 'dans' ? from.add(span) : from.subtract(span)).toString()
}

/** The last evaluations asked, the latest first: a sheet has two or three, of up to 0.21 MiB each. */
const kept: { readonly rules: RuleFile; readonly text: string; readonly evaluation: Evaluation }[] = []
const mostKept = 24

/** Lets go of every evaluation: each holds the answers of a person, which nobody needs once their visit is over. */
export const forgetEvaluations = (): void => {
  kept.length = 0
}

/**
 * Prepares the rules, at the first use of each version: parsing costs a few milliseconds, a situation one or two. A sheet is
 * judged again by each act and each view, mostly in the same situation: the last evaluations are kept.
 * `situation` holds what publicodes calls values: `'texte'`, `oui`, `25/11/2026`.
 */
export function evaluator(rules: RuleFile): (situation: Readonly<Record<string, string>>) => Evaluation {
  let parsed: Engine | null = null
  return (situation) => {
    const text = JSON.stringify(situation)
    const at = kept.findIndex((one) => one.rules === rules && one.text === text)
    const [known] = at === -1 ? [] : kept.splice(at, 1)
    const evaluation = known?.evaluation ?? evaluationOf((parsed ??= engineOf(rules)), rules, situation)
    kept.unshift({ rules, text, evaluation })
    kept.splice(mostKept)
    return evaluation
  }
}

const engineOf = (rules: RuleFile): Engine => new Engine(publicodesRules(rules), engineOptions)

/** The rules under one situation: each expression is computed when it is first asked. */
function evaluationOf(
  prepared: Engine,
  rules: RuleFile,
  situation: Readonly<Record<string, string>>,
): Evaluation {
  const engine = prepared.shallowCopy().setSituation({ ...situation })
  const cache = new Map<string, { value: Value; missing: readonly string[] }>()
  const evaluate = (expression: string) => {
    const before = cache.get(expression)
    if (before !== undefined) return before
    // `evaluate` parses the whole set again at each call, 20 µs; a rule's own node is what a reference to it reads.
    const { nodeValue, missingVariables } = Object.hasOwn(rules, expression)
      ? engine.evaluateNode(engine.getRule(expression))
      : engine.evaluate(expression)
    const result = { value: nodeValue, missing: Object.keys(missingVariables) }
    cache.set(expression, result)
    return result
  }
  return {
    value: (expression) => evaluate(expression).value,
    missing: (expression) => evaluate(expression).missing,
  }
}
