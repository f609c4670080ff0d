import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startNotices, type NoticesOptions } from '../../../electron/host/integrations/notices.ts'
import type { SendMessage } from '../../../electron/host/integrations/gateways.ts'
import type { TicketId } from '../../../shared/contract/ids.ts'
import { followed } from '../../../shared/domain/integrations/follow.ts'
import { waitingRow } from '../../../shared/domain/queue/rows.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { findNumber } from '../../../renderer/reception/findNumber.ts'
import { given } from '../../fixtures/bookings.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What is said of a notice that did not leave: of the last one asked, for as long as the person waits and was not told.

const wrong = '06 00 00 00 00'
const right = '06 00 00 00 11'

/** An office that sends notices, with one person who waits; the gateway refuses the wrong number. */
function made() {
  const pure = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  pure.act('day.open', {}, 'supervisor')
  pure.act(
    'software.set',
    { privateAddresses: false, notices: { means: ['sms', 'email'], ahead: 3 } },
    'admin',
  )
  const { output } = pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk') as {
    output: { ticketId: TicketId; code: string }
  }
  const { ticketId } = output
  const sent: string[] = []
  const faults: unknown[] = []
  /** The waits before a try that are under way, each with what ends it. */
  const waits = new Map<number, () => void>()
  const rest: NoticesOptions['rest'] = (delay, stopped) =>
    new Promise((done) => {
      if (delay === 0) return done()
      waits.set(delay, done)
      stopped.addEventListener('abort', () => done())
    })
  const ticket = () => pure.office.tickets.get(ticketId)!
  return {
    pure,
    sent,
    faults,
    ticket,
    ask: (to: string) => pure.act('notice.ask', { ticketId, means: 'sms', to, consent: true }, 'kiosk'),
    /** Ends a wait once it is under way, and lets all that follows happen. */
    waited: async (delay: number) => {
      await turn()
      expect(waits.has(delay), 'a wait that is under way').toBe(true)
      waits.get(delay)?.()
      waits.delete(delay)
      await turn()
    },
    start: (delays: readonly number[]) => {
      const send: SendMessage = async ({ to }) => {
        sent.push(to)
        return to.endsWith('00') ? 'refused' : null
      }
      const act: NoticesOptions['act'] = async (_who, name, input) => {
        const done = pure.act(name, input as never, 'supervisor') as
          | { refusal: 'noNotice' }
          | { output: object }
        return 'refusal' in done ? { code: done.refusal } : { text: JSON.stringify(done.output) }
      }
      const log = { info: () => {}, fault: (...said: unknown[]) => faults.push(said) }
      const notices = startNotices({
        office: () => pure.office,
        personal: () => pure.personal,
        act,
        send,
        log: log as unknown as NoticesOptions['log'],
        delays,
        rest,
      })
      onTestFinished(() => void notices.stop())
      return notices
    },
    said: () => ({
      page: followed(pure.office, noWaits, output.code)?.unsent,
      row: waitingRow(pure.office, pure.clock as never, ticket()).unsentNotice,
    }),
  }
}

test('a wrong number put right while it is tried again: the one that left is not said not to have left', async () => {
  const { start, ask, sent, said, pure, ticket, waited } = made()
  const notices = start([0, 60])
  ask(wrong)
  const first = ticket().noticeAsked
  notices.wake()
  await turn()
  expect(sent).toHaveLength(1)
  ask(right)
  notices.wake()
  await turn()
  expect(sent).toHaveLength(2)
  await waited(60)
  expect(said()).toEqual({ page: false, row: null })
  expect(sent, 'the wrong number is tried no more').toEqual(['+33600000000', '+33600000011'])
  const late = { ticketId: ticket().ticketId, means: 'sms', asked: first }
  expect(pure.act('notice.fail', late, 'supervisor')).toMatchObject({ refusal: 'noNotice' })
})

