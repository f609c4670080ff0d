import { expect, test } from 'vitest'
import { given, minute, nine } from '../../fixtures/bookings.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// The calls by a priority that was claimed at a kiosk and whose proof nobody saw: they are the day's, whenever it was closed.

const claim = { serviceId: 'titres', priority: { groundId: 'cmiPriorite', proof: 'toShow' } } as const

function made() {
  const office = PureOffice.school(nine)
  const act = (actor: string, name: Parameters<PureOffice['act']>[0], input: object = {}) =>
    given(office.act(name, input as never, actor) as { output: { ticketId: string } })
  const open = () => {
    act('supervisor', 'day.open')
    act('agent1', 'counter.open', { counterId: '1' })
  }
  open()
  return {
    office,
    act,
    open,
    said: () => office.view('supervision.view', 'supervisor').overtakes.unanswered,
    /** Somebody waits; another, who claims a priority, is called before them. */
    claimed: () => {
      act('kiosk', 'ticket.take', { serviceId: 'titres' })
      const { ticketId } = act('kiosk', 'ticket.take', claim)
      act('agent1', 'ticket.callNext')
      return ticketId
    },
    absent: (ticketId: string) => {
      office.clock += minute
      for (const _ of [1, 2]) act('agent1', 'ticket.recall', { ticketId })
      office.clock += 10 * minute
      act('agent1', 'ticket.markAbsent', { ticketId })
    },
    closed: () => {
      office.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor')
      act('supervisor', 'day.close')
    },
  }
}

test('are counted still when the day is closed, and opened again on its date', () => {
  const { claimed, absent, closed, open, said } = made()
  absent(claimed())
  expect(said()).toBe(1)
  closed()
  expect(said()).toBe(1)
  open()
  expect(said()).toBe(1)
  absent(claimed())
  expect(said()).toBe(2)
})

test('begin again with the next day', () => {
  const { office, claimed, absent, closed, open, said } = made()
  absent(claimed())
  closed()
  office.clock += 24 * 60 * minute
  open()
  expect(said()).toBe(0)
})

test('count nobody whose proof was seen, at the entrance or at the counter, or who gave the claim up', () => {
  const { office, act, claimed, absent, closed, said } = made()
  const seen = claimed()
  act('agent1', 'ticket.setPriority', {
    ticketId: seen,
    priority: { groundId: 'cmiPriorite', proof: 'card' },
  })
  act('agent1', 'counter.undo')
  expect(office.office.tickets.get(seen as never)?.toShow).toBe(false)
  act('agent1', 'ticket.callNext')
  absent(seen)
  const atDesk = act('agent1', 'reception.take', {
    ...claim,
    priority: { groundId: 'cmiPriorite', proof: 'card' },
  })
  act('agent1', 'ticket.callNext')
  absent(atDesk.ticketId)
  expect(said()).toBe(0)
  closed()
  expect(said()).toBe(0)
})

test('are counted still once the person comes back, and leaves or is absent again', () => {
  const { act, claimed, absent, closed, said } = made()
  const ticketId = claimed()
  absent(ticketId)
  act('agent1', 'ticket.return', { ticketId })
  expect(said()).toBe(1)
  act('supervisor', 'ticket.leave', { ticketId, fault: 'person' })
  expect(said()).toBe(1)
  const again = claimed()
  absent(again)
  act('agent1', 'ticket.return', { ticketId: again })
  act('agent1', 'ticket.callNext')
  absent(again)
  expect(said(), 'each call').toBe(3)
  closed()
  expect(said()).toBe(3)
})
