// A second reader of rule files, written apart from the product's code and from publicodes. Both must agree on
// every value and on what is missing: the notation can then be read, and left, without the library.

type Raw = Readonly<Record<string, unknown>>
export type Reading = {
  readonly value: string | number | boolean | null | undefined
  readonly missing: ReadonlySet<string>
}

const union = (readings: readonly Reading[]): ReadonlySet<string> =>
  new Set(readings.flatMap((r) => [...r.missing]))
const known = (value: Reading['value']): Reading => ({ value, missing: new Set() })
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Reads one rule under answers given by full rule name, in publicodes' notation (`'perdue'`, `oui`, `25/11/2026`). */
export function read(rules: Readonly<Record<string, Raw>>, answers: Raw, name: string): Reading {
  const constant = (text: string): Reading['value'] =>
    text === 'oui' || text === 'non'
      ? text === 'oui'
      : /^\d+ €$/.test(text)
        ? parseInt(text)
        : text.replaceAll("'", '')
  const find = (text: string): string | undefined =>
    name
      .split(' . ')
      .concat('')
      .map((_, drop, path) => [...path.slice(0, path.length - 1 - drop), text].join(' . '))
      .find((full) => full !== name && full in rules)
  const operand = (text: string): Reading => {
    const full = find(text)
    return full === undefined ? known(constant(text)) : read(rules, answers, full)
  }
  const day = (value: Reading['value']) => String(value).split('/').toReversed().join('')
  const expression = (text: string): Reading => {
    const [, left, sign, right] = / *(.*?) (=|!=|>) (.*)/.exec(text) ?? []
    if (left === undefined || right === undefined) return operand(text)
    const sides = [operand(left), operand(right)] as const
    if (sides.some((side) => side.value === undefined)) return { value: undefined, missing: union(sides) }
    const [a, b] = [sides[0].value, sides[1].value]
    return known(sign === '=' ? a === b : sign === '!=' ? a !== b : a !== null && day(a) > day(b))
  }
  const every = (texts: readonly string[], stop: boolean): Reading => {
    const read = texts.map(expression)
    if (read.some((r) => r.value === stop || (!stop && r.value === null))) return known(stop)
    return read.some((r) => r.value === undefined) ? { value: undefined, missing: union(read) } : known(!stop)
  }
  const rule = rules[name] ?? {}
  const guard =
    rule['applicable si'] === undefined ? known(true) : expression(String(rule['applicable si'] as string))
  if (guard.value === false || guard.value === null) return known(null)
  const own = (): Reading => {
    if (name in answers) return known(constant(String(answers[name])))
    if (rule['une de ces conditions']) return every(list(rule['une de ces conditions']), true)
    if (rule['toutes ces conditions']) return every(list(rule['toutes ces conditions']), false)
    if (rule['valeur'] !== undefined) return expression(String(rule['valeur'] as string))
    if (!Array.isArray(rule['variations'])) return { value: undefined, missing: new Set([name]) }
    const open: Reading[] = []
    for (const branch of rule['variations'] as readonly Raw[]) {
      const condition = branch['si'] === undefined ? known(true) : expression(String(branch['si'] as string))
      if (condition.value === undefined) open.push(condition)
      if (condition.value !== true) continue
      const outcome = expression(String((branch['alors'] ?? branch['sinon']) as string))
      return open.length > 0 ? { value: undefined, missing: union([...open, outcome]) } : outcome
    }
    return { value: undefined, missing: union(open) }
  }
  return guard.value === undefined ? { value: undefined, missing: guard.missing } : own()
}
