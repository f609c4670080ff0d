import { beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { announcedTo, waitsNow } from '../../../shared/domain/waits/announce.ts'
import { followed } from '../../../shared/domain/integrations/follow.ts'
import { usualCalendar } from '../../../shared/domain/office/defaults.ts'
import { emptyModel, learnVisits } from '../../../shared/domain/waits/model.ts'
import { withPaced } from '../../../shared/domain/waits/paces.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const hour = 3_600_000
const titres = 'titres' as never

let office: PureOffice

beforeEach(() => {
  office = PureOffice.school(nine)
  office.careful = false
  office.act('day.open', {}, 'supervisor')
})

const waits = () => waitsNow(office.office, emptyModel, office.now)
const take = (more: object = {}) => office.act('ticket.take', { serviceId: 'titres', ...more }, 'kiosk')
const refusal = (decision: object) => ('refusal' in decision ? decision.refusal : undefined)

describe('what is said of a wait', () => {
  test('is nothing while nobody receives for the service', () => {
    expect(waits().said.get(titres)).toBeUndefined()
    take()
    expect(waits().atRisk.get(titres)).toBe(1)
  })

  test('is no wait at a free counter, sure long before closing, unlikely when the time left is short of the work', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    expect(waits().said.get(titres)).toMatchObject({ p50: 0, level: 'sure' })
    for (let people = 0; people < 60; people++) take()
    office.clock = nine + 7.5 * hour
    const late = waits()
    expect(late.said.get(titres)?.level).toBe('unlikely')
    expect(late.atRisk.get(titres)).toBeGreaterThan(50)
  })

  /** Sixty requests of ten minutes were measured. */
  const measured = learnVisits(
    emptyModel,
    Array.from({ length: 60 }, (_, k) => {
      const arrived = 30_000 + k
      return { day: 0, service: 'titres', arrived, started: arrived, ended: arrived + 600 }
    }),
  )

  test('is longer where the visits of today are, at the counter that is open', () => {
    const slow = (counter: string) => {
      const today = Array.from({ length: 30 }, () => ({ counter, lasted: 1_200, usual: 600 }))
      return { ...measured, paces: withPaced(measured.paces, today) }
    }
    office.act('counter.open', { counterId: '1' }, 'agent1')
    take()
    office.act('ticket.callNext', {}, 'agent1')
    const said = (model: typeof measured) => waitsNow(office.office, model, office.now).said.get(titres)!.p50
    expect(said(slow('1'))).toBeGreaterThan(said(measured) + 100)
    expect(said(slow('2'))).toBe(said(measured))
  })

  test('counts before who comes without one whoever has an appointment, from its hour on, come or still to come', () => {
    const said = () => waitsNow(office.office, measured, office.now).said.get(titres)!.p50
    office.act('counter.open', { counterId: '1' }, 'agent1')
    take()
    office.act('ticket.callNext', {}, 'agent1')
    const before = said()
    const booked = (at: string, code: string) => {
      const text = `date;heure;service;code;nom\n2026-03-03;${at};Titres;${code};Ndiaye`
      office.act('appointment.import', { text }, 'supervisor')
    }
    booked('15:00', 'AA2')
    expect(said(), 'the afternoon’s delays nobody of the morning').toBe(before)
    booked('09:05', 'AA1')
    const expected = said()
    expect(expected).toBeGreaterThan(before + 500)
    office.act('appointment.arrive', { code: 'AA1' }, 'kiosk')
    expect(Math.abs(said() - expected)).toBeLessThan(60)
  })

  test('whoever waits after a crowd of another service, at the same counter, is at risk with it', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    for (let people = 0; people < 20; people++) take({ serviceId: 'etat-civil' })
    for (let people = 0; people < 3; people++) take()
    const early = waits()
    expect(early.said.get(titres)?.level).not.toBe('unlikely')
    expect(early.atRisk.get(titres)).toBe(0)
    office.clock = nine + 7.5 * hour
    const late = waits()
    expect(late.said.get(titres)?.level).toBe('unlikely')
    expect(late.atRisk.get(titres)).toBeGreaterThan(0)
  })

  /** Who is told on their telephone that they may not be received, in order of arrival; how many the supervision counts. */
  function doubtful() {
    const now = waits()
    const told = office.office.tickets
      .filter(({ code }) => followed(office.office, now, code)?.doubtful)
      .toList()
      .sortBy(({ arrival }) => arrival)
    return { told: told.map(({ number }) => String(number)).toArray(), atRisk: now.atRisk.get(titres) }
  }
  const card = { priority: { groundId: 'cmiPriorite', proof: 'toShow' } }

  test('whom the supervision counts at risk is told so on their telephone, and nobody else', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    for (let people = 0; people < 60; people++) take()
    take(card)
    expect(doubtful().told).toHaveLength(doubtful().atRisk!)
    office.clock = nine + 7.5 * hour
    const { told, atRisk } = doubtful()
    expect(told).toHaveLength(atRisk!)
    expect(told.at(-1), 'a priority is called before').toBe('A60')
  })

  test('in a line where nearly all have a priority, the last of them are told as the supervision counts them', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    take()
    for (let people = 0; people < 60; people++) take(card)
    office.clock = nine + 7.5 * hour
    const { told, atRisk } = doubtful()
    expect(atRisk).toBeGreaterThan(50)
    expect(told).toHaveLength(atRisk!)
    expect(told[0], 'who has no priority is called after all of them').toBe('A1')
    expect(told.at(-1)).toBe('A61')
  })

  test('who came too late for their appointment is called by arrival, and told as the others are', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    for (let people = 0; people < 60; people++) take()
    const book = (startsAt: number) => {
      const booked = office.act('appointment.book', { serviceId: 'titres', startsAt }, 'agent1')
      if ('refusal' in booked) throw new Error(booked.refusal)
      return booked.output.appointmentId
    }
    const [missed, onTime] = [book(nine + hour), book(nine + 7.5 * hour)]
    office.clock = nine + 7.5 * hour
    for (const appointmentId of [missed, onTime])
      office.act('appointment.arrive', { appointmentId }, 'agent1')
    const { told, atRisk } = doubtful()
    expect(told).toHaveLength(atRisk!)
    expect(told.at(-1)).toBe('A61')
    expect(told, 'an appointment is called at its hour').not.toContain('A62')
  })

  test('of a crowd goes by counts, and grows with it', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    const after = (people: number) => {
      while (office.office.queue.size < people) take()
      return waits().said.get(titres)!.p50
    }
    const [some, many, crowd] = [after(140), after(300), after(600)]
    expect(many).toBeGreaterThan(some * 1.5)
    expect(crowd / many).toBeCloseTo(2, 1)
  })

  test('to who takes a ticket counts those who came since it was said, beyond the counters that are free', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    const said = waits()
    expect(announcedTo(office.office, said, titres)?.p50).toBe(0)
    take()
    expect(announcedTo(office.office, said, titres)?.p50, 'one waits, one counter is free').toBe(0)
    take()
    expect(announcedTo(office.office, said, titres)?.p50).toBe(said.seconds.get(titres))
    expect(announcedTo(office.office, noWaits, titres)).toBeNull()
  })
})

