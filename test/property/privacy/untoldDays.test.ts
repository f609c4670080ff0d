import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { hiddenMonths, isPartTold, stretches, untoldIn } from '../../../shared/domain/privacy/untoldDays.ts'
import { givenBySums } from './elimination.ts'

// The secrecy of days, months and years together, against whoever reads all of them and solves their sums.

type Counts = ReadonlyMap<LocalDate, ReadonlyMap<ServiceId, number>>

const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }))
const offices = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }))
  .chain(([services, days]) =>
    fc.array(fc.array(size, { minLength: services, maxLength: services }), {
      minLength: days,
      maxLength: days,
    }),
  )
  .map(
    (lines): Counts =>
      new Map(
        lines
          .map((line, at) => {
            const date = `2026-0${1 + (at % 2)}-${10 + at}` as LocalDate
            const came = line.flatMap((people, place) =>
              people > 0 ? [[`s${place}` as ServiceId, people] as const] : [],
            )
            return [date, new Map(came)] as const
          })
          .filter(([, came]) => came.size > 0),
      ),
  )

/** Every cell of the tables of days and of months, and the sums by which they hold together. */
function tablesOf(days: Counts) {
  const { services, hidden } = hiddenMonths(days)
  const untold = untoldIn(days, new Set())
  const columns = [...services, null]
  const unsaid = new Map<string, boolean>()
  const sums: (readonly [total: string, parts: readonly string[]])[] = []
  const day = (date: string, service: ServiceId | null) => `${date} ${service}`
  const month = (at: number, service: ServiceId | null) => `${at} ${service}`
  for (const date of days.keys()) {
    for (const service of columns) unsaid.set(day(date, service), untold(date).has(service))
    sums.push([day(date, null), services.map((service) => day(date, service))])
  }
  const months = Array.from({ length: 12 }, (_, at) => at)
  for (const at of [...months, 12]) {
    columns.forEach((service, column) => unsaid.set(month(at, service), hidden[at]![column] !== null))
    sums.push([month(at, null), services.map((service) => month(at, service))])
  }
  for (const service of columns) {
    for (const at of months)
      sums.push([
        month(at, service),
        [...days.keys()]
          .filter((date) => Number(date.slice(5, 7)) === at + 1)
          .map((date) => day(date, service)),
      ])
    sums.push([month(12, service), months.map((at) => month(at, service))])
  }
  return { unsaid, sums }
}

/** The cells that go unsaid and that the sums give back. */
function givenBack({ unsaid, sums }: ReturnType<typeof tablesOf>): readonly string[] {
  const unknowns = [...unsaid].flatMap(([cell, isUnsaid]) => (isUnsaid ? [cell] : []))
  const rows = sums.map(([total, parts]) =>
    unknowns.map((cell) => (cell === total ? -1 : parts.includes(cell) ? 1 : 0) as number),
  )
  return givenBySums(rows).map((at) => unknowns[at]!)
}

describe('the days of a month', () => {
  property.prop([offices])('say no service, nor a whole day, of one to four people', (days) => {
    const untold = untoldIn(days, new Set())
    for (const [date, services] of days) {
      for (const [service, people] of services)
        if (people < smallest) expect(untold(date).get(service)).toBe('few')
      const all = [...services.values()].reduce((sum, people) => sum + people, 0)
      if (all < smallest) expect(untold(date).get(null)).toBe('few')
    }
  })

  property.prop([offices])(
    'let nobody find what goes unsaid by their sums, nor by those of the months',
    (days) => {
      expect(givenBack(tablesOf(days))).toEqual([])
    },
  )

  property.prop([offices])('are told as they are while they are under way', (days) => {
    const untold = untoldIn(days, new Set(days.keys()))
    for (const date of days.keys()) expect(untold(date).size).toBe(0)
  })
})

property.prop([fc.array(fc.nat(9))])('stretches of a day have five people each, and lose nobody', (slots) => {
  const parts = stretches(slots, (people) => people)
  expect(parts.flat()).toEqual(slots)
  const people = parts.map((part) => part.reduce((sum, one) => sum + one, 0))
  if (slots.reduce((sum, one) => sum + one, 0) >= smallest)
    for (const one of people) expect(one).toBeGreaterThanOrEqual(smallest)
})

test('a part of a group is told where neither it nor the rest is of few people', () => {
  const parts = [
    [0, 9],
    [3, 9],
    [5, 9],
    [5, 10],
    [9, 9],
  ] as const
  expect(parts.map(([people, all]) => isPartTold(people, all))).toEqual([true, false, false, true, true])
})
