import type { DocumentKind } from '../../contract/documents/kinds.ts'

/** What a paper in plain words says around its facts. */
export const plain = {
  what: 'À quoi sert ce papier\u00a0?',
  keep: 'Gardez ce papier.',
  hardWords: 'Les mots difficiles',
  word: 'Mot',
  means: 'Ce qu’il veut dire',
} as const

/** What each kind of paper is for, in one short sentence. */
export const purposes: Readonly<Record<DocumentKind, string>> = {
  recepisse: 'Ce papier prouve que vous avez déposé une demande, et quel jour.',
  attestation: 'Ce papier prouve que vous êtes venu ici, et à quelle heure.',
  accuse: 'Ce papier dit que nous avons reçu votre demande, et ce qui va se passer.',
  pieces: 'Ce papier dit quels documents il faut encore nous donner, et avant quelle date.',
  original: 'Ce papier vous demande de montrer le vrai document, pas une copie.',
  transmission: 'Ce papier dit à quel service nous avons envoyé votre demande.',
  refus: 'Ce papier dit que votre demande est refusée, pourquoi, et ce que vous pouvez faire.',
  acceptation: 'Ce papier prouve que votre demande est acceptée, car personne n’a répondu à temps.',
  motifs: 'Ce papier dit pourquoi votre demande a été refusée.',
  nonReception: 'Ce papier prouve que vous êtes venu et que nous n’avons pas pu vous recevoir.',
  recu: 'Ce papier prouve que vous avez payé.',
  quittance: 'Ce papier prouve que vous avez payé.',
  bordereau: 'Ce papier dit quel argent la caisse a donné au comptable.',
  trace: 'Ce papier dit quelles règles ont été appliquées à votre demande.',
  regularisation: 'Ce papier dit qu’il y a une erreur, et comment la corriger sans être puni.',
  urbanisme: 'Ce papier prouve que vous avez déposé une demande pour des travaux, et quel jour.',
  sejour: 'Ce papier dit où en est votre demande de titre de séjour, et ce qu’il permet.',
  originaux: 'Ce papier dit que nous vous avons rendu vos documents.',
  incident: 'Ce papier dit ce qui n’a pas marché ici, et quand.',
  passage: 'Ce papier raconte votre visite ici, heure par heure.',
  annulation: 'Ce papier dit qu’un autre papier ne vaut plus rien.',
  recensement: 'Ce papier prouve que vous êtes recensé.',
}

/** A hard word, and what it means; `declared`: on the paper of a declaration, where that differs. */
type HardWord = { readonly word: string; readonly means: string; readonly declared?: string }

/** Words of the papers that are hard, and what they mean. A word is explained only where it is written. */
export const hardWords: readonly HardWord[] = [
  { word: 'récépissé', means: 'Un papier qui prouve que vous avez donné quelque chose.' },
  { word: 'attestation', means: 'Un papier qui dit que quelque chose est vrai.' },
  {
    word: 'accusé de réception',
    means: 'Un papier qui dit que nous avons bien reçu votre demande.',
    declared: 'Un papier qui dit que nous avons bien reçu votre déclaration.',
  },
  { word: 'quittance', means: 'Un papier qui prouve que vous avez payé.' },
  {
    word: 'pièces',
    means: 'Les documents que vous donnez pour votre demande.',
    declared: 'Les documents que vous donnez pour votre déclaration.',
  },
  { word: 'silence', means: 'Quand l’administration ne répond pas.' },
  { word: 'vaut rejet', means: 'C’est comme si l’administration avait dit non.' },
  { word: 'vaut décision de rejet', means: 'C’est comme si l’administration avait dit non.' },
  { word: 'vaut acceptation', means: 'C’est comme si l’administration avait dit oui.' },
  { word: 'vaut décision d’acceptation', means: 'C’est comme si l’administration avait dit oui.' },
  { word: 'recours', means: 'Ce que vous pouvez faire si vous n’êtes pas d’accord.' },
  { word: 'délai', means: 'Le temps que vous avez, ou que l’administration a, pour faire quelque chose.' },
  {
    word: 'Défenseur des droits',
    means: 'Une personne qui aide gratuitement quand un droit n’est pas respecté.',
  },
  { word: 'tribunal administratif', means: 'Les juges à qui l’on demande si l’administration a bien agi.' },
  { word: 'CRPA', means: 'Une loi\u00a0: le code des relations entre le public et l’administration.' },
  { word: 'régulariser', means: 'Corriger une erreur.' },
  { word: 'motif', means: 'La raison.' },
  { word: 'empreinte', means: 'Un numéro qui permet de voir si un papier a été changé.' },
]
