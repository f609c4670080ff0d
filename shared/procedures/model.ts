import type { Procedure } from './catalogue.ts'
import { type Evaluation, evaluator } from './engine.ts'
import { type Expression, operands, parseExpression, qualified, resolveName } from './expressions.ts'
import type { Kind, MetadataOf, Rule } from './format.ts'

/** A rule of one kind, with its full name. */
export type NamedRule<K extends Kind> = {
  readonly name: string
  readonly rule: Rule
  readonly data: MetadataOf<K>
}

/** One condition of a rule, read once: its text with full names, and the rules that it names. */
export type Condition = {
  readonly text: string
  readonly names: readonly string[]
  /** The rule that it is, when it is a bare name. */
  readonly ground: string | null
}

/** A procedure's rules, indexed: nothing about any one procedure is written in code. */
export type Model = {
  readonly procedure: Procedure
  readonly questions: readonly NamedRule<'question'>[]
  /** Among them, those that give a day which the person must keep. */
  readonly dated: readonly NamedRule<'question'>[]
  readonly pieces: readonly NamedRule<'pièce'>[]
  readonly caseParts: readonly NamedRule<'cas'>[]
  readonly prices: readonly NamedRule<'prix'>[]
  readonly duties: readonly NamedRule<'devoir'>[]
  readonly injected: readonly string[]
  /** Grounds that change what the header says, in their order. */
  readonly cases: readonly {
    readonly ground: string
    readonly changes: MetadataOf<'procédure'>['cas particuliers'][number]
  }[]
  readonly rule: (name: string) => Rule | undefined
  readonly condition: (text: string, from: string) => Condition
  readonly evaluate: (situation: Readonly<Record<string, string>>) => Evaluation
}

function index(procedure: Procedure): Model {
  const { rules } = procedure
  const entries = Object.entries(rules)
  const exists = (name: string) => Object.hasOwn(rules, name)
  const ofKind = <K extends Kind>(kind: K): readonly NamedRule<K>[] =>
    entries.flatMap(([name, rule]) => {
      const data = rule._g
      return isKind(data, kind) ? [{ name, rule, data }] : []
    })
  const conditions = new Map<string, Condition>()
  const condition = (text: string, from: string): Condition => {
    const key = `${from}\n${text}`
    const before = conditions.get(key)
    if (before !== undefined) return before
    const expression: Expression = parseExpression(text)
    const names = operands(expression).flatMap((operand) => {
      const full = operand.kind === 'name' ? resolveName(operand.name, from, exists) : null
      return full === null ? [] : [full]
    })
    const read: Condition = {
      text: qualified(text, from, exists),
      names,
      ground: expression.kind === 'operand' ? (names[0] ?? null) : null,
    }
    conditions.set(key, read)
    return read
  }
  const questions = ofKind('question')
  const days = new Set(procedure.header.délais.flatMap(({ règle }) => règle?.selon ?? []))
  return {
    procedure,
    questions,
    dated: questions.filter(({ data }) => days.has(data.id)),
    pieces: ofKind('pièce'),
    caseParts: ofKind('cas'),
    prices: ofKind('prix'),
    duties: ofKind('devoir'),
    injected: ofKind('injecté').map(({ name }) => name),
    cases: procedure.header['cas particuliers'].map((changes) => ({
      ground: condition(changes.si, procedure.procedureId).ground ?? changes.si,
      changes,
    })),
    rule: (name) => (exists(name) ? rules[name] : undefined),
    condition,
    evaluate: evaluator(rules),
  }
}

const isKind = <K extends Kind>(data: Rule['_g'], kind: K): data is MetadataOf<K> => data.genre === kind

const models = new WeakMap<Procedure, Model>()

/** The indexed rules of a version, prepared at its first use and kept with it. */
export function modelOf(procedure: Procedure): Model {
  const before = models.get(procedure)
  if (before !== undefined) return before
  const model = index(procedure)
  models.set(procedure, model)
  return model
}
