import { agree } from '../format/numbers.ts'

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
  folderAddress:
    'Écrivez le chemin complet d’un dossier de l’ordinateur de l’office : /srv/papiers, ou C:\\Papiers.',
  labelHeight: 'Écrivez une hauteur de 20 à 200 millimètres, ou laissez vide.',
  codepages: 'Cochez au moins une table.',
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
    windows: 'Windows, tickets',
    system: 'Cet ordinateur',
    folder: 'Dossier, PDF',
    bytes: 'Dossier, octets',
  },
  helps: {
    screen: 'La page montre le papier et n’imprime rien. Vous pouvez ajouter une imprimante à tout moment.',
    tcp: 'Imprimante de tickets reliée au réseau, port 9100.',
    cups: 'Une file du serveur d’impression de cette machine.',
    windows: 'Une imprimante de tickets installée dans Windows\u00a0: ses octets lui arrivent tels quels.',
    system: 'Une imprimante installée sur cet ordinateur, par son propre pilote.',
    folder: 'Chaque papier devient un fichier PDF de l’ordinateur de l’office.',
    bytes: 'Chaque papier devient un fichier d’octets ESC/POS, pour un autre programme.',
  },
  /** Beside the kinds that are of the office's machine, from a station elsewhere. */
  elsewhere:
    'Cette imprimante se règle dans l’administration du poste de l’hôte. D’ici, ajoutez une imprimante du réseau.',
  queues: 'Files de la machine de l’office',
  addresses: {
    screen: '',
    tcp: 'Adresse et port',
    cups: 'Nom de la file',
    windows: 'Nom de l’imprimante',
    system: 'Nom de l’imprimante',
    folder: 'Chemin complet du dossier',
    bytes: 'Chemin complet du dossier',
  },
  name: 'Nom affiché',
  paper: 'Papier',
  papers: {
    thermal80: 'Ticket, 80 mm',
    thermal58: 'Ticket, 58 mm',
    label58: 'Étiquettes, 58 mm',
    a4: 'A4',
  },
  usualName: {
    thermal80: 'Tickets, 80 mm',
    thermal58: 'Tickets, 58 mm',
    label58: 'Étiquettes',
    a4: 'Imprimante A4',
  },
  labelHeight: 'Hauteur d’une étiquette, en millimètres',
  labelHelp: 'Laissez vide si le rouleau est continu\u00a0: l’imprimante coupe le papier.',
  cutter: 'Massicot',
  cutters: { none: 'Aucun', partial: 'Coupe à moitié', full: 'Coupe entière' },
  drawer: 'Tiroir-caisse',
  drawers: { none: 'Aucun', pin2: 'Broche 2', pin5: 'Broche 5' },
  codepages: 'Tables de caractères',
  codepagesHelp:
    'Cochez les tables que cite le manuel de l’imprimante. La page d’essai les montre. Un signe absent de ces tables est dessiné, ou écrit en lettres latines.',
} as const

const welcome = {
  title: 'Bienvenue dans Guichet',
  help: 'Vérifiez sept réglages. Guichet en a déjà rempli une partie.',
  /** By the first of the sets that the office receives for; what it is called begins its name. */
  kinds: {
    mairie: { title: 'Votre mairie', prefix: 'Mairie de ', create: 'Ouvrir la mairie' },
    franceServices: {
      title: 'Votre France services',
      prefix: 'France services de ',
      create: 'Ouvrir l’espace France services',
    },
    prefecture: { title: 'Votre préfecture', prefix: 'Préfecture de ', create: 'Ouvrir la préfecture' },
    caisse: { title: 'Votre caisse', prefix: 'Caisse de ', create: 'Ouvrir la caisse' },
    regie: { title: 'Votre office', prefix: '', create: 'Ouvrir l’office' },
  },
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
  youHelp:
    'Vous êtes le premier agent, habilité à tous les services. L’administration ajoute les autres agents.',
  capacity: 'agent d’accueil',
  creating: 'Un instant…',
  school: 'Site de formation',
  schoolHelp: 'Données d’exemple, chaque page et document marqué SPÉCIMEN',
  schoolInBrowser: 'Il s’ouvre à côté, avec ses propres données. Dans un autre terminal :',
  schoolCommand: 'npm start -- --school',
  problems: (value: number) =>
    `${value}${nbsp}${agree(value, 'réglage est à corriger', 'réglages sont à corriger')}.`,
  doneTitle: (name: string) => `${name}${nbsp}: c’est prêt`,
  doneHelp: 'Un responsable ouvre la journée depuis l’administration, puis la borne donne des tickets.',
  doneNext: 'Ouvrez ensuite les autres postes',
  administration: 'Aller à l’administration',
} as const

const administration = {
  title: 'Administration',
  address: 'Adresse et téléphone',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  cancel: 'Annuler',
  printers: 'Imprimantes',
  printersNone: 'Aucune imprimante.',
  printerAdd: 'Ajouter une imprimante',
  printerChange: 'Modifier',
  printerChangeFor: (name: string) => `Modifier ${name}`,
  printerKeep: 'Enregistrer l’imprimante',
  test: 'Imprimer un essai',
  testFor: (name: string) => `Imprimer un essai sur ${name}`,
  testSent: (name: string) => `L’essai est envoyé à « ${name} ». Le papier doit montrer « é è œ € ».`,
  remove: 'Retirer',
  removeFor: (name: string) => `Retirer l’imprimante ${name}`,
  ticketPrinter: 'Tickets de la borne et de l’accueil',
  counterPrinter: (counter: string) => `Documents, ${counter}`,
  none: 'Aucune',
  printerScreen: 'La page montre le papier et n’imprime rien.',
  printerUnused: 'Aucun papier ne s’imprime encore sur cette imprimante.',
  printerUse: 'Choisir ce qui s’y imprime',
  where: 'Papiers de chaque imprimante',
  agents: 'Agents',
  agentAdd: 'Ajouter un agent',
  agentEdit: 'Modifier',
  agentEditFor: (name: string) => `Modifier ${name}`,
  agentInvite: 'Inviter à choisir son code',
  agentInviteFor: (name: string) => `Inviter à choisir son code${nbsp}: ${name}`,
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
    'L’adresse de chaque poste contient sa clé. Le terminal où « npm start » a été tapé les donne toutes, et celle d’un agent dès qu’il est ajouté.',
  stationsPaired:
    'Cet ordinateur est un poste de l’office d’un autre ordinateur. Pour relier un autre poste, allez dans « Postes et réseau ».',
  openStation: (name: string) => `Ouvrir ${name}`,
} as const

/** What the first run and the administration say. */
export const settings = { wrong, fields, printer, welcome, administration } as const
