import type { Output } from '../../../shared/contract/index.ts'

export type VersionLine = Output<'law.procedures'>['procedures'][number]
/** One version, whole. */
export type Whole = Output<'law.procedure'>
type VersionState = 'inForce' | 'coming' | 'ended'

/** Where a version stands on a day: what a package publishes from a date is « à venir » until then. */
export const stateOf = (
  { inForce, validFrom }: Pick<VersionLine, 'inForce' | 'validFrom'>,
  today: string,
): VersionState => (inForce ? 'inForce' : validFrom > today ? 'coming' : 'ended')

const ranks: Readonly<Record<VersionState, number>> = { inForce: 0, coming: 1, ended: 2 }

/** Procedures by title, « autre » last; of each, the version in force first, then what comes, then what ended. */
export function inReadingOrder(lines: readonly VersionLine[], today: string): readonly VersionLine[] {
  return lines.toSorted(
    (a, b) =>
      Number(a.procedureId === 'autre') - Number(b.procedureId === 'autre') ||
      a.title.fr.localeCompare(b.title.fr, 'fr') ||
      a.procedureId.localeCompare(b.procedureId) ||
      ranks[stateOf(a, today)] - ranks[stateOf(b, today)] ||
      (a.validFrom < b.validFrom ? 1 : -1),
  )
}

type Sections = Whole['sections']

/** Sections with only the rules that are to confirm; a section that has none is left out. */
export const toConfirmOnly = (sections: Sections): Sections =>
  sections
    .map(({ title, sentences }) => ({ title, sentences: sentences.filter(({ toConfirm }) => toConfirm) }))
    .filter(({ sentences }) => sentences.length > 0)

/** Where a part of a version stands in the page. */
export const placeOf = (section: string): string => `regles-${section.replaceAll(' ', '-')}`
