import { help, type HelpPage } from './help.fr.ts'
import { handbookMore as more } from './handbookMore.fr.ts'
import { helpAdministration as administration } from './administration.fr.ts'

/** A chapter: for whom, and the screens that they hold, told by the very help that F1 opens. */
export type Chapter = {
  readonly title: string
  readonly lead: string
  readonly pages: readonly HelpPage[]
}

/** What no screen tells: the machines of the office. */
const machines: readonly HelpPage[] = [
  {
    title: 'Installer',
    does: 'Poser l’application sur les postes, ou l’hôte seul sur un serveur.',
    steps: [
      'Sous Windows et Linux, les paquets et leurs réglages sont décrits dans docs/deploy.',
      'Un poste seul est un office entier : hôte, guichet, borne et affichage dans une application.',
      'L’hôte sans écran se lance par « npm run host » ; les autres postes le rejoignent par un code.',
      'Aucun poste n’a besoin d’internet.',
    ],
    rules: [
      {
        text: 'Un poste relié connaît le certificat de son hôte et n’a que les droits de sa sorte.',
        source: null,
      },
    ],
  },
  {
    title: 'Sauvegarder et restaurer',
    does: 'Garder de quoi reprendre après une panne, un vol ou un incendie.',
    steps: [
      'La sauvegarde est automatique ; une copie extérieure est chiffrée par la clé de secours.',
      'Gardez la clé de secours sur papier, hors de l’office : personne d’autre ne peut la refaire.',
      'Restaurez une fois par an sur une autre machine, et vérifiez que la chaîne du journal tient.',
    ],
    rules: [
      { text: 'La sécurité d’un traitement comprend de quoi rétablir les données.', source: 'RGPD, art. 32' },
    ],
  },
  {
    title: 'Mettre à jour',
    does: 'Recevoir une version signée, sans arrêter l’accueil.',
    steps: [
      'Une mise à jour est annoncée par un manifeste signé, et vérifiée à l’octet.',
      'Elle s’installe la nuit, aucune journée ouverte, après une sauvegarde.',
    ],
    rules: [{ text: 'Les événements anciens restent lus tels qu’ils ont été écrits.', source: null }],
  },
]

/** The handbook, a chapter for each of those who hold the office. */
export const handbook = {
  agent: {
    title: 'Le manuel de l’agent',
    lead: 'Accueillir, recevoir, suivre, encaisser, remettre. Sur chaque écran, F1 redit ce qui suit et montre les touches du moment.',
    pages: [
      more.lesson,
      help.counter,
      more.bar,
      more.safety,
      more.exchange,
      more.languages,
      help.reception,
      help.files,
      help.till,
      help.documents,
    ],
  },
  supervisor: {
    title: 'Le manuel du responsable d’accueil',
    lead: 'Ouvrir, tenir et fermer la journée, dans la règle publiée.',
    pages: [help.supervision, administration.messages, administration.queue, administration.printing],
  },
  manager: {
    title: 'Le manuel de la direction',
    lead: 'Régler l’office et répondre de ce qu’il garde et de ce qu’il dit.',
    pages: [
      administration.office,
      administration.services,
      administration.calendar,
      administration.appointments,
      administration.agents,
      administration.people,
      administration.documents,
      administration.posters,
      administration.languages,
      administration.recordings,
      administration.till,
      administration.rules,
      administration.packages,
      administration.drafts,
      administration.law,
      administration.search,
      administration.accessLog,
      administration.person,
      administration.register,
      administration.archives,
      administration.files,
      administration.commitments,
      administration.impact,
      administration.staffNotice,
      administration.guarantees,
      administration.changes,
    ],
  },
  computing: {
    title: 'Le manuel de l’informatique',
    lead: 'Installer, relier, sauvegarder, mettre à jour.',
    pages: [
      ...machines,
      more.follower,
      administration.network,
      administration.printers,
      administration.scanner,
      administration.backup,
      administration.updates,
      administration.integrations,
    ],
  },
} as const satisfies Readonly<Record<string, Chapter>>

export const handbookWords = {
  title: 'Le manuel de Guichet',
  print: 'Imprimer le manuel, ou en faire un PDF',
  picture: (title: string) => `L’écran « ${title} ».`,
} as const
