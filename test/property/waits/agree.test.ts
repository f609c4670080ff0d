import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import { followed } from '../../../shared/domain/integrations/follow.ts'
import { emptyModel, learnVisits } from '../../../shared/domain/waits/model.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000

const measured = learnVisits(
  emptyModel,
  ['titres', 'etat-civil'].flatMap((service) =>
    Array.from({ length: 60 }, (_, k) => {
      const arrived = 30_000 + k
      return { day: 0, service, arrived, started: arrived, ended: arrived + 300 + 10 * k }
    }),
  ),
)

/** A room so many minutes before its closing, with appointments at these minutes from then. */
const room = fc.record({
  left: fc.integer({ min: 10, max: 240 }),
  people: fc.array(fc.constantFrom('titres', 'etat-civil'), { minLength: 1, maxLength: 15 }),
  booked: fc.array(fc.integer({ min: -10, max: 90 }), { maxLength: 8 }),
  counters: fc.integer({ min: 1, max: 2 }),
  known: fc.boolean(),
})

property.prop([room])(
  'the kiosk, the telephone of who waits and the supervision say the same, be appointments due or not',
  ({ left, people, booked, counters, known }) => {
    const office = PureOffice.school(nine)
    office.careful = false
    office.act('day.open', {}, 'supervisor')
    const { closesAt } = office.office.day!
    office.clock = closesAt! - left * minute
    for (const startsAt of booked) {
      const at = office.clock + startsAt * minute
      if (at < closesAt!) office.act('appointment.book', { serviceId: 'titres', startsAt: at }, 'agent1')
    }
    for (let counter = 1; counter <= counters; counter++) {
      office.act('counter.open', { counterId: String(counter) }, `agent${counter}`)
      office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      office.act('ticket.callNext', {}, `agent${counter}`)
    }
    const tickets = people.map((serviceId) => {
      const taken = office.act('ticket.take', { serviceId }, 'kiosk')
      if ('refusal' in taken) throw new Error(taken.refusal)
      return { serviceId, code: taken.output.code }
    })
    const now = waitsNow(office.office, known ? measured : emptyModel, office.now)
    for (const [serviceId, said] of now.said) {
      const line = tickets.filter((one) => one.serviceId === serviceId)
      const told = line.map(({ code }) => followed(office.office, now, code)!)
      const doubtful = told.filter((one) => one.doubtful)
      expect(doubtful).toHaveLength(now.atRisk.get(serviceId)!)
      // Nobody is told to wait longer than who would come now, nor than who came after.
      const waits = told.map(({ wait }) => wait!.p50)
      expect([...waits, said.p50]).toEqual([...waits, said.p50].toSorted((one, other) => one - other))
      const seconds = (closesAt! - office.now) / 1000
      for (const { wait, doubtful: unlikely } of told) {
        if (said.level !== 'unlikely') expect(unlikely).toBe(false)
        else if (said.p50 > seconds) expect(unlikely, `${wait!.p50} of ${seconds}`).toBe(wait!.p50 >= seconds)
        if (!unlikely) expect(wait!.p50).toBeLessThan(Math.max(seconds, said.p50 + 1))
      }
    }
  },
)
