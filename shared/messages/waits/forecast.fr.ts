import { agree, count, duration, people } from '../format/numbers.ts'

const nbsp = '\u00a0'
const figure = (value: number) => count(Math.round(value * 10) / 10)
/** « 14 h 00 » for minutes since midnight. */
export const clockTime = (minutes: number): string =>
  `${Math.floor(minutes / 60)}${nbsp}h${nbsp}${String(Math.round(minutes % 60)).padStart(2, '0')}`
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
const wait = (seconds: number) => duration(Math.max(60, seconds) * 1000)

/** The supervision's page of the days to come: who is expected, what the counters can receive, what one more does. */
export const forecastWords = {
  section: 'Prévision',
  title: (date: string) => `Personnes attendues par demi-heure, ${date}`,
  day: 'Jour',
  today: 'Aujourd’hui',
  tomorrow: 'Demain',
  nextWeek: 'Dans une semaine',
  print: 'Imprimer',
  reading: 'Un instant…',
  closed: 'L’office n’ouvre pas ce jour-là.',
  outOfReach: (days: number) =>
    `Choisissez un jour entre aujourd’hui et les ${count(days)}${nbsp}jours qui viennent.`,
  few: (days: number, least: number) =>
    `Pas de prévision${nbsp}: il faut ${count(least)}${nbsp}jours passés du même jour de la semaine, et l’office en a ${count(days)}.`,
  basis: (days: number) =>
    `D’après ${count(days)}${nbsp}jours passés du même jour de la semaine, et tous les autres jours connus.`,
  given: (appointments: number) =>
    `${count(appointments)}${nbsp}rendez-vous ${agree(appointments, 'donné', 'donnés')} pour ce jour${nbsp}: au moins autant de personnes sont attendues à ces heures, moins ceux qui ne viennent pas.`,
  planned: (date: string) => `Guichets prévus${nbsp}: ceux du ${date}, le dernier jour semblable.`,
  plannedSet: (weekday: number) =>
    `Guichets prévus${nbsp}: ceux que l’office a fixés pour le ${weekdays[weekday - 1]}.`,
  plannedTried: `Guichets prévus${nbsp}: ceux que vous essayez, non enregistrés.`,
  plan: {
    title: (weekday: number) => `Guichets prévus le ${weekdays[weekday - 1]}`,
    help: (weekday: number) =>
      `Choisissez combien de guichets sont tenus à chaque demi-heure${nbsp}: la prévision change aussitôt. Enregistrez pour garder ce plan tous les ${weekdays[weekday - 1]}s.`,
    keep: (weekday: number) => `Enregistrer pour tous les ${weekdays[weekday - 1]}s`,
    cancel: 'Ne pas garder',
    forget: 'Reprendre ceux du dernier jour semblable',
  },
  error: ({
    days,
    people: ours,
    usual,
  }: {
    readonly days: number
    readonly people: number
    readonly usual: number
  }) =>
    `Erreur mesurée sur ${count(days)}${nbsp}jours mis de côté${nbsp}: ${figure(ours)}${nbsp}personne par demi-heure et par service${nbsp}; la moyenne du même jour se trompe de ${figure(usual)}.`,
  noError: 'L’erreur de la prévision n’est pas encore mesurée : trop peu de jours sont connus.',
  advice: (from: number, to: number) => `Un guichet de plus de ${clockTime(from)} à ${clockTime(to)}`,
  adviceSays: (better: number, without: number) => `${wait(better)} d’attente au lieu de ${wait(without)}.`,
  enough: 'Les guichets prévus suffisent : aucune attente longue n’est attendue.',
  try: 'Essayer un guichet de plus ou de moins',
  asPlanned: 'Comme prévu',
  more: 'Un de plus',
  less: 'Un de moins',
  change: 'Guichet',
  from: 'De',
  to: 'À',
  badSpan: 'Choisissez deux heures dans l’ordre.',
  columns: {
    from: 'Demi-heure',
    expected: 'Attendues',
    range: 'Huit jours sur dix',
    counters: 'Guichets prévus',
    capacity: 'Peuvent être reçues',
    wait: 'Attente prévue',
    changed: 'Avec ce changement',
  },
  range: (low: number, high: number) => `${count(low)}${nbsp}à${nbsp}${count(high)}`,
  number: figure,
  people,
  wait: (seconds: number | null) =>
    seconds === null ? '–' : seconds < 60 ? `moins d’1${nbsp}min` : wait(seconds),
  services: 'Attendues par service',
  chart:
    'Personnes attendues par demi-heure, et combien les guichets prévus peuvent en recevoir. Les mêmes chiffres sont dans le tableau.',
  tooMany: (value: number) => `${count(value)} de trop`,
  cli: (days: number, ours: number, usual: number) =>
    `Prévision des arrivées, erreur moyenne par demi-heure et par service sur ${count(days)} jours mis de côté : ${figure(ours)} personne ; la moyenne du même jour de la semaine : ${figure(usual)}.`,
  cliNone: 'Prévision des arrivées : trop peu de journées pour en mesurer l’erreur (25 au moins).',
} as const
