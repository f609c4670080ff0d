import type { Evaluation } from './engine.ts'
import type { Branch, Rule } from './format.ts'
import type { Condition, Model } from './model.ts'
import type { Cited } from './sources.ts'

// Reads why a rule has its value, in the rules themselves: publicodes' own evaluated tree leaves short-circuited
// operands empty and is outside its promises, so only the values of named rules are taken from it.

/**
 * Conditions of « une de » or « toutes » as they are read, up to the one that settles the value; `settled` is that
 * one, null when it takes all of them or when the value is not known.
 */
export function conditionsRead(
  model: Model,
  evaluation: Evaluation,
  name: string,
  rule: Rule,
): { readonly read: readonly Condition[]; readonly settled: Condition | null } {
  const any = rule['une de ces conditions']
  const read: Condition[] = []
  for (const text of any ?? rule['toutes ces conditions'] ?? []) {
    const condition = model.condition(text, name)
    read.push(condition)
    const value = evaluation.value(condition.text)
    if (any === undefined ? value === false || value === null : value === true)
      return { read, settled: condition }
  }
  return { read, settled: null }
}

/** The branches read until one holds for sure; all of them when none does. */
export function branchesRead(
  model: Model,
  evaluation: Evaluation,
  name: string,
  rule: Rule,
): readonly { readonly branch: Branch; readonly condition: Condition | null }[] {
  const read: { branch: Branch; condition: Condition | null }[] = []
  for (const branch of rule.variations ?? []) {
    const condition = 'si' in branch ? model.condition(branch.si, name) : null
    read.push({ branch, condition })
    if (condition === null || evaluation.value(condition.text) === true) break
  }
  return read
}

/** The questions that the present value of a rule rests on, or may come to rest on while it is unknown. */
export function restsOn(model: Model, evaluation: Evaluation, names: readonly string[]): ReadonlySet<string> {
  const questions = new Set<string>()
  const seen = new Set<string>()
  const through = (condition: Condition): void => condition.names.forEach(visit)
  const visit = (name: string): void => {
    const rule = seen.has(name) ? undefined : model.rule(name)
    if (rule === undefined) return
    seen.add(name)
    if (rule['applicable si'] !== undefined) {
      const guard = model.condition(rule['applicable si'], name)
      through(guard)
      const holds = evaluation.value(guard.text)
      if (holds === false || holds === null) return
    }
    if (rule._g.genre === 'question') questions.add(name)
    if (rule.valeur !== undefined) through(model.condition(rule.valeur, name))
    for (const { condition } of branchesRead(model, evaluation, name, rule))
      if (condition !== null) through(condition)
    conditionsRead(model, evaluation, name, rule).read.forEach(through)
  }
  names.forEach(visit)
  return questions
}

/** First letter in capital, for a sentence made of a title. */
export const asSentence = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** The most telling title of a ground that holds, and what it cites: the alternative that made it true. */
function reasonOfGround(
  model: Model,
  evaluation: Evaluation,
  name: string,
): { why: string; cited: readonly Cited[] } {
  const rule = model.rule(name)
  if (rule?._g.genre !== 'motif') return { why: '', cited: [] }
  const any = rule['une de ces conditions'] !== undefined
  const { settled } = conditionsRead(model, evaluation, name, rule)
  const inner = any && settled?.ground ? reasonOfGround(model, evaluation, settled.ground) : null
  return inner === null || inner.why === ''
    ? { why: asSentence(rule.titre), cited: rule._g.sources }
    : { why: inner.why, cited: [...inner.cited, ...rule._g.sources] }
}

/**
 * Why a piece or a price has its value: the ground of the branch that holds, else what the rule says of itself.
 * Only for a value that is known.
 */
export function reasonOf(
  model: Model,
  evaluation: Evaluation,
  name: string,
): { readonly why: string; readonly cited: readonly Cited[] } {
  const rule = model.rule(name)
  if (rule?._g.genre !== 'pièce' && rule?._g.genre !== 'prix') return { why: '', cited: [] }
  const last = branchesRead(model, evaluation, name, rule).at(-1)
  const ground = last?.condition?.ground ?? null
  if (ground === null || evaluation.value(ground) !== true)
    return { why: rule._g.pourquoi, cited: rule._g.sources }
  const { why, cited } = reasonOfGround(model, evaluation, ground)
  return { why, cited: rule._g.genre === 'prix' ? [...rule._g.sources, ...cited] : cited }
}
