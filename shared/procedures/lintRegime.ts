import type { MetadataOf } from './format.ts'

/** Sources cited anywhere in the metadata of a rule. */
export function citedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citedIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' && Array.isArray(inner)
      ? inner.map((cited: unknown) =>
          typeof cited === 'object' && cited !== null && 'source' in cited
            ? String(cited.source)
            : String(cited),
        )
      : citedIn(inner),
  )
}

type Regime = Pick<MetadataOf<'procédure'>, 'nature' | 'silence' | 'accusé' | 'recours'>

/** What the header says, then what it comes to in each of its cases: a case says only what it changes. */
export const regimesOf = (header: MetadataOf<'procédure'>): readonly Regime[] => [
  header,
  ...header['cas particuliers'].map(({ nature, silence, accusé, recours }) => ({
    nature: nature ?? header.nature,
    silence: silence ?? header.silence,
    accusé: accusé ?? header.accusé,
    recours: recours === undefined ? header.recours : recours,
  })),
]

/** Texts that give a declaration a receipt of their own, as CRPA L112-3 gives requests theirs: the declaration of works has one. */
const ownReceipts = new Set(['curb-r423-3'])

/** That what is handed in, its silence, its acknowledgement and its recourse go together. */
export function checkRegime(
  { nature, silence, accusé, recours }: Regime,
  incoherent: (message: string) => void,
  silent: (message: string) => void,
): void {
  const { sens, délai } = silence
  const counted = sens === 'rejet' || sens === 'acceptation'
  if (counted !== (délai !== null))
    silent('un délai de silence va avec un rejet ou une acceptation ; un régime inconnu n’en a pas.')
  if (silence['droit commun'] && sens !== 'inconnu') silent('le droit commun se dit d’un régime inconnu.')
  if (recours === null && counted) incoherent('un silence qui vaut décision se conteste : dire le recours.')
  if ((accusé.dû === 'oui') === (accusé.exception !== null))
    incoherent('un accusé de réception est dû sauf une exception, qu’il faut nommer.')
  if (nature === undefined || nature === 'demande') return
  if (sens === 'rejet') incoherent('ce qui n’est pas une demande n’est pas réputé rejeté (CRPA L231-4).')
  if (accusé.dû === 'oui' && !citedIn(accusé).some((cited) => ownReceipts.has(cited)))
    incoherent('seule une demande a un accusé de réception (CRPA L112-3) : le dire de sa nature.')
  if (accusé.exception?.startsWith('R112-4'))
    incoherent('l’article R112-4 excepte des demandes : une déclaration n’en relève pas.')
}
