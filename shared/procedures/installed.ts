import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../contract/ids.ts'
import { type Catalogue, type Procedure, procedureFrom } from './catalogue.ts'
import type { ConsigneEntry } from './consignes.ts'
import { headerOf } from './format.ts'
import { lintRules } from './lint.ts'
import { lintConsignes, lintLayers } from './lintConsignes.ts'
import { lintVersions } from './lint.ts'
import type { RulePackage } from './package.ts'
import type { Problem } from './problems.ts'

const eve = (date: LocalDate): LocalDate =>
  Temporal.PlainDate.from(date).subtract({ days: 1 }).toString() as LocalDate

/** Instructions of a procedure with those that come: one that is said again is the new one. */
const together = (
  before: readonly ConsigneEntry[],
  added: readonly ConsigneEntry[],
): readonly ConsigneEntry[] => [...before.filter(({ id }) => added.every((one) => one.id !== id)), ...added]

/** The procedures of a package: they may cite the texts of the catalogue that they join. */
export function packagedProcedures(
  catalogue: Catalogue,
  { set, manifest }: RulePackage,
): readonly Procedure[] {
  const articles = { ...catalogue.procedures[0]?.articles, ...set.sources }
  return set.procedures.map((rules) => {
    const own = procedureFrom(rules, articles, set.consignes)
    // The ministry's instructions that bear on it stay, save those that the package says again.
    const before = catalogue.procedures.find(({ procedureId }) => procedureId === own.procedureId)
    const procedure = { ...own, consignes: together(before?.consignes ?? [], own.consignes) }
    return manifest.reviewBy < procedure.reviewBy ? { ...procedure, reviewBy: manifest.reviewBy } : procedure
  })
}

/**
 * The catalogue once a package is published: each of its versions holds from its own first day, the version before ends
 * the day before, and one that would have begun later is replaced. Nothing of the version before is edited.
 */
export function withPackage(catalogue: Catalogue, added: RulePackage): Catalogue {
  const versions = packagedProcedures(catalogue, added)
  const firsts = new Map<string, LocalDate>()
  for (const { procedureId, validFrom } of versions) {
    const first = firsts.get(procedureId)
    if (first === undefined || validFrom < first) firsts.set(procedureId, validFrom)
  }
  const kept = catalogue.procedures.flatMap((procedure): readonly Procedure[] => {
    const first = firsts.get(procedure.procedureId)
    if (first === undefined || (procedure.validTo !== null && procedure.validTo < first)) return [procedure]
    return procedure.validFrom < first ? [{ ...procedure, validTo: eve(first) }] : []
  })
  const consignes = added.set.consignes
  return {
    procedures: [
      // An instruction of the package also bears on procedures that it does not change.
      ...kept.map((procedure) => ({
        ...procedure,
        consignes: together(
          procedure.consignes,
          consignes.filter(({ procédures }) => procédures.includes(procedure.procedureId)),
        ),
      })),
      ...versions,
    ],
  }
}

/** All that is wrong in the rules of a package, against the texts of the catalogue that it would join. */
export function lintPackage(catalogue: Catalogue, { set }: RulePackage): readonly Problem[] {
  const sourceIds = new Set([
    ...Object.keys(catalogue.procedures[0]?.articles ?? {}),
    ...Object.keys(set.sources),
  ])
  const versions = set.procedures.map((rules) => {
    const header = headerOf(rules)
    return { file: `rules/${header?.procédure ?? '?'}/${header?.version ?? '?'}.yaml`, rules }
  })
  const found = versions.flatMap(({ file, rules }) => lintRules(file, rules, sourceIds))
  if (found.length > 0) return found
  const all = [
    ...versions,
    ...catalogue.procedures.map(({ rules, procedureId, version }) => ({
      file: `rules/${procedureId}/${version}.yaml`,
      rules,
    })),
  ]
  return [
    ...lintConsignes('consignes', { consignes: set.consignes }, sourceIds),
    ...lintLayers(set.consignes, all),
    ...lintVersions(versions),
  ]
}