describe('a certificate at the kiosk', () => {
  const certify = (why: string) => office.act('ticket.certify', { serviceId: 'titres', why }, 'kiosk')

  test('says only what is so: a service that is closed, a counter that nobody holds', () => {
    expect(refusal(certify('serviceClosed'))).toBe('certificateNotDue')
    office.act('counter.open', { counterId: '1' }, 'agent1')
    expect(refusal(certify('nobodyServes'))).toBe('certificateNotDue')
    office.waits = waits()
    expect(refusal(certify('noTimeLeft')), 'they should be received').toBe('certificateNotDue')
    expect(office.office.series?.counts.get('A') ?? 0, 'no number is burnt').toBe(0)
    office.act('service.close', { serviceId: 'titres' }, 'supervisor')
    expect(refusal(certify('serviceClosed'))).toBeUndefined()
    const [paper] = office.documents.values()
    expect(paper).toMatchObject({
      seal: { number: 'NR-2026-1' },
      facts: { label: 'Titres d’identité', why: 'serviceClosed', fault: 'service', receivedAt: null },
    })
    expect(office.view('supervision.view', 'supervisor').services[0]?.unserved).toBe(1)
  })
})

describe('a legal deadline that expires today', () => {
  const claim = { priority: { groundId: 'deadlineToday', proof: 'deadline' } }

  test('is no priority: who claims it is called in turn, and who calls is told of it', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    take()
    expect(refusal(office.act('reception.take', { serviceId: 'titres', ...claim }, 'agent2'))).toBeUndefined()
    const next = () => {
      const called = office.act('ticket.callNext', {}, 'agent1')
      if ('refusal' in called) throw new Error(called.refusal)
      return called.output
    }
    expect(next()).toMatchObject({ ticket: { number: 'A1', ground: null }, reason: { code: 'arrivalOrder' } })
  })

  test('is received even by a service that is closed', () => {
    office.act('service.close', { serviceId: 'titres' }, 'supervisor')
    expect(refusal(take())).toBe('serviceClosed')
    expect(refusal(take(claim))).toBeUndefined()
    expect([...office.office.tickets.values()].map(({ priority }) => priority)).toEqual([null])
  })
})

