import { beforeEach, expect, test } from 'vitest'
import type { TicketId } from '../../../shared/contract/ids.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const ten = Date.UTC(2026, 2, 3, 9)
let pure: PureOffice
beforeEach(() => {
  pure = PureOffice.school(ten)
  pure.act('day.open', {}, 'supervisor')
  pure.act('counter.open', { counterId: '1' }, 'agent1')
})

/** A number of the kiosk with this ground, called. */
function called(groundId: string): TicketId {
  const taken = pure.act('ticket.take', { serviceId: 'titres', priority: { groundId } }, 'kiosk')
  if ('refusal' in taken) throw new Error(taken.refusal)
  pure.act('ticket.callNext', {}, 'agent1')
  return taken.output.ticketId
}
const stateOf = (ticketId: TicketId) => pure.office.tickets.get(ticketId)?.state

test('a visit begins once the proof of the priority that the kiosk was told has its answer', () => {
  const ticketId = called('cmiPriorite')
  expect(pure.act('ticket.start', {}, 'agent1')).toMatchObject({ refusal: 'proofNotAnswered' })
  pure.act('ticket.setPriority', { ticketId, priority: { groundId: 'cmiPriorite', proof: 'card' } }, 'agent1')
  expect(pure.act('ticket.start', {}, 'agent1')).not.toHaveProperty('refusal')
})

test('a person whose card was not seen waits again at their rank', () => {
  const ticketId = called('cmiPriorite')
  pure.act('ticket.setPriority', { ticketId, priority: null }, 'agent1')
  expect(stateOf(ticketId)).toBe('waiting')
})

test.each([
  ['seen', { groundId: 'deadlineToday', proof: 'deadline' }],
  ['not seen', null],
])('a deadline that expires today gave no turn: %s, the person stays at the counter', (_, priority) => {
  const ticketId = called('deadlineToday')
  expect(pure.act('ticket.start', {}, 'agent1')).toMatchObject({ refusal: 'proofNotAnswered' })
  pure.act('ticket.setPriority', { ticketId, priority }, 'agent1')
  expect(stateOf(ticketId)).toBe('called')
  expect(pure.act('ticket.start', {}, 'agent1')).not.toHaveProperty('refusal')
})

test.each([
  [
    'not shown',
    (ticketId: TicketId) => pure.act('ticket.setPriority', { ticketId, priority: null }, 'agent1'),
  ],
  [
    'settled by a supervisor',
    (ticketId: TicketId) =>
      pure.act('ticket.settle', { ticketId, how: 'reason', reason: 'Fermeture' }, 'supervisor'),
  ],
])('a person called and taken away, %s, leaves no sheet of the closing before', (_, away) => {
  pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
  pure.act('ticket.callNext', {}, 'agent1')
  pure.act('ticket.start', {}, 'agent1')
  pure.act('sheet.update', { procedureId: 'autre', label: 'Une aide' }, 'agent1')
  pure.act('visit.close', { outcome: 'information' }, 'agent1')
  const ticketId = called('cmiPriorite')
  expect(pure.personal.closedSheets.size, 'the closing could still be taken back').toBe(1)
  expect(away(ticketId)).not.toHaveProperty('refusal')
  expect(pure.act('counter.undo', {}, 'agent1')).toMatchObject({ refusal: 'nothingToUndo' })
  expect(pure.personal.closedSheets.size).toBe(0)
})
