import { fc, test as property } from '@fast-check/vitest'
import { beforeEach, expect, test } from 'vitest'
import type { Instant, Seq, TicketId } from '../../../shared/contract/ids.ts'
import type { Passage } from '../../../shared/domain/decision.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { overtakenCount } from '../../../shared/domain/queue/line.ts'
import { presenceComposers } from '../../../shared/domain/visit/papers/presence.ts'
import { trailOf } from '../../../shared/domain/visit/trailPaper.ts'
import { PureOffice, whoIs } from '../../fixtures/pureOffice.ts'

const ten = Date.UTC(2026, 2, 3, 9)
let pure: PureOffice
beforeEach(() => {
  pure = PureOffice.school(ten)
  pure.act('day.open', {}, 'supervisor')
})

const take = (serviceId = 'titres'): TicketId => {
  const taken = pure.act('ticket.take', { serviceId }, 'kiosk')
  if ('refusal' in taken) throw new Error(taken.refusal)
  return taken.output.ticketId
}
const trail = (ticketId: TicketId) => trailOf(pure.office, pure.recorded, ticketId, evolve)

// Who acts, and what: most are refused at that moment, which is fine.
const acts = fc.array(
  fc.tuple(
    fc.constantFrom('agent1', 'agent2', 'agent3'),
    fc.constantFrom(
      'take',
      'take',
      'take',
      'priority',
      'call',
      'call',
      'start',
      'close',
      'outOfOrder',
      'absent',
      'return',
      'undo',
      'park',
      'resume',
      'transfer',
      'leave',
      'skills',
    ),
    fc.nat(7),
  ),
  { minLength: 10, maxLength: 80 },
)
const services = ['titres', 'etat-civil', 'elections'] as const

function lives(done: readonly (readonly [string, string, number])[]): readonly TicketId[] {
  const tickets: TicketId[] = []
  const some = (which: number) => tickets[which % Math.max(1, tickets.length)] ?? pure.newId()
  pure.act('rules.set', { rules: { absentCalls: 1, absentDelaySeconds: 0 } }, 'supervisor')
  for (const [agent, counterId] of [
    ['agent1', '1'],
    ['agent2', '2'],
    ['agent3', '3'],
  ] as const)
    pure.act('counter.open', { counterId }, agent)
  for (const [agent, what, which] of done) {
    pure.clock += 60_000
    const ticketId = some(which)
    const reason = 'motif'
    if (what === 'take') tickets.push(take(services[which % services.length]))
    else if (what === 'priority')
      pure.act(
        'ticket.setPriority',
        { ticketId, priority: { groundId: 'cmiPriorite', proof: 'card' } },
        agent,
      )
    else if (what === 'call') pure.act('ticket.callNext', {}, agent)
    else if (what === 'outOfOrder') pure.act('ticket.callOutOfOrder', { ticketId, reason }, agent)
    else if (what === 'start') pure.act('ticket.start', {}, agent)
    else if (what === 'close') pure.act('visit.close', { outcome: 'information' }, agent)
    else if (what === 'absent') pure.act('ticket.markAbsent', {}, agent)
    else if (what === 'return') pure.act('ticket.return', { ticketId }, 'agent1')
    else if (what === 'undo') pure.act('counter.undo', {}, agent)
    else if (what === 'park') pure.act('ticket.park', { reason }, agent)
    else if (what === 'resume') pure.act('ticket.resume', { ticketId }, agent)
    else if (what === 'transfer')
      pure.act('ticket.transfer', { ticketId, serviceId: services[which % 3], reason }, agent)
    else if (what === 'leave') pure.act('ticket.leave', { ticketId }, 'agent1')
    else pure.act('counter.skills', { services: [services[which % 3]] }, agent)
  }
  return tickets
}

property.prop([acts])(
  'a trail read from the journal counts the overtakes that the office counted, and tells each act about the ticket once, in order',
  (done) => {
    pure = PureOffice.school(ten)
    pure.careful = false
    pure.act('day.open', {}, 'supervisor')
    const tickets = lives(done)
    // A call taken back passed before nobody, which the office no longer takes off whoever was called meanwhile.
    const takenBack = pure.recorded.some(
      ({ event }) => event.type === 'actUndone' && event.data.act === 'call',
    )
    for (const ticketId of tickets) {
      const ticket = pure.office.tickets.get(ticketId)!
      const told = trail(ticketId)!
      const counted = ticket.state === 'waiting' ? overtakenCount(pure.office, ticket) : ticket.overtaken
      if (!takenBack) expect(told.overtakes.reduce((sum, { count }) => sum + count, 0)).toBe(counted.all)
      const byLaw = told.overtakes.find(({ reason }) => reason === 'legalPriority')?.count ?? 0
      if (!takenBack) expect(byLaw).toBe(counted.all - counted.local)
      const about = pure.recorded.filter(
        ({ event }) => 'ticketId' in event.data && event.data.ticketId === ticketId,
      )
      expect(told.steps.map(({ seq }) => seq)).toEqual(about.map(({ seq }) => seq))
      expect(told.steps.map(({ at }) => at)).toEqual(about.map(({ at }) => at))
      expect(told.ticket.state).toBe(ticket.state)
    }
  },
)

