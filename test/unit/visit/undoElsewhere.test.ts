import { beforeEach, describe, expect, test } from 'vitest'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// An act is taken back as long as nothing follows from it: what another counter did since is not undone from here.

let office: PureOffice
let ticketId: string
beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 9))
  act('day.open', {}, 'supervisor')
  act('counter.open', { counterId: '1' })
  act('counter.open', { counterId: '2' }, 'agent2')
  ;({ ticketId } = act('ticket.take', { serviceId: 'titres' }, 'kiosk') as { ticketId: string })
  act('ticket.callNext', {})
})
const act = (name: Parameters<PureOffice['act']>[0], input: object, who = 'agent1'): object => {
  const decision = office.act(name, input, who)
  if ('refusal' in decision) throw new Error(`${name}: ${decision.refusal}`)
  return decision.output
}
const absent = (who: string) => {
  for (let calls = 1; calls < 3; calls++) act('ticket.recall', {}, who)
  office.clock = office.now + 300_000
  act('ticket.markAbsent', {}, who)
}
const moved = { refusal: 'undoTooLate', details: ['ticketMoved'] }
const stays = () => {
  const before = office.recorded.length
  expect(office.act('counter.undo', {}, 'agent1')).toEqual(moved)
  expect(office.recorded).toHaveLength(before)
}

describe.each([
  ['set aside', 'ticket.park', { reason: 'photo' }],
  ['sent to another service', 'ticket.transfer', { serviceId: 'titres', reason: 'Le lecteur est en panne' }],
] as const)('a person %s here, then by another counter', (_, leave, input) => {
  test('keeps the request that was closed between', () => {
    act('ticket.start', {})
    act('visit.addService', { serviceId: 'titres' })
    act('sheet.update', { procedureId: 'autre', label: 'Une aide' })
    act(leave, input)
    if (leave === 'ticket.park') act('ticket.resume', { ticketId }, 'agent2')
    else {
      act('ticket.callNext', {}, 'agent2')
      act('ticket.start', {}, 'agent2')
      act('sheet.update', { procedureId: 'autre', label: 'Une aide' }, 'agent2')
    }
    act('visit.close', { outcome: 'information' }, 'agent2')
    act(leave, input, 'agent2')
    stays()
    expect(office.act('counter.undo', {}, 'agent2')).not.toHaveProperty('refusal')
  })
})

test('a person absent here, back, then absent of another counter is called from there', () => {
  absent('agent1')
  act('ticket.return', { ticketId }, 'reception')
  act('ticket.callNext', {}, 'agent2')
  absent('agent2')
  stays()
  expect(office.act('counter.undo', {}, 'agent2')).not.toHaveProperty('refusal')
})
