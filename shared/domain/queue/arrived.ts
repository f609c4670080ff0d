import type { Context } from '../decision.ts'
import type { Office } from '../state.ts'
import { giveTicket } from './tickets.ts'

/**
 * The ticket of who was given an hour, or whose place was kept. Its service and procedure are known, and a service closed to
 * tickets receives them: what would refuse anyone else says that the hour is not known here.
 */
export function takenOnArrival(office: Office, asked: Parameters<typeof giveTicket>[1], context: Context) {
  const ticket = giveTicket(office, asked, context)
  if (!('refusal' in ticket)) return ticket
  const { refusal } = ticket
  if (
    refusal === 'unknownService' ||
    refusal === 'unknownProcedure' ||
    refusal === 'serviceClosed' ||
    refusal === 'quotaReached' ||
    refusal === 'byAppointmentOnly'
  )
    return { refusal: 'unknownAppointment' as const }
  return { refusal }
}