test('a call taken back passed before nobody', () => {
  const first = take()
  const second = take()
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  pure.act('ticket.callOutOfOrder', { ticketId: second, reason: 'Interprète présent' }, 'agent1')
  expect(trail(first)?.overtakes).toEqual([{ reason: 'outOfOrder', count: 1 }])
  pure.act('counter.undo', {}, 'agent1')
  expect(trail(first)?.overtakes).toEqual([])
  expect(trail(second)?.steps.map(({ is }) => is)).toEqual(['taken', 'called', 'undone'])
})

test('no ground of priority is in a trail, nor what was typed', () => {
  const ticketId = take()
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  pure.act('ticket.setPriority', { ticketId, priority: { groundId: 'warInvalid', proof: 'card' } }, 'agent1')
  pure.act('ticket.callNext', {}, 'agent1')
  pure.act('ticket.start', {}, 'agent1')
  pure.act('ticket.park', { reason: 'Photographie au Monoprix' }, 'agent1')
  const text = JSON.stringify(trail(ticketId)?.steps)
  expect(text).toContain('legalPriority')
  expect(text).not.toMatch(/warInvalid|Monoprix/)
})

test('a ticket of another day is found in the events of its own, whose end does not empty it', () => {
  const ticketId = take()
  pure.act('day.settleAll', { how: 'certificate', fault: 'thirdParty' }, 'supervisor')
  pure.act('day.close', {}, 'supervisor')
  pure.clock += 86_400_000
  pure.act('day.open', {}, 'supervisor')
  take()
  expect(trail(ticketId)).toMatchObject({
    ticket: { number: 'A1', state: 'unserved', fault: 'thirdParty' },
    steps: [{ is: 'taken' }, { is: 'notReceived', how: 'certificate', fault: 'thirdParty' }],
    overnight: false,
  })
  expect(trailOf(pure.office, pure.recorded, pure.newId() as TicketId, evolve)).toBeNull()
})

test('whoever is sent back from a closed counter reads that they went back to the line, and elsewhere that they were redirected', () => {
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  const ticketId = take()
  pure.act('ticket.callNext', {}, 'agent1')
  pure.act('ticket.start', {}, 'agent1')
  pure.act('counter.close', { counterId: '1', ticketId, reason: 'Agent parti' }, 'supervisor')
  expect(trail(ticketId)?.steps.at(-1)).toMatchObject({ is: 'transferred', back: true })
  pure.act('ticket.transfer', { ticketId, serviceId: 'etat-civil', reason: 'motif' }, 'supervisor')
  expect(trail(ticketId)?.steps.at(-1)).toMatchObject({ is: 'transferred' })
  expect(trail(ticketId)?.steps.at(-1)).not.toHaveProperty('back')
})

test('who was sent on, as it was written by hand, is told so and to whom, at the hours of that sheet', () => {
  const arrivedAt = pure.clock as Instant
  pure.clock += 1_200_000
  const entered = pure.act(
    'day.enterByHand',
    {
      serviceId: 'titres',
      arrivedAt,
      startedAt: arrivedAt + 300_000,
      endedAt: arrivedAt + 600_000,
      outcome: 'forwarded',
      to: { name: 'Préfecture de Melun', address: '12 rue des Saints-Pères' },
    },
    'supervisor',
  )
  if ('refusal' in entered) throw new Error(entered.refusal)
  const [ticketId] = [...pure.office.tickets.keys()]
  const passage: Passage = {
    trail: trail(ticketId!)!,
    documents: [],
    last: null,
    head: { seq: 1 as Seq, hash: '' },
  }
  const made = presenceComposers.attestation(
    pure.office,
    { kind: 'attestation', ticketId: ticketId! },
    {
      now: pure.now,
      who: whoIs('agent1', pure.office),
      personal: { ...pure.personal, document: null },
      catalogue: pure.catalogue,
      passage,
    },
  )
  if ('refusal' in made) throw new Error(made.refusal)
  expect(made.facts).toMatchObject({
    outcome: 'forwarded',
    forwardedTo: { name: 'Préfecture de Melun, 12 rue des Saints-Pères' },
    receivedAt: arrivedAt + 300_000,
    presence: { stage: 'closed', until: arrivedAt + 600_000 },
  })
})
