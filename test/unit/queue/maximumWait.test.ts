import { beforeEach, expect, test } from 'vitest'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { officeText } from '../../fixtures/officeText.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// Every service of the training office has a maximum of sixty minutes.

const minute = 60_000
let office: PureOffice

const take = (serviceId = 'titres') => {
  const decision = office.act('ticket.take', { serviceId }, 'kiosk')
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output
}
const later = (minutes: number) => {
  office.clock += minutes * minute
}
const call = () => {
  const decision = office.act('ticket.callNext', {}, 'agent1')
  if ('refusal' in decision) throw new Error(decision.refusal)
  return [decision.output.ticket?.number, decision.output.reason?.code]
}
const received = () => {
  office.act('ticket.start', {}, 'agent1')
  office.act('visit.close', { outcome: 'information', last: true }, 'agent1')
}
/** Called twice, and not there. */
const absent = () => {
  office.act('ticket.recall', {}, 'agent1')
  later(1)
  office.act('ticket.markAbsent', {}, 'agent1')
}

beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 7, 30))
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

test('who came first and waited past the maximum is called for that reason, and passes nobody', () => {
  take()
  later(60)
  expect(call()).toEqual(['A1', 'arrivalOrder'])
  received()
  take()
  later(61)
  expect(call()).toEqual(['A2', 'maximumWait'])
  expect(office.view('counter.view', 'agent1').current?.reason).toMatchObject({
    code: 'maximumWait',
    overtaken: 0,
  })
})

test('hours spent absent are no wait: who returns at their rank is called in order of arrival', () => {
  office.act('rules.set', { rules: { returnToleranceMinutes: 240 } }, 'supervisor')
  const { ticketId } = take()
  later(10)
  call()
  absent()
  later(180)
  expect(office.act('ticket.return', { ticketId }, 'agent1')).toMatchObject({ output: { keepsRank: true } })
  take()
  later(40)
  expect(call()).toEqual(['A1', 'arrivalOrder'])
})

test('what was waited before an absence counts with what is waited after it, while the rank is kept', () => {
  const { ticketId } = take()
  later(40)
  call()
  absent()
  later(20)
  office.act('ticket.return', { ticketId }, 'agent1')
  later(21)
  expect(call()).toEqual(['A1', 'maximumWait'])
})

test('who comes back too late for their rank waits from their return, and passes nobody for hours spent out', () => {
  const { ticketId } = take('etat-civil')
  later(50)
  call()
  absent()
  later(100)
  take()
  later(20)
  expect(office.act('ticket.return', { ticketId }, 'agent1')).toMatchObject({ output: { keepsRank: false } })
  later(39)
  expect(call()).toEqual(['A1', 'arrivalOrder'])
  received()
  later(22)
  expect(call()).toEqual(['B1', 'maximumWait'])
})

test('time on hold is no wait either, nor is the time of who was given back their rank', () => {
  const parked = take()
  call()
  office.act('ticket.start', {}, 'agent1')
  office.act('ticket.park', { reason: 'photo à refaire', promisedAt: null }, 'agent1')
  later(150)
  office.act('ticket.return', { ticketId: parked.ticketId }, 'agent1')
  expect(call()).toEqual(['A1', 'arrivalOrder'])
  received()
  const gone = take()
  office.act('ticket.leave', { ticketId: gone.ticketId, fault: 'service' }, 'agent1')
  later(150)
  office.act('ticket.return', { ticketId: gone.ticketId }, 'agent1')
  expect(call()).toEqual(['A2', 'arrivalOrder'])
})

test('an absence taken back was none: nothing is taken off the wait', () => {
  take()
  later(55)
  call()
  absent()
  office.act('counter.undo', {}, 'agent1')
  office.act('counter.undo', {}, 'agent1')
  later(10)
  expect(call()).toEqual(['A1', 'maximumWait'])
})

test('the journal read again gives the same office, absences and all', () => {
  const { ticketId } = take()
  later(40)
  call()
  absent()
  later(20)
  office.act('ticket.return', { ticketId }, 'agent1')
  expect(officeText(office.recorded.reduce(evolve, emptyOffice))).toBe(officeText(office.office))
})
