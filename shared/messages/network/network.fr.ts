import type { DoorProblem, PairedRole, PairingEnd } from '../../contract/network/calls.ts'
import { agree, count, date, hour } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** « le 3 mars 2026 à 10 h 42 » in the office's zone. */
const at = (instant: number, zone: string): string => `le ${date(instant, zone)} à ${hour(instant, zone)}`

const roles: Readonly<Record<PairedRole, string>> = {
  agent: 'Guichet ou accueil',
  kiosk: 'Borne',
  display: 'Affichage',
  supervisor: 'Supervision',
  admin: 'Administration',
}

const ends: Readonly<Record<PairingEnd['outcome'], string>> = {
  paired: 'Le poste est relié.',
  expired: 'Personne n’a donné le code à temps. Demandez-en un autre quand le poste est prêt.',
  tooManyTries:
    'Cinq mauvais codes ont été donnés : ce code n’est plus valable. Vérifiez qui les a tapés avant d’en demander un autre.',
  closed: 'L’office n’attend plus de poste.',
  notNoted:
    'Le poste a donné le bon code, mais l’office n’a pas pu l’enregistrer : il n’est pas relié. Regardez si le disque de l’hôte est plein, puis demandez un autre code.',
}

const problems: Readonly<Record<DoorProblem['code'], (detail: string) => string>> = {
  addressGone: (detail) =>
    `L’ordinateur n’a plus l’adresse ${detail}. Rebranchez-le à ce réseau, ou choisissez-en un autre.`,
  portTaken: (detail) =>
    `Le port ${detail} est pris par un autre programme de cet ordinateur. Choisissez-en un autre.`,
  certificateUnsound: (detail) =>
    `Le certificat ne peut pas servir (${detail}). Corrigez ses fichiers, ou laissez l’office faire le sien.`,
  notAllowed: (detail) =>
    `Le système n’autorise pas Guichet à répondre sur le port ${detail}. Choisissez un port au-dessus de 1023.`,
}

