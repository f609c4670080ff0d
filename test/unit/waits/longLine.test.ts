import { expect, test } from 'vitest'
import { followed } from '../../../shared/domain/integrations/follow.ts'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import { emptyModel, learnVisits } from '../../../shared/domain/waits/model.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000

/** An office whose visits last so many minutes, with one counter, open. */
function officeOf(minutes: number) {
  const office = PureOffice.school(nine)
  office.careful = false
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
  const measured = learnVisits(
    emptyModel,
    Array.from({ length: 60 }, (_, k) => {
      const arrived = 30_000 + k
      return { day: 0, service: 'titres', arrived, started: arrived, ended: arrived + 60 * minutes + k }
    }),
  )
  const take = () => {
    const taken = office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    if ('refusal' in taken) throw new Error(taken.refusal)
    return taken.output.code
  }
  const now = () => waitsNow(office.office, measured, office.now)
  return { office, take, now, told: (code: string) => followed(office.office, now(), code)! }
}

test('of a line too long for the day, those who come first are at no risk', () => {
  const { take, now, told } = officeOf(25)
  const codes = Array.from({ length: 60 }, take)
  expect(told(codes[0]!)).toMatchObject({ ahead: 0, doubtful: false })
  expect(told(codes.at(-1)!)).toMatchObject({ ahead: 59, doubtful: true })
  const [atRisk] = now().atRisk.values()
  expect(atRisk).toBeGreaterThan(30)
  expect(atRisk).toBeLessThan(50)
})

test('whoever is early for an appointment waits as the others do until its hour', () => {
  const { office, take, told } = officeOf(10)
  for (let before = 0; before < 10; before++) take()
  const startsAt = nine + 120 * minute
  const booked = office.act('appointment.book', { serviceId: 'titres', startsAt }, 'agent1')
  if ('refusal' in booked) throw new Error(booked.refusal)
  const { appointmentId } = booked.output
  const here = office.act('appointment.arrive', { appointmentId }, 'kiosk')
  if ('refusal' in here) throw new Error(here.refusal)
  const code = office.office.tickets.get(here.output.ticketId)!.code
  expect(told(code).ahead).toBe(10)
  expect(told(code).wait!.p50).toBeGreaterThan(60 * 60)
  office.clock = startsAt
  expect(told(code).wait!.p50).toBeLessThan(30 * 60)
})
