import type { RecordingLanguage } from '../../contract/media/recordings.ts'
import { count, counted } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** What the administration says of the videos and voices that the office records itself. */
export const recordings = {
  section: 'Enregistrements',
  title: 'Vidéos et voix de l’office',
  help: `La borne et l’affichage montrent vos vidéos en langue des signes. La borne qui parle dit chaque démarche avec votre voix, et non avec la voix de l’ordinateur. La personne qui signe ou parle doit l’accepter. Elle peut faire retirer l’enregistrement à tout moment.`,
  formats: `Une vidéo WebM ou MP4 de 16${nbsp}Mio au plus, ou un son WebM, Ogg, MP3, M4A ou WAV d’1${nbsp}Mio au plus. WebM se lit sur tous les postes.`,
  language: 'Langue de l’enregistrement',
  languages: {
    lsf: 'Langue des signes',
    fr: 'Voix en français',
    en: 'Voix en anglais',
    es: 'Voix en espagnol',
    ar: 'Voix en arabe',
    uk: 'Voix en ukrainien',
  } satisfies Record<RecordingLanguage, string> as Readonly<Record<RecordingLanguage, string>>,
  what: 'Ce qui est dit',
  welcome: 'Comment prendre un ticket',
  welcomeDetail: 'Premier écran de la borne',
  rule: 'La règle de la file',
  ruleDetail: 'Affichage et borne',
  service: 'Service',
  procedure: 'Démarche',
  gone: 'Démarche ou service retiré',
  none: 'Aucun enregistrement',
  state: (seconds: number, size: string): string => `${count(seconds)}${nbsp}s, ${size}`,
  outdated: `La règle a changé depuis${nbsp}: la vidéo n’est plus montrée. Refaites-la.`,
  kept: (pieces: number, size: string): string =>
    `${counted(pieces, 'enregistrement', 'enregistrements')}, ${size} sur 64${nbsp}Mio.`,
  size: (bytes: number): string =>
    bytes < 1024 * 1024
      ? `${count(Math.ceil(bytes / 1024))}${nbsp}Kio`
      : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')}${nbsp}Mio`,
  of: (what: string, act: string): string => `${act}${nbsp}: ${what}`,
  see: 'Voir',
  listen: 'Écouter',
  hide: 'Fermer',
  add: 'Ajouter',
  replace: 'Remplacer',
  remove: 'Retirer',
  removeAsk: `Effacer cet enregistrement${nbsp}? Il ne pourra pas revenir.`,
  removeYes: 'Effacer',
  removeNo: 'Garder',
  removed: 'Enregistrement effacé',
  choose: 'Choisir un fichier',
  transcript: 'La même chose par écrit',
  transcriptHelp: `Pour qui ne voit pas la vidéo ou n’entend pas la voix. Écrivez en français ce que dit la vidéo, mot à mot ce que dit la voix. N’y nommez pas la personne qui signe ou parle. Ce texte reste dans le journal quand l’enregistrement est effacé.`,
  save: 'Enregistrer',
  cancel: 'Annuler',
  sending: (part: number): string => `Envoi${nbsp}: ${part}${nbsp}%`,
  reading: 'Lecture du fichier…',
  saved: 'Enregistrement gardé',
  lost: 'Cet enregistrement ne peut pas être lu ici.',
  wrong: {
    kind: (seen: boolean): string =>
      seen
        ? 'Ce fichier n’est pas une vidéo que Guichet connaît. Choisissez une vidéo WebM ou MP4.'
        : 'Ce fichier n’est pas un son que Guichet connaît. Choisissez un son WebM, Ogg, MP3, M4A ou WAV.',
    tooBig: (size: string, most: string): string =>
      `Ce fichier fait ${size}, et ${most} au plus sont gardés. Raccourcissez-le, ou réduisez sa taille.`,
    unreadable:
      'Ce fichier ne peut pas être lu par ce poste. Ouvrez-le avec un autre logiciel, puis enregistrez-le en WebM.',
    tooLong: 'Cet enregistrement dure plus de dix minutes. Raccourcissez-le.',
    transcript: 'Écrivez ce que dit l’enregistrement : qui ne le voit ni ne l’entend le lira.',
  },
} as const