test('asked after a first call, it is said until the next one; a call taken back says it again', async () => {
  const { start, ask, said, pure, ticket, waited } = made()
  const agent = (name: Parameters<PureOffice['act']>[0], input: object = {}) =>
    expect(pure.act(name, input, 'agent1')).not.toHaveProperty('refusal')
  agent('counter.open', { counterId: '1' })
  agent('ticket.callNext')
  agent('ticket.start')
  agent('ticket.transfer', { serviceId: 'etat-civil', reason: 'Autre motif' })
  ask(wrong)
  start([0, 1]).wake()
  await waited(1)
  expect(said()).toEqual({ page: true, row: 'sms' })
  agent('ticket.callOutOfOrder', { ticketId: ticket().ticketId, reason: 'Interprète' })
  expect(said()).toEqual({ page: false, row: null })
  agent('counter.undo')
  expect(said()).toEqual({ page: true, row: 'sms' })
  agent('ticket.callOutOfOrder', { ticketId: ticket().ticketId, reason: 'Interprète' })
  agent('ticket.recall')
  pure.clock += 600_000
  agent('ticket.markAbsent')
  expect(said().row).toBeNull()
})

test('a host that stops between two tries notes that it did not leave', async () => {
  const { start, ask, sent, said, faults } = made()
  const notices = start([0, 60_000])
  ask(wrong)
  notices.wake()
  await turn()
  expect(sent).toHaveLength(1)
  await notices.stop()
  expect(sent, 'it tries no more').toHaveLength(1)
  expect(said()).toEqual({ page: true, row: 'sms' })
  expect(faults).toEqual([])
})

test('past the 200 people that the supervision shows, who is to be told is among them', () => {
  const { pure, ticket } = made()
  pure.careful = false
  for (let ahead = 0; ahead < 200; ahead++) pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
  const { output } = pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk') as {
    output: { ticketId: TicketId }
  }
  const { ticketId } = output
  pure.act('notice.ask', { ticketId, means: 'sms', to: wrong, consent: true }, 'kiosk')
  const asked = pure.office.tickets.get(ticketId)!.noticeAsked
  pure.act('notice.fail', { ticketId, means: 'sms', asked }, 'supervisor')
  const { tickets, total } = pure.view('supervision.view', 'supervisor').unsettled
  expect([total, tickets.length]).toEqual([202, 200])
  expect(tickets[0]?.ticketId, 'in the order of their arrival').toBe(ticket().ticketId)
  expect(tickets.at(-1)).toMatchObject({ ticketId, unsentNotice: 'sms' })
})

test('the entrance finds by its number who is to be told, and no more once they are', () => {
  const { pure, ticket } = made()
  const { ticketId, number } = ticket()
  const found = () =>
    findNumber(
      number,
      pure.view('reception.view', 'agent1'),
      pure.view('queue.view', 'agent1'),
      'Europe/Paris',
    )
  expect(found().toTell).toBeUndefined()
  pure.act('notice.ask', { ticketId, means: 'sms', to: wrong, consent: true }, 'kiosk')
  pure.act('notice.fail', { ticketId, means: 'sms', asked: ticket().noticeAsked }, 'supervisor')
  expect(found()).toMatchObject({ toTell: ticketId, text: expect.stringContaining('n’est pas parti') })
  pure.act('notice.told', { ticketId }, 'agent1')
  expect(found().toTell).toBeUndefined()
})

/** The person is called at a counter that receives them. */
const called = ({ pure }: ReturnType<typeof made>) => {
  given(pure.act('counter.open', { counterId: '1' }, 'agent1'))
  given(pure.act('ticket.callNext', {}, 'agent1'))
}

test.each([
  ['taken back at once', ['counter.undo']],
  ['taken back once they were received', ['ticket.start', 'counter.undo', 'counter.undo']],
])('a notice asked before a call %s leaves, since the person waits again', async (_, acts) => {
  const office = made()
  office.ask(right)
  called(office)
  for (const name of acts) given(office.pure.act(name as 'counter.undo', {}, 'agent1'))
  expect(office.ticket().state).toBe('waiting')
  office.start([0]).wake()
  await turn()
  expect(office.sent).toEqual(['+33600000011'])
  expect([office.pure.personal.notices.size, office.said()]).toEqual([0, { page: false, row: null }])
})

