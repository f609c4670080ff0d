import type { AgentId, CounterId, PrinterId, ProcedureId, ServiceId } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { Calendar, OfficeSettings } from '../../shared/contract/office.ts'

const weekday: Calendar['week'][number] = [[510, 1020]]

/** Monday to Friday 8 h 30 to 17 h 00, public holidays of metropolitan France: what most town halls start from. */
export const usualCalendar: Calendar = {
  zone: 'Europe/Paris',
  week: [weekday, weekday, weekday, weekday, weekday, [], []],
  holidays: 'metropole',
  closed: [],
}

const id = <T extends string>(word: string) => word as T

/** A town hall's four services; the procedures that the rules know bring people to them. */
export const usualServices: OfficeSettings['services'] = [
  {
    serviceId: id<ServiceId>('titres'),
    letter: 'A',
    name: { fr: 'Titres d’identité', en: 'Identity documents' },
    procedures: [id<ProcedureId>('cni'), id<ProcedureId>('autre')],
  },
  {
    serviceId: id<ServiceId>('etat-civil'),
    letter: 'B',
    name: { fr: 'État civil', en: 'Civil registry' },
    procedures: [],
  },
  {
    serviceId: id<ServiceId>('elections'),
    letter: 'C',
    name: { fr: 'Élections', en: 'Elections' },
    procedures: [],
  },
  {
    serviceId: id<ServiceId>('affaires-generales'),
    letter: 'D',
    name: { fr: 'Affaires générales', en: 'General matters' },
    procedures: [],
  },
]

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

/** The training office: invented people of an invented town hall, three counters, three agents with different skills. */
export const schoolOffice: Input<'office.create'> = {
  school: true,
  settings: {
    address: {
      name: 'Mairie de formation',
      street: '1 place de la Mairie',
      postalCode: '77590',
      city: 'Fontaine-le-Port',
      phone: '01 60 00 00 00',
      email: 'accueil@fontaine.example',
    },
    calendar: usualCalendar,
    services: usualServices,
    counters: counterPlaces(3, screenPrinter.printerId),
    agents: [
      { agentId: id<AgentId>('agent1'), services: [id<ServiceId>('titres'), id<ServiceId>('etat-civil')] },
      { agentId: id<AgentId>('agent2'), services: [id<ServiceId>('titres'), id<ServiceId>('elections')] },
      {
        agentId: id<AgentId>('agent3'),
        services: [id<ServiceId>('titres'), id<ServiceId>('etat-civil'), id<ServiceId>('affaires-generales')],
      },
    ],
    printers: [screenPrinter],
    ticketPrinterId: null,
    personWord: 'usager',
  },
  agents: [
    {
      agentId: id<AgentId>('agent1'),
      name: { firstName: 'Samira', familyName: 'Belkacem', capacity: 'agente d’accueil' },
    },
    {
      agentId: id<AgentId>('agent2'),
      name: { firstName: 'Yann', familyName: 'Le Goff', capacity: 'agent d’accueil' },
    },
    {
      agentId: id<AgentId>('agent3'),
      name: { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente d’accueil' },
    },
  ],
}
