import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { Output } from '../../../shared/contract/index.ts'
import { openJournal } from '../../../db/open.ts'
import { paris, storeDays, type Came } from '../../db/pastDays.ts'
import type { HostInside } from '../../fixtures/hostInside.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done } from '../../fixtures/startHost.ts'

const here = ownHostsInside()

/** An office that so many weeks lived, Monday to Friday, a crowd at two in the afternoon. */
async function hostAfter(weeks: number): Promise<HostInside> {
  const monday = Temporal.PlainDate.from('2026-11-30').subtract({ weeks })
  const people = Array.from({ length: weeks * 5 }, (_, at) =>
    monday.add({ days: Math.floor(at / 5) * 7 + (at % 5) }).toString(),
  ).flatMap((date): Came[] =>
    ['09:10', '10:20', '11:40', ...Array.from({ length: 14 }, (_, at) => `14:${10 + at}`), '16:05'].map(
      (at) => ({
        at: paris(`${date}T${at}`),
        wait: 60,
        served: 600,
        end: 'filed',
      }),
    ),
  )
  const journal = await openJournal(here.dir)
  await storeDays(journal, people)
  await journal.close()
  return here.start({ at: '2026-12-01T08:00:00+01:00' })
}

const asked = (office: HostInside, input: object) =>
  done<Output<'waits.forecast'>>(office, 'supervisor', 'queries/waits.forecast', input)

test('a day to come says who is expected, the waits with the counters planned, and what one more does', async () => {
  const office = await hostAfter(6)
  const said = await asked(office, { date: '2026-12-01' })
  expect(said).toMatchObject({ state: 'forecast', likeDays: 6, plannedLike: '2026-11-24' })
  const at = (minutes: number) => said.halfHours.find(({ from }) => from === minutes)!
  expect(at(840).expected).toBeGreaterThan(8)
  expect(at(900).expected).toBeLessThan(3)
  expect(at(840).low).toBeLessThanOrEqual(14)
  expect(at(840).high).toBeGreaterThanOrEqual(14)
  expect(said.error!.days).toBeGreaterThan(0)
  const more = await asked(office, { date: '2026-12-01', change: { from: 840, to: 930, counters: 1 } })
  const changed = more.halfHours.find(({ from }) => from === 840)!
  expect(changed.changedWait!).toBeLessThan(changed.wait!)
  expect(await asked(office, { date: '2026-12-08' }), 'next week too').toMatchObject({ state: 'forecast' })
  expect(await asked(office, { date: '2026-12-06' }), 'a Sunday').toMatchObject({ state: 'closed' })
  expect(await asked(office, { date: '2026-11-30' }), 'past').toMatchObject({ state: 'outOfReach' })
  expect(await asked(office, { date: '2027-03-30' }), 'too far').toMatchObject({ state: 'outOfReach' })
})

test('no fewer people are expected than come of the appointments given for that day', async () => {
  const office = await hostAfter(6)
  const before = await asked(office, { date: '2026-12-01' })
  const at900 = (said: typeof before) => said.halfHours.find(({ from }) => from === 900)!
  expect(before.appointments).toBe(0)
  const rows = Array.from({ length: 10 }, (_, place) => `r${place};2026-12-01;15:00;Titres d’identité`)
  const text = ['uid;date;heure;service', ...rows].join('\n')
  await done(office, 'supervisor', 'commands/appointment.import', { text, format: 'csv' })
  const said = await asked(office, { date: '2026-12-01' })
  expect(said.appointments).toBe(10)
  // Nine of ten who have an appointment come.
  expect(at900(said).expected).toBeGreaterThanOrEqual(9)
  expect(at900(said).high).toBeGreaterThanOrEqual(10)
  expect(said.halfHours.find(({ from }) => from === 840)).toEqual(
    before.halfHours.find(({ from }) => from === 840),
  )
})

test('the counters that the office plans for a weekday are tried before they are kept, then are those of the forecast', async () => {
  const office = await hostAfter(6)
  const date = '2026-12-01'
  const before = await asked(office, { date })
  const at = (said: typeof before) => said.halfHours.find(({ from }) => from === 840)!
  const plan = before.halfHours.map(({ from }) => ({ from, counters: 1 }))
  const tried = await asked(office, { date, plan })
  expect([tried.planned, at(tried).counters]).toEqual(['like', 1])
  expect(at(tried).wait!).toBeGreaterThan(at(before).wait!)
  expect(await asked(office, { date }), 'a plan that is tried is not kept').toEqual(before)
  const plannedCounters = [{ weekday: 2, halfHours: plan }]
  await done(office, 'supervisor', 'commands/rules.set', { rules: { plannedCounters } })
  const set = await asked(office, { date })
  expect(set).toEqual({ ...tried, planned: 'set' })
  expect(await asked(office, { date: '2026-12-02' }), 'another weekday').toMatchObject({ planned: 'like' })
})

test('below four like days no forecast is made, and how many there are is said', async () => {
  const office = await hostAfter(3)
  expect(await asked(office, { date: '2026-12-01' })).toMatchObject({
    state: 'fewDays',
    likeDays: 3,
    halfHours: [],
  })
})