test.each([
  ['received', [['visit.close', { outcome: 'information' }]]],
  ['moved to another service', [['ticket.transfer', { serviceId: 'etat-civil', reason: 'x' }]]],
] as const)('no notice leaves for who was called and is %s', async (_, acts) => {
  const office = made()
  office.ask(right)
  called(office)
  given(office.pure.act('ticket.start', {}, 'agent1'))
  for (const [name, input] of acts) given(office.pure.act(name, input as never, 'agent1'))
  const notices = office.start([0])
  notices.wake()
  await turn()
  expect(office.sent).toEqual([])
  given(office.pure.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor'))
  expect(office.pure.personal.notices.size).toBe(0)
})

/** Somebody else is received at this agent's counter. */
const received = ({ pure }: ReturnType<typeof made>, agent = 'agent1') => {
  given(pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(pure.act('ticket.callNext', {}, agent))
  given(pure.act('ticket.start', {}, agent))
}

test.each([
  [
    'was absent',
    [
      ['ticket.recall', {}],
      ['ticket.recall', {}],
      ['ticket.markAbsent', {}],
    ],
    'absent',
  ],
  [
    'was moved to another service',
    [
      ['ticket.start', {}],
      ['ticket.transfer', { serviceId: 'elections', reason: 'x' }],
    ],
    'waiting',
  ],
  [
    'went for a photograph',
    [
      ['ticket.start', {}],
      ['ticket.park', { reason: 'photo' }],
    ],
    'parked',
  ],
] as const)('the number of who %s is erased once their call can’t be taken back', (_, acts, state) => {
  const office = made()
  const kept = () => office.pure.personal.notices.size
  office.ask(right)
  called(office)
  for (const [name, input] of acts) {
    office.pure.clock += 600_000
    given(office.pure.act(name, input as never, 'agent1'))
  }
  expect([office.ticket().state, kept()]).toEqual([state, 1])
  received(office)
  expect([office.ticket().state, kept()]).toEqual([state, 0])
})

test('the number of who has another request is erased with the first one, which their call can’t be taken back beyond', () => {
  const office = made()
  const { pure } = office
  office.ask(right)
  called(office)
  given(pure.act('ticket.start', {}, 'agent1'))
  given(pure.act('visit.addService', { serviceId: 'etat-civil' }, 'agent1'))
  expect(pure.personal.notices.size).toBe(1)
  given(pure.act('visit.close', { outcome: 'information' }, 'agent1'))
  expect([office.ticket().state, pure.personal.notices.size]).toEqual(['serving', 0])
  expect(pure.act('counter.undo', {}, 'agent1')).not.toHaveProperty('refusal')
  expect(pure.act('counter.undo', {}, 'agent1')).toHaveProperty('refusal')
})

test('the number of who did not show their card is erased once somebody else is received', () => {
  const office = made()
  const { pure } = office
  const priority = { groundId: 'cmiPriorite', proof: 'toShow' } as const
  const { ticketId } = given(pure.act('ticket.take', { serviceId: 'titres', priority }, 'kiosk'))
  given(pure.act('notice.ask', { ticketId, means: 'sms', to: right, consent: true }, 'kiosk'))
  called(office)
  given(pure.act('ticket.setPriority', { ticketId, priority: null }, 'agent1'))
  given(pure.act('ticket.callNext', {}, 'agent1'))
  given(pure.act('ticket.start', {}, 'agent1'))
  expect([pure.office.tickets.get(ticketId)?.state, pure.personal.notices.size]).toEqual(['waiting', 0])
})

test('the number of who is called stays while another counter receives, and with a counter left open', () => {
  const office = made()
  const { pure } = office
  office.ask(right)
  called(office)
  given(pure.act('counter.open', { counterId: '2' }, 'agent2'))
  received(office, 'agent2')
  given(pure.act('counter.close', { counterId: '1', reason: 'malaise' }, 'supervisor'))
  expect(office.ticket().state).toBe('waiting')
  expect([...pure.personal.notices.values()].map(({ to }) => to)).toEqual(['+33600000011'])
})

/** The gateway refuses the first try; the person is called before the next one. */
async function calledAfterFirstTry(delays: readonly number[]) {
  const office = made()
  office.ask(wrong)
  office.start(delays).wake()
  await turn()
  expect(office.sent).toHaveLength(1)
  called(office)
  return office
}
const undo = ({ pure }: ReturnType<typeof made>) => given(pure.act('counter.undo', {}, 'agent1'))

test('a notice is tried no more for who is called, and again once the call is taken back', async () => {
  const office = await calledAfterFirstTry([0, 300, 1500])
  await office.waited(300)
  expect(office.sent.length, 'called, they know').toBe(1)
  undo(office)
  await office.waited(1500)
  expect(office.sent).toHaveLength(2)
  expect(office.said()).toEqual({ page: true, row: 'sms' })
})

test('a notice that no try could send is said not to have left, once the call is taken back', async () => {
  const office = await calledAfterFirstTry([0, 300])
  await office.waited(300)
  expect([office.sent.length, office.said()]).toEqual([1, { page: false, row: null }])
  given(office.pure.act('ticket.start', {}, 'agent1'))
  undo(office)
  undo(office)
  expect(office.said()).toEqual({ page: true, row: 'sms' })
})

test('a notice that no try could send is said to nobody once the person was received', async () => {
  const office = await calledAfterFirstTry([0, 300])
  given(office.pure.act('ticket.start', {}, 'agent1'))
  given(office.pure.act('visit.close', { outcome: 'information' }, 'agent1'))
  await office.waited(300)
  expect([office.sent.length, office.said().row, office.faults]).toEqual([1, null, []])
  expect(office.pure.recorded.filter(({ event }) => event.type === 'noticeFailed')).toEqual([])
})

test('of two calls that are remembered, a notice that did not leave is said of the one that came after it', () => {
  const office = made()
  const { pure, ticket, said } = office
  const { ticketId } = ticket()
  const agent = (name: Parameters<PureOffice['act']>[0], input: object = {}) =>
    given(pure.act(name, input as never, 'agent1') as never)
  office.ask(wrong)
  const asked = ticket().noticeAsked
  called(office)
  agent('ticket.start')
  agent('ticket.transfer', { serviceId: 'etat-civil', reason: 'Autre motif' })
  agent('ticket.callOutOfOrder', { ticketId, reason: 'Interprète' })
  given(pure.act('notice.fail', { ticketId, means: 'sms', asked }, 'supervisor'))
  agent('counter.undo')
  expect([ticket().state, ticket().noticeAsked, said().row], 'of the second call they asked none').toEqual([
    'waiting',
    null,
    null,
  ])
  for (let acts = 0; acts < 3; acts++) agent('counter.undo')
  expect([ticket().state, ticket().noticeAsked, said().row]).toEqual(['waiting', asked, 'sms'])
})

test('once another notice was asked between two calls, the first one that did not leave is noted no more', () => {
  const office = made()
  const { pure, ticket } = office
  const { ticketId } = ticket()
  const agent = (name: Parameters<PureOffice['act']>[0], input: object = {}) =>
    given(pure.act(name, input as never, 'agent1') as never)
  office.ask(wrong)
  const first = ticket().noticeAsked
  called(office)
  agent('ticket.start')
  agent('ticket.transfer', { serviceId: 'etat-civil', reason: 'Autre motif' })
  office.ask(right)
  const second = ticket().noticeAsked
  agent('ticket.callOutOfOrder', { ticketId, reason: 'Interprète' })
  const fail = (asked: typeof first) =>
    pure.act('notice.fail', { ticketId, means: 'sms', asked } as never, 'supervisor')
  expect(fail(first)).toMatchObject({ refusal: 'noNotice' })
  given(fail(second))
  agent('counter.undo')
  expect(office.said().row).toBe('sms')
})
