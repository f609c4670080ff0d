import { fc } from '@fast-check/vitest'
import { id, counterId, serviceId, visit, instant, procedureId, outcome, fault } from '../fewIds.ts'

// Requests of a visit and how they end; what was undone; appointments.

const appointment = fc.record({
  appointmentId: id,
  serviceId,
  procedureId,
  startsAt: instant,
  minutes: fc.integer({ min: 1, max: 60 }),
  files: fc.integer({ min: 1, max: 3 }),
})

export const visitEvents = {
  visitStarted: fc.record(visit),
  requestAdded: fc.record({ ...visit, serviceId, procedureId }),
  requestClosed: fc.record({ ...visit, outcome, procedureId, rule: fc.constant(null) }),
  visitClosed: fc.record({
    ...visit,
    outcome,
    procedureId,
    rule: fc.constant(null),
    fault: fc.option(fault),
  }),
  actUndone: fc.record({
    counterId,
    act: fc.constantFrom('call', 'start', 'absent', 'park', 'transfer', 'close', 'pause'),
    ticketId: fc.option(id),
    of: fc.nat(60),
  }),
  appointmentsImported: fc.record({ appointments: fc.array(appointment, { maxLength: 3 }) }),
  appointmentBooked: fc.record({ appointment, ticketId: fc.option(id) }),
  appointmentMoved: fc.record({ appointmentId: id, startsAt: appointment.map((one) => one.startsAt) }),
  appointmentCancelled: fc.record({ appointmentId: id }),
  appointmentsFollowed: fc.record({
    sourceId: fc.constantFrom('1', '2'),
    appointments: fc.array(appointment, { maxLength: 3 }),
  }),
  appointmentGoneOutside: fc.record({ appointmentId: id }),
  appointmentSourceSet: fc.record({
    sourceId: fc.constantFrom('1', '2'),
    kind: fc.constantFrom('caldav', 'ics', 'rdvsp', null),
  }),
  coordinationSet: fc.record({ on: fc.boolean() }),
  slotSearchSet: fc.record({ on: fc.boolean() }),
}
