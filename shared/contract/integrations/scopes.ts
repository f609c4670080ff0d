import type { CallName } from '../index.ts'
import type { Scope } from './calls.ts'

/**
 * The calls that each scope opens. `calendar` and `metrics` open a path of their own beside (a calendar's feed, the
 * measures), `events` the stream. None opens what only a person at a counter may do.
 */
export const scopes: Readonly<Record<Scope, readonly CallName[]>> = {
  queue: ['office.view', 'queue.view', 'rules.view', 'display.view', 'kiosk.view'],
  tickets: ['office.view', 'kiosk.view', 'ticket.take', 'ticket.leave', 'appointment.arrive'],
  appointments: [
    'office.view',
    'appointments.view',
    'calendar.send',
    'appointment.import',
    'appointment.book',
    'appointment.cancel',
    'appointments.calendar',
  ],
  calendar: ['appointments.calendar'],
  statistics: [
    'office.view',
    'history.days',
    'history.day',
    'history.equality',
    'history.export',
    'statistics.export',
    'commitments.export',
  ],
  events: ['office.view'],
  metrics: [],
  places: ['partners.requestPlace', 'partners.withdrawPlace'],
}

/** Whether these scopes open a call. */
export const opensCall = (held: readonly Scope[], name: CallName): boolean =>
  held.some((scope) => scopes[scope].includes(name))
