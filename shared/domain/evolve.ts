import type { Recorded } from '../contract/events.ts'
import { evolveCounters } from './counters.ts'
import { evolveDay } from './day.ts'
import { evolveDocuments } from './documents.ts'
import type { Office } from './office.ts'
import { evolveSettings } from './settings.ts'
import { evolveTickets } from './tickets.ts'

/** The version of what follows: a snapshot of another version is rebuilt from the journal. */
export const evolveVersion = 1

/** The office after one more event. Total: whatever the journal holds, it never throws. */
export function evolve(office: Office, recorded: Recorded): Office {
  const { event } = recorded
  switch (event.type) {
    case 'officeCreated':
    case 'addressSet':
    case 'printersSet':
    case 'agentSet':
      return evolveSettings(office, recorded) ?? office
    case 'dayOpened':
    case 'dayClosed':
      return evolveDay(office, recorded) ?? office
    case 'counterOpened':
    case 'counterClosed':
      return evolveCounters(office, recorded) ?? office
    case 'ticketTaken':
    case 'ticketLeft':
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'ticketAbsent':
    case 'visitStarted':
    case 'visitClosed':
      return evolveTickets(office, recorded) ?? office
    case 'documentIssued':
    case 'documentPrinted':
      return evolveDocuments(office, recorded) ?? office
    default:
      event satisfies never
      return office
  }
}
