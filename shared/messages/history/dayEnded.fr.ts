import { calendarDate, counted } from '../format/numbers.ts'

/** What is said of a day once it is closed. */
export const dayEndedWords = {
  title: (date: string) => `La journée du ${calendarDate(date)} est fermée`,
  reading: 'Un instant…',
  tickets: (value: number) => counted(value, 'ticket donné', 'tickets donnés'),
  received: (value: number) => counted(value, 'personne reçue', 'personnes reçues'),
  left: (value: number) => counted(value, 'partie avant d’être reçue', 'parties avant d’être reçues'),
  absent: (value: number) => counted(value, 'absente à l’appel', 'absentes à l’appel'),
  unserved: (value: number) => counted(value, 'non reçue, avec sa trace', 'non reçues, avec leur trace'),
  more: 'Le détail est dans « Historique ».',
  dismiss: 'C’est lu',
} as const
