import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { antsOf } from '../../../electron/host/appointments/outside/ants.ts'
import { preApplicationNumber } from '../../../shared/contract/appointments/outside.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { startAnts, type AntsDouble } from '../../fixtures/antsDouble.ts'

let double: AntsDouble
beforeEach(async () => {
  double = await startAnts()
})
afterEach(() => double.stop())

const own = 'https://rdv.mairie.example/g'
/** Before all of the hours of these tests. */
const from = Date.parse('2026-10-01T00:00:00Z') as Instant
const at = (iso: string) => Date.parse(iso) as Instant
const wanted = (startsAt: string, key = 'a') => ({ startsAt: at(startsAt), managementUrl: `${own}/${key}` })
const ants = (more: Partial<Parameters<typeof antsOf>[0]> = {}) =>
  antsOf({
    url: new URL(double.url),
    token: double.token,
    meetingPoint: 'Mairie',
    meetingPointId: '12',
    zone: 'Europe/Paris',
    reach: { privateAddresses: false, thisMachine: true, patience: 300 },
    ...more,
  })
const declared = () =>
  double.rows.map((row) => `${row.application_id} ${row.appointment_date} ${row.management_url}`)

test.each([
  [' rdv test001', 'RDVTEST001'],
  ['RDVTEST00', null],
  ['RDVTEST0012', null],
  ['RDVTEST-01', null],
])('« %s » is asked as %s', (typed, number) => {
  expect(preApplicationNumber(typed)).toBe(number)
})

test.each([
  ['SOLOCAL001', 'validated'],
  ['SOLOCAL006', 'declared'],
  ['SOLOCAL007', 'consumed'],
  ['SOLOCAL010', 'expired'],
  ['ABCDEFGHIJ', 'unknown'],
  ['SOLOCAL099', 'other'],
])('the standing of %s is %s', async (number, state) => {
  expect((await ants().standings([number])).get(number)?.state).toBe(state)
})

describe('a service that does not answer', () => {
  test.each([
    ['500', 'serverTrouble'],
    ['silence', 'timeout'],
    ['busy', 'busy'],
  ] as const)('its fault %s is said with its own problem', async (fault, problem) => {
    double.fail('GET', fault)
    await expect(ants().standings(['SOLOCAL001'])).rejects.toMatchObject({ problem })
  })

  test('a token that it refuses is said', async () => {
    await expect(ants({ token: 'autre' }).standings(['SOLOCAL001'])).rejects.toMatchObject({
      problem: 'refusedSecret',
    })
  })

  test('how long it asks to wait is kept', async () => {
    double.fail('GET', 'busy')
    await expect(ants().standings(['SOLOCAL001'])).rejects.toMatchObject({ retryAfter: 7000 })
  })
})

test('an appointment is declared once, however often it is settled', async () => {
  await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
  await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
  expect(declared()).toEqual([`RDVTEST001 2026-12-01 09:20:00 ${own}/a`])
  expect(double.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1)
})

test('a declaration whose answer was lost is seen the next time, and not made twice', async () => {
  double.fail('POST', 'lost')
  await expect(
    ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from),
  ).rejects.toMatchObject({
    problem: 'timeout',
  })
  await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
  expect(declared()).toHaveLength(1)
  expect(double.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1)
})

test('« already exists » with an empty list takes back, then declares once', async () => {
  double.fail('POST', 'already')
  await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
  expect(double.calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'POST', 'DELETE', 'POST'])
  expect(declared()).toHaveLength(1)
})

test('« already exists » a second time is said, and nothing is tried again', async () => {
  double.fail('POST', 'already', 2)
  await expect(
    ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from),
  ).rejects.toMatchObject({
    problem: 'unexpectedStatus',
  })
  expect(double.calls).toHaveLength(4)
})

describe('others’ declarations stay as they are', () => {
  const elsewhere = {
    application_id: 'RDVTEST001',
    meeting_point: 'Mairie voisine',
    appointment_date: '2026-12-02 10:00:00',
    management_url: 'https://rdv.mairie.example/groupe/b',
  }
  beforeEach(() => void double.rows.push(elsewhere))

  test('a move takes back the old hour and declares the new one', async () => {
    await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
    double.calls.length = 0
    await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T09:20:00Z')], from)
    expect(double.calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'DELETE', 'POST'])
    expect(double.rows).toHaveLength(2)
    expect(double.rows).toContain(elsewhere)
  })

  test('a cancellation takes back this office’s alone', async () => {
    await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
    await ants().settle('RDVTEST001', [own], [], from)
    expect(double.rows).toEqual([elsewhere])
  })

  test('a place that was renamed since is taken back by the name that it had', async () => {
    await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z')], from)
    await ants({ meetingPoint: 'Hôtel de ville' }).settle(
      'RDVTEST001',
      [own],
      [wanted('2026-12-01T08:20:00Z')],
      from,
    )
    expect(double.rows.map((row) => row.meeting_point)).toEqual(['Mairie voisine', 'Hôtel de ville'])
  })
})

test('two numbers of one appointment are two declarations, each with its own address', async () => {
  await ants().settle('RDVTEST001', [own], [wanted('2026-12-01T08:20:00Z', 'a')], from)
  await ants().settle('RDVTEST002', [own], [wanted('2026-12-01T08:20:00Z', 'b')], from)
  expect(double.rows).toHaveLength(2)
})

test('a number that is not recognised is never declared for', async () => {
  const { state } = await ants().settle('SOLOCAL006', [own], [wanted('2026-12-01T08:20:00Z')], from)
  expect(state).toBe('declared')
  expect(double.calls).toEqual(['GET status SOLOCAL006'])
})

test.each([
  ['Europe/Paris', '2026-10-24T07:20:00Z', '2026-10-24 09:20:00'],
  ['Europe/Paris', '2026-10-25T08:20:00Z', '2026-10-25 09:20:00'],
  ['Europe/Paris', '2027-03-28T07:20:00Z', '2027-03-28 09:20:00'],
  ['Indian/Reunion', '2026-12-01T05:20:00Z', '2026-12-01 09:20:00'],
])('the hour told is the wall clock’s: %s, %s', async (zone, startsAt, told) => {
  await ants({ zone }).settle('RDVTEST001', [own], [wanted(startsAt)], from)
  expect(double.rows[0]?.appointment_date).toBe(told)
  const { appointments } = (await ants({ zone }).standings(['RDVTEST001'])).get('RDVTEST001')!
  expect(appointments.map((one) => one.startsAt)).toEqual([at(startsAt)])
})
