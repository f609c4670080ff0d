import type { LocalDate } from '../contract/ids.ts'
import Engine from 'publicodes'
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
export function yearsBefore(date: LocalDate, years: number): string {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0')
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1
  return `${year}${date.slice(4) === '-02-29' && !leap ? '-02-28' : date.slice(4)}`
}

/** The dates that the host gives to rules: the YAML only compares, so no rule counts days itself. */
export function injectedDate(name: string, date: LocalDate): string {
  const years = /^il y a (\d+) ans?$/.exec(name)?.[1]
  return years === undefined ? date : yearsBefore(date, Number(years))
}

/**
 * Prepares the rules, at the first use of each version: parsing costs a few milliseconds, a situation far less.
 * `situation` holds what publicodes calls values: `'texte'`, `oui`, `25/11/2026`.
 */
export function evaluator(rules: RuleFile): (situation: Readonly<Record<string, string>>) => Evaluation {
  let parsed: Engine | null = null
  return (situation) => {
    parsed ??= new Engine(publicodesRules(rules), engineOptions)
    const engine = parsed.shallowCopy().setSituation({ ...situation })
    const known = new Map<string, { value: Value; missing: readonly string[] }>()
    const evaluate = (expression: string) => {
      const before = known.get(expression)
      if (before !== undefined) return before
      // `evaluate` parses the whole set again at each call, 20 µs; a rule's own node is what a reference to it reads.
      const { nodeValue, missingVariables } = Object.hasOwn(rules, expression)
        ? engine.evaluateNode(engine.getRule(expression))
        : engine.evaluate(expression)
      const result = { value: nodeValue, missing: Object.keys(missingVariables) }
      known.set(expression, result)
      return result
    }
    return {
      value: (expression) => evaluate(expression).value,
      missing: (expression) => evaluate(expression).missing,
    }
  }
}
