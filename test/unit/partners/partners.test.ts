import { beforeEach, describe, expect, test } from 'vitest'
import type { CommandId } from '../../../shared/contract/ids.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// A person comes from another office: what the one that is asked decides alone. 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000
const token = '0198c1f2-0000-7abc-8def-ffffffffffff'

let office: PureOffice

const given = <O>(decision: { readonly output: O } | { readonly refusal: string }): O => {
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output
}
const refused = (decision: object) => ('refusal' in decision ? decision.refusal : undefined)
const places = (rule: object) => given(office.act('partners.setPlaces', rule as never, 'admin'))
const ask = (arrivedAt: number, procedureId = 'cni') => {
  // A token's own id is the station's.
  const act = office.act.bind(office)
  return act('partners.requestPlace', { procedureId, arrivedAt }, token)
}
const take = () => given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
const arrive = (code: string) => office.act('appointment.arrive', { code }, 'kiosk')
const call = () => given(office.act('ticket.callNext', {}, 'agent1'))
const free = () => {
  given(office.act('ticket.start', {}, 'agent1'))
  given(office.act('visit.close', { outcome: 'information' }, 'agent1'))
}

beforeEach(() => {
  office = PureOffice.school(nine)
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

describe('an office asked for a place', () => {
  test('keeps none until its manager says how many, for which services, and then no more than that a day', () => {
    expect(refused(ask(nine))).toBe('placesNotOffered')
    const forNone = office.act('partners.setPlaces', { perDay: 2, services: [] }, 'admin')
    expect(refused(forNone), 'for no service').toBe('placesWithoutService')
    places({ perDay: 0, services: [] })
    places({ perDay: 2, services: ['titres'] })
    expect(refused(ask(nine, 'copie-acte'))).toBe('placeNotHere')
    given(ask(nine))
    given(ask(nine))
    expect(refused(ask(nine))).toBe('placesFull')
    expect(refused(office.act('partners.setPlaces', { perDay: 1, services: ['nulle-part'] }, 'admin'))).toBe(
      'unknownService',
    )
  })

  test('keeps none once no service of its rule exists any more, and says so', () => {
    places({ perDay: 2, services: ['titres'] })
    const { settings } = office.office
    const services = settings!.services.filter(({ serviceId }) => serviceId !== 'titres')
    office.office = { ...office.office, settings: { ...settings!, services } }
    expect(refused(ask(nine))).toBe('placesNotOffered')
  })

  test('keeps an hour of today that is past, while it receives', () => {
    places({ perDay: 9, services: ['titres'] })
    expect(refused(ask(nine + 6 * minute))).toBe('arrivalNotToday')
    // The other office's clock is a little ahead: that is now.
    expect(given(ask(nine + minute)).arrivedAt).toBe(nine)
    expect(refused(ask(nine - 12 * 60 * minute))).toBe('arrivalNotToday')
    office.act('service.close', { serviceId: 'titres', words: 'Travaux' }, 'supervisor')
    expect(refused(ask(nine))).toBe('serviceClosed')
    office.act('service.open', { serviceId: 'titres' }, 'supervisor')
    office.act('day.close', {}, 'supervisor')
    expect(refused(ask(nine))).toBe('dayNotOpen')
  })

  test('that receives by appointment alone gives one, which is found by its code like any other', () => {
    const rule = { targetMinutes: 15, maximumMinutes: null, weight: 1, cap: null }
    const service = { serviceId: 'titres', rule, access: ['appointment'], slotMinutes: 30 }
    given(office.act('rules.set', { services: [service] }, 'supervisor'))
    places({ perDay: 9, services: ['titres'] })
    const place = given(ask(nine))
    expect(place).toMatchObject({ startsAt: nine + 30 * minute, until: null })
    office.clock = nine + 25 * minute
    expect(given(arrive(place.code))).toMatchObject({ startsAt: place.startsAt, late: false })
  })

  test('tells nothing of who: a procedure, a code and hours are all that it keeps', () => {
    places({ perDay: 9, services: ['titres'] })
    given(ask(nine))
    const event = office.recorded.at(-1)!.event
    expect(Object.keys(event.data).toSorted()).toEqual(
      ['appointmentId', 'arrivedAt', 'code', 'placeId', 'procedureId', 'serviceId', 'tokenId'].toSorted(),
    )
  })
})

describe('a place that is given back', () => {
  const withdraw = (requestId: string, by = token) => {
    const act = office.act.bind(office)
    return act('partners.withdrawPlace', { requestId } as never, by)
  }
  /** The question's id is the command's. */
  const asked = () => office.recorded.at(-1)!.commandId

  beforeEach(() => places({ perDay: 1, services: ['titres'] }))

  test('can be given again, and its code is nobody’s; given back twice it is one', () => {
    const { code } = given(ask(nine))
    const requestId = asked()
    expect(refused(ask(nine))).toBe('placesFull')
    expect(given(withdraw(requestId))).toEqual({ withdrawn: true })
    expect(given(withdraw(requestId))).toEqual({ withdrawn: false })
    expect(refused(arrive(code))).toBe('unknownAppointment')
    given(ask(nine))
  })

  test('is the office’s that asked, and not once the person is here', () => {
    const { code } = given(ask(nine))
    const requestId = asked()
    expect(given(withdraw(requestId, '0198c1f2-0000-7abc-8def-eeeeeeeeeeee'))).toEqual({ withdrawn: false })
    given(arrive(code))
    expect(refused(withdraw(requestId))).toBe('placeUsed')
    expect(refused(ask(nine)), 'it is counted still').toBe('placesFull')
  })

  test('given back before its question came, it is never kept', () => {
    given(withdraw('0198c1f2-0000-7abc-8def-0000000000bb'))
    const { seq } = office
    given(ask(nine))
    // The same facts, as if the question had come under the id that was given up.
    const replayed = office.recorded.reduce(
      (state, one) =>
        evolve(
          state,
          one.seq > seq ? { ...one, commandId: '0198c1f2-0000-7abc-8def-0000000000bb' as CommandId } : one,
        ),
      emptyOffice,
    )
    expect(replayed.partners.places.size).toBe(0)
  })

  test('given back before its question came, no appointment is made for it', () => {
    const rule = { targetMinutes: 15, maximumMinutes: null, weight: 1, cap: null }
    const service = { serviceId: 'titres', rule, access: ['appointment'], slotMinutes: 30 }
    given(office.act('rules.set', { services: [service] }, 'supervisor'))
    const requestId = '0198c1f2-0000-7abc-8def-0000000000bb' as CommandId
    given(withdraw(requestId))
    office.commandId = requestId
    expect(refused(ask(nine))).toBe('placeGivenUp')
    expect(office.office.appointments.size).toBe(0)
    office.commandId = null
    given(ask(nine))
  })

  test('too many that never came in one day are forgotten with it', () => {
    const id = (of: number) => `0198c1f2-0000-7abc-8def-${String(of).padStart(12, 'd')}`
    office.careful = false
    for (let of = 0; of < 300; of++) given(withdraw(id(of)))
    const full = office.seq
    given(withdraw(id(300)))
    expect(office.seq).toBe(full)
    office.clock = nine + 24 * 60 * minute
    given(withdraw(id(301)))
    expect(office.office.partners.withdrawn.size).toBe(1)
  })

  test('where an appointment was given, it is cancelled', () => {
    const rule = { targetMinutes: 15, maximumMinutes: null, weight: 1, cap: null }
    const service = { serviceId: 'titres', rule, access: ['appointment'], slotMinutes: 30 }
    given(office.act('rules.set', { services: [service] }, 'supervisor'))
    given(ask(nine))
    expect(given(withdraw(asked()))).toEqual({ withdrawn: true })
    expect(office.office.appointments.size).toBe(0)
    expect(office.personal.appointments.size).toBe(0)
  })
})

describe('who comes with the code of a place', () => {
  beforeEach(() => places({ perDay: 9, services: ['titres'] }))

  test('has the rank of their hour of arrival elsewhere, whoever took a ticket here since', () => {
    const before = take()
    office.clock = nine + 10 * minute
    const after = take()
    office.clock = nine + 20 * minute
    const { code } = given(ask(nine + 5 * minute))
    office.clock = nine + 30 * minute
    const kept = given(arrive(code))
    expect(kept).toMatchObject({ startsAt: null, keptFrom: nine + 5 * minute, announced: null })
    expect(call().ticket?.number).toBe(before.number)
    free()
    const { ticket, reason } = call()
    expect(ticket?.number).toBe(kept.number)
    // Whoever was here before, and waits still, was passed: it is counted, against its own reason.
    expect(reason).toMatchObject({ code: 'keptArrival', overtaken: 1, longestWait: 20 * 60 })
    expect(office.office.overtakes.get('keptArrival')).toEqual({ calls: 1, people: 1 })
    free()
    expect(call()).toMatchObject({ ticket: { number: after.number }, reason: { code: 'arrivalOrder' } })
  })

  test('two of them are in the order of their own hours, and no two ranks are the same', () => {
    take()
    office.clock = nine + 30 * minute
    take()
    const second = given(ask(nine + 20 * minute)).code
    const first = given(ask(nine + 10 * minute)).code
    const numbers = [given(arrive(second)).number, given(arrive(first)).number]
    const ranks = office.office.tickets.valueSeq().map(({ arrival }) => arrival as number)
    expect(new Set(ranks).size).toBe(4)
    const order = [1, 2, 3, 4].map(() => {
      const number = call().ticket!.number
      free()
      return number
    })
    expect(order.slice(1, 3)).toEqual(numbers.toReversed())
  })

  test('two who came elsewhere before this office opened are in the order of their own hours too', () => {
    const first = given(arrive(given(ask(nine - 40 * minute)).code))
    const second = given(arrive(given(ask(nine - 30 * minute)).code))
    const third = given(arrive(given(ask(nine - 50 * minute)).code))
    const order = office.view('queue.view', 'supervisor').waiting.map(({ number }) => number)
    expect(order).toEqual([third.number, first.number, second.number])
  })

  test('all whom a kept hour passes are counted: those behind another kept hour, not who lost their rank since', () => {
    const away = take()
    office.clock = nine + 5 * minute
    take()
    call()
    for (let calls = 0; calls < 4; calls++) {
      office.clock += 3 * minute
      given(office.act('ticket.recall', {}, 'agent1'))
    }
    office.clock += 3 * minute
    given(office.act('ticket.markAbsent', {}, 'agent1'))
    const kept = given(arrive(given(ask(nine + minute)).code))
    office.clock += minute
    given(arrive(given(ask(nine + 2 * minute)).code))
    office.clock += 60 * minute
    expect(given(office.act('ticket.return', { number: away.number }, 'agent1')).keepsRank).toBe(false)
    const { ticket, reason } = call()
    expect(ticket?.number).toBe(kept.number)
    expect(reason?.overtaken, 'the one who was here since five past').toBe(1)
  })

  test('is still expected when the day is closed and opened again on its date, and counted among its places', () => {
    places({ perDay: 1, services: ['titres'] })
    const { code } = given(ask(nine))
    office.act('day.close', {}, 'supervisor')
    office.clock = nine + 60 * minute
    given(office.act('day.open', {}, 'supervisor'))
    expect(refused(ask(office.clock))).toBe('placesFull')
    expect(given(arrive(code)).keptFrom).toBe(nine)
    office.act('day.close', {}, 'supervisor')
    office.clock = nine + 24 * 60 * minute
    given(office.act('day.open', {}, 'supervisor'))
    given(ask(office.clock))
    expect(office.office.partners.places.size, 'those of another date are forgotten').toBe(1)
  })

  test('passes no priority of the law, and is no priority', () => {
    office.clock = nine + 10 * minute
    const priority = { groundId: 'cmiPriorite', proof: 'card' }
    const legal = given(office.act('reception.take', { serviceId: 'titres', priority }, 'agent1'))
    const { code } = given(ask(nine))
    const kept = given(arrive(code))
    expect(office.office.tickets.get(kept.ticketId)?.priority).toBeNull()
    expect(call().ticket?.number).toBe(legal.number)
  })

  test('comes once, and while the day lasts', () => {
    const { code } = given(ask(nine))
    given(arrive(` ${code.toLowerCase()} `))
    expect(refused(arrive(code))).toBe('appointmentAlreadyHere')
    expect(refused(arrive('2ZZZZZ'))).toBe('unknownAppointment')
  })

  test('who was called and came back too late waits from then, with no hour kept any more', () => {
    const { ticketId } = given(arrive(given(ask(nine)).code))
    call()
    for (let calls = 0; calls < 4; calls++) {
      office.clock += 3 * minute
      given(office.act('ticket.recall', {}, 'agent1'))
    }
    office.clock += 3 * minute
    given(office.act('ticket.markAbsent', {}, 'agent1'))
    office.clock += 3 * 60 * minute
    expect(given(office.act('ticket.return', { ticketId }, 'agent1'))).toMatchObject({ keepsRank: false })
    expect(office.office.tickets.get(ticketId)?.keptFrom).toBeNull()
    expect(call().reason?.code).toBe('arrivalOrder')
  })
})
