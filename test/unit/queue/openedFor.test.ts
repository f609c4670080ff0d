import { beforeEach, expect, test } from 'vitest'
import { PureOffice } from '../../fixtures/pureOffice.ts'

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  office.act('day.open', {}, 'supervisor')
})
const opened = (input: object, actor = 'supervisor') => office.act('counter.open', input, actor)

test('a supervisor opens a counter for an agent, whose counter it is from then on', () => {
  office.act('ticket.take', { serviceId: 'elections' }, 'kiosk')
  const what = () => office.view('supervision.view', 'supervisor').decisions.map((one) => one.what)
  expect(what()).toContain('nobodyServes')
  expect(opened({ counterId: '2', agentId: 'agent2' })).toMatchObject({
    output: { counterId: '2', services: ['titres', 'elections'] },
  })
  expect(what()).not.toContain('nobodyServes')
  expect(opened({ counterId: '2' }, 'agent2'), 'who comes to it changes nothing').toMatchObject({
    events: [],
  })
  expect(office.act('ticket.callNext', {}, 'agent2')).toMatchObject({ output: { ticket: { number: 'C1' } } })
})

test('no counter is opened for nobody, for an agent who holds one, nor where somebody is', () => {
  expect(opened({ counterId: '2' })).toMatchObject({ refusal: 'unknownAgent' })
  expect(opened({ counterId: '2', agentId: 'personne' })).toMatchObject({ refusal: 'unknownAgent' })
  opened({ counterId: '1', agentId: 'agent1' })
  expect(opened({ counterId: '2', agentId: 'agent1' })).toMatchObject({ refusal: 'agentHoldsCounter' })
  expect(opened({ counterId: '1', agentId: 'agent2' })).toMatchObject({ refusal: 'counterTaken' })
})

test('a supervisor opens a paused counter as a closed one: its agent’s pause ends, or another agent takes it', () => {
  opened({ counterId: '1', agentId: 'agent1' })
  const pause = () => office.act('counter.pause', { reason: 'courrier', kind: 'post' }, 'agent1')
  const now = () => office.view('supervision.view', 'supervisor').counters[0]!.state
  pause()
  expect(opened({ counterId: '1' }, 'agent1'), 'its own agent goes on from their page').toMatchObject({
    events: [],
  })
  expect(now()).toBe('paused')
  expect(opened({ counterId: '1', agentId: 'agent1' })).toMatchObject({
    events: [{ type: 'counterResumed', data: { counterId: '1' } }],
  })
  expect(now()).toBe('free')
  pause()
  expect(opened({ counterId: '1', agentId: 'agent2' })).toMatchObject({
    output: { counterId: '1', services: ['titres', 'elections'] },
  })
  expect(now()).toBe('free')
  expect(office.act('counter.resume', {}, 'agent1')).toMatchObject({ refusal: 'counterNotOpen' })
  expect(office.act('ticket.callNext', {}, 'agent2')).toMatchObject({ output: { ticket: null } })
})

test('an agent opens a counter for nobody else', () => {
  expect(opened({ counterId: '2', agentId: 'agent2' }, 'agent1')).toMatchObject({ refusal: 'unknownAgent' })
})
