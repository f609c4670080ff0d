import type { AcknowledgementForm, FileChannel } from '../../contract/files/file.ts'
import type { FileShown } from '../../contract/files/shown.ts'
import type { FileTodo, WorkPart } from '../../contract/files/lines.ts'
import type { Output } from '../../contract/index.ts'
import { calendarDate, count, counted } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** « 24 avril », or « 24 avril 2027 » when the year is another than today’s. */
export const dayShort = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? calendarDate(day).slice(0, -5) : calendarDate(day)

type Act = Output<'file.get'>['acts'][number]['act']
type Words<K extends string> = Readonly<Record<K, string>>

const acts: Words<Act> = {
  opened: 'Dossier ouvert',
  described: 'Demande nommée ou corrigée',
  pieceAdded: 'Pièces reçues',
  piecesRequested: 'Pièces demandées',
  acknowledged: 'Accusé donné ou envoyé',
  forwarded: 'Transmis',
  decided: 'Décision notée',
  titleArrived: 'Titre arrivé',
  noticeSent: 'Personne prévenue',
  titleDestroyed: 'Titre détruit',
  originalsHeld: 'Originaux gardés',
  originalsReturned: 'Originaux rendus',
  handedOver: 'Remis ou notifié',
  closed: 'Dossier terminé',
  visitUndone: 'Acte du guichet annulé',
}

const came: Words<FileChannel> = {
  counter: 'déposée au guichet',
  post: 'reçue par courrier',
  email: 'reçue par courriel',
  depositBox: 'levée dans la boîte de dépôt',
  title: 'titre arrivé',
  assisted: 'faite en ligne avec la personne',
}

const listed = (pieces: readonly string[]): string => pieces.join(', ')

/** What is done next on a file, in the words of whoever does it. */
const todos: Readonly<
  Record<Exclude<FileTodo, 'acknowledge' | 'sign' | 'remind' | 'bring' | 'authorityDecides'>, string>
> = {
  name: 'Nommer la demande',
  decide: 'Décider',
  decideOrTacit: 'Décider, ou laisser l’accord tacite',
  decideUnknown: 'Décider',
  noteSilence: 'Noter la décision née du silence',
  returnOriginals: 'Rendre les originaux',
  destroy: 'Détruire le titre non retiré',
  giveDecision: 'Remettre la décision',
  finish: 'Terminer le dossier',
  authorityDecided: 'Décision prise, le titre est attendu',
  collect: 'La personne retire son titre',
}
const acknowledged: Words<AcknowledgementForm> = {
  ar: 'Envoyer l’accusé de réception',
  aee: 'Envoyer l’accusé d’enregistrement',
  are: 'Envoyer l’accusé de réception',
}

/** The one act of the page, for the file that is chosen. */
const mains: Words<FileTodo> = {
  name: 'Nommer la demande',
  sign: 'Ouvrir le refus préparé',
  acknowledge: 'Noter l’accusé envoyé',
  decide: 'Préparer la décision',
  decideOrTacit: 'Préparer la décision',
  decideUnknown: 'Préparer la décision',
  noteSilence: 'Noter la décision',
  remind: 'Relancer la personne',
  returnOriginals: 'Rendre les originaux',
  destroy: 'Ouvrir le tiroir',
  giveDecision: 'Remettre la décision',
  finish: 'Terminer le dossier',
  bring: 'Noter la pièce reçue',
  authorityDecides: 'Noter la décision reçue',
  authorityDecided: 'Noter l’arrivée du titre',
  collect: 'Remettre le titre',
}

const parts: Words<WorkPart> = {
  office: 'À faire par la mairie',
  pieces: 'Pièce attendue',
  authority: 'Décidé ailleurs',
  collect: 'À remettre',
}

const states: Words<FileShown['state']> = { open: 'Ouvert', closed: 'Terminé', annulled: 'Annulé' }