describe('a lost ticket at the kiosk', () => {
  test('is made again for who knows what it was for, once; then for who reads its code', () => {
    take()
    const replace = (more: object) => office.act('ticket.replace', { number: 'A1', ...more }, 'kiosk')
    expect(refusal(replace({}))).toBe('codeWrong')
    expect(refusal(replace({ serviceId: 'elections' }))).toBe('codeWrong')
    const again = replace({ serviceId: 'titres' })
    expect(refusal(again)).toBeUndefined()
    expect(refusal(replace({ serviceId: 'titres' })), 'a number is seen by all').toBe('codeWrong')
    if ('refusal' in again) throw new Error(again.refusal)
    expect(refusal(replace({ code: again.output.code }))).toBeUndefined()
  })
})

describe('the office’s hours', () => {
  test('say nothing of a next opening while the day is about to be opened, then the next one once it is closed', () => {
    const fresh = PureOffice.school(nine)
    expect(fresh.view('kiosk.view', 'kiosk').reopensAt).toBeNull()
    office.act('day.close', {}, 'supervisor')
    expect(office.view('kiosk.view', 'kiosk').reopensAt).toBe(Date.UTC(2026, 2, 4, 7, 30))
  })

  test('of a day left open overnight give no number in the morning, but in the night that it began', () => {
    office.clock = Date.UTC(2026, 2, 4, 1)
    expect(refusal(take())).toBeUndefined()
    office.clock = Date.UTC(2026, 2, 4, 7)
    expect(refusal(take())).toBe('dayNotOpen')
    expect(office.view('kiosk.view', 'kiosk').open).toBe(false)
  })

  test('are refused where no clock or no day could follow them', () => {
    const says = (change: object) =>
      contract['office.setCalendar'].input.safeParse({ calendar: { ...usualCalendar, ...change } }).success
    expect(says({})).toBe(true)
    expect(says({ zone: 'Mars/X' })).toBe(false)
    expect(says({ week: usualCalendar.week.with(0, [[700, 510]]) })).toBe(false)
    expect(
      says({
        week: usualCalendar.week.with(0, [
          [510, 720],
          [700, 1020],
        ]),
      }),
    ).toBe(false)
  })
})
