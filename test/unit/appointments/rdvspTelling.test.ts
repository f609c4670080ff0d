import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { performOutside } from '../../../electron/host/appointments/outside/perform.ts'
import { rdvspSource } from '../../../electron/host/appointments/outside/rdvsp.ts'
import type { Telling } from '../../../electron/host/appointments/outside/source.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { startRdvsp, type RdvspDouble, type RdvspFault } from '../../fixtures/rdvspDouble.ts'

let double: RdvspDouble
let token: string
let fault: (asked: IncomingMessage) => RdvspFault | undefined
beforeEach(async () => {
  fault = () => undefined
  double = await startRdvsp({ pageSize: 3, organisations: [7, 8], fault: (asked) => fault(asked) })
  token = double.signIn()
})
afterEach(() => double.stop())

const nine = Date.parse('2026-12-01T08:00:00Z') as Instant
const day = {
  date: '2026-12-01' as LocalDate,
  zone: 'Europe/Paris',
  from: Date.parse('2026-11-30T23:00:00Z') as Instant,
  to: Date.parse('2026-12-01T23:00:00Z') as Instant,
}
const put = (id: number, more = {}) =>
  double.put({ id, startsAt: nine + id * 1_200_000, name: `PERSONNE ${id}`, status: 'unknown', ...more })
const source = () =>
  rdvspSource({
    url: new URL(double.url),
    user: undefined,
    secret: token,
    reach: { privateAddresses: false, thisMachine: true, patience: 300 },
  })
const known = (...ids: readonly number[]) =>
  ids.map((id) => ({ place: `7/${id}`, startsAt: (nine + id * 1_200_000) as Instant }))
const read = (before = known()) => source().day(day, null, before)
const telling = (id: number, state: Telling['state']): Telling => ({
  uid: `uuid-${id}`,
  occurrence: null,
  calendar: '3',
  place: `7/${id}`,
  state,
})
const tell = (id: number, state: Telling['state']) => source().tell!(telling(id, state), nine)
const ofRdvs = (wrong: RdvspFault, when: (url: string) => boolean = () => true) => {
  fault = ({ url }) => (url?.includes('/rdvs') && when(url) ? wrong : undefined)
}

describe('a day', () => {
  test('of ten, three a page and one on two pages, has ten', async () => {
    for (let id = 1; id <= 10; id++) put(id)
    const { appointments, whole } = await read()
    expect(appointments.map(({ uid }) => uid)).toEqual(
      Array.from({ length: 10 }, (_, at) => `uuid-${at + 1}`),
    )
    expect(whole).toBe(true)
  })

  test('that did not change says so, and one in which a status changed does not', async () => {
    put(1)
    const { mark } = await read()
    expect(await source().day(day, mark)).toMatchObject({ unchanged: true })
    put(1, { status: 'excused' })
    expect((await source().day(day, mark)).appointments).toMatchObject([{ cancelled: true }])
  })

  test('asks for what vanished by its id before it is believed gone', async () => {
    put(1)
    put(2)
    ofRdvs('empty', (url) => !url.includes('id='))
    const { appointments, whole } = await read(known(1, 2))
    expect(appointments.map(({ uid }) => uid)).toEqual(['uuid-1', 'uuid-2'])
    expect(whole).toBe(true)
  })

  test('whose list is empty where there were some is believed of nobody', async () => {
    put(1)
    ofRdvs('empty')
    await expect(read(known(1))).rejects.toMatchObject({ problem: 'emptyCalendar' })
  })

  test('that really has nobody, and had nobody, is an empty day', async () => {
    expect(await read()).toMatchObject({ appointments: [], whole: true })
  })

  test('of an organisation that is closed to the account leaves the others read, and cancels nobody of it', async () => {
    put(1)
    put(2, { organisation: 8 })
    ofRdvs('403', (url) => url.includes('/8/'))
    const { appointments, whole } = await read()
    expect(appointments.map(({ uid }) => uid)).toEqual(['uuid-1'])
    expect(whole).toBe(false)
  })

  test.each([
    ['500', 'serverTrouble', null],
    ['429', 'busy', 1000],
    ['silence', 'timeout', null],
    ['page', 'notExpectedAnswer', null],
    ['half', 'notExpectedAnswer', null],
    ['cut', 'unreachable', null],
    ['expired', 'refusedSecret', null],
  ] as const)('that ends in %s is a problem, never a day: %s', async (wrong, problem, retryAfter) => {
    put(1)
    ofRdvs(wrong)
    await expect(read()).rejects.toMatchObject({ problem, retryAfter })
  })

  test.each([
    ['2026-10-25T08:20:00Z', 1, 'after the autumn change'],
    ['2027-03-28T07:20:00Z', 2, 'after the spring change'],
    ['2026-12-01T05:20:00Z', 4, 'at La Réunion'],
  ])('has 9 h 20 of the wall as %s, %i h from UTC, %s', async (iso, offset) => {
    const startsAt = Date.parse(iso)
    put(1, { startsAt, offset })
    const around = { ...day, from: (startsAt - 1) as Instant, to: (startsAt + 1) as Instant }
    expect((await source().day(around, null)).appointments.map((one) => one.startsAt)).toEqual([startsAt])
  })
})

