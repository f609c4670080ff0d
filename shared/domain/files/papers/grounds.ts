import { LocalDate, type PieceId } from '../../../contract/ids.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import type {
  ChosenGround,
  GroundSaid,
  groundRefusals,
  RefusalGrounds,
} from '../../../contract/documents/grounds.ts'
import type { SaidRemedies, TypedLaw } from '../../../contract/documents/asks.ts'
import type { FactsOf } from '../../../contract/documents/issued.ts'
import { searchable } from '../../../contract/letters.ts'
import type { Catalogue, Procedure } from '../../../procedures/catalogue.ts'
import {
  type NeededFact,
  type RefusalGround,
  type RefusalRules,
  refusalRules,
} from '../../../procedures/refusals.ts'
import { modelOf } from '../../../procedures/model.ts'
import type { Refused } from '../../decision.ts'
import { assessSheet, pieceTitle, refs, unlawfulPiece } from '../../law/checklist.ts'
import { procedureFiled, type FileRequest } from '../regime.ts'
import { sameText } from '../../law/articles.ts'
import { strangeReasons } from '../../law/names.ts'
import { lawOf } from '../../documents/texts.ts'
import { lawfulDelays } from './delays.ts'

// On what grounds a request can be refused, and whether what is written holds (CRPA L211-2, L211-5).

type CitedLaw = FactsOf<'refus'>['law']

export type GroundRefused = Refused<(typeof groundRefusals)[number]>

/** Reasons that hold: what the paper says of the ground, in law, and where it alone is contested. */
export type Grounded = {
  readonly ground: GroundSaid | undefined
  readonly law: CitedLaw
  readonly remedy: Assessment['remedy']
}

/** What is written of a refusal. */
export type Written = {
  readonly facts: string
  readonly law: TypedLaw
  readonly ground: ChosenGround | undefined
  /** Where it is contested, as who signs says it. */
  readonly remedies?: SaidRemedies
}

/** Fewer words than this tell no fact. */
export const fewestWords = 4

/** The words of a text, as the rules on words read them. */
export const wordsOf = (text: string): readonly string[] =>
  searchable(text)
    .split(' ')
    .filter((word) => word !== '')

/** Whether the words of a phrase follow one another in a text. */
function says(text: readonly string[], phrase: string): boolean {
  const wanted = wordsOf(phrase)
  return text.some((_, at) => wanted.every((word, next) => text[at + next] === word))
}

/**
 * Whether this refusal can be written: a ground of the list, and no other where the text closes it; the facts and the
 * missing pieces that it needs; elsewhere, an article. What may not be asked is no reason to refuse.
 * @param on the day of the decision: what is established is not after it
 */
export function groundedOf(
  catalogue: Catalogue,
  asked: FileRequest,
  written: Written,
  on: LocalDate,
): GroundRefused | Grounded {
  const order = strangeReasons(
    [
      written.facts,
      ...Object.values(written.ground?.said ?? {}),
      ...written.law.flatMap(({ title, said }) => [title, said]),
    ],
    () => lawfulDelays(asked, written),
  )
  if (order) return order
  const { procedureId } = asked.sheet
  const procedure = procedureFiled(asked.rules, procedureId)
  const rules = procedure ? refusalRules(procedure) : null
  const typed = lawOf(catalogue, written.law, { procedureId, on })
  const ground = rules?.grounds.find(({ groundId }) => groundId === written.ground?.groundId)
  const chosen = choiceRefused(rules, written, ground !== undefined)
  if (chosen) return chosen
  if (wordsOf(written.facts).length < fewestWords) return { refusal: 'factsMissing' }
  const unlawful = procedure && unlawfulFacts(procedure, asked, written, ground)
  if (unlawful) return unlawful
  if (!ground) {
    const vague = typed.find(({ title, sources }) => sources.length === 0 && !/\d/.test(title))
    return typed.length === 0 || vague
      ? { refusal: 'articleMissing', ...(vague ? { details: [vague.title] } : {}) }
      : { ground: undefined, law: typed, remedy: null }
  }
  const foreign = foreignText(rules, typed)
  if (foreign) return foreign
  const lacking = lackingFor(ground, procedure, asked)
  if (ground.lacks !== null && lacking.length === 0)
    return { refusal: 'groundNotMet', details: [ground.title] }
  const established = establishedOf(ground, written, on)
  if ('refusal' in established) return established
  const { groundId, title } = ground
  return {
    ground: { groundId, title, established: established.facts, pieces: lacking },
    law: [lawOfGround(procedure!, ground), ...typed.filter((one) => !sameText(one.title, ground.article))],
    remedy: ground.remedy && {
      ...ground.remedy,
      delay: ground.remedy.delay && { ...ground.remedy.delay },
      sources: refs(procedure!.articles, ground.remedy),
    },
  }
}

/** A ground is chosen where the list is closed; one that the procedure does not have is chosen nowhere. */
export function choiceRefused(
  rules: RefusalRules | null,
  { ground: asked }: Pick<Written, 'ground'>,
  isOfList: boolean,
): Refused<'groundMissing' | 'groundNotAllowed'> | undefined {
  const details = (rules?.grounds ?? []).map(({ title, article }) => `${title} (${article})`)
  if (asked !== undefined && !isOfList) return { refusal: 'groundNotAllowed', details }
  return rules?.closed && !isOfList ? { refusal: 'groundMissing', details } : undefined
}

