import type { AgentId, ProcedureId, ServiceId } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { usualRules } from '../../../shared/contract/queue/rules.ts'
import {
  counterPlaces,
  screenPrinter,
  usualCalendar,
  usualServices,
} from '../../../shared/domain/office/defaults.ts'

const id = <T extends string>(word: string) => word as T

const prefect = 'le préfet de Seine-et-Marne, 12 rue des Saints-Pères, 77010 Melun Cedex'
const court = 'tribunal administratif de Melun, 43 rue du Général-de-Gaulle, 77008 Melun Cedex'

/** Where what this town hall decides is contested, as an office of that department would write it. */
const remedies = [
  { procedureId: id<ProcedureId>('attestation-accueil'), authority: prefect, court },
  { procedureId: id<ProcedureId>('inscription-scolaire'), authority: prefect, court },
  { procedureId: id<ProcedureId>('urbanisme'), authority: null, court },
]

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
    law: { exchanges: [], ballots: [], remedies, regulations: [] },
    rules: usualRules,
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
