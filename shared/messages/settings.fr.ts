import { agree } from './numbers.ts'

const nbsp = '\u00a0'

/** What a field lacks: what is the matter, then what to do. */
const wrong = {
  name: `Écrivez le nom de l’office${nbsp}: « Mairie de Fontaine-le-Port ».`,
  street: `Écrivez la rue${nbsp}: elle figure sur chaque récépissé.`,
  postalCode: `Cinq chiffres${nbsp}: 77590.`,
  city: 'Écrivez la commune.',
  phone: `Écrivez un numéro de téléphone${nbsp}: ${'01 60 00 00 00'.replaceAll(' ', nbsp)}.`,
  email: `Cette adresse n’est pas complète${nbsp}: accueil@mairie.fr. Vous pouvez aussi la laisser vide.`,
  hours: `Écrivez deux heures, la fermeture après l’ouverture${nbsp}: ${'8 h 30, 17 h 00'.replaceAll(' h ', `${nbsp}h${nbsp}`)}.`,
  services: 'Gardez au moins un service.',
  firstName: 'Écrivez le prénom.',
  familyName: 'Écrivez le nom de famille.',
  capacity: `Écrivez la qualité, comme sur les documents${nbsp}: « agent d’accueil ».`,
  printerName: 'Donnez un nom à cette imprimante.',
  tcpAddress: `Écrivez l’adresse et le port de l’imprimante${nbsp}: 192.168.1.50:9100.`,
  cupsAddress: `Écrivez le nom de la file CUPS, sans espace${nbsp}: tickets.`,
  systemAddress: 'Écrivez le nom de l’imprimante tel que cet ordinateur le connaît.',
} as const

const fields = {
  name: 'Nom de l’office',
  street: 'Adresse',
  postalCode: 'Code postal',
  city: 'Commune',
  phone: 'Téléphone',
  email: 'Courriel (facultatif)',
  firstName: 'Prénom',
  familyName: 'Nom',
  capacity: 'Qualité',
  why: 'L’adresse et le téléphone sont obligatoires sur les récépissés (CRPA R112-5).',
  whyAgent: 'Prénom, nom et qualité figurent sur ce que vous remettez (CRPA L111-2).',
} as const

const printer = {
  kind: 'Imprimante',
  kinds: {
    screen: 'À l’écran',
    tcp: 'Réseau',
    cups: 'File CUPS',
    system: 'Cet ordinateur',
  },
  helps: {
    screen: 'Rien n’est imprimé : la page montre le papier. Une imprimante s’ajoute à tout moment.',
    tcp: 'Imprimante de tickets reliée au réseau, port 9100.',
    cups: 'Une file du serveur d’impression de cette machine.',
    system: 'Une imprimante installée sur cet ordinateur.',
  },
  addresses: {
    screen: '',
    tcp: 'Adresse et port',
    cups: 'Nom de la file',
    system: 'Nom de l’imprimante',
  },
  name: 'Nom affiché',
  paper: 'Papier',
  papers: { thermal80: 'Ticket, 80 mm', a4: 'A4' },
  usualName: { thermal80: 'Tickets, 80 mm', a4: 'Imprimante A4' },
} as const

const welcome = {
  title: 'Bienvenue dans Guichet',
  help: 'Six réglages, remplis d’avance où c’est possible.',
  office: 'Votre mairie',
  officePrefix: 'Mairie de ',
  hours: 'Horaires',
  opens: 'Ouverture',
  closes: 'Fermeture',
  hoursHelp: 'Du lundi au vendredi. Jours fériés de métropole fermés.',
  counters: 'Guichets',
  countersHelp: (count: number) => (count === 1 ? 'Un seul, numéroté 1.' : `Numérotés 1 à ${count}.`),
  fewer: 'Un guichet de moins',
  more: 'Un guichet de plus',
  services: 'Ce que l’office reçoit',
  sets: {
    mairie: 'Mairie',
    franceServices: 'France services',
    prefecture: 'Préfecture',
    caisse: 'Caisse (CAF, CPAM)',
    regie: 'Régie',
  },
  servicesOpen: 'Services',
  letter: (letter: string) => `série ${letter}`,
  printer: 'Imprimante',
  you: 'Vous',
  youHelp: 'Premier agent, habilité à tous les services. Les autres s’ajoutent dans l’administration.',
  capacity: 'agent d’accueil',
  create: 'Ouvrir la mairie',
  creating: 'Un instant…',
  school: 'Site de formation',
  schoolHelp: 'Données d’exemple, chaque page et document marqué SPÉCIMEN',
  schoolInBrowser: 'Pour essayer sans rien engager, lancez dans un autre dossier de données :',
  schoolCommand: 'npm run host -- --data DOSSIER --school',
  problems: (value: number) =>
    `${value}${nbsp}${agree(value, 'réglage est à corriger', 'réglages sont à corriger')}.`,
  doneTitle: (name: string) => `${name}${nbsp}: c’est prêt`,
  doneHelp: 'Un responsable ouvre la journée depuis la supervision, puis la borne donne des tickets.',
  doneNext: 'Ouvrez ensuite les autres postes',
  doneHow:
    'L’adresse de chaque poste contient sa clé. Arrêtez puis relancez npm start : il les affiche toutes, avec celle de votre guichet.',
  doneFile: 'Les clés sont aussi dans le fichier tokens.json du dossier des données.',
  administration: 'Aller à l’administration',
} as const

const administration = {
  title: 'Administration',
  columns: { office: 'Office', printing: 'Impression', people: 'Agents et postes' },
  address: 'Adresse et téléphone',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  cancel: 'Annuler',
  printers: 'Imprimantes',
  printersNone: 'Aucune imprimante.',
  printerAdd: 'Ajouter une imprimante',
  test: 'Imprimer un essai',
  testFor: (name: string) => `Imprimer un essai sur ${name}`,
  testSent: (name: string) => `L’essai est envoyé à « ${name} ». Le papier doit montrer « é è œ € ».`,
  remove: 'Retirer',
  removeFor: (name: string) => `Retirer l’imprimante ${name}`,
  ticketPrinter: 'Tickets de la borne et de l’accueil',
  counterPrinter: (counter: string) => `Documents, ${counter}`,
  none: 'Aucune (à l’écran)',
  agents: 'Agents',
  agentAdd: 'Ajouter un agent',
  agentEdit: 'Modifier',
  agentEditFor: (name: string) => `Modifier ${name}`,
  agentNone: 'Aucun agent.',
  agentServices: 'Services traités',
  agentUnnamed: (id: string) => `Agent ${id}`,
  noService: 'aucun service',
  key: 'Clé de vérification des documents',
  keyHelp:
    'Publiez cette clé : quiconque l’a peut vérifier hors ligne qu’un document vient de cet office et n’a pas été modifié.',
  copy: 'Copier',
  copied: 'Clé copiée.',
  copyFailed: 'La clé n’a pas pu être copiée. Sélectionnez-la et copiez-la au clavier.',
  stations: 'Postes',
  stationsElectron: `Ouvrez un autre poste sur cette machine, ou par le menu «${nbsp}Postes${nbsp}».`,
  stationsBrowser:
    'L’adresse de chaque poste contient sa clé : npm start les affiche à son démarrage. Un nouvel agent a la sienne au démarrage suivant.',
  openStation: (name: string) => `Ouvrir ${name}`,
} as const

/** What the first run and the administration say. */
export const settings = { wrong, fields, printer, welcome, administration } as const
