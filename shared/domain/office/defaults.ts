import type { CounterId, PrinterId, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { OfficeSettings } from '../../contract/office/settings.ts'
import type { Calendar } from '../../contract/office/calendar.ts'
import { metropolitanZone } from '../../contract/office/zone.ts'
import { usualServiceRule } from '../../contract/queue/rules.ts'
import { normalForm } from '../../contract/letters.ts'

// What most town halls start from: the welcome proposes it, the training office is made of it.

const id = <T extends string>(word: string) => word as T

/** Monday to Friday from one minute of the day to another, closed on Saturday and Sunday. @param from minutes since midnight */
export const weekdays = (from: number, to: number): Calendar['week'] =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? [[from, to]] : []))

/** Monday to Friday 8 h 30 to 17 h 00, public holidays of metropolitan France: what most town halls start from. */
export const usualCalendar: Calendar = {
  zone: metropolitanZone,
  week: weekdays(510, 1020),
  holidays: 'metropole',
  closed: [],
  exceptional: [],
  lastTickets: 30,
}

const usual = { rule: usualServiceRule, access: ['walkIn' as const], slotMinutes: null }

/** A service as an office starts from it; people come to it for these procedures. */
const service = (
  serviceId: string,
  letter: string,
  name: OfficeSettings['services'][number]['name'],
  procedures: readonly string[],
  access: OfficeSettings['services'][number]['access'] = ['walkIn'],
): OfficeSettings['services'][number] => ({
  ...usual,
  access,
  serviceId: id<ServiceId>(serviceId),
  letter,
  name,
  procedures: procedures.map((procedure) => id<ProcedureId>(procedure)),
})

/** A town hall's four services; « Autre démarche » is a general matter. */
export const usualServices: OfficeSettings['services'] = [
  service(
    'titres',
    'A',
    {
      fr: 'Titres d’identité',
      en: 'Identity documents',
      es: 'Documentos de identidad',
      ar: 'وثائق الهوية',
      uk: 'Посвідчення особи',
    },
    ['cni', 'passeport'],
    ['walkIn', 'collection'],
  ),
  service(
    'etat-civil',
    'B',
    {
      fr: 'État civil',
      en: 'Civil registry',
      es: 'Registro civil',
      ar: 'الحالة المدنية',
      uk: 'Цивільний стан',
    },
    ['naissance', 'deces', 'copie-acte', 'pacs'],
  ),
  service(
    'elections',
    'C',
    { fr: 'Élections', en: 'Elections', es: 'Elecciones', ar: 'الانتخابات', uk: 'Вибори' },
    ['elections', 'recensement'],
  ),
  service(
    'affaires-generales',
    'D',
    {
      fr: 'Affaires générales',
      en: 'General matters',
      es: 'Asuntos generales',
      ar: 'الشؤون العامة',
      uk: 'Загальні питання',
    },
    ['attestation-accueil', 'inscription-scolaire', 'legalisation', 'urbanisme', 'carte-grise', 'autre'],
  ),
]

/** What an office may receive, as the first run proposes it: each set with its services, no letter twice. */
export const serviceSets = [
  { set: 'mairie', services: usualServices },
  {
    set: 'franceServices',
    services: [
      service(
        'en-ligne',
        'E',
        {
          fr: 'Démarches en ligne et droits',
          en: 'Online procedures and benefits',
          es: 'Trámites en línea y derechos',
          ar: 'المعاملات الإلكترونية والحقوق',
          uk: 'Онлайн-послуги та пільги',
        },
        [
          'rsa',
          'prestations-familiales',
          'prime-activite',
          'c2s',
          'impots',
          'reclamation-fiscale',
          'carte-grise',
          'autre',
        ],
      ),
    ],
  },
  {
    set: 'prefecture',
    services: [
      service(
        'sejour',
        'F',
        {
          fr: 'Titres de séjour',
          en: 'Residence permits',
          es: 'Permisos de residencia',
          ar: 'تصاريح الإقامة',
          uk: 'Посвідки на проживання',
        },
        ['sejour', 'autre'],
      ),
    ],
  },
  {
    set: 'caisse',
    services: [
      service(
        'prestations',
        'G',
        {
          fr: 'Prestations et droits',
          en: 'Benefits',
          es: 'Prestaciones y derechos',
          ar: 'الإعانات والحقوق الاجتماعية',
          uk: 'Соціальні допомоги',
        },
        ['rsa', 'prestations-familiales', 'prime-activite', 'c2s', 'autre'],
      ),
    ],
  },
  {
    set: 'regie',
    services: [
      service('regie', 'H', { fr: 'Régie', en: 'Payments', es: 'Pagos', ar: 'المدفوعات', uk: 'Платежі' }, [
        'paiement',
      ]),
    ],
  },
] as const satisfies readonly { readonly set: string; readonly services: OfficeSettings['services'] }[]
export type ServiceSet = (typeof serviceSets)[number]['set']

/**
 * The services of an office that receives for these: a procedure that one brings is not brought again by the next, so
 * that nobody has to choose between two lines for the same thing. A service left with none brings people by its name.
 */
export function servicesOf(chosen: readonly ServiceId[]): OfficeSettings['services'] {
  const brought = new Set<ProcedureId>()
  return serviceSets
    .flatMap(({ services }): OfficeSettings['services'] => services)
    .filter(({ serviceId }) => chosen.includes(serviceId))
    .map((one) => {
      const procedures = one.procedures.filter((procedure) => !brought.has(procedure))
      for (const procedure of procedures) brought.add(procedure)
      return { ...one, procedures }
    })
}

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
  const plain = normalForm('NFD', name)
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
