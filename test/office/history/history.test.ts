import { readFileSync } from 'node:fs'
import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { paris, type Came } from '../../db/pastDays.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { afterDays, march3 } from './afterDays.ts'

const here = ownHostsInside()
const hostAfter = afterDays(here)

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
