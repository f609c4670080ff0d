import { type Expression, type Operand, parseExpression, resolveName } from './expressions.ts'
import { frenchDate } from './engine.ts'
import type { PieceValue, Rule } from './format.ts'
import type { Model } from './model.ts'

const statusWords: Readonly<Record<PieceValue, string>> = {
  requise: 'exigée',
  alternative: 'au choix avec celles du même groupe',
  dispensée: 'non exigible',
  détenue: 'détenue par une administration, et pas demandée',
  interdite: 'jamais demandée : la loi l’interdit',
}

const symbols: Readonly<Record<string, string>> = {
  '=': 'est',
  '!=': 'n’est pas',
  '>': 'est après le',
  '>=': 'est au plus tôt le',
  '<': 'est avant le',
  '<=': 'est au plus tard le',
}

/** « text ». */
export const quoted = (text: string) => `« ${text} »`

/** An answer as its option says it. */
function answerWords(rule: Rule | undefined, value: string): string {
  if (rule?._g.genre !== 'question') return value
  return rule._g.options.find((option) => option.valeur === value)?.titre ?? value
}

/** Says the conditions of a model's rules in words. */
export function conditionWords(model: Model) {
  const { rules } = model.procedure
  const exists = (name: string) => Object.hasOwn(rules, name)
  const ruleOf = (operand: Operand, from: string): Rule | undefined => {
    const full = operand.kind === 'name' ? resolveName(operand.name, from, exists) : null
    return full === null ? undefined : rules[full]
  }
  const words = (operand: Operand, from: string, beside?: Rule): string => {
    switch (operand.kind) {
      case 'name': {
        const rule = ruleOf(operand, from)
        if (rule === undefined) return operand.name
        return rule._g.genre === 'question' ? quoted(rule.titre) : rule.titre
      }
      case 'text':
        return quoted(answerWords(beside, operand.value))
      case 'boolean':
        return operand.value ? 'oui' : 'non'
      case 'date':
        return frenchDate(String(operand.value))
      case 'number':
        return `${operand.value}${operand.unit === null ? '' : ` ${operand.unit}`}`
    }
  }
  const condition = (text: string, from: string): string => {
    const expression: Expression = parseExpression(text)
    if (expression.kind === 'operand') {
      const rule = ruleOf(expression.operand, from)
      const phrase = words(expression.operand, from)
      return rule?._g.genre === 'question' ? `à ${phrase}, la réponse est oui` : phrase
    }
    const { left, right, operator } = expression
    const beside = ruleOf(left, from)
    const negated = right.kind === 'boolean' && !right.value
    if (beside !== undefined && beside._g.genre === 'motif' && right.kind === 'boolean')
      return negated === (operator === '=') ? beside._g['si faux'] : beside.titre
    const subject = words(left, from)
    const isAnswer = beside?._g.genre === 'question' && right.kind !== 'name'
    return `${isAnswer ? `à ${subject}, la réponse ${symbols[operator]}` : `${subject} ${symbols[operator]}`} ${words(right, from, beside)}`
  }
  return { condition }
}

/** « exigée si… ; non exigible si… ; sinon jamais demandée », from the rule's own branches. */
export function outcome(
  { condition }: ReturnType<typeof conditionWords>,
  name: string,
  rule: Rule,
  words: (value: string) => string,
): string {
  const guard = rule['applicable si']
  const inside =
    rule.variations?.map((branch) =>
      'si' in branch
        ? `${words(branch.alors)} si ${condition(branch.si, name)}`
        : `sinon ${words(branch.sinon)}`,
    ) ?? (rule.valeur === undefined ? [] : [words(rule.valeur)])
  const all = inside.join(' ; ')
  return guard === undefined ? all : `seulement si ${condition(guard, name)} : ${all}`
}

/** A text of the rules without its quotes. */
export const unquoted = (value: string) => value.replaceAll("'", '')
/** What a piece is, in words, from its value in the rules. */
export const statusOf = (value: string) => {
  const status = unquoted(value)
  return Object.hasOwn(statusWords, status) ? statusWords[status as keyof typeof statusWords] : status
}
