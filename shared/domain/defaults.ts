import type { CounterId, PrinterId, ProcedureId, ServiceId } from '../contract/ids.ts'
import type { Calendar, OfficeSettings } from '../contract/office.ts'
import { usualServiceRule } from '../contract/rules.ts'

// What most town halls start from: the welcome proposes it, the training office is made of it.

const id = <T extends string>(word: string) => word as T

/** Monday to Friday from one minute of the day to another, closed on Saturday and Sunday. @param from minutes since midnight */
export const weekdays = (from: number, to: number): Calendar['week'] =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? [[from, to]] : []))

/** Monday to Friday 8 h 30 to 17 h 00, public holidays of metropolitan France: what most town halls start from. */
export const usualCalendar: Calendar = {
  zone: 'Europe/Paris',
  week: weekdays(510, 1020),
  holidays: 'metropole',
  closed: [],
  exceptional: [],
  lastTickets: 30,
}

const usual = { rule: usualServiceRule, access: ['walkIn' as const], slotMinutes: null }

/** A town hall's four services; the procedures that the rules know bring people to them. */
export const usualServices: OfficeSettings['services'] = [
  {
    ...usual,
    access: ['walkIn', 'collection'],
    serviceId: id<ServiceId>('titres'),
    letter: 'A',
    name: { fr: 'Titres d’identité', en: 'Identity documents' },
    procedures: [id<ProcedureId>('cni'), id<ProcedureId>('autre')],
  },
  {
    ...usual,
    serviceId: id<ServiceId>('etat-civil'),
    letter: 'B',
    name: { fr: 'État civil', en: 'Civil registry' },
    procedures: [],
  },
  {
    ...usual,
    serviceId: id<ServiceId>('elections'),
    letter: 'C',
    name: { fr: 'Élections', en: 'Elections' },
    procedures: [],
  },
  {
    ...usual,
    serviceId: id<ServiceId>('affaires-generales'),
    letter: 'D',
    name: { fr: 'Affaires générales', en: 'General matters' },
    procedures: [],
  },
]

/** Counters numbered from 1, all with the same printer. */
export const counterPlaces = (count: number, printerId: PrinterId | null): OfficeSettings['counters'] =>
  Array.from({ length: count }, (_, at) => ({
    counterId: id<CounterId>(String(at + 1)),
    name: { fr: `Guichet ${at + 1}`, en: `Counter ${at + 1}` },
    printerId,
  }))

/** The paper is shown on the screen until a printer is set: nothing is lost meanwhile. */
export const screenPrinter: OfficeSettings['printers'][number] = {
  printerId: id<PrinterId>('ecran'),
  name: 'À l’écran',
  transport: 'preview',
  address: '',
  paper: 'thermal80',
}

/**
 * A short word for a name (« Élodie Le Goff » gives `elodie-le-goff`), with a number behind when it is taken.
 * @param otherwise the word for a name without a Latin letter
 */
export function wordFor(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 32)
    .replace(/-$/, '')
  const word = plain === '' ? otherwise : plain
  let free = word
  for (let number = 2; taken.has(free); number++) free = `${word}-${number}`
  return free
}
