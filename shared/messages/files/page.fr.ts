import type { FileChannel, FileShown } from '../../contract/files/file.ts'
import type { Output } from '../../contract/index.ts'
import { agree, calendarDate, count } from '../format/numbers.ts'

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

const states: Words<FileShown['state']> = { open: 'Ouvert', closed: 'Terminé', annulled: 'Annulé' }

/** The back office: what is due, one file whole, the drawer, what came in. */
export const filesPage = {
  title: 'Dossiers',
  none: 'Aucune échéance pour l’instant',
  noneOfKind: 'Aucune échéance pour ce choix',
  toConfirm: 'à confirmer',
  cancel: 'Annuler',
  close: 'Fermer le volet',
  enter: 'Entrée',
  escape: 'Échap',
  today: 'Aujourd’hui',
  noLabel: 'Demande sans démarche notée',
  other: 'Autre démarche',
  states,
  acts,
  /** The column beside the list, by what it is open on. */
  panels: {
    none: 'À enregistrer et titres à retirer',
    file: 'Dossier',
    found: 'Dossiers trouvés',
    record: 'Enregistrer une demande',
    title: 'Enregistrer un titre arrivé',
    drawer: 'Tiroir des titres',
  },

  due: {
    title: 'Échéances',
    all: 'Toutes',
    filters: 'Choisir les échéances',
    service: 'Échéances d’un service',
    allServices: 'Tous les services',
    groups: {
      late: 'En retard',
      today: 'Aujourd’hui',
      soon: `Sous 15${nbsp}jours`,
      later: 'Ensuite',
    },
    late: 'En retard',
    tonight: 'Ce soir',
    atLatest: 'au plus tard',
    acquired: { rejet: 'Rejet implicite acquis', acceptation: 'Acceptation implicite acquise' },
    suspended: 'Suspendu',
    toSend: (form: string) => `${form} à envoyer`,
    /** What happens if it is not sent. */
    otherwise: {
      delaysNotOpposable: 'sinon, les délais de recours ne courent pas',
      promiseMissed: 'sinon, l’engagement de répondre est manqué',
    },
    more: (hidden: number) =>
      `${count(hidden)}${nbsp}${agree(hidden, 'autre échéance plus tardive', 'autres échéances plus tardives')}. Choisissez une nature ou un service pour les voir.`,
    unknownSilence: (files: number) =>
      files === 1
        ? 'Pour 1 dossier, aucun texte connu ne dit ce que vaut le silence : il n’a pas de date ici.'
        : `Pour ${count(files)} dossiers, aucun texte connu ne dit ce que vaut le silence : ils n’ont pas de date ici.`,
    /** What the button of a row opens. */
    opens: {
      silence: 'Préparer la décision',
      pieces: 'Pièce reçue',
      acknowledgement: 'Noter l’accusé',
      originals: 'Rendre',
      collection: 'Remettre',
    },
    open: 'Ouvrir',
    came: (channel: FileChannel, on: string, sent: string | null) =>
      sent === null
        ? `${came[channel]} le ${on}`
        : channel === 'post'
          ? `${came.post} le ${on}, cachet du ${sent}`
          : `${came[channel]} le ${on}, envoyée le ${sent}`,
  },

  search: {
    label: 'Référence, récépissé, ou nom et date de naissance',
    placeholder: `2026-42, ou Durand 03/11/1958`,
    traced: 'Chaque recherche est tracée',
    act: 'Chercher',
    birthMissing: 'Ajoutez la date de naissance après le nom : Durand 03/11/1958.',
    found: (files: number) =>
      files === 0
        ? 'Aucun dossier trouvé'
        : `${count(files)}${nbsp}${agree(files, 'dossier trouvé', 'dossiers trouvés')}`,
    tracedHelp:
      'Cette recherche a laissé une trace : qui a cherché, quand, quels dossiers sont apparus. Ce qui a été tapé n’est pas gardé.',
    noneHelp: 'Vérifiez la référence, ou cherchez par le nom de famille et la date de naissance.',
    more: `Plus de 50${nbsp}dossiers : cherchez par référence.`,
    erased: 'données effacées',
    born: (on: string) => `né(e) le ${on}`,
  },

  drawer: {
    title: 'Titres à retirer',
    by: 'à retirer avant le',
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
    all: (total: number) => `Ouvrir le tiroir (${count(total)})`,
    help: 'Cochez les titres, puis notez ce qui est fait. Un titre se détruit après son dernier jour, jamais avant.',
    chosen: (titles: number) => `${count(titles)}${nbsp}${agree(titles, 'titre choisi', 'titres choisis')}`,
    chooseUnwarned: 'Choisir ceux dont la personne n’est pas prévenue',
    chooseLate: 'Choisir ceux dont le délai est passé',
    chooseNone: 'Ne rien choisir',
    tooMany: `Pas plus de 50${nbsp}à la fois`,
    notify: 'Noter que les personnes sont prévenues',
    noticed: (titles: number) =>
      `${count(titles)}${nbsp}${agree(titles, 'personne notée prévenue', 'personnes notées prévenues')}`,
    destroy: 'Noter la destruction…',
    destroyTitle: (titles: number) =>
      `Détruire ${count(titles)}${nbsp}${agree(titles, 'titre', 'titres')}${nbsp}?`,
    destroyHelp:
      'Le texte permet de détruire un titre que personne n’a retiré dans le délai. Le dossier est alors terminé, et la personne devra refaire une demande.',
    destroyBy: (text: string) => `Texte : ${text}`,
    destroyAct: 'Noter que ces titres sont détruits',
    destroyed: (titles: number) =>
      `${count(titles)}${nbsp}${agree(titles, 'titre détruit', 'titres détruits')}`,
    notLate: 'La personne peut encore venir chercher un des titres choisis : ôtez-le du choix.',
    add: 'Un titre est arrivé',
    shown: (rows: number, total: number) => `${count(rows)} premiers titres sur ${count(total)}`,
  },

  toSign: {
    title: 'Refus à signer',
    signs: 'vous pouvez le signer',
    waits: 'attend un signataire',
  },
  incoming: {
    title: 'À enregistrer',
    received: 'reçu le',
    none: 'Aucun titre n’attend un nom',
    add: 'Enregistrer une demande',
    addTitle: 'Enregistrer un titre arrivé',
    all: (lines: number) => `Voir les ${count(lines)}`,
    less: 'En montrer moins',
    more: (hidden: number) => `et ${count(hidden)}${nbsp}${agree(hidden, 'autre', 'autres')}, plus récents`,
    postmark: (on: string) => `Cachet de la poste${nbsp}: ${on}`,
    sent: (on: string) => `Envoyé le ${on}`,
    noDate: 'Date d’envoi non notée',
  },

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
