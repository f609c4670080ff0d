import { operands, parseExpression, resolveName } from './expressions.ts'
import { headerOf, type Rule, type RuleFile } from './format.ts'
import type { Problem, Trap } from './problems.ts'

/** Every expression of a rule, conditions and values alike, in the order of the file. */
export function expressionsOf(rule: Rule): readonly string[] {
  return [
    ...(rule['applicable si'] === undefined ? [] : [rule['applicable si']]),
    ...(rule.valeur === undefined ? [] : [rule.valeur]),
    ...(rule['toutes ces conditions'] ?? []),
    ...(rule['une de ces conditions'] ?? []),
    ...(rule.variations ?? []).flatMap((branch) =>
      'si' in branch ? [branch.si, branch.alors] : [branch.sinon],
    ),
  ]
}

/** The full names that a rule reads, those that exist. */
export function readBy(name: string, rules: RuleFile): readonly string[] {
  const rule = rules[name]
  if (rule === undefined) return []
  const exists = (full: string) => Object.hasOwn(rules, full)
  return expressionsOf(rule)
    .flatMap((text) => operands(parseExpression(text)))
    .flatMap((operand) => (operand.kind === 'name' ? [resolveName(operand.name, name, exists)] : []))
    .filter((full) => full !== null)
}

/** The injected dates that a question's detail writes out, `{il y a 5 ans}`. */
export const templated = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')

/** All that `from` reads, directly or not, itself included. */
export function reachable(from: readonly string[], rules: RuleFile): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    for (const read of readBy(name, rules)) visit(read)
    const metadata = rules[name]?._g
    if (metadata?.genre === 'question') for (const read of templated(metadata.détail ?? '')) visit(read)
  }
  for (const name of from) visit(name)
  return seen
}

/** A circle of rules that read one another, as its path; null when there is none. */
function cycleFrom(start: string, rules: RuleFile): readonly string[] | null {
  const walk = (name: string, path: readonly string[]): readonly string[] | null => {
    for (const read of readBy(name, rules)) {
      if (read === start) return [...path, start]
      if (path.includes(read)) continue
      const found = walk(read, [...path, read])
      if (found !== null) return found
    }
    return null
  }
  return walk(start, [start])
}

// publicodes refuses some names with a message about something else, and takes « et » and « ou » for operators.
const segment = /^\p{L}[\p{L}\p{N}' -]*$/u
const operatorWord = /(^| )(et|ou)( |$)/

/** Names, parents, circles, rules that nothing uses: publicodes finds none of them with our flags. */
export function checkGraph(file: string, rules: RuleFile): readonly Problem[] {
  const problems: Problem[] = []
  const report = (rule: string, trap: Trap, message: string) => problems.push({ file, rule, trap, message })
  const names = Object.keys(rules)
  const inCycles = new Set<string>()
  for (const name of names) {
    const path = name.split(' . ')
    if (path.some((part) => !segment.test(part) || part.includes("'") || operatorWord.test(part)))
      report(
        name,
        'nomInvalide',
        'un nom commence par une lettre, sans parenthèse, apostrophe, « et » ni « ou ». Le changer.',
      )
    const parent = path.slice(0, -1).join(' . ')
    if (parent !== '' && !Object.hasOwn(rules, parent))
      report(name, 'orphelin', `le parent « ${parent} » n’existe pas. L’ajouter ou renommer la règle.`)
    const cycle = inCycles.has(name) ? null : cycleFrom(name, rules)
    if (cycle !== null) {
      for (const member of cycle) inCycles.add(member)
      report(name, 'cycle', `ces règles tournent en rond : ${cycle.join(' → ')}. En retirer une.`)
    }
  }
  const shown = names.filter((name) =>
    ['pièce', 'cas', 'prix', 'devoir'].includes(rules[name]?._g.genre ?? ''),
  )
  const special = (headerOf(rules)?.['cas particuliers'] ?? []).flatMap(({ si }) => {
    const root = names.find((name) => rules[name]?._g.genre === 'procédure') ?? ''
    return resolveName(si, root, (full) => Object.hasOwn(rules, full)) ?? []
  })
  const days = new Set(headerOf(rules)?.délais.flatMap(({ règle }) => règle?.selon ?? []))
  const dated = names.filter((name) => {
    const metadata = rules[name]?._g
    return metadata?.genre === 'question' && days.has(metadata.id)
  })
  const used = reachable([...shown, ...special, ...dated], rules)
  const reached = reachable(
    [...names.filter((name) => rules[name]?._g.genre === 'pièce'), ...special, ...dated],
    rules,
  )
  for (const name of names) {
    const kind = rules[name]?._g.genre
    if ((kind === 'motif' || kind === 'injecté') && !used.has(name))
      report(name, 'règleInutile', 'rien ne se sert de cette règle. La retirer ou la citer.')
    if (kind === 'question' && !reached.has(name))
      report(
        name,
        'règleInutile',
        'aucune pièce ni aucun délai n’en dépend : la question ne serait jamais posée.',
      )
  }
  return problems
}
