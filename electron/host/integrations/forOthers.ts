import type { Event } from '../../../shared/contract/events.ts'

/**
 * An event as other software reads it. A local rule that publishes one ground would tell, number by number, who is
 * pregnant: outside the office a priority is a priority, and its call the call of one.
 */
export function eventForOthers(event: Event): Event {
  switch (event.type) {
    case 'ticketTaken':
      return event.data.priority === 'local' ? { ...event, data: { ...event.data, priority: 'law' } } : event
    case 'prioritySet':
      return event.data.priority === 'local' ? { ...event, data: { ...event.data, priority: 'law' } } : event
    case 'ticketCalled': {
      const { reason } = event.data
      return reason.code === 'localPriority'
        ? { ...event, data: { ...event.data, reason: { ...reason, code: 'legalPriority' } } }
        : event
    }
    default:
      return event
  }
}
