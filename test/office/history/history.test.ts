import { readFileSync } from 'node:fs'
import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { openJournal } from '../../../db/open.ts'
import { paris, storeDays, type Came } from '../../db/pastDays.ts'
import type { HostInside } from '../../fixtures/hostInside.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post } from '../../fixtures/startHost.ts'

const here = ownHostsInside()

/** A real host on the folder of an office where these people came, long after unless an hour is given. */
async function hostAfter(people: readonly Came[], at = '2026-12-01T09:00:00+01:00'): Promise<HostInside> {
  const journal = await openJournal(here.dir)
  await storeDays(journal, people)
  await journal.close()
  return here.start({ at })
}

const march3: readonly Came[] = [
  { at: paris('2026-03-03T09:05'), wait: 600, end: 'filed', announcedP90: 900 },
  { at: paris('2026-03-03T09:10'), wait: 1200, end: 'refused', announcedP90: 900 },
  { at: paris('2026-03-03T09:40'), wait: 300, end: 'filed', priority: 'law', call: ['legalPriority', 2] },
  { at: paris('2026-03-03T14:00'), wait: 900, end: 'filed', announcedP90: 900, arrangement: true },
  { at: paris('2026-03-03T14:05'), wait: 1800, end: 'left', announcedP90: 900 },
  { at: paris('2026-03-03T14:06'), wait: 60, end: 'left', announcedP90: 900 },
  { at: paris('2026-03-03T14:10'), wait: 120, end: 'absent' },
  { at: paris('2026-03-03T16:50'), wait: 600, end: 'unserved', service: 'etat-civil' },
  { at: paris('2026-03-03T16:51'), wait: 270, end: 'information', service: 'etat-civil' },
]

test('the day under way says what became of everyone, what was announced and measured, who was overtaken and why', async () => {
  const office = await hostAfter(march3, '2026-03-03T18:00:00+01:00')
  const day = await done<Output<'history.day'>>(office, 'supervisor', 'queries/history.day', {
    date: '2026-03-03',
  })
  expect(day.services).toEqual([
    {
      date: '2026-03-03',
      serviceId: 'titres',
      tickets: 7,
      received: 4,
      left: 2,
      absent: 1,
      unserved: 0,
      // Called after 2, 5, 10, 15 and 20 minutes; one left uncalled after 30: nine in ten waited at least that.
      medianWait: 600,
      p90Wait: 1800,
      medianAtLeast: false,
      p90AtLeast: true,
      overtakes: 2,
      // Within: 10 and 15 minutes; beyond: 20, and 30 without a call. Gone after one minute, nobody knows.
      coverage: { announced: 4, within: 2 },
    },
    {
      date: '2026-03-03',
      serviceId: 'etat-civil',
      tickets: 2,
      received: 1,
      left: 0,
      absent: 0,
      unserved: 1,
      // One was called after 4 min 30; the other, never received, waited ten minutes at least.
      medianWait: 270,
      p90Wait: 600,
      medianAtLeast: false,
      p90AtLeast: true,
      overtakes: 0,
      coverage: { announced: 0, within: 0 },
    },
  ])
  expect(day.curve).toEqual([
    {
      from: paris('2026-03-03T09:00'),
      people: 2,
      announcedP50: 450,
      announcedP90: 900,
      measured: 600,
      measuredAtLeast: false,
    },
    {
      from: paris('2026-03-03T09:30'),
      people: 1,
      announcedP50: null,
      announcedP90: null,
      measured: 300,
      measuredAtLeast: false,
    },
    {
      from: paris('2026-03-03T14:00'),
      people: 4,
      announcedP50: 450,
      announcedP90: 900,
      measured: 900,
      measuredAtLeast: false,
    },
    {
      from: paris('2026-03-03T16:30'),
      people: 2,
      announcedP50: null,
      announcedP90: null,
      measured: 270,
      measuredAtLeast: false,
    },
  ])
  expect(day.outcomes).toEqual([
    { outcome: 'information', count: 1 },
    { outcome: 'filed', count: 3 },
    { outcome: 'refused', count: 1 },
  ])
  expect(day.faults).toEqual([
    { fault: 'person', left: 2, absent: 1, unserved: 0 },
    { fault: 'service', left: 0, absent: 0, unserved: 1 },
    { fault: 'thirdParty', left: 0, absent: 0, unserved: 0 },
  ])
  expect(day.overtakes).toEqual([{ code: 'legalPriority', calls: 1, people: 2 }])
  const empty = await done<Output<'history.day'>>(office, 'supervisor', 'queries/history.day', {
    date: '2026-03-04',
  })
  expect([empty.curve, empty.services, empty.outcomes]).toEqual([[], [], []])
})

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