/** The administration's section « Postes et réseau ». */
export const network = {
  cli: {
    usage: `Usage : guichet network certificate DOSSIER --chain FICHIER --key FICHIER | --own

  Donne à l’hôte arrêté de DOSSIER le certificat de l’office (deux fichiers PEM de cette machine : la chaîne, puis sa
  clé sans mot de passe), ou --own pour revenir à celui qu’il fait lui-même. Les postes déjà reliés apprennent d’abord la
  nouvelle clé : elle répond à partir de la nuit suivante.`,
    noOffice: (folder: string) => `Il n’y a pas d’office dans « ${folder} ». Vérifiez le dossier donné.`,
    unsound: (why: string) =>
      `Le certificat ne peut pas servir (${why}) : rien n’a été changé. Corrigez ses fichiers, puis recommencez.`,
    set: (until: number, names: readonly string[]) =>
      `L’hôte répondra avec ce certificat (${names.join(', ')}), valable jusqu’au ${new Date(until).toLocaleDateString('fr-FR')}. Relancez Guichet.`,
    own: 'L’hôte répondra avec un certificat qu’il fait et renouvelle lui-même. Relancez Guichet.',
  },
  section: 'Postes et réseau',

  pairTitle: 'Relier un poste',
  pairHelp: `Un autre ordinateur devient un poste de cet office. Sur lui, ouvrez Guichet et choisissez «${nbsp}Rejoindre un office${nbsp}».`,
  notChosen: `Choisissez d’abord le réseau sur lequel l’office répond, dans «${nbsp}Régler le réseau${nbsp}».`,
  role: 'Ce poste sera',
  roles,
  place: 'Sa place',
  placeHelp: `Le nom d’un lieu, jamais celui d’une personne${nbsp}: « Entrée », « Salle d’attente ».`,
  placeWrong: 'Écrivez où sera ce poste.',
  counter: 'Son guichet',
  noCounter: 'Aucun en propre : accueil, dossiers, caisse',
  usualPlaces: {
    agent: 'Accueil',
    kiosk: 'Entrée',
    display: 'Salle d’attente',
    supervisor: 'Bureau du responsable',
    admin: 'Secrétariat',
  } satisfies Readonly<Record<PairedRole, string>>,
  by: 'Comment',
  byWords: { code: 'Par Guichet et un code', link: 'Dans un navigateur, par un lien' },
  days: 'Durée du lien, en jours',
  daysWrong: 'Écrivez un nombre de jours, de 1 à 400.',
  openCode: 'Montrer un code',
  openLink: 'Faire un lien',
  waits: (role: PairedRole, place: string) => `L’office attend${nbsp}: ${roles[role]}, ${place}`,
  code: 'Code à taper sur le poste',
  /** Said by a screen reader digit by digit. */
  codeSpoken: (code: string) => [...code].join(' '),
  left: (ms: number) => {
    const seconds = Math.max(0, Math.ceil(ms / 1_000))
    const minutes = Math.floor(seconds / 60)
    return minutes === 0
      ? `encore ${seconds}${nbsp}s`
      : `encore ${minutes}${nbsp}min ${String(seconds % 60).padStart(2, '0')}${nbsp}s`
  },
  tries: (value: number) => `${value}${nbsp}${agree(value, 'essai', 'essais')}`,
  addressTo: (value: number) =>
    agree(value, 'Adresse à taper', 'Adresses à taper : celle du réseau du poste'),
  links: 'Lien à ouvrir dans le navigateur du poste, une seule fois',
  linkWarning:
    'Le navigateur avertit que le certificat est celui de l’office : comparez son empreinte, puis acceptez.',
  stop: 'Ne plus attendre',
  ends,

  stationsTitle: 'Postes reliés',
  none: 'Aucun poste d’un autre ordinateur n’est relié.',
  more: (value: number) => `et ${count(value)} ${agree(value, 'autre', 'autres')}`,
  connected: 'Connecté',
  seen: (instant: number, zone: string) => `Vu ${at(instant, zone)}`,
  neverSeen: 'Pas encore venu',
  paired: (instant: number, zone: string) => `relié ${at(instant, zone)}`,
  until: (instant: number, zone: string) => `lien jusqu’au ${date(instant, zone)}`,
  browser: 'navigateur',
  revoke: 'Retirer…',
  revokeFor: (place: string) => `Retirer ${place}…`,
  revokeAsked: (place: string) =>
    `${place} sera coupé tout de suite, même si quelqu’un y travaille. Pour le relier à nouveau, il faudra un autre code.`,
  revokeYes: 'Oui, retirer ce poste',
  revokeNo: 'Le garder',

  doorTitle: 'Réseau',
  doorOpen: 'L’office répond sur le réseau',
  doorClosed: 'L’office ne répond qu’à cet ordinateur',
  doorClosedHelp:
    'Il répond sur le réseau choisi dès qu’un poste est attendu ou relié, ou qu’un second ordinateur a reçu un jeton.',
  problems,
  addresses: 'Adresses',
  pin: 'Empreinte de la clé',
  pinHelp: 'Comparez cette empreinte quand un navigateur ou un informaticien la demande.',
  /** In groups of four, as people compare them aloud. */
  pinGroups: (pin: string): readonly string[] => pin.match(/.{1,4}/g) ?? [],
  coming: (instant: number, zone: string) =>
    `Une autre clé est annoncée aux postes, et servira à partir du ${date(instant, zone)}.`,
  certificate: 'Certificat',
  certificateEnd: (instant: number, zone: string, own: boolean) =>
    own
      ? `De l’office, valable jusqu’au ${date(instant, zone)}. Remplacez ses fichiers avant.`
      : `Fait par Guichet, valable jusqu’au ${date(instant, zone)}. Il se renouvelle seul, sans toucher aux postes.`,

  settingsTitle: 'Régler le réseau',
  on: 'Répondre sur',
  onNone: 'Cet ordinateur seulement',
  interface: (name: string, addresses: readonly string[]) =>
    addresses.length === 0 ? name : `${name}, ${addresses.join(', ')}`,
  gone: (name: string) => `${name} (absent en ce moment)`,
  port: 'Port',
  portHelp: `Écrivez ${'8443'} d’habitude. Écrivez 0 pour que Guichet choisisse un port libre et le garde.`,
  portWrong: 'Écrivez un port, de 0 à 65535.',
  names: 'Noms de cet ordinateur sur le réseau (facultatif)',
  namesHelp: 'Un par ligne : accueil.mairie.example',
  namesWrong: 'Un nom s’écrit en minuscules, chiffres, tirets et points, dix au plus.',
  certificateBy: 'Certificat',
  certificates: { made: 'Fait par Guichet', own: 'Celui de l’office' },
  chainFile: 'Fichier du certificat et de sa chaîne (PEM)',
  keyFile: 'Fichier de sa clé (PEM)',
  fileWrong: 'Écrivez le chemin complet d’un fichier de cet ordinateur.',
  discoverable: 'S’annoncer sur le réseau pendant qu’un poste est attendu',
  copy: 'Copier',
  copied: 'Copié.',
  copyFailed: 'La copie n’a pas marché : sélectionnez le texte, puis Ctrl+C.',
} as const
