import { beforeEach, expect, test } from 'vitest'
import { PureOffice } from '../../fixtures/pureOffice.ts'

let office: PureOffice
const take = () => office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
const closed = (input: object) =>
  office.act('counter.close', { counterId: '1', reason: 'Agent parti', ...input }, 'supervisor')
const page = () => office.view('supervision.view', 'supervisor')
const line = () =>
  office.view('queue.view', 'supervisor').waiting.map(({ number, returned }) => [number, returned])
const here = () => page().counters[0]!.ticket?.ticketId ?? null

beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

test('a supervisor closes a counter that its agent left open, and the reason stays beside it until it opens again', () => {
  expect(closed({})).toMatchObject({ output: { counterId: '1' } })
  expect(page().counters[0]).toMatchObject({
    state: 'closed',
    closedFor: { at: office.now, reason: 'Agent parti', agentId: 'agent1' },
  })
  office.act('counter.open', { counterId: '1', agentId: 'agent1' }, 'supervisor')
  expect(page().counters[0]).toMatchObject({ state: 'free', closedFor: null })
})

test('whoever was called at a counter left open waits again at their rank, as if they had not been', () => {
  take()
  take()
  office.act('ticket.callNext', {}, 'agent1')
  const { calls } = office.office
  expect(calls.size).toBe(1)
  closed({ ticketId: here() })
  expect(line()).toEqual([
    ['A1', false],
    ['A2', false],
  ])
  office.act('counter.open', { counterId: '2' }, 'agent2')
  expect(office.act('ticket.callNext', {}, 'agent2')).toMatchObject({ output: { ticket: { number: 'A1' } } })
})

test('whoever was received at a counter left open goes on with their sheet at the next call', () => {
  take()
  const called = office.act('ticket.callNext', {}, 'agent1')
  office.act('ticket.start', {}, 'agent1')
  closed({})
  expect(line()).toEqual([['A1', true]])
  office.act('counter.open', { counterId: '2' }, 'agent2')
  const again = office.act('ticket.callNext', {}, 'agent2')
  expect(again).toMatchObject({
    output: {
      ticket: { visitId: 'output' in called && 'ticket' in called.output && called.output.ticket?.visitId },
    },
  })
})

test('a free counter that another agent opened since is not closed in place of the one who left', () => {
  const shown = page().counters[0]!.heldBy
  expect(shown).toBe('agent1')
  office.act('counter.close', {}, 'agent1')
  office.act('counter.open', { counterId: '1' }, 'agent2')
  expect(closed({ ticketId: null, agentId: shown })).toMatchObject({ refusal: 'agentNotHere' })
  expect(page().counters[0]).toMatchObject({ state: 'free', heldBy: 'agent2' })
  const own = office.act('counter.close', { counterId: '1', agentId: 'agent1' }, 'agent2')
  expect(own, 'by its agent either').toMatchObject({ refusal: 'agentNotHere' })
  expect(closed({ ticketId: null, agentId: 'agent2' })).toMatchObject({ output: { counterId: '1' } })
  expect(page().counters[0]).not.toHaveProperty('heldBy')
})

test('a counter left open is closed with a reason, as the page showed it, or nothing changes', () => {
  take()
  office.act('ticket.callNext', {}, 'agent1')
  expect(closed({ reason: ' ' })).toMatchObject({ refusal: 'reasonMissing' })
  expect(closed({ ticketId: null }), 'it was free on the page').toMatchObject({ refusal: 'ticketNotHere' })
  expect(closed({ counterId: '9' })).toMatchObject({ refusal: 'unknownCounter' })
  expect(closed({ counterId: '2' })).toMatchObject({ refusal: 'counterAlreadyClosed' })
  expect(page().counters[0]!.state).toBe('calling')
  const own = office.act('counter.close', { counterId: '2' }, 'agent1')
  expect(own, 'an agent closes no other').toMatchObject({ refusal: 'counterNotOpen' })
})

test('the morning after a day left open, no screen of the hall counts who waited then', () => {
  take()
  const counted = () => [
    office.view('kiosk.view', 'kiosk').motives.reduce((sum, { waiting }) => sum + waiting, 0) > 0,
    office.view('display.view', 'kiosk').waiting,
    office.view('display.view', 'kiosk').services.some(({ waiting }) => waiting > 0),
  ]
  expect(counted()).toEqual([true, 1, true])
  office.clock += 24 * 3_600_000
  expect(office.view('kiosk.view', 'kiosk').open).toBe(false)
  expect(counted()).toEqual([false, 0, false])
})
