import type { Procedure } from './catalogue.ts'
import { type Fixed, remedyOf } from './header.ts'
import { type Sourced, sourceOf, sourced } from './sources.ts'

/** A fact that a ground needs. `when`: only where the facts told hold one of these words; null always. */
export type NeededFact = {
  readonly factId: string
  readonly title: string
  readonly kind: 'text' | 'date'
  readonly when: readonly string[] | null
}

/** One ground on which a request can be refused. */
export type RefusalGround = Sourced & {
  readonly groundId: string
  readonly title: string
  /** « CESEDA L313-3, 2° ». */
  readonly article: string
  /** What the text says, in its words. */
  readonly said: string
  readonly facts: readonly NeededFact[]
  /** It needs a piece noted missing: any that is required, or one of those; null for none. */
  readonly lacks: 'required' | readonly string[] | null
  /** Pieces that may not be asked, and that its facts may name. */
  readonly mayName: readonly string[]
  readonly remedy: Fixed['remedy']
}

/** The grounds of a procedure. `closed`: the text lists them all. */
export type RefusalRules = Sourced & {
  readonly closed: boolean
  readonly title: string
  readonly grounds: readonly RefusalGround[]
}

const known = new WeakMap<Procedure, RefusalRules>()

/** On what grounds this version of a procedure can be refused; null where no list is known. */
export function refusalRules(procedure: Procedure): RefusalRules | null {
  const { header, articles } = procedure
  const { refus } = header
  if (refus === undefined) return null
  const before = known.get(procedure)
  if (before !== undefined) return before
  const rules: RefusalRules = {
    closed: refus.liste === 'fermée',
    title: refus.titre,
    ...sourced(articles, refus.sources),
    grounds: refus.motifs.map((ground) => ({
      groundId: ground.id,
      title: ground.titre,
      article: articleOf(procedure, ground.sources[0]!),
      said: ground.droit,
      ...sourced(articles, ground.sources),
      facts: ground.faits.map(({ id, titre, nature, 'si dit': when }) => ({
        factId: id,
        title: titre,
        kind: nature === 'date' ? 'date' : 'text',
        when: when ?? null,
      })),
      lacks: ground.pièces === 'requises' ? 'required' : (ground.pièces ?? null),
      mayName: ground['peut nommer'] ?? [],
      remedy: remedyOf(articles, ground.recours ?? null),
    })),
  }
  known.set(procedure, rules)
  return rules
}

/** « CESEDA L313-3 » and its point « 2° ». */
function articleOf(
  { articles }: Procedure,
  cited: string | { readonly source: string; readonly pour: string },
) {
  const [id, point] = typeof cited === 'string' ? [cited, null] : [cited.source, cited.pour]
  const label = sourceOf(articles, id)?.label ?? id
  return point === null ? label : `${label}, ${point}`
}
