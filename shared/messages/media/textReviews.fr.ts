import type { PublicTexts, ReviewedBy } from '../../contract/media/textReviews.ts'
import type { ReviewState } from './reviewed.ts'
import { calendarDate } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** What the administration says of the texts that a person must read, language by language. */
export const textReviews = {
  section: 'Langues',
  title: 'Textes à faire relire',
  help: `Chaque texte du public est écrit en plusieurs langues. Faites-les relire par quelqu’un qui parle la langue, puis notez-le ici${nbsp}: sa fonction et le jour, jamais son nom. Le texte français fait foi (CRPA L111-1).`,
  language: 'Langue',
  by: 'Relu par',
  note: 'Noter comme relu',
  takeBack: 'Retirer',
  saved: 'Relecture notée',
  takenBack: 'Relecture retirée',
  download: 'Enregistrer en CSV',
  of: (set: string, act: string) => `${act}${nbsp}: ${set}`,
  sets: {
    kiosk: 'Borne',
    exchange: 'Échange écrit',
    posters: 'Affiches',
    follow: 'Page du téléphone et avis',
    paper: 'Ticket et rendez-vous',
    room: 'Salle d’attente',
    summary: 'Résumé des documents',
    voice: 'Voix de la salle',
  } satisfies Record<PublicTexts, string> as Readonly<Record<PublicTexts, string>>,
  who: {
    translator: 'une traductrice ou un traducteur',
    interpreter: 'une ou un interprète',
    agent: 'un agent qui parle la langue',
    association: 'une association',
  } satisfies Record<ReviewedBy, string> as Readonly<Record<ReviewedBy, string>>,
  columns: ['langue', 'textes', 'état', 'relu par', 'relu le', 'empreinte'],
  states: { toRead: 'à relire', read: 'relu', changed: 'changé depuis la relecture' },
  state: (state: ReviewState): string =>
    state.is === 'toRead'
      ? 'À relire'
      : `${state.is === 'read' ? 'Relu' : 'Changé depuis sa relecture'} par ${textReviews.who[state.review.by]}, le ${calendarDate(state.review.on)}`,
}