/** Facts that rest on a piece which may not be asked refuse for what the law forbids to require (CRPA L114-5, R113-8). */
export function unlawfulFacts(
  procedure: Procedure,
  asked: FileRequest,
  { facts, ground: chosen }: Pick<Written, 'facts' | 'ground'>,
  ground: RefusalGround | undefined,
): Refused<'pieceMayNotBeAsked'> | undefined {
  const told = [facts, ...Object.values(chosen?.said ?? {})].join('. ')
  const found = unlawfulPiece(asked.rules, asked.sheet, told)
  if (!found) return undefined
  const named = (ground?.mayName ?? []).map((pieceId) =>
    pieceTitle(asked.rules, procedure.procedureId, pieceId as PieceId),
  )
  return named.includes(found.title)
    ? undefined
    : { refusal: 'pieceMayNotBeAsked', details: [found.title, ...found.sources.map(({ label }) => label)] }
}

/** A closed list names its articles; beside them, only the rules of the decision itself (CRPA). */
const allowed = ({ grounds, sources }: RefusalRules, title: string): boolean =>
  /^CRPA\b/.test(title) ||
  [...sources, ...grounds.flatMap((ground) => ground.sources)].some(({ label }) => sameText(label, title)) ||
  grounds.some(({ article }) => sameText(article, title))

/** A text named beside a list that another one closes, where it is none of those that close it. */
export function foreignText(
  rules: RefusalRules | null,
  law: readonly { readonly title: string }[],
): Refused<'groundNotAllowed'> | undefined {
  const foreign = rules?.closed ? law.find(({ title }) => !allowed(rules, title)) : undefined
  return foreign && { refusal: 'groundNotAllowed', details: [foreign.title] }
}

/**
 * Noted missing on the file, among those that the ground needs, by their titles. Pieces that stand for one another lack
 * only together: one of them presented is enough.
 */
function lackingFor(
  { lacks }: RefusalGround,
  procedure: Procedure | undefined,
  { rules, sheet }: FileRequest,
): string[] {
  if (lacks === null || procedure === undefined) return []
  const states = new Map<string, string>(
    sheet.pieces.flatMap((one) => ('pieceId' in one ? [[one.pieceId, one.state] as const] : [])),
  )
  const groups = new Map<string, string | undefined>(
    modelOf(procedure).pieces.map(({ data }) => [data.id, data.groupe]),
  )
  const stoodFor = (pieceId: string): boolean => {
    const group = groups.get(pieceId)
    return (
      group !== undefined &&
      [...groups].some(([other, its]) => its === group && states.get(other) === 'presented')
    )
  }
  return (assessSheet(rules, sheet)?.pieces ?? []).flatMap(({ pieceId, title, status }) => {
    const concerned =
      lacks === 'required' ? status === 'required' || status === 'alternative' : lacks.includes(pieceId)
    return concerned && states.get(pieceId) === 'missing' && !stoodFor(pieceId) ? [title] : []
  })
}

const isNeeded = ({ when }: NeededFact, told: readonly string[]): boolean =>
  when === null || when.some((phrase) => says(told, phrase))

/** Each fact that the ground needs, said: a day that is a day, by the decision; words that say something. */
function establishedOf(
  { facts: needed }: RefusalGround,
  { facts, ground }: Written,
  on: LocalDate,
): Refused<'factsMissing'> | { readonly facts: GroundSaid['established'] } {
  const said = ground?.said ?? {}
  const told = wordsOf([facts, ...Object.values(said)].join(' '))
  const wrong = needed.filter((fact) => {
    const text = said[fact.factId] ?? ''
    if (text === '') return isNeeded(fact, told)
    return fact.kind === 'date' ? !LocalDate.safeParse(text).success || text > on : wordsOf(text).length === 0
  })
  if (wrong.length > 0) return { refusal: 'factsMissing', details: wrong.map(({ title }) => title) }
  return {
    facts: needed.flatMap(({ factId, title }) => {
      const text = said[factId] ?? ''
      if (text === '') return []
      return [{ title, said: text }]
    }),
  }
}

/** The article of the ground, with what it says, as the base has it. */
function lawOfGround(
  { articles }: Procedure,
  { article, said, sources, toConfirm }: RefusalGround,
): CitedLaw[number] {
  return {
    title: article,
    said,
    sources: refs(articles, { sources }),
    toConfirm,
  }
}

/** What can be chosen to refuse this file; null where the office does not decide, or no list is known. */
export function groundsShown(asked: FileRequest): RefusalGrounds | null {
  const procedure = procedureFiled(asked.rules, asked.sheet.procedureId)
  const rules = procedure ? refusalRules(procedure) : null
  if (rules === null) return null
  return {
    closed: rules.closed,
    title: rules.title,
    grounds: rules.grounds.map((ground) => ({
      groundId: ground.groundId,
      title: ground.title,
      article: ground.article,
      said: ground.said,
      facts: ground.facts.map((fact) => ({ ...fact, when: fact.when && [...fact.when] })),
      lacks: ground.lacks === null ? null : lackingFor(ground, procedure, asked),
    })),
    sources: refs(procedure!.articles, rules),
    toConfirm: rules.toConfirm,
    templates: [],
  }
}
