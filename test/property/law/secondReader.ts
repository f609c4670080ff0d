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

/** `03/03/2026` as a number that grows with time; numbers and amounts as they are. */
const rank = (value: Reading['value']): number =>
  typeof value === 'number' ? value : Number(String(value).split('/').toReversed().join(''))

const orders: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
}

/** Two known values compared; what does not apply equals only itself, and an order with it does not apply either. */
function compared(sign: string, a: Reading['value'], b: Reading['value']): boolean | null {
  if (sign === '=') return a === b
  if (sign === '!=') return a !== b
  return a === null || b === null ? null : (orders[sign]?.(rank(a), rank(b)) ?? null)
}

/** Texts of expressions cut once: thousands of situations read the same ones. */
const cut = new Map<string, readonly (string | undefined)[]>()
function parts(text: string): readonly (string | undefined)[] {
  const before = cut.get(text)
  if (before !== undefined) return before
  const [, ...found] = /^ *(.*?) (=|!=|>=|<=|>|<) (.*)$/.exec(text) ?? []
  cut.set(text, found)
  return found
}

/**
 * Reads rules under answers given by full rule name, in publicodes' notation (`'perdue'`, `oui`, `25/11/2026`): what
 * answers any rule's name. Each rule is read once.
 */
export function reader(rules: Readonly<Record<string, Raw>>, answers: Raw): (name: string) => Reading {
  const readings = new Map<string, Reading>()
  const constant = (text: string): Reading['value'] =>
    text === 'oui' || text === 'non'
      ? text === 'oui'
      : /^\d+(\.\d+)? €$/.test(text)
        ? parseFloat(text)
        : text.replaceAll("'", '')
  const find = (text: string, from: string): string | undefined => {
    const path = from.split(' . ')
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const full = [...path.slice(0, depth), text].join(' . ')
      if (full !== from && full in rules) return full
    }
    return undefined
  }
  const operand = (text: string, from: string): Reading => {
    const full = find(text, from)
    return full === undefined ? known(constant(text)) : read(full)
  }
  const expression = (text: string, from: string): Reading => {
    const [left, sign, right] = parts(text)
    if (left === undefined || sign === undefined || right === undefined) return operand(text, from)
    const sides = [operand(left, from), operand(right, from)] as const
    if (sides.some((side) => side.value === undefined)) return { value: undefined, missing: union(sides) }
    return known(compared(sign, sides[0].value, sides[1].value))
  }
  const every = (texts: readonly string[], stop: boolean, from: string): Reading => {
    const all = texts.map((text) => expression(text, from))
    if (all.some((r) => r.value === stop || (!stop && r.value === null))) return known(stop)
    return all.some((r) => r.value === undefined) ? { value: undefined, missing: union(all) } : known(!stop)
  }
  const variations = (branches: readonly Raw[], from: string): Reading => {
    const open: Reading[] = []
    for (const branch of branches) {
      const { si } = branch
      const condition = typeof si === 'string' ? expression(si, from) : known(true)
      if (condition.value === undefined) open.push(condition)
      if (condition.value !== true) continue
      const outcome = expression(String(branch['alors'] ?? branch['sinon']), from)
      return open.length > 0 ? { value: undefined, missing: union([...open, outcome]) } : outcome
    }
    return { value: undefined, missing: union(open) }
  }
  const own = (rule: Raw, name: string): Reading => {
    if (name in answers) return known(constant(String(answers[name])))
    if (rule['une de ces conditions']) return every(list(rule['une de ces conditions']), true, name)
    if (rule['toutes ces conditions']) return every(list(rule['toutes ces conditions']), false, name)
    if (typeof rule['valeur'] === 'string') return expression(rule['valeur'], name)
    return Array.isArray(rule['variations'])
      ? variations(rule['variations'] as readonly Raw[], name)
      : { value: undefined, missing: new Set([name]) }
  }
  const fresh = (name: string): Reading => {
    const rule = rules[name] ?? {}
    const text = rule['applicable si']
    const guard = typeof text === 'string' ? expression(text, name) : known(true)
    if (guard.value === false || guard.value === null) return known(null)
    if (guard.value !== undefined) return own(rule, name)
    // While the guard is open, what the value would rest on counts too; a question itself is not asked yet.
    const inner = own(rule, name)
    return { value: undefined, missing: inner.missing.has(name) ? guard.missing : union([guard, inner]) }
  }
  const read = (name: string): Reading => {
    const before = readings.get(name)
    if (before !== undefined) return before
    const reading = fresh(name)
    readings.set(name, reading)
    return reading
  }
  return read
}
