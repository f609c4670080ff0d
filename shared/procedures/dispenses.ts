import type { LocalDate } from '../contract/ids.ts'
import type { SeenTitle } from './answers.ts'
import type { PieceNature } from './format.ts'

/** One line of the table of CRPA R113-5: what was produced, and what it dispenses from producing. */
export type Dispense = { readonly produced: PieceNature; readonly from: readonly PieceNature[] }

/** CRPA R113-5 (LEGIARTI000031370019), columns A and B. It does not apply to what R113-9 lists: `dispenses` in a header. */
export const dispenses: readonly Dispense[] = [
  {
    produced: 'livret de famille',
    from: [
      'acte de mariage des parents',
      'acte de naissance des parents',
      'acte de naissance des enfants',
      'acte de décès',
    ],
  },
  {
    produced: 'livret de famille avec mention',
    from: [
      'acte de mariage des parents',
      'acte de naissance des parents',
      'acte de naissance des enfants',
      'acte de décès',
      'certificat de nationalité',
    ],
  },
  { produced: 'carte d’identité', from: ['certificat de nationalité', 'acte de naissance'] },
  { produced: 'passeport', from: ['acte de naissance', 'acte de naissance des enfants'] },
  { produced: 'carte du combattant', from: ['acte de naissance'] },
  { produced: 'carte d’invalidité', from: ['acte de naissance'] },
  {
    produced: 'acte de naissance avec mention',
    from: ['certificat de nationalité', 'preuve de nationalité'],
  },
]

/** Titles seen as identity that the table names, « en cours de validité » only. */
const titleNatures: Readonly<Record<string, PieceNature>> = {
  cni: 'carte d’identité',
  passport: 'passeport',
  veteranCard: 'carte du combattant',
  carteCombattant: 'carte du combattant',
}

/** The nature of a title that is valid on that day; undefined when it is not, or when its validity was not read. */
export function natureOfTitle(
  identity: SeenTitle | null | undefined,
  date: LocalDate,
): PieceNature | undefined {
  const end = identity?.validUntil ?? null
  return identity && end !== null && end >= date ? titleNatures[identity.kind] : undefined
}

/** What was produced, among these natures, that dispenses from this piece; undefined when nothing does. */
export const dispensedBy = (
  nature: PieceNature,
  produced: ReadonlySet<PieceNature>,
): PieceNature | undefined =>
  dispenses.find((line) => produced.has(line.produced) && line.from.includes(nature))?.produced
