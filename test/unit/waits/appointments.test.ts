import { beforeEach, expect, test } from 'vitest'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import { followed } from '../../../shared/domain/integrations/follow.ts'
import { emptyModel, learnVisits } from '../../../shared/domain/waits/model.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000
const titres = 'titres' as never

/** Sixty requests of ten minutes were measured. */
const measured = learnVisits(
  emptyModel,
  Array.from({ length: 60 }, (_, k) => {
    const arrived = 30_000 + k
    return { day: 0, service: 'titres', arrived, started: arrived, ended: arrived + 600 }
  }),
)

let office: PureOffice

beforeEach(() => {
  office = PureOffice.school(nine)
  office.careful = false
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

const waits = (model = measured) => waitsNow(office.office, model, office.now)
const said = (model = measured) => waits(model).said.get(titres)!
const take = () => {
  const taken = office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
  if ('refusal' in taken) throw new Error(taken.refusal)
  return taken.output.code
}
const received = () => {
  take()
  office.act('ticket.callNext', {}, 'agent1')
}
const book = (hours: readonly string[], files = 1) => {
  const lines = hours.map((at, k) => `2026-03-03;${at};Titres;AA${at}${k};Ndiaye;${files}`)
  const text = ['date;heure;service;code;nom;dossiers', ...lines].join('\n')
  office.act('appointment.import', { text }, 'supervisor')
}

test('whoever is late is counted until they have lost their turn, and keeps nobody from a free counter', () => {
  office.clock = nine + 10 * minute
  received()
  const alone = said().p50
  book(['09:05'])
  expect(said().p50).toBeGreaterThan(alone + 300)
  office.act('ticket.start', {}, 'agent1')
  office.act('visit.close', { outcome: 'information', last: true }, 'agent1')
  expect(said().p50, 'the counter is free').toBe(0)
  office.clock = nine + 20 * minute + 1
  received()
  expect(said().p50, 'fifteen minutes late at most').toBe(alone)
})

test('an appointment for several files counts as they will once the person is here', () => {
  received()
  book(['09:01'], 3)
  const expected = said().p50
  office.act('appointment.arrive', { code: 'AA09:010' }, 'kiosk')
  expect(Math.abs(said().p50 - expected)).toBeLessThan(90)
  expect(expected).toBeGreaterThan(1_600)
})

test('an office that measured nothing yet counts those whose hour comes within the wait, and no others', () => {
  received()
  const alone = said(emptyModel).p50
  book(['15:00'])
  expect(said(emptyModel).p50).toBe(alone)
  book(['09:02', '09:04', '09:06'])
  expect(said(emptyModel).p50).toBeGreaterThan(alone + 1_500)
})

test('a crowd counts them too', () => {
  for (let people = 0; people < 160; people++) take()
  const alone = said().p50
  book(Array.from({ length: 20 }, (_, k) => `09:${10 + k}`))
  expect(said().p50 - alone).toBeGreaterThan(15 * 600)
})

test('who is before those who have one waits no longer for them, and who is last as long as it is said', () => {
  received()
  const codes = [take(), take(), take()]
  book(['09:15', '09:16', '09:17', '09:18'])
  const now = waits()
  const { p50 } = now.said.get(titres)!
  const [first, , last] = codes.map((code) => followed(office.office, now, code)!.wait!.p50)
  expect(p50, 'seven pass before').toBeGreaterThan(50 * 60)
  expect(first, 'their hour comes later').toBeLessThan(15 * 60)
  expect(p50 - last!, 'one visit less').toBeLessThan(660)
})
