import type { importCodes } from '../../contract/appointments/importCodes.ts'
import type { Access, LocalGroundId } from '../../contract/queue/rules.ts'
import { count, counted } from '../format/numbers.ts'

const nbsp = '\u00a0'

type ImportCode = (typeof importCodes)[number]
type LocalGround = ReturnType<(typeof LocalGroundId)['parse']>

const access: Readonly<Record<Access, string>> = {
  walkIn: 'Sans rendez-vous',
  appointment: 'Sur rendez-vous',
  collection: 'Retrait de titres',
}

const localGrounds: Readonly<Record<LocalGround, string>> = {
  visiblePregnancy: 'Grossesse visible',
  faintness: 'Malaise',
}

const queueRules = {
  title: 'Appels, absences, rendez-vous',
  fields: {
    absentCalls: 'Appels avant de noter un absent',
    absentDelaySeconds: 'Secondes depuis le dernier appel',
    returnToleranceMinutes: 'Place gardée à un absent, minutes',
    appointmentEarlyMinutes: 'Rendez-vous appelé en avance, minutes',
    appointmentLateMinutes: 'Retard admis à un rendez-vous, minutes',
    overtakesPerPerson: 'Dépassements au plus par personne',
  },
  overtakesHelp: 'Laissez vide pour ne fixer aucune limite. Les priorités de la loi passent toujours.',
  kiosks: 'Tickets d’une borne',
  kiosksHelp:
    'Au-delà, la borne refuse et la supervision est prévenue\u00a0: une foule n’atteint jamais ce rythme, un programme qui viderait les numéros l’atteint aussitôt. Augmentez-le si une seule borne reçoit plus de monde.',
  kioskPace: { burst: 'Tickets de suite au plus', seconds: 'Puis un ticket toutes les, secondes' },
  hall: 'Ticket sur le téléphone, dans la salle',
  hallTickets: 'Montrer à la borne et à l’affichage un code qui donne un ticket',
  hallHelp:
    'Le code change chaque minute\u00a0; le téléphone ouvre la page de l’office, par son réseau. Aucun nom n’est demandé. Quelqu’un qui envoie la photo du code à un absent lui fait prendre un ticket\u00a0: au plus quinze par code, quatre par téléphone. L’office doit répondre sur son réseau, et un poste y être relié.',
  local: 'Règles locales',
  localHelp:
    'Aucun texte n’impose ces règles. L’office les décide et les publie comme «\u00a0règle locale\u00a0». Aucune ne repose sur une raison médicale.',
  localGrounds,
  checkCode: 'Demander au guichet le code imprimé sur le ticket',
  voice: 'Annoncer les appels à voix haute',
  voiceInTheirs: 'Redire l’appel dans la langue choisie à la prise du ticket',
  silent: 'Heures sans son',
  silentHelp: `Vide${nbsp}: aucune. Par exemple 12${nbsp}h${nbsp}00 – 13${nbsp}h${nbsp}30.`,
  sheet: 'Feuille du matin',
  sheetNone: 'À la demande seulement',
}

const services = {
  title: 'Par service',
  help: 'Tant que les délais visés et les poids sont les mêmes, l’ordre est celui des arrivées.',
  fields: {
    targetMinutes: 'Délai visé, minutes',
    maximumMinutes: 'Attente maximale, minutes',
    weight: 'Poids',
    cap: 'Priorités de suite',
    slotMinutes: 'Créneau, minutes',
    quota: 'Tickets par jour',
  },
  details: {
    maximumMinutes: 'Vide\u00a0: aucune',
    cap: 'Règle locale. Vide\u00a0: sans limite',
    slotMinutes: 'Vide\u00a0: aucun rendez-vous donné ici',
    quota: 'Règle locale. Vide\u00a0: sans limite',
  },
  quotaText: 'Texte qui fonde cette limite',
  quotaTextHelp: 'Publié avec la règle. Vide\u00a0: «\u00a0règle locale\u00a0».',
  access: 'Accueille',
  accessWords: access,
  field: (field: string, service: string) => `${field}, ${service}`,
}

const wrong = {
  number: (least: number, most: number) => `Écrivez un nombre entier de ${count(least)} à ${count(most)}.`,
  access: 'Gardez au moins un accès.',
  spans: `Écrivez des heures dans l’ordre${nbsp}: 8${nbsp}h${nbsp}30 – 12${nbsp}h${nbsp}00, 13${nbsp}h${nbsp}30 – 17${nbsp}h${nbsp}00. Six plages au plus.`,
  date: 'Écrivez une date.',
  label: 'Dites pourquoi\u00a0: cela sera affiché.',
  services: 'Choisissez au moins un service.',
  some: (value: number) => `${counted(value, 'réglage est à corriger', 'réglages sont à corriger')}.`,
}

