import { count, longMoment } from '../format/numbers.ts'
import { spaced } from '../format/spaces.ts'

type Known = { readonly seq: number; readonly at: number }
type Compared =
  | { readonly is: 'sound' }
  | { readonly is: 'behind'; readonly known: Known }
  | { readonly is: 'rewritten'; readonly known: Known; readonly first: number }

const toDo =
  'Mettez le dossier de côté sans l’effacer, puis restaurez la dernière sauvegarde, ou faites reprendre un responsable.'

/**
 * What the command line says of a journal beside what was signed of it.
 * @param signed how many signatures were compared
 * @param zone the office's
 */
export const comparedSaid = (compared: Compared, signed: number, zone: string): string => {
  switch (compared.is) {
    case 'sound':
      return signed === 0
        ? 'Rien n’a encore été signé de ce journal : une fin coupée ne se verrait pas.'
        : `Il est ce que la clé de l’office en a signé : ${count(signed)} signatures comparées.`
    case 'behind':
      return `Journal en retard : la clé de l’office a signé l’événement ${compared.known.seq}, le ${longMoment(compared.known.at, zone)}, et il n’est pas là. ${toDo}`
    case 'rewritten':
      return `Journal réécrit à partir de l’événement ${compared.first} : la clé de l’office avait signé autre chose, jusqu’à l’événement ${compared.known.seq}, le ${longMoment(compared.known.at, zone)}. ${toDo}`
  }
}

/** What the command line says of a database's journal beside the signature in its office's row. @param compared null where it has none */
export const rowSaid = (compared: Compared | { readonly is: 'forged' } | null, zone: string): string => {
  if (compared === null)
    return 'La base ne porte aucune signature de l’office ; celle d’un site de formation n’en a jamais. Pour un office réel, relancez un hôte : il compare le journal aux ancres de son dossier.'
  if (compared.is === 'forged')
    return 'La signature que porte la base n’est pas de la clé de l’office : quelqu’un y a écrit. Relancez un hôte, qui compare le journal aux ancres de son dossier, et cherchez qui peut écrire dans cette base.'
  return comparedSaid(compared, 1, zone)
}

/** Whether the journal was once what a code on paper says. @param seq undefined where it never was */
export const codeSaid = (code: string, seq: number | undefined): string =>
  seq === undefined
    ? `Le code ${code} n’est celui d’aucun moment de ce journal : relisez le papier ; sinon, le journal a été changé depuis.`
    : `Le code ${code} est celui du journal à l’événement ${seq} : rien n’a changé avant lui depuis ce papier.`

/** What the pages say of a journal that takes no act. */
export const journalPage = {
  title: {
    behind: 'Le journal est en retard',
    rewritten: 'Le journal a été réécrit',
    restored: 'L’office vient d’une sauvegarde',
    damaged: 'Le journal est abîmé',
  },
  stopped: spaced('Rien n’est enregistré et aucun numéro n’est donné : la salle attend.'),
  help: {
    behind: (here: number, known: number, at: number, zone: string) =>
      spaced(
        `L’office avait signé ${count(known)} événements, le ${longMoment(at, zone)} ; ce journal s’arrête au ${count(here)}. Si vous n’avez rien restauré, quelqu’un a remis un vieux fichier : prévenez l’informatique avant de reprendre.`,
      ),
    rewritten: (first: number) =>
      spaced(
        `L’événement ${count(first)} n’est plus celui que l’office avait signé. Restaurez la dernière sauvegarde ; ne reprenez ici que si l’informatique le demande.`,
      ),
    restored: spaced(
      'Ce qui a été fait après la sauvegarde n’est pas là. Rassemblez les derniers tickets et les derniers documents remis, puis reprenez.',
    ),
    damaged: (reason: string) =>
      spaced(
        `${reason} Arrêtez Guichet, mettez le dossier de côté sans l’effacer, restaurez une sauvegarde.`,
      ),
  },
  missing: spaced('Ce qui manque, d’après ce que l’office a signé'),
  columns: { series: 'Série', here: 'Dernier ici', known: 'Dernier donné' },
  papers: 'Derniers numéros que montrent les papiers',
  papersHelp: spaced('Par exemple A12, B4, RD-2026-318, DO-2026-12. Laissez vide si rien ne dit plus.'),
  papersWrong: (one: string) =>
    spaced(`« ${one} » n’est ni un ticket (A12) ni un document (RD-2026-318). Corrigez-le, ou retirez-le.`),
  again: spaced(
    'Les numéros continuent après le plus grand connu. La reprise est écrite au journal, à votre nom.',
  ),
  resume: spaced('J’ai lu ce qui manque : reprendre'),
}
