import type { Page } from '../contract/stations.ts'

const nbsp = '\u00a0'

/** What each page is called: one without a name does not compile. */
const stationNames: Readonly<Record<Page, string>> = {
  counter: 'Guichet',
  bar: 'Bandeau',
  reception: 'Accueil',
  files: 'Dossiers',
  till: 'Caisse',
  documents: 'Documents',
  kiosk: 'Borne',
  display: 'Affichage',
  exchange: 'Échange écrit',
  supervision: 'Supervision',
  administration: 'Administration',
  welcome: 'Bienvenue',
}

/** What every page says: the link to the host, the training band, who is here. */
export const app = {
  name: 'Guichet',
  title: (page: string, office: string) => (office === '' ? `${page} – Guichet` : `${page} – ${office}`),
  school: 'FORMATION — SPÉCIMEN',
  loading: 'Un instant…',
  skip: 'Aller au contenu',
  dismiss: 'Fermer ce message',
  tableScrolls: 'Tableau à faire défiler',
  closesAt: (at: string) => `Fermeture à ${at}`,
  stationNames,
  away: 'Hôte absent : l’ordinateur de l’office ne répond pas. Ce que vous faites est gardé et sera envoyé à son retour. En attendant, la feuille du matin tient la file.',
  awayPublic: 'Un instant, s’il vous plaît : cet écran attend l’ordinateur de l’office.',
  dateHelp: 'Huit chiffres : jjmmaaaa',
  dateWrong: 'Cette date n’existe pas. Écrivez jour, mois, année : 03/11/2023.',
  officeNotCreated: 'L’office n’est pas encore créé. Terminez d’abord l’accueil de premier démarrage.',
  connecting: 'Connexion à l’ordinateur de l’office…',
  refusedTitle: 'Ce poste n’est pas accepté',
  again: 'Réessayer',
  otherAgent: 'Choisir un autre agent',
  noStation: 'Cette adresse ne dit pas quel poste ouvrir',
  noStationHelp: 'Ouvrez l’adresse que l’ordinateur de l’office a donnée pour ce poste.',
  panelBroken: (name: string) => `« ${name} » ne peut pas s’afficher.`,
  panelBrokenHelp: 'Le reste de la page fonctionne. Réessayez, et prévenez l’informatique si cela revient.',
  panelAgain: 'Réessayer',
  whoAreYou: `Qui êtes-vous${nbsp}?`,
  whoAreYouHelp: 'Choisissez votre nom : il figure sur les documents que vous remettez.',
  noAgents: 'Aucun agent n’est inscrit. Un responsable peut les ajouter depuis l’administration.',
  agentUnnamed: (id: string) => `Agent ${id}`,
} as const
