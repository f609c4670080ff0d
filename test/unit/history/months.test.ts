import { expect, test } from 'vitest'
import { historyMonths } from '../../../electron/host/history/months.ts'
import { monthsFile } from '../../../electron/host/history/monthsFile.ts'
import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'

const zone = 'America/Martinique'
const now = Date.UTC(2027, 0, 31) as Instant
const names = { titres: 'Titres', civil: 'État civil' }
const services = Object.entries(names).map(([serviceId, fr]) => ({
  serviceId,
  name: { fr },
})) as unknown as readonly Service[]

/** Visits taken at this instant, called ten minutes later and received. */
const came = (count: number, serviceId: string, at: string): readonly VisitRow[] => {
  const takenAt = Date.parse(`${at}-04:00`)
  const [firstCalledAt, endedAt] = [takenAt + 600_000, takenAt + 900_000]
  const visit = {
    serviceId,
    takenAt,
    firstCalledAt,
    endedAt,
    state: 'closed',
    announcedP50: null,
    announcedP90: null,
  }
  return Array.from({ length: count }, () => visit as unknown as VisitRow)
}

const journalOf = (visits: readonly VisitRow[]) =>
  ({
    visits: {
      page: ({ from, to }: { from: number; to: number }) =>
        Promise.resolve(visits.filter(({ takenAt }) => takenAt >= from && takenAt < to)),
    },
  }) as unknown as Journal
const yearOf = (visits: readonly VisitRow[], year = 2026) =>
  historyMonths(journalOf(visits.toSorted((one, other) => one.takenAt - other.takenAt)), {
    year,
    zone,
    now,
    day: null,
  })

/** « month service »: what is said of its tickets. */
const said = (lines: Awaited<ReturnType<typeof yearOf>>['months']) =>
  Object.fromEntries(
    lines.map(({ month, serviceId, tickets }) => [
      `${month ?? 'year'} ${serviceId ?? 'all'}`,
      tickets.people ?? tickets.hidden,
    ]),
  )

test('a year is counted by month and service, in the office’s zone, beside the year before', async () => {
  const visits = [
    ...came(6, 'titres', '2025-12-31T23:30'),
    ...came(7, 'titres', '2026-01-31T23:30'),
    ...came(9, 'titres', '2026-02-01T08:10'),
    ...came(8, 'civil', '2026-02-03T08:50'),
  ]
  const year = await yearOf(visits)
  expect(said(year.months)).toEqual({
    '1 titres': 7,
    '1 all': 7,
    '2 titres': 9,
    '2 civil': 8,
    '2 all': 17,
    'year titres': 16,
    'year civil': 8,
    'year all': 24,
  })
  expect(said(year.yearBefore)).toEqual({
    '12 titres': 6,
    '12 all': 6,
    'year titres': 6,
    'year all': 6,
  })
  expect(year.months.find(({ month, serviceId }) => month === 1 && serviceId === null)).toMatchObject({
    received: 7,
    medianWait: 600,
    medianAtLeast: false,
  })
  // Sunday 1 February and Tuesday 3 February at eight, Saturday 31 January at twenty-three.
  expect([year.hours[0], year.hours.at(-1)]).toEqual([8, 23])
  const people = (line: number, column: number) => year.weekdays[line]?.at(column)?.people
  expect([people(6, 0), people(1, 0), people(5, -2), people(7, -1)]).toEqual([9, 8, 7, 24])
})

test('few people are said nowhere: not in the page’s answer, not in the file, not by what stands beside them', async () => {
  const visits = [
    ...came(3, 'civil', '2026-03-03T09:00'),
    ...came(20, 'titres', '2026-03-03T09:00'),
    ...came(12, 'civil', '2026-04-03T10:00'),
    ...came(30, 'titres', '2026-04-03T10:00'),
  ]
  const year = await yearOf(visits)
  const lines = said(year.months)
  expect(lines['3 civil']).toBe('few')
  // The line, the column and both crossed would give it back.
  expect([lines['3 titres'], lines['4 civil'], lines['4 titres']]).toEqual(['beside', 'beside', 'beside'])
  expect(lines['year all']).toBe(65)
  const hidden = year.months.filter(({ tickets }) => tickets.hidden !== null)
  for (const { tickets, received, left, medianWait, p90Wait } of hidden)
    expect([tickets.people, received, left, medianWait, p90Wait]).toEqual([null, null, null, null, null])
  const csv = Buffer.from((await monthsFile(year, services, 'csv')).base64, 'base64').toString('utf8')
  expect(csv).toContain('2026;mars;État civil;moins de 5;;;;;;')
  expect(csv).toContain('2026;mars;Titres;non dit;;;;;;')
  expect(csv).toContain('2026;Année entière;Tous les services;65;65;')
})

test('hours by day of the week are the sum of the days’ curves: less the other days, they give back no half-hour of few', async () => {
  expect(await yearOf([])).toMatchObject({ months: [], yearBefore: [], hours: [], weekdays: [] })
  const usual = ['2026-03-03', '2026-03-10', '2026-03-17'].flatMap((date) => [
    ...came(10, 'titres', `${date}T09:00`),
    ...came(6, 'titres', `${date}T10:00`),
  ])
  const tuesdays = async (last: readonly VisitRow[]) => {
    const { hours, weekdays } = await yearOf([...usual, ...last])
    return hours.map((_, at) => weekdays[1]?.[at]?.people)
  }
  // Of the last Tuesday, nine and ten o'clock are told together: who came when is not told.
  const one = await tuesdays([
    ...came(10, 'titres', '2026-03-24T09:00'),
    ...came(2, 'titres', '2026-03-24T10:00'),
  ])
  const other = await tuesdays([
    ...came(8, 'titres', '2026-03-24T09:00'),
    ...came(4, 'titres', '2026-03-24T10:00'),
  ])
  expect(one).toEqual([36, 24])
  expect(other).toEqual(one)
})

test('the hours of a year have no day that goes unsaid, nor the one under way', async () => {
  const visits = [...came(4, 'titres', '2026-03-03T09:00'), ...came(4, 'titres', '2026-03-04T10:00')]
  expect((await yearOf(visits)).weekdays).toEqual([])
  const open = { year: 2026, zone, now, day: { date: '2026-03-04' as LocalDate } }
  const many = came(9, 'titres', '2026-03-04T10:00')
  expect((await historyMonths(journalOf(many), open)).weekdays).toEqual([])
})
