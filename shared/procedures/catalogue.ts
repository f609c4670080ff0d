import { z } from 'zod'
import type { LocalDate, ProcedureId } from '../contract/ids.ts'
import type { Text } from '../contract/text.ts'
import consignesJson from './compiled/consignes.json' with { type: 'json' }
import { compiledHeaders, compiledProcedures } from './compiled/index.ts'
import sourcesJson from './compiled/sources.json' with { type: 'json' }
import { ConsigneEntry } from './consignes.ts'
import { type MetadataOf, RuleFile, headerOf } from './format.ts'
import { Article } from './formatSources.ts'
import type { Articles } from './sources.ts'

/** One thing to have before queueing, as the kiosk asks it. */
export type Bring = {
  readonly title: Text
  readonly detail: Text | null
  readonly icon: MetadataOf<'procédure'>['apporter'][number]['icône']
}

/** One version of a procedure: what does not depend on the person, and its rules. */
export type Procedure = {
  readonly procedureId: ProcedureId
  readonly version: string
  /** First and last day of filing under this version; no known end is null. */
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  /** Past this day, the checklist says « à vérifier ». */
  readonly reviewBy: LocalDate
  readonly title: Text
  readonly bring: readonly Bring[]
  readonly header: MetadataOf<'procédure'>
  readonly rules: RuleFile
  /** The texts that its rules cite. */
  readonly articles: Articles
  /** Instructions that bear on it, whatever their dates. */
  readonly consignes: readonly ConsigneEntry[]
}

/** What an office works by: the rules shipped with the program, and those that it installed since. */
export type Catalogue = { readonly procedures: readonly Procedure[] }

/** A procedure from rules that the linter accepts. Throws on rules without a header or of another shape. */
export const procedureFrom = (
  content: unknown,
  articles: Articles = {},
  consignes: readonly ConsigneEntry[] = [],
): Procedure => assembled(RuleFile.parse(content), articles, consignes)

/** What is read of a procedure when it is asked for. */
type Read = {
  readonly rules: () => RuleFile
  readonly articles: () => Articles
  readonly consignes: () => readonly ConsigneEntry[]
}

function assembled(rules: RuleFile, articles: Articles, consignes: readonly ConsigneEntry[]): Procedure {
  const header = headerOf(rules)
  if (header === null) throw new Error('Ces règles n’ont pas d’en-tête.')
  return headed(header, { rules: () => rules, articles: () => articles, consignes: () => consignes })
}

/** Rules, texts and instructions are read at their first use. A copy by `{ ...procedure }` reads them all: a package installed does. */
function headed(header: MetadataOf<'procédure'>, { rules, articles, consignes }: Read): Procedure {
  let own: readonly ConsigneEntry[] | undefined
  return {
    procedureId: header.procédure,
    version: header.version,
    validFrom: header.du,
    validTo: header.au,
    reviewBy: header.revue,
    title: header.titre,
    bring: header.apporter.map(({ titre, détail, icône }) => ({
      title: titre,
      detail: détail ?? null,
      icon: icône,
    })),
    header,
    get rules() {
      return rules()
    },
    get articles() {
      return articles()
    },
    get consignes() {
      return (own ??= consignes().filter(({ procédures }) => procédures.includes(header.procédure)))
    },
  }
}

/** Rules as they travel: every version of every procedure, with the texts and instructions that they cite. */
export const RuleSet = z.strictObject({
  procedures: z.array(RuleFile),
  sources: z.record(z.string(), Article),
  consignes: z.array(ConsigneEntry),
})
export type RuleSet = z.infer<typeof RuleSet>

/** The procedures of a set. */
export const proceduresOf = ({ procedures, sources, consignes }: RuleSet): readonly Procedure[] =>
  procedures.map((rules) => assembled(rules, sources, consignes))

/** The rules shipped with the program: the compiler wrote them from this very shape, which a test checks again. */
export const compiledSet = (): RuleSet =>
  ({
    procedures: compiledProcedures.map((read) => read()),
    sources: sourcesJson,
    consignes: consignesJson,
  }) as unknown as RuleSet

let shipped: Catalogue | null = null

/**
 * The rules shipped with the program: the head of each procedure is read at their first use, its rules and the texts that they
 * cite when they are asked for. A counter lists procedures long before it opens one.
 */
export const shippedCatalogue = (): Catalogue =>
  (shipped ??= {
    procedures: compiledHeaders().map((header, at) =>
      headed(header as MetadataOf<'procédure'>, {
        rules: () => compiledProcedures[at]?.() as RuleFile,
        articles: () => sourcesJson as unknown as Articles,
        consignes: () => consignesJson as unknown as readonly ConsigneEntry[],
      }),
    ),
  })

const validOn = (date: LocalDate) => (procedure: Procedure) =>
  procedure.validFrom <= date && (procedure.validTo === null || date <= procedure.validTo)

/** The one version of a procedure that a filing of that day falls under; undefined when there is none. */
export const procedureOn = (
  { procedures }: Catalogue,
  procedureId: ProcedureId,
  date: LocalDate,
): Procedure | undefined =>
  procedures.find((procedure) => procedure.procedureId === procedureId && validOn(date)(procedure))

/** All procedures in force on that day, « Autre démarche » last. */
export const allProcedures = ({ procedures }: Catalogue, date: LocalDate): readonly Procedure[] =>
  procedures
    .filter(validOn(date))
    .toSorted((a, b) => Number(a.procedureId === 'autre') - Number(b.procedureId === 'autre'))
