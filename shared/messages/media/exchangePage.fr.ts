import type { PhraseGroup } from '../public/exchange.ts'

/** What the agent reads of the written exchange; the person's side is in `exchange.ts`. */
export const exchangePage = {
  title: 'Échange écrit',
  language: 'Langue de la personne',
  search: 'Chercher une phrase',
  others: (page: number, pages: number) => `Autres phrases (${page} sur ${pages})`,
  none: 'Aucune phrase n’a ces mots.',
  groups: {
    receiving: 'Recevoir',
    pieces: 'Pièces',
    deciding: 'Décider',
    leaving: 'Avant de partir',
  } satisfies Readonly<Record<PhraseGroup, string>>,
  write: 'Écrire une phrase',
  writeHelp: 'En français, pour qui n’entend pas. Rien n’est gardé.',
  lacking: 'Ce qui manque',
  lacks: (piece: string, restricted: string | null, text: string | null) =>
    `Il manque : ${piece}${text === null ? '' : ` (${text})`}.${restricted === null ? '' : ` ${restricted}.`}`,
  notInWords:
    'Une pièce ne se demande pas en mots libres (CRPA L114-5). Notez-la « manquante » dans la liste, puis montrez-la ici.',
  asksNothing: '(Cette phrase ne demande aucune pièce.)',
  show: 'Montrer',
  turn: 'Tourner l’écran',
  clear: 'Effacer',
  aloud: 'Lire à voix haute',
  openScreen: 'Ouvrir l’écran de l’usager',
  screenThere: 'L’écran de l’usager est ouvert.',
  screenNot:
    'Aucun écran n’est tourné vers l’usager. La phrase choisie s’affiche en grand sur cet écran. Tournez-le vers l’usager.',
  answer: 'Réponse de l’usager',
  noAnswer: 'Pas encore de réponse.',
  unreviewed: (language: string) =>
    `Traduction non relue en ${language}. Le document remis reste en français (CRPA L111-1).`,
  reviewed: (language: string, by: string, on: string) =>
    `Traduction en ${language} relue par ${by} le ${on}. Le document remis reste en français (CRPA L111-1).`,
  french: 'Le document remis reste en français (CRPA L111-1).',
  back: 'Revenir à l’agent',
} as const