/** The back office: what is due, one file whole, the drawer, what came in. */
export const filesPage = {
  title: 'Dossiers',
  toConfirm: 'à confirmer',
  cancel: 'Annuler',
  close: 'Fermer le volet',
  enter: 'Entrée',
  escape: 'Échap',
  noLabel: 'Demande sans démarche notée',
  states,
  acts,
  mistakenAct: (act: string) => `${act}${nbsp}: noté par erreur`,
  cancelledAct: (act: string) => `${act}${nbsp}: papier annulé`,
  /** The column beside the list, by what it is open on. */
  panels: {
    file: 'Dossier',
    record: 'Enregistrer un dépôt',
    title: 'Enregistrer un titre arrivé',
    drawer: 'Tiroir des titres',
  },

  /** The list of work: whose turn it is on each file, and what they do. */
  work: {
    title: 'Dossiers à suivre',
    tabs: 'Choisir qui doit agir',
    parts,
    all: 'Tous',
    service: 'Dossiers d’un service',
    allServices: 'Tous les services',
    groups: {
      late: 'En retard',
      today: 'Aujourd’hui',
      soon: (until: string) => `D’ici au ${until}`,
      later: 'Ensuite',
      undated: 'Sans date',
      followed: 'Rien à faire par la mairie',
    },
    none: {
      office: 'La mairie n’a rien à faire',
      pieces: 'Aucune pièce n’est attendue',
      authority: 'Aucune autre autorité n’a de dossier',
      collect: 'Aucun titre n’attend',
      all: 'Aucun dossier n’est ouvert',
    },
    tonight: 'ce soir',
    late: 'en retard',
    todos,
    mains,
    acknowledge: (form: AcknowledgementForm) => acknowledged[form],
    sign: (mine: boolean) => (mine ? 'Signer le refus' : 'Faire signer le refus'),
    remind: (pieces: readonly string[]) =>
      pieces.length === 0 ? 'Relancer la personne' : `Relancer${nbsp}: ${listed(pieces)}`,
    bring: (pieces: readonly string[]) =>
      pieces.length === 0 ? 'La personne apporte une pièce' : `La personne apporte${nbsp}: ${listed(pieces)}`,
    decides: (who: string) => `${who.slice(0, 1).toLocaleUpperCase('fr')}${who.slice(1)} décide`,
    decidesIn: (who: string) => `${who} décide`,
    anotherDecides: 'Une autre autorité décide',
    /** What silence is worth, said beside what the office decides. */
    otherwise: {
      decide: (on: string) => `sans décision, rejet ${on}`,
      decideOrTacit: (on: string) => `sans décision, accord ${on}`,
      decideUnknown: 'aucun texte connu ne dit ce que vaut le silence',
    },
    onDay: (on: string) => `le ${on}`,
    slot: (slot: string | null) => (slot === null ? 'sans case' : `case ${slot}`),
    told: (notices: number) =>
      notices === 0 ? 'personne pas encore prévenue' : `prévenue ${count(notices)}${nbsp}fois`,
    nobody: 'Personne non notée',
    page: (from: number, to: number, total: number) => `${count(from)} à ${count(to)} sur ${count(total)}`,
    before: 'Précédents',
    after: 'Suivants',
    keys: { before: 'Page ↑', after: 'Page ↓' },
    came: (channel: FileChannel, on: string, sent: string | null) =>
      sent === null
        ? `${came[channel]} le ${on}`
        : channel === 'post'
          ? `${came.post} le ${on}, cachet du ${sent}`
          : `${came[channel]} le ${on}, envoyée le ${sent}`,
  },

  /** What else can be done, found by a word. */
  actions: {
    open: 'Actions',
    title: 'Actions',
    key: '/',
    search: 'Chercher une action',
    none: 'Aucune action de ce nom',
    drawer: 'Ouvrir le tiroir des titres',
    documents: 'Ouvrir les documents',
  },
  /** What a date of a file says, where the file is read whole. */
  due: {
    late: 'en retard',
    tonight: 'ce soir',
    atLatest: 'au plus tard',
    acquired: { rejet: 'Rejet implicite acquis', acceptation: 'Acceptation implicite acquise' },
    toSend: (form: string) => `${form} à envoyer`,
  },

  search: {
    label: 'Nom, ou numéro d’un papier ou d’un titre',
    placeholder: 'Nom, ou référence d’un papier : RD, AR, DP, ticket',
    traced: 'Chaque recherche est tracée',
    short: 'Tapez au moins deux caractères.',
    found: (files: number) =>
      files === 0 ? 'Aucun dossier trouvé' : counted(files, 'dossier trouvé', 'dossiers trouvés'),
    tracedHelp:
      'Cette recherche a laissé une trace : qui a cherché, quand, quels dossiers sont apparus. Ce qui a été tapé n’est pas gardé.',
    noneHelp: 'Vérifiez le numéro, ou cherchez par le nom de famille seul.',
    more: `Plus de 50${nbsp}dossiers${nbsp}: ajoutez le prénom ou la date de naissance.`,
    back: 'Revenir à la liste',
  },

  drawer: {
    title: 'Titres à retirer',
    none: 'Aucun titre n’attend',
    slot: (slot: string) => `case ${slot}`,
    noSlot: 'sans case',
    arrived: (on: string, notices: number, last: string | null) =>
      `Arrivé le ${on}, ${
        notices === 0
          ? 'personne pas encore prévenue'
          : `prévenue ${count(notices)}${nbsp}fois${last === null ? '' : `, le ${last} en dernier`}`
      }`,
    noLimit: 'aucun délai connu',
    late: 'délai passé',
    help: 'Cochez les titres, puis notez ce qui est fait. Un titre se détruit après son dernier jour, jamais avant.',
    chosen: (titles: number) => counted(titles, 'titre choisi', 'titres choisis'),
    chooseUnwarned: 'Choisir ceux dont la personne n’est pas prévenue',
    chooseLate: 'Choisir ceux dont le délai est passé',
    chooseNone: 'Ne rien choisir',
    tooMany: `Pas plus de 50${nbsp}à la fois`,
    notify: 'Noter que les personnes sont prévenues',
    noticed: (titles: number) => counted(titles, 'personne notée prévenue', 'personnes notées prévenues'),
    destroy: 'Noter la destruction…',
    destroyTitle: (titles: number) => `Détruire ${counted(titles, 'titre', 'titres')}${nbsp}?`,
    destroyHelp:
      'Le texte permet de détruire un titre que personne n’a retiré dans le délai. Le dossier est alors terminé, et la personne devra refaire une demande.',
    destroyBy: (text: string) => `Texte : ${text}`,
    destroyAct: 'Noter que ces titres sont détruits',
    destroyed: (titles: number) => counted(titles, 'titre détruit', 'titres détruits'),
    notLate: 'La personne peut encore venir chercher un des titres choisis : ôtez-le du choix.',
    add: 'Un titre est arrivé',
    page: (from: number, to: number, total: number) =>
      `Titres ${count(from)} à ${count(to)} sur ${count(total)}`,
    before: 'Titres précédents',
    after: 'Titres suivants',
    handOver: 'Remettre',
  },

  incoming: { add: 'Enregistrer un dépôt', addTitle: 'Enregistrer un titre arrivé' },

  assisted: {
    title: 'Accompagnement en ligne',
    help: 'Le décompte de l’année, par mois, démarche et nature de l’aide, sans aucun nom.',
    year: 'Année',
    formats: { csv: 'Exporter en CSV', ods: 'Exporter en ODS' },
    yearWrong: 'Écrivez une année en quatre chiffres.',
    saved: (name: string) => `${name} est dans les téléchargements.`,
  },

  /** In the administration. */
  section: 'Dossiers',
} as const
