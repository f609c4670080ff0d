import type { Instant, LocalDate, ProcedureId } from '../../contract/ids.ts'
import { noLawSettings, type LocalRegulation } from '../../contract/office/settings.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import type { RuleVersion } from '../../contract/law/assessment.ts'
import { procedureOn, type Catalogue, type Procedure } from '../../procedures/catalogue.ts'
import { fixedPart } from '../../procedures/header.ts'
import type { DomainDate } from '../../procedures/engine.ts'
import { dateIn } from '../core/calendar/index.ts'
import { deadlineRules, earliestStillInTime } from './time/deadlines.ts'
import { territoryOf } from './time/workingDays.ts'
import { zoneOf, type Office } from '../state.ts'

/** The rules of one moment in one office: which versions are in force, and what they need from the office. */
export type RulesNow = {
  readonly catalogue: Catalogue
  /** The day of filing, in the office's zone. */
  readonly date: LocalDate
  readonly territory: Territory
  readonly exchanges: readonly string[]
  /** What the office's own délibérations require. */
  readonly regulations: readonly LocalRegulation[]
  readonly dates: Readonly<Partial<Record<DomainDate, LocalDate>>>
}

/** What a decision and a view both know of the rules. */
export type Ruled = { readonly now: Instant; readonly catalogue: Catalogue }

/**
 * First rounds of the ballots that the program knows; an office adds its own (a by-election) in its settings.
 * Municipales of 15 March 2026, read on a town's page with its closing days; présidentielle of 18 April 2027, Conseil
 * des ministres of 1 July 2026, read in the press: both to confirm. No text was found for another ballot of 2027.
 */
const knownBallots: readonly LocalDate[] = ['2026-03-15' as LocalDate, '2027-04-18' as LocalDate]

const dates = new Map<string, RulesNow['dates']>()

/** Days that legal time gives to the rules: the oldest birth still declarable, the closing of the electoral lists. */
function datesOn(date: LocalDate, territory: Territory, ballots: readonly LocalDate[]): RulesNow['dates'] {
  const key = `${date} ${territory} ${ballots.join(' ')}`
  const before = dates.get(key)
  if (before !== undefined) return before
  const birth = earliestStillInTime('naissance', date, territory)
  const ballot = [...knownBallots, ...ballots].toSorted().find((day) => day >= date)
  const closing = ballot && deadlineRules.electoral.compute({ scrutin: ballot }, { territory })
  const { mairie, L30: l30 } = typeof closing === 'object' && closing !== null ? closing : {}
  const found = {
    ...(ballot && { 'prochain scrutin': ballot }),
    ...(birth && { 'plus ancienne naissance déclarable': birth }),
    ...(mairie && { 'clôture ordinaire des listes': mairie }),
    ...(l30 && { 'clôture des listes pour les cas de L30': l30 }),
  }
  // One day and one office at a time: what is kept stays small.
  if (dates.size > 50) dates.clear()
  dates.set(key, found)
  return found
}

/** The rules as they are for this office now. */
export function rulesNow(office: Pick<Office, 'settings'>, { now, catalogue }: Ruled): RulesNow {
  const date = dateIn(zoneOf(office), now)
  const territory = office.settings ? territoryOf(office.settings.calendar) : 'metropole'
  const { exchanges, ballots, regulations } = office.settings?.law ?? noLawSettings
  return { catalogue, date, territory, exchanges, regulations, dates: datesOn(date, territory, ballots) }
}

/** The version of a procedure that a filing of this moment falls under. */
export const procedureNow = (
  office: Pick<Office, 'settings'>,
  { now, catalogue }: Ruled,
  procedureId: ProcedureId,
): Procedure | undefined => procedureOn(catalogue, procedureId, dateIn(zoneOf(office), now))

/**
 * That what was handed in asked for nothing, as the very version of the rules that was applied says of each of its cases;
 * nothing where it depends on the answers, which are forgotten.
 */
export function natureUnder(
  { catalogue }: Pick<Ruled, 'catalogue'>,
  rule: Pick<RuleVersion, 'procedureId' | 'version'> | null,
): { readonly nature?: 'declaration' | 'payment' } {
  const procedure = catalogue.procedures.find(
    ({ procedureId, version }) => procedureId === rule?.procedureId && version === rule.version,
  )
  if (procedure === undefined) return {}
  const { nature } = fixedPart(procedure)
  const isMixed = procedure.header['cas particuliers'].some((one) => one.nature !== undefined)
  return isMixed || nature === null || nature === 'request' ? {} : { nature }
}
