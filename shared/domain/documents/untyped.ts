import type { DocumentFacts, FactsOf } from '../../contract/documents/issued.ts'
import type { Context } from '../decision.ts'
import { oneOfThem } from '../law/lacking.ts'
import {
  ofMother,
  unnamedDoubt,
  unnamedEstablished,
  unnamedFacts,
  unnamedLaw,
  unnamedPiece,
  unnamedSent,
  unnamedText,
  unsaidWords,
} from '../law/secrecy.ts'

/** What a person types of these papers alone, by the names of their facts. */
const typedIn: Readonly<Partial<Record<DocumentFacts['kind'], readonly string[]>>> = {
  incident: ['what', 'effect'],
  regularisation: ['breach', 'said', 'formalities', 'consequence'],
}

type Rules = Pick<Context, 'catalogue'>

/** The reasons of a decision, without what was typed of them. */
function reasons(facts: object): object {
  const { kind, law, ground } = facts as Partial<FactsOf<'refus'>>
  if ((kind !== 'refus' && kind !== 'motifs') || law === undefined) return facts
  const [own, ...cited] = ground === undefined ? [undefined, ...law] : law
  const named = [...(own ? [own] : []), ...unnamedLaw(cited.filter((one) => one !== undefined))]
  return {
    ...facts,
    facts: unnamedFacts,
    // A copy of a decision says that it stood on a text, though the text would name her.
    law: named.length === 0 ? [{ title: unnamedText, said: null, sources: [], toConfirm: false }] : named,
    ...(ground && { ground: { ...ground, established: unnamedEstablished(ground.established) } }),
  }
}

const procedureOf = ({ rule }: Pick<DocumentFacts, 'rule'>, { catalogue }: Rules) =>
  rule === null
    ? undefined
    : catalogue.procedures.find(
        ({ procedureId, version }) => procedureId === rule.procedureId && version === rule.version,
      )

/** The name of the request as its rules give it: papers of before had in its place what was typed, which is put right apart. */
export function ruledName({ label, rule, service }: DocumentFacts, context: Rules): string {
  if (rule === null) return service
  const title = procedureOf({ rule }, context)?.title.fr
  return title === undefined || label.startsWith(title) ? label : title
}

/**
 * The facts of a paper of a request whose secret came to be known after it: its rules alone name the request and its pieces on
 * any paper made since (`keepsSecret`).
 */
export function untyped<Facts extends DocumentFacts>(facts: Facts, context: Rules): Facts {
  const ruled = new Set(
    Object.values(procedureOf(facts, context)?.rules ?? {}).flatMap(({ _g, titre }) =>
      _g.genre === 'pièce' && titre !== undefined && !ofMother(_g.id) ? [titre] : [],
    ),
  )
  const named = (title: string) => (ruled.has(title.replace(oneOfThem, '')) ? title : unnamedPiece)
  const words = typedIn[facts.kind] ?? []
  const told = (name: string, value: unknown, inPieces: boolean): unknown => {
    if (typeof value === 'string') {
      if (words.includes(name)) return unsaidWords
      if (name === 'doubt') return unnamedDoubt
      if (name === 'sent') return unnamedSent
      return inPieces && name === 'title' ? named(value) : value
    }
    if (Array.isArray(value)) return value.map((one) => told(name, one, name === 'pieces'))
    return typeof value === 'object' && value !== null ? inside(value, inPieces) : value
  }
  const inside = (value: object, inPieces: boolean) => {
    const entries = Object.entries(value).map(([name, one]) => [name, told(name, one, inPieces)] as const)
    const after = Object.fromEntries(entries)
    // The texts of a piece that is not named would name it.
    return inPieces && after['title'] === unnamedPiece && 'sources' in after
      ? { ...after, sources: [] }
      : after
  }
  const { saidLabel: _typed, ...rest } = facts
  return {
    ...inside(reasons(rest), false),
    label: procedureOf(facts, context)?.title.fr ?? facts.service,
  } as Facts
}
