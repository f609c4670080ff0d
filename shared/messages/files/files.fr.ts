import type { Assistance, assistanceNatures } from '../../contract/visit/assistance.ts'
import type {
  AcknowledgementForm,
  FileChannel,
  FileCloseReason,
  FileDecision,
} from '../../contract/files/file.ts'
import type { DueEffect } from '../../contract/files/shown.ts'

type Words<K extends string> = Readonly<Record<K, string>>

const channels: Words<FileChannel> = {
  counter: 'Guichet',
  post: 'Courrier',
  email: 'Courriel',
  depositBox: 'Boîte de dépôt',
  title: 'Titre à retirer',
  assisted: 'Accompagnement en ligne',
}

/** What happens that day, as a line begins. */
const effects: Words<DueEffect> = {
  rejet: 'Rejet implicite',
  acceptation: 'Acceptation implicite',
  clockResumes: 'Pièce attendue : le délai de rejet reprend ce jour-là',
  piecesAwaited: 'Pièce attendue',
  delaysNotOpposable: 'Accusé à envoyer : sans lui, les délais de recours ne courent pas',
  promiseMissed: 'Accusé à envoyer',
  returnLate: 'Originaux à rendre sans délai',
  destruction: 'Titre à détruire s’il n’est pas retiré',
}

const forms: Words<AcknowledgementForm> = {
  ar: 'Accusé de réception',
  aee: 'Accusé d’enregistrement électronique',
  are: 'Accusé de réception électronique',
}

const decisions: Words<FileDecision> = {
  granted: 'Accordée',
  partlyGranted: 'Accordée en partie',
  refused: 'Refusée',
  implicitAcceptance: 'Acceptée par le silence',
  implicitRejection: 'Rejetée par le silence',
}

const reasons: Words<FileCloseReason> = {
  done: 'Terminé',
  withdrawn: 'Demande retirée par la personne',
  forwarded: 'Transmis à l’administration compétente',
  titleDestroyed: 'Titre non retiré, détruit',
  duplicate: 'Ouvert deux fois',
  mistake: 'Ouvert par erreur',
  assisted: 'Démarche faite en ligne',
}

const natures: Words<(typeof assistanceNatures)[number] | 'unsaid'> = {
  filing: 'Démarche faite en ligne',
  account: 'Création d’un compte',
  followUp: 'Suivi d’un dossier',
  appointment: 'Prise de rendez-vous',
  other: 'Autre aide',
  unsaid: 'Non précisé',
} satisfies Words<Assistance['nature'] | 'unsaid'>

/** What becomes of requests, in the words of who handles them. */
export const fileWords = {
  channels,
  effects,
  forms,
  decisions,
  reasons,
  assisted: {
    title: 'Accompagnement en ligne',
    headings: ['Mois', 'Démarche', 'Nature de l’aide', 'Nombre'],
    natures,
    noProcedure: 'Autre démarche',
    fileName: (year: number) => `accompagnement-en-ligne-${year}`,
  },
} as const
