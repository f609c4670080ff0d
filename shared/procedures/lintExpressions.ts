import { type Constant, type Operand, parseExpression, resolveName } from './expressions.ts'
import type { Rule, RuleFile } from './format.ts'
import { expressionsOf } from './lintGraph.ts'
import { type Problem, type Trap, suggestion } from './problems.ts'

/** What a value is: publicodes compares anything with anything, and answers `non` when kinds differ. */
type ValueType =
  | { readonly kind: Constant['kind'] }
  | { readonly kind: 'choice'; readonly values: readonly string[] }

const typeOf = (rule: Rule): ValueType => {
  const metadata = rule._g
  if (metadata.genre === 'injecté') return { kind: 'date' }
  if (metadata.genre === 'prix') return { kind: 'number' }
  if (metadata.genre === 'pièce' || metadata.genre === 'cas') return { kind: 'text' }
  if (metadata.genre !== 'question') return { kind: 'boolean' }
  if (rule['une possibilité'])
    return { kind: 'choice', values: rule['une possibilité'].map((value) => value.slice(1, -1)) }
  return { kind: metadata.options.length === 0 ? 'date' : 'boolean' }
}

const inFrench: Readonly<Record<ValueType['kind'], string>> = {
  boolean: 'un oui ou non',
  text: 'un texte',
  date: 'une date',
  number: 'un nombre',
  choice: 'un choix',
}

// Words of publicodes and arithmetic: dates are computed by the host, and everything else has a named rule.
const forbidden = /\b(durée|mois|aujourd|date du jour)\b|[+*/()]| - | (et|ou) |^non applicable/u

/** References, kinds and units in every expression: where publicodes would silently answer `non`. */
export function checkExpressions(file: string, rules: RuleFile): readonly Problem[] {
  const problems: Problem[] = []
  const exists = (full: string) => Object.hasOwn(rules, full)
  for (const [name, rule] of Object.entries(rules)) {
    const report = (trap: Trap, message: string) => problems.push({ file, rule: name, trap, message })

    const typed = (operand: Operand, text: string): { type: ValueType; nullable: boolean } | null => {
      if (operand.kind === 'number' && operand.unit !== null && operand.unit !== '€')
        report(
          'unitéInterdite',
          `« ${text} » : seule l’unité « € » est admise (« an » et « ans » différeraient).`,
        )
      if (operand.kind !== 'name') return { type: { kind: operand.kind }, nullable: false }
      const full = resolveName(operand.name, name, exists)
      const read = full === null ? undefined : rules[full]
      if (read !== undefined) return { type: typeOf(read), nullable: read['applicable si'] !== undefined }
      if (forbidden.test(operand.name))
        report(
          'expressionInterdite',
          `« ${text} » : ni calcul ni durée dans une règle. Nommer une règle, ou comparer à une date injectée.`,
        )
      else {
        const leaves = Object.keys(rules).map((other) => other.split(' . ').at(-1) ?? other)
        report(
          'référenceInconnue',
          `« ${operand.name} » n’est pas une règle.${suggestion(operand.name, leaves)}`,
        )
      }
      return null
    }

    for (const text of expressionsOf(rule)) {
      const expression = parseExpression(text)
      if (expression.kind === 'operand') {
        typed(expression.operand, text)
        continue
      }
      const left = typed(expression.left, text)
      const right = typed(expression.right, text)
      if (left === null || right === null) continue
      const { operator } = expression
      const negative = operator === '!=' || (expression.right.kind === 'boolean' && !expression.right.value)
      if ((left.nullable || right.nullable) && negative)
        report(
          'nonApplicableComparé',
          `« ${text} » est vrai quand la règle n’est pas applicable. Comparer à une valeur que l’on attend.`,
        )
      if (left.type.kind === 'choice' && expression.right.kind === 'text') {
        if (!left.type.values.includes(expression.right.value))
          report(
            'énumérationInconnue',
            `« ${expression.right.value} » n’est pas une réponse possible : la comparaison serait toujours fausse.` +
              suggestion(expression.right.value, left.type.values),
          )
      } else if (left.type.kind !== right.type.kind)
        report(
          'comparaisonDeTypes',
          `« ${text} » compare ${inFrench[left.type.kind]} à ${inFrench[right.type.kind]} : toujours faux.`,
        )
      if (operator !== '=' && operator !== '!=' && !['date', 'number'].includes(left.type.kind))
        report('comparaisonDeTypes', `« ${text} » : seuls une date ou un nombre ont un ordre.`)
    }

    const conditions = [
      ...(rule['applicable si'] === undefined ? [] : [rule['applicable si']]),
      ...(rule['toutes ces conditions'] ?? []),
      ...(rule['une de ces conditions'] ?? []),
    ]
    for (const text of conditions) {
      const expression = parseExpression(text)
      if (expression.kind !== 'operand') continue
      const { operand } = expression
      const full = operand.kind === 'name' ? resolveName(operand.name, name, exists) : null
      const read = full === null ? undefined : rules[full]
      const kind = read !== undefined ? typeOf(read).kind : operand.kind
      if (kind !== 'boolean' && kind !== 'name')
        report('comparaisonDeTypes', `« ${text} » n’est pas un oui ou non : le comparer à une valeur.`)
    }
  }
  return problems
}
