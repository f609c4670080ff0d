import { fc } from '@fast-check/vitest'
import { uuidOf, id, serviceId, visit, instant, number, procedureId, outcome, fault } from '../fewIds.ts'

// Tickets taken, called, parked, transferred, given back.

const reason = fc.record({
  code: fc.constantFrom('arrivalOrder', 'legalPriority', 'outOfOrder', 'appointment'),
  overtaken: fc.nat(3),
  longestWait: fc.nat(),
  reasonId: fc.constantFrom(null, uuidOf(9)),
})
const priority = fc.constantFrom(null, 'law', 'local', 'deadline')

export const queueEvents = {
  ticketTaken: fc.record({
    ticketId: id,
    number,
    serviceId,
    procedureId,
    purpose: fc.constantFrom('request', 'collection'),
    lang: fc.constantFrom('fr', 'ar'),
    arrangements: fc.constantFrom([], ['wheelchair']),
    requests: fc.integer({ min: 1, max: 3 }),
    priority,
    appointmentId: fc.option(id),
    dueAt: fc.option(instant),
    channel: fc.constantFrom('kiosk', 'reception', 'counter'),
    announced: fc.constantFrom(null, { p50: 1, p90: 2, sure: 0.5 }),
    code: fc.constant('23456789'),
  }),
  ticketEntered: fc.record({
    ticketId: id,
    number,
    serviceId,
    procedureId,
    arrivedAt: instant,
    startedAt: fc.option(instant),
    endedAt: fc.option(instant),
    outcome: fc.option(outcome),
  }),
  seriesLent: fc.record({
    series: fc.constantFrom('P', 'PA'),
    kioskId: id,
    date: fc.constantFrom('2026-03-03', '2026-03-04'),
  }),
  ticketJoined: fc.record({
    ticketId: id,
    number: fc.constantFrom('P1', 'P2', 'PA1'),
    serviceId,
    procedureId,
    purpose: fc.constantFrom('request', 'collection'),
    lang: fc.constantFrom('fr', 'ar'),
    code: fc.constant('23456789'),
    takenAt: instant,
    missed: fc.boolean(),
  }),
  ticketLeft: fc.record({ ticketId: id, fault }),
  ticketReturned: fc.record({ ticketId: id, keepsRank: fc.boolean() }),
  ticketReplaced: fc.record({ ticketId: id, code: fc.constant('98765432') }),
  prioritySet: fc.record({ ticketId: id, priority }),
  ticketCalled: fc.record({ ...visit, callId: id, reason }),
  ticketRecalled: fc.record({ ...visit, callId: id }),
  ticketAbsent: fc.record(visit),
  ticketParked: fc.record({ ...visit, reasonId: id, promisedAt: fc.option(instant) }),
  promiseMoved: fc.record({ ticketId: id, promisedAt: instant }),
  ticketResumed: fc.record(visit),
  ticketTransferred: fc.record({
    ticketId: id,
    counterId: fc.constantFrom(null, '1', '2'),
    serviceId,
    reasonId: id,
  }),
  ticketUnserved: fc.record({
    ticketId: id,
    how: fc.constantFrom('certificate', 'reason', 'appointment', 'dayNeverClosed'),
    fault,
    reasonId: fc.option(id),
    appointmentId: fc.option(id),
  }),
}
