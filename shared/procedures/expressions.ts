// The expressions of the profile: a name, a constant, or one comparison of the two. Nothing else is used, so that
// a reader without publicodes can follow every rule, and so that the linter sees all that can go wrong.

export type Constant =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null }

export type Operand = { readonly kind: 'name'; readonly name: string } | Constant
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Expression =
  | { readonly kind: 'operand'; readonly operand: Operand }
  | {
      readonly kind: 'comparison'
      readonly left: Operand
      readonly operator: Operator
      readonly right: Operand
    }

const comparison = /^(?<left>[^=!<>]+?) (?<operator>=|!=|<=|>=|<|>) (?<right>[^=!<>]+)$/

function operand(text: string): Operand {
  if (text === 'oui' || text === 'non') return { kind: 'boolean', value: text === 'oui' }
  if (/^'[^']*'$/.test(text)) return { kind: 'text', value: text.slice(1, -1) }
  if (/^\d{2}\/\d{2}\/\d{4}$/.test(text)) return { kind: 'date', value: text }
  const number = /^(\d+(?:\.\d+)?)(?: (\S+))?$/.exec(text)
  if (number) return { kind: 'number', value: Number(number[1]), unit: number[2] ?? null }
  return { kind: 'name', name: text }
}

/** Reads one expression of the profile; what is neither constant nor comparison is taken for a name. */
export function parseExpression(text: string): Expression {
  const { left, operator, right } = comparison.exec(text.trim())?.groups ?? {}
  if (left === undefined || right === undefined) return { kind: 'operand', operand: operand(text.trim()) }
  return {
    kind: 'comparison',
    left: operand(left.trim()),
    operator: operator as Operator,
    right: operand(right.trim()),
  }
}

/** The operands of an expression, left to right. */
export const operands = (expression: Expression): readonly Operand[] =>
  expression.kind === 'operand' ? [expression.operand] : [expression.left, expression.right]

/** The full name that `name` means inside the rule `from`, looked up as publicodes does: nearest namespace first. */
export function resolveName(name: string, from: string, exists: (full: string) => boolean): string | null {
  const path = from.split(' . ')
  for (let depth = path.length; depth >= 0; depth--) {
    const full = [...path.slice(0, depth), name].join(' . ')
    if (full !== from && exists(full)) return full
  }
  return null
}

const written = (text: string, from: string, exists: (full: string) => boolean): string =>
  /^['\d]|^(oui|non)$/.test(text) ? text : (resolveName(text, from, exists) ?? text)

/** The same expression with full names, so that it means the same from anywhere. */
export function qualified(text: string, from: string, exists: (full: string) => boolean): string {
  const { left, operator, right } = comparison.exec(text.trim())?.groups ?? {}
  if (left === undefined || right === undefined) return written(text.trim(), from, exists)
  return `${written(left.trim(), from, exists)} ${operator} ${written(right.trim(), from, exists)}`
}
