/** One exchange between administrations: who holds what, and so may be asked instead of the person. */
export type Exchange = {
  readonly exchangeId: string
  /** What is exchanged. */
  readonly title: string
  /** Who makes it available. */
  readonly holder: string
  readonly sources: readonly string[]
}

// CRPA D114-9-1 (version of 2026-02-05), for private persons; COMEDEC and the suppliers' check of a domicile have
// their own texts. An office is connected to each of them or not: it is a setting, never a supposition.
export const exchanges = [
  {
    exchangeId: 'foyer-fiscal',
    title: 'Situation du foyer fiscal',
    holder: 'direction générale des finances publiques',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'protection-sociale',
    title: 'Droits sociaux, revenus et prestations',
    holder: 'organismes de protection sociale',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'famille',
    title: 'Situation de la famille',
    holder: 'organismes de protection sociale',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'scolarite',
    title: 'Inscription scolaire et bourses nationales',
    holder: 'ministère chargé de l’éducation nationale',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'enseignement-superieur',
    title: 'Inscription dans l’enseignement supérieur, diplômes',
    holder: 'ministère chargé de l’enseignement supérieur',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'boursier',
    title: 'Qualité de boursier de l’enseignement supérieur',
    holder: 'CNOUS',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'emploi',
    title: 'Situation du demandeur d’emploi',
    holder: 'France Travail',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'service-national',
    title: 'Recensement et journée défense et citoyenneté',
    holder: 'direction du service national et de la jeunesse',
    sources: ['crpa-d114-9-1'],
  },
  {
    exchangeId: 'comedec',
    title: 'Actes de l’état civil (COMEDEC)',
    holder: 'commune de naissance',
    sources: ['crpa-l113-12', 'fiche-f1342'],
  },
  {
    exchangeId: 'justif-adresse',
    title: 'Domicile vérifié auprès d’un fournisseur',
    holder: 'fournisseur d’énergie',
    sources: ['crpa-r113-8-1', 'crpa-l114-10-1'],
  },
] as const satisfies readonly Exchange[]
