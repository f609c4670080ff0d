import { fc, test as property } from '@fast-check/vitest'
import { OrderedSet } from 'immutable'
import { expect, test, vi } from 'vitest'
import type { ServiceId, TicketId } from '../../../shared/contract/ids.ts'
import { inLine, ofLine, nobody, outOfLine } from '../../../shared/domain/queue/line.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import type { Ticket } from '../../../shared/domain/queue/state.ts'

const serviceId = 'titres' as ServiceId
const ticket = (id: number, arrival: number) =>
  ({
    ticketId: `t${id}` as TicketId,
    serviceId,
    arrival,
    overtaken: { all: 0, local: 0 },
    priority: null,
    dueAt: null,
  }) as unknown as Ticket
const line = (office: Office) => office.waiting.get(serviceId) ?? nobody

// Few people: who left comes back among others. Many: the line is longer than what is known of it.
property.prop([
  fc.constantFrom(6, 200),
  fc.array(fc.tuple(fc.nat(199), fc.boolean(), fc.boolean()), { maxLength: 200, size: 'max' }),
])(
  'whoever comes, leaves, comes back or loses their rank, a line is read in the order of arrival',
  (people, steps) => {
    let office: Office = emptyOffice
    const there = new Map<number, number>()
    for (const [at, [any, looks, late]] of steps.entries()) {
      const id = any % people
      const arrival = late ? 1000 + at : id
      if (there.delete(id)) office = outOfLine(office, office.tickets.get(ticket(id, 0).ticketId)!)
      else {
        office = inLine(office, ticket(id, arrival))
        there.set(id, arrival)
      }
      if (!looks) continue
      const [first] = ofLine(line(office))
      const [earliest] = [...there].toSorted(([, one], [, other]) => one - other)
      expect(first).toBe(earliest && `t${earliest[0]}`)
    }
    expect([...ofLine(line(office))]).toEqual(
      [...there].toSorted(([, one], [, other]) => one - other).map(([id]) => `t${id}`),
    )
  },
)

test('whoever is first of a line is found without a look at those who left before', () => {
  let office = Array.from({ length: 300 }, (_, id) => ticket(id, id)).reduce(inLine, emptyOffice)
  const looks = vi.spyOn(OrderedSet.prototype, 'has')
  for (let id = 0; id < 60; id++) {
    const [first] = ofLine(line(office))
    expect(first).toBe(`t${id}`)
    office = outOfLine(office, ticket(id, id))
  }
  const counted = looks.mock.calls.length
  looks.mockRestore()
  // One for each of the two smaller collections that whoever leaves may be in.
  expect(counted).toBeLessThanOrEqual(2 * 60)
})
