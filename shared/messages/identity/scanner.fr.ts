import type { ScannerAdvice } from '../../identity/manner.ts'
import type { ScanKind } from '../../identity/scans.ts'
import type { WedgeManner } from '../../identity/wedge.ts'

const nbsp = '\u00a0'
const milliseconds = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

const layouts: Readonly<Record<WedgeManner['layout'], string>> = {
  host: 'disposition de ce poste',
  american: 'disposition QWERTY',
  french: 'disposition AZERTY',
  exchanged: 'lettres d’une autre disposition',
}
const ends: Readonly<Record<WedgeManner['end'], string>> = {
  enter: 'finit par Entrée',
  tab: 'finit par Tabulation',
  none: 'sans touche de fin',
}
const kinds: Readonly<Record<ScanKind, string>> = {
  mrz: 'la bande d’un titre d’identité',
  '2ddoc': 'un code 2D-Doc',
  document: 'un papier émis par Guichet',
  preApplication: 'un numéro de pré-demande',
}
const advices: Readonly<Record<ScannerAdvice, string>> = {
  slow: `Sur le lecteur, réglez le délai entre deux caractères à 0${nbsp}ms, ou au plus court.`,
  otherLayout:
    'Guichet comprend ce lecteur. Pour les autres logiciels, réglez-le sur la disposition du clavier de ce poste.',
  noEnd: 'Sur le lecteur, ajoutez Entrée à la fin de chaque lecture.',
}

/** Trying the scanner of a station. */
export const scannerWords = {
  section: 'Lecteur',
  open: 'Essayer le lecteur',
  help: 'Présentez au lecteur un titre d’identité, un justificatif à code 2D-Doc ou un papier de l’office. Rien de ce qui est lu n’est gardé.',
  waiting: 'Guichet attend le lecteur.',
  silent: `Rien ne s’affiche${nbsp}? Réglez le lecteur en «${nbsp}clavier USB${nbsp}», avec Entrée à la fin et moins de 80${nbsp}ms entre deux caractères.`,
  manner: ({ pace, layout, end }: WedgeManner) =>
    `${milliseconds.format(pace)}${nbsp}ms par touche, ${layouts[layout]}, ${ends[end]}.`,
  read: (kind: ScanKind) => `Lu${nbsp}: ${kinds[kind]}.`,
  wrong: 'Une clé de contrôle est fausse. Présentez de nouveau le document, bien à plat.',
  cut: 'Le lecteur n’a envoyé qu’une partie d’un document. Présentez-le de nouveau.',
  good: 'Le lecteur est bien réglé.',
  serial: {
    choose: 'Choisir un lecteur en port série',
    forget: 'Ne plus utiliser ce lecteur',
    manner: 'Port série.',
    which: 'Quel lecteur utiliser à ce poste ?',
    cancel: 'Aucun',
    unnamed: (rank: number) => `Port${nbsp}${rank}`,
    states: {
      absent:
        'Cette page ne lit pas de port série. Choisissez le lecteur au guichet, dans « Lecture », ou réglez-le en « clavier USB ».',
      none: 'Aucun lecteur en port série n’est choisi à ce poste.',
      away: 'Aucun lecteur en port série n’est branché. Branchez-le, puis choisissez-le.',
      held: 'Le port du lecteur est occupé. Fermez l’autre page ou l’autre logiciel qui s’en sert, puis choisissez-le.',
      refused: 'Cette page ne lit pas de document. Choisissez le lecteur au guichet, dans « Lecture ».',
      open: 'Le lecteur en port série est écouté.',
    },
    lost: 'Le lecteur en port série ne répond plus. Rebranchez-le.',
  },
  advice: (advice: ScannerAdvice) => advices[advice],
} as const
