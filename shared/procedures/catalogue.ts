import type { LocalDate, ProcedureId } from '../contract/ids.ts'
import type { Text } from '../contract/text.ts'
import autre1 from './compiled/autre-1.json' with { type: 'json' }
import cni1 from './compiled/cni-1.json' with { type: 'json' }
import { type MetadataOf, RuleFile, headerOf } from './format.ts'

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
}

/** A procedure from rules that the linter accepts. Throws on rules without a header or of another shape. */
export function procedureFrom(content: unknown): Procedure {
  const rules = RuleFile.parse(content)
  const header = headerOf(rules)
  if (header === null) throw new Error('Ces règles n’ont pas d’en-tête.')
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
    rules,
  }
}

let shipped: readonly Procedure[] | null = null
const all = (): readonly Procedure[] => (shipped ??= [cni1, autre1].map(procedureFrom))

const validOn = (date: LocalDate) => (procedure: Procedure) =>
  procedure.validFrom <= date && (procedure.validTo === null || date <= procedure.validTo)

/** The one version of a procedure that a filing of that day falls under; undefined when there is none. */
export const procedureOn = (procedureId: ProcedureId, date: LocalDate): Procedure | undefined =>
  all().find((procedure) => procedure.procedureId === procedureId && validOn(date)(procedure))

/** All procedures in force on that day, « Autre démarche » last. */
export const allProcedures = (date: LocalDate): readonly Procedure[] => all().filter(validOn(date))