describe('what the office tells', () => {
  test('is « seen » once, however often it is said', async () => {
    put(1)
    expect(await tell(1, 'RECEIVED')).toBe('written')
    expect(await tell(1, 'RECEIVED')).toBe('same')
    expect(double.changes).toEqual(['1 seen'])
    expect((await read()).appointments.map(({ told }) => told)).toEqual(['RECEIVED'])
  })

  test('is « noshow » for who did not come, and nothing for an arrival', async () => {
    put(1)
    expect(await tell(1, 'ARRIVED')).toBe('same')
    expect(await tell(1, 'NOSHOW')).toBe('written')
    expect(double.changes).toEqual(['1 noshow'])
  })

  test('is not believed told by a page that answers for the service', async () => {
    put(1)
    fault = ({ method }) => (method === 'PATCH' ? 'page' : undefined)
    await expect(tell(1, 'RECEIVED')).rejects.toMatchObject({ problem: 'notExpectedAnswer' })
  })

  test('is not told again when its answer was lost', async () => {
    put(1)
    fault = ({ method }) => (method === 'PATCH' ? 'lost' : undefined)
    await expect(tell(1, 'RECEIVED')).rejects.toMatchObject({ problem: 'unreachable' })
    fault = () => undefined
    expect(await tell(1, 'RECEIVED')).toBe('same')
    expect(double.changes).toEqual(['1 seen'])
  })

  test.each(['excused', 'revoked'])(
    'changes nothing of an appointment that is %s, or gone',
    async (status) => {
      put(1, { status })
      expect(await tell(1, 'RECEIVED')).toBe('gone')
      expect(await tell(2, 'RECEIVED')).toBe('gone')
      expect(double.changes).toEqual([])
    },
  )

  const toldAll = (...ids: readonly number[]) =>
    performOutside({
      of: 'tell',
      access: {
        kind: 'rdvsp',
        url: double.url,
        secret: token,
        reach: { privateAddresses: true, thisMachine: true },
      },
      now: nine,
      tellings: ids.map((id) => telling(id, 'RECEIVED')),
    })

  test('of one that the service can’t take keeps no other from being told', async () => {
    for (const id of [1, 2, 3]) put(id)
    ofRdvs('500', (url) => url.includes('id=2'))
    expect(await toldAll(1, 2, 3)).toMatchObject({ told: ['written', 'serverTrouble', 'written'] })
  })

  test('ends at once where the service asks to be left alone, for as long as it says', async () => {
    for (const id of [1, 2, 3]) put(id)
    ofRdvs('429')
    expect(await toldAll(1, 2, 3)).toEqual({ told: ['busy', 'busy', 'busy'], retryAfter: 1000 })
    expect(double.asked).toHaveLength(1)
  })
})
