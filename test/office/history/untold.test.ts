import { expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { paris, type Came } from '../../db/pastDays.ts'
import type { HostInside } from '../../fixtures/hostInside.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { afterDays, march3 } from './afterDays.ts'

// What figures do not say, so that nobody is known by them.

const hostAfter = afterDays(ownHostsInside())

test('a day that is over says nothing of fewer than five people, by service, half-hour or reason, at any door', async () => {
  const many = Array.from({ length: 6 }, (_, minute): Came => ({
    at: paris(`2026-03-03T10:1${minute}`),
    wait: 300,
    end: 'filed',
    service: 'elections',
  }))
  const office = await hostAfter([...march3, ...many])
  const date = '2026-03-03'
  const period = { from: date, to: date }
  const ask = <T>(who: string, name: string, input: object) => done<T>(office, who, `queries/${name}`, input)
  const unsaid = [
    { date, serviceId: 'etat-civil', hidden: 'few' },
    { date, serviceId: 'elections', hidden: 'beside' },
  ]
  const bySize = (all: readonly { readonly hidden: string }[]) =>
    all.toSorted((one, other) => (one.hidden < other.hidden ? 1 : -1))
  const days = await ask<Output<'history.days'>>('admin', 'history.days', period)
  const day = await ask<Output<'history.day'>>('supervisor', 'history.day', { date })
  // Two came for the second: the next smallest goes unsaid with it, or the whole would tell of them.
  expect([bySize(days.unsaid), bySize(day.unsaid)]).toEqual([unsaid, unsaid])
  for (const told of [days.days, day.services])
    expect(told.map(({ serviceId, tickets }) => [serviceId, tickets])).toEqual([['titres', 7]])
  expect([days.wholes[0]?.tickets, day.whole?.tickets]).toEqual([15, 15])
  expect(day.curve.map(({ from, until, people }) => [from, until, people])).toEqual([
    [paris('2026-03-03T09:00'), paris('2026-03-03T10:30'), 9],
    [paris('2026-03-03T14:00'), paris('2026-03-03T17:00'), 6],
  ])
  expect(day.outcomes).toEqual([])
  expect(day.overtakes, 'one was called by a ground of priority').toEqual([])
  const { coverage, services } = await ask<Output<'history.equality'>>('admin', 'history.equality', period)
  expect(coverage.map(({ serviceId }) => serviceId)).toEqual(['titres'])
  expect(services.filter(({ people }) => people !== null).map(({ serviceId }) => serviceId)).toEqual([
    'titres',
  ])
  const tried = await ask<Output<'rules.try'>>('supervisor', 'rules.try', { date })
  expect(tried.groups.map(({ serviceId }) => serviceId)).toEqual(['titres'])
  const csv = await ask<Output<'history.export'>>('supervisor', 'history.export', {
    ...period,
    format: 'csv',
  })
  const { files } = await ask<Output<'statistics.export'>>('admin', 'statistics.export', period)
  const told = [
    Buffer.from(csv.base64, 'base64').toString('utf8'),
    files.find(({ name }) => name === 'jours.csv')!.text,
  ].map((text) =>
    text.split('\r\n').filter((line) => /[;,]7[;,]4[;,]/.test(line) || /[;,][26][;,]/.test(line)),
  )
  expect(told.map((lines) => lines.length)).toEqual([1, 1])
})

test('a file says nothing of few people of the day under way either: it leaves the office', async () => {
  const office = await hostAfter(march3, '2026-03-03T18:00:00+01:00')
  const period = { from: '2026-03-03', to: '2026-03-03' }
  const { files } = await done<Output<'statistics.export'>>(
    office,
    'admin',
    'queries/statistics.export',
    period,
  )
  const [, ...lines] = files
    .find(({ name }) => name === 'jours.csv')!
    .text.trimEnd()
    .split('\r\n')
  expect(lines).toEqual([
    expect.stringMatching(/^2026-03-03,etat-civil,État civil,+$/),
    expect.stringMatching(/^2026-03-03,titres,Titres d’identité,+$/),
  ])
})

test('other software is told the whole of the open day alone; who runs the day, all of it', async () => {
  const office = await hostAfter([], '2026-03-03T10:00:00+01:00')
  await done(office, 'supervisor', 'commands/day.open')
  const coming = ['titres', 'etat-civil'].flatMap((serviceId) => Array.from({ length: 6 }, () => serviceId))
  for (const serviceId of coming) await done(office, 'agent1', 'commands/reception.take', { serviceId })
  const made = { label: 'Observatoire', scopes: ['statistics'], until: null }
  const { token } = await done<{ token: string }>(office, 'admin', 'commands/apiToken.create', made)
  const outside = { url: office.url, tokens: { software: token } }
  const period = { from: '2026-03-03', to: '2026-03-03' }
  const told = async (host: Pick<HostInside, 'url' | 'tokens'>, holder: string) => {
    const { days, wholes } = await done<Output<'history.days'>>(host, holder, 'queries/history.days', period)
    const day = await done<Output<'history.day'>>(host, holder, 'queries/history.day', { date: period.from })
    const same = await done<Output<'history.equality'>>(host, holder, 'queries/history.equality', period)
    return [
      days.length,
      day.services.length,
      day.curve.reduce((sum, { people }) => sum + people, 0),
      day.faults.length,
      same.morning?.people ?? null,
      same.services.filter(({ people }) => people !== null).length,
      wholes[0]?.tickets,
    ]
  }
  expect(await told(office, 'supervisor')).toEqual([2, 2, 12, 3, 12, 2, 12])
  expect(await told(outside, 'software')).toEqual([0, 0, 0, 0, null, 0, 12])
})

test('equality of treatment says nothing of a group of fewer than five, nor of the one by which everyone would tell it', async () => {
  const third = [40, 41, 42, 43, 44, 45, 46, 47].map((minute): Came => ({
    at: paris(`2026-03-03T15:${minute}`),
    wait: 300,
    end: 'filed',
    service: 'elections',
  }))
  const office = await hostAfter([...march3, ...third])
  const period = { from: '2026-03-01', to: '2026-03-31' }
  const equality = await done<Output<'history.equality'>>(
    office,
    'supervisor',
    'queries/history.equality',
    period,
  )
  const sure = { medianAtLeast: false, p90AtLeast: false }
  const nothing = { people: null, received: null, median: null, p90: null, refused: null, ...sure }
  // « Refused » was an outcome: no reasoned refusal was issued.
  expect(equality.everyone).toEqual({
    people: 17,
    received: 13,
    median: 300,
    p90: 1200,
    refused: 0,
    ...sure,
  })
  expect([equality.morning, equality.afternoon], 'three came in the morning').toEqual([nothing, nothing])
  expect([equality.priority, equality.arrangement]).toEqual([nothing, nothing])
  expect(equality.services, 'two came for the second').toEqual([
    { serviceId: 'titres', ...nothing },
    { serviceId: 'elections', people: 8, received: 8, median: 300, p90: 300, refused: 0, ...sure },
    { serviceId: 'etat-civil', ...nothing },
  ])
  const nobody = await done<Output<'history.equality'>>(office, 'supervisor', 'queries/history.equality', {
    from: '2026-04-01',
    to: '2026-04-02',
  })
  expect(nobody.everyone).toEqual({ ...nothing, people: 0, received: 0 })
})

/** People of a day, an hour and a service, a minute apart. */
const several = (count: number, hour: string, more: Partial<Came> = {}): readonly Came[] =>
  Array.from({ length: count }, (_, minute) => ({
    at: paris(`${hour}:${String(10 + minute)}`),
    wait: 300,
    end: 'filed' as const,
    ...more,
  }))

test('no two periods of equality of treatment that overlap tell a small group by their difference', async () => {
  const week = ['09', '10', '11', '12', '13'].map((day) => `2026-03-${day}`)
  const office = await hostAfter(
    week.flatMap((date, at) => [
      ...several(6, `${date}T09`),
      ...several(at === 4 ? 2 : 6, `${date}T14`),
      ...several(at === 1 || at === 3 ? 3 : 0, `${date}T10`, { service: 'etat-civil' }),
      ...several(at === 2 ? 8 : 0, `${date}T11`, { service: 'etat-civil', priority: 'law' }),
    ]),
  )
  const equality = (from: string, to: string) =>
    done<Output<'history.equality'>>(office, 'supervisor', 'queries/history.equality', { from, to })
  const periods = await Promise.all(
    ['09', '10', '11', '12', '13', '15', '16'].flatMap((last) =>
      ['08', '09', '10', '11'].flatMap((first) =>
        first <= last
          ? [equality(`2026-03-${first}`, `2026-03-${last}`).then((told) => ({ first, last, told }))]
          : [],
      ),
    ),
  )
  const groupsOf = (one: Output<'history.equality'>) => ({
    everyone: one.everyone,
    morning: one.morning,
    afternoon: one.afternoon,
    priority: one.priority,
    arrangement: one.arrangement,
    ...Object.fromEntries(one.services.map(({ serviceId, ...figures }) => [serviceId, figures])),
  })
  const differences = periods.flatMap((one) =>
    periods.flatMap((other) => {
      if (one.first > other.first || one.last < other.last) return []
      const [ofOne, ofOther] = [groupsOf(one.told), groupsOf(other.told)]
      return Object.entries(ofOne).flatMap(([group, { people }]) => {
        const less = ofOther[group as keyof typeof ofOther]?.people
        const more = people === null || less === null || less === undefined ? 0 : people - less
        return more > 0 && more < 5 ? [`${group}: ${people} - ${less}`] : []
      })
    }),
  )
  expect(differences).toEqual([])
  const whole = await equality('2026-03-08', '2026-03-16')
  expect(
    [whole.morning, whole.afternoon, whole.priority].map(({ people }) => people),
    'the week is told whole',
  ).toEqual([44, 26, 8])
  const days = await equality('2026-03-09', '2026-03-13')
  expect([days.everyone.people, days.morning.people]).toEqual([70, null])
})

test('no setting is tried on a day that goes unsaid', async () => {
  const office = await hostAfter(several(3, '2026-03-03T09'))
  const asked = { date: '2026-03-03' }
  expect((await post(office, 'supervisor', 'queries/rules.try', asked)).error?.code).toBe('fewThatDay')
})