const calendar = {
  title: 'Horaires de la semaine',
  help: `Vide${nbsp}: fermé. Par exemple 8${nbsp}h${nbsp}30 – 12${nbsp}h${nbsp}00, 13${nbsp}h${nbsp}30 – 17${nbsp}h${nbsp}00.`,
  days: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
  closed: 'fermé',
  holidays: 'Jours fériés',
  territories: {
    metropole: 'France métropolitaine',
    alsaceMoselle: 'Alsace et Moselle',
    guadeloupe: 'Guadeloupe',
    martinique: 'Martinique',
    guyane: 'Guyane',
    reunion: 'La Réunion',
    mayotte: 'Mayotte',
    saintBarthelemy: 'Saint-Barthélemy',
    saintMartin: 'Saint-Martin',
    none: 'Aucun\u00a0: l’office ouvre',
  },
  lastTickets: 'Derniers tickets, minutes avant la fermeture',
  lastTicketsHelp: 'La borne et l’affichage l’annoncent. 0\u00a0: jamais.',
  closings: 'Fermetures d’un jour',
  closingAdd: 'Ajouter une fermeture',
  date: 'Date',
  exceptional: 'Jours exceptionnels',
  exceptionalHelp:
    'Un jour qui l’emporte sur la semaine et les jours fériés\u00a0: un dimanche de scrutin pour les élections seules, une ouverture plus courte.',
  exceptionalAdd: 'Ajouter un jour exceptionnel',
  spans: 'Horaires',
  spansHelp: `Vide${nbsp}: fermé ce jour-là.`,
  label: 'Raison',
  which: 'Services ouverts',
  allServices: 'Tous les services',
  someServices: 'Certains seulement',
  add: 'Ajouter',
  remove: 'Retirer',
  removeFor: (date: string) => `Retirer le ${date}`,
  none: 'Aucun.',
  noneClosing: 'Aucune.',
}

/** What became of each line of a calendar file. `text` is what the file had there, quoted after the sentence. */
const importCodeWords: Readonly<Record<ImportCode, string>> = {
  taken: 'Rendez-vous pris.',
  changed: 'Rendez-vous déjà connu, mis à jour si la personne n’est pas encore là.',
  cancelled: 'Rendez-vous annulé.',
  minutesUnread: 'Pris\u00a0; la durée n’a pas pu être lue, celle du service est gardée.',
  filesUnread: 'Pris\u00a0; le nombre de dossiers n’a pas pu être lu, un seul est compté.',
  preApplicationUnread: 'Pris\u00a0; un numéro de pré-demande n’a pas pu être lu.',
  lineUnread: 'Pris\u00a0; une ligne de ce rendez-vous n’a pas pu être lue.',
  damagedLetters: 'Pris\u00a0; des lettres accentuées sont abîmées dans le fichier.',
  missingDate: 'La date manque. Ajoutez-la dans le fichier.',
  malformedDate: 'Cette date n’existe pas. Écrivez-la comme 03/03/2026.',
  missingHour: 'L’heure manque. Ajoutez-la dans le fichier.',
  malformedHour: 'Cette heure n’existe pas. Écrivez-la comme 10:30.',
  unknownZone: 'Ce fuseau horaire n’est pas connu. Exportez le calendrier à l’heure de Paris.',
  missingService: 'Le service manque. Ajoutez une colonne «\u00a0service\u00a0», ou nommez-le dans le titre.',
  unknownService: 'Ce service n’existe pas dans cet office. Écrivez son nom comme dans les réglages.',
  recurring: 'Un rendez-vous qui se répète n’est pas pris. Exportez chaque date.',
  duplicate: 'Ce rendez-vous est déjà dans le fichier.',
  inThePast: 'Cette date est passée.',
  malformedLine: 'Cette ligne ne peut pas être lue.',
  unfinished: 'Le fichier s’arrête au milieu de ce rendez-vous.',
  missingColumn: 'Une colonne manque dans le fichier.',
  tooMany: 'Le fichier a trop de lignes. Les dernières ne sont pas lues.',
  tooLarge: 'Le fichier est trop long. Exportez une période plus courte.',
  nothingFound: 'Aucun rendez-vous dans ce fichier.',
}

const imports = {
  title: 'Importer des rendez-vous',
  help: 'Un calendrier (.ics) ou un tableau (.csv) de votre logiciel de prise de rendez-vous. Ce qui peut être lu est pris\u00a0; le rapport dit le reste, ligne par ligne.',
  file: 'Fichier du calendrier',
  choose: 'Choisir un fichier',
  noFile: 'Aucun fichier choisi',
  send: 'Importer',
  sending: 'Le fichier est lu…',
  unread: 'Ce fichier n’a pas pu être ouvert. Choisissez-le de nouveau.',
  result: (taken: number, skipped: number) =>
    `${counted(taken, 'rendez-vous pris', 'rendez-vous pris')}, ${counted(skipped, 'ligne laissée', 'lignes laissées')}.`,
  report: 'Rapport, ligne par ligne',
  columns: { line: 'Ligne', state: 'État', text: 'Ce qui s’est passé' },
  states: { taken: 'Pris', changed: 'Mis à jour', cancelled: 'Annulé', skipped: 'Laissé' },
  said: (code: ImportCode, text: string) => {
    if (text === '') return importCodeWords[code]
    if (code === 'duplicate') return `${importCodeWords[code]} Voir la ligne${nbsp}${text}.`
    if (code === 'tooMany') return `${importCodeWords[code]} Il en reste ${text}.`
    return `${importCodeWords[code]} «${nbsp}${text}${nbsp}»`
  },
  only: 'Montrer',
  onlys: { skipped: 'Ce qui a été laissé', all: 'Tout' },
  nothingSkipped: 'Tout a été pris.',
}

/** What the administration and « essayer un réglage » say of the queue's rule, the hours and appointments. */
export const queueSettings = {
  sections: {
    queue: 'File d’attente',
    calendar: 'Horaires',
    appointments: 'Rendez-vous',
  },
  save: 'Enregistrer',
  saved: 'Enregistré.',
  cancel: 'Annuler',
  queueRules,
  services,
  wrong,
  calendar,
  imports,
  importCodeWords,
} as const