test('days are those of the office’s clock, when the hour changes too', async () => {
  const came = (at: string): readonly Came[] =>
    Array.from({ length: 5 }, () => ({ at: paris(at), wait: 60, end: 'filed' }))
  const office = await hostAfter([
    // The night of 28 to 29 March 2026 has no 2 h 30; that of 24 to 25 October has two.
    ...came('2026-03-28T23:59'),
    ...came('2026-03-29T00:00'),
    ...came('2026-03-29T23:59'),
    ...came('2026-03-30T00:00'),
    ...came('2026-10-25T00:00'),
    ...came('2026-10-25T02:30:00+02:00'),
    ...came('2026-10-25T02:30:00+01:00'),
    ...came('2026-10-25T23:59'),
    ...came('2026-10-26T00:00'),
  ])
  const days = async (from: string, to: string) => {
    const { days: found } = await done<Output<'history.days'>>(office, 'admin', 'queries/history.days', {
      from,
      to,
    })
    return found.map(({ date, tickets }) => [date, tickets])
  }
  expect(await days('2026-03-28', '2026-03-30')).toEqual([
    ['2026-03-28', 5],
    ['2026-03-29', 10],
    ['2026-03-30', 5],
  ])
  expect(await days('2026-10-25', '2026-10-25')).toEqual([['2026-10-25', 20]])
  const { curve } = await done<Output<'history.day'>>(office, 'admin', 'queries/history.day', {
    date: '2026-10-25',
  })
  // The two half past two are two half-hours.
  expect(curve).toHaveLength(4)
})

test('a period that ends before it begins, or is longer than 400 days, is refused; an office unborn too', async () => {
  const office = await hostAfter(march3)
  const ask = (name: string, from: string, to: string, more = {}) =>
    post(office, 'supervisor', `queries/${name}`, { from, to, ...more })
  for (const [name, more] of [
    ['history.days', {}],
    ['history.equality', {}],
    ['history.export', { format: 'csv' }],
  ] as const) {
    for (const [from, to] of [
      ['2026-03-04', '2026-03-03'],
      ['2025-01-01', '2026-02-05'],
    ] as const)
      expect((await ask(name, from, to, more)).error?.code).toBe('badPeriod')
    expect((await ask(name, '2025-01-01', '2026-02-04', more)).status).toBe(200)
  }
  expect((await post(office, 'kiosk', 'queries/history.day', { date: '2026-03-03' })).status).toBe(403)
  await office.stop()
  const unborn = await here.start({ school: false }, `${here.dir}/unborn`)
  const tokens = JSON.parse(readFileSync(`${here.dir}/unborn/tokens.json`, 'utf8')) as Record<string, string>
  const answer = await post({ url: unborn.url, tokens }, 'supervisor', 'queries/history.day', {
    date: '2026-03-03',
  })
  expect(answer.error?.code).toBe('officeNotCreated')
})

test('the file to download opens in a spreadsheet: units in the headings, decimal commas, figures as figures', async () => {
  const april = [0, 1, 2, 3, 4, 5, 6].map((minute): Came => ({
    at: paris(`2026-03-31T09:0${minute}`),
    wait: 990,
    end: 'filed',
  }))
  const office = await hostAfter([...march3, ...april])
  const period = { from: '2026-03-01', to: '2026-03-31' }
  const file = (format: string) =>
    done<Output<'history.export'>>(office, 'supervisor', 'queries/history.export', { ...period, format })
  const csv = await file('csv')
  expect([csv.name, csv.type]).toEqual([
    'guichet-chiffres-2026-03-01-2026-03-31.csv',
    'text/csv; charset=utf-8',
  ])
  const text = Buffer.from(csv.base64, 'base64').toString('utf8')
  expect(text.startsWith('\uFEFFDate;Service;Tickets (personnes);')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\r\n')
  expect(lines[0]).toContain(';Attente médiane (minutes);')
  expect(lines.slice(1)).toEqual([
    // Two came for it: nothing of them leaves the office, nor of another day by which the total would tell it.
    '2026-03-03;État civil;Trop peu de personnes;;;;;;;;;',
    '2026-03-03;Titres d’identité;Trop peu de personnes;;;;;;;;;',
    '2026-03-31;Titres d’identité;7;7;0;0;0;16,5;16,5;0;0;0',
  ])
  const ods = await file('ods')
  expect(ods.type).toBe('application/vnd.oasis.opendocument.spreadsheet')
  const bytes = Buffer.from(ods.base64, 'base64')
  // Offset 38: the name of the first entry and its content lie in the clear, so that `file` recognises it.
  expect(bytes.subarray(30, 38).toString()).toBe('mimetype')
  expect(bytes.subarray(38, 38 + ods.type.length).toString()).toBe(ods.type)
  const parts = unzipSync(bytes)
  expect(Object.keys(parts)).toEqual(['mimetype', 'content.xml', 'META-INF/manifest.xml'])
  const content = strFromU8(parts['content.xml']!)
  expect(content.match(/<table:table table:name="[^"]*"/g)).toEqual([
    '<table:table table:name="Jours et services"',
    '<table:table table:name="Égalité de traitement"',
  ])
  expect(content).toContain('office:value-type="date" office:date-value="2026-03-03"')
  expect(content).toContain('office:value="16.5"><text:p>16,5</text:p>')
  // Two came for « État civil »: neither their day, nor another by which the total would tell it.
  const sheet = content.slice(0, content.indexOf('Égalité de traitement'))
  expect(sheet.match(/Trop peu de personnes/g)).toHaveLength(2)
  expect(sheet).not.toContain('office:value="4.5"')
  expect(content).toContain('Arrivés le matin')
})

test('a past day is tried again through the door, and a day when nobody came is said', async () => {
  const office = await hostAfter(march3)
  const tried = await post<Output<'rules.try'>>(office, 'supervisor', 'queries/rules.try', {
    date: '2026-03-04',
  })
  expect(tried.error?.code).toBe('nothingThatDay')
  const kiosk = await post(office, 'kiosk', 'queries/rules.try', { date: '2026-03-03' })
  expect(kiosk.error?.code).toBe('forbiddenRole')
})
