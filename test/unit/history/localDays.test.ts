import { expect, test } from 'vitest'
import { daysBetween, localDay } from '../../../electron/host/history/days.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'

const hour = 3_600_000
const changed = '2026-03-29' as LocalDate

test('a day is that of its zone, whichever was asked before', () => {
  const hours = (zone: string) => {
    const { from, to } = localDay(zone, changed)
    return (to - from) / hour
  }
  for (let time = 0; time < 2; time++)
    expect(['Europe/Paris', 'Indian/Reunion'].map(hours), `asked ${time + 1} times`).toEqual([23, 24])
})

test('more days than are kept follow one another', () => {
  const zones = [
    'Europe/Paris',
    'Indian/Reunion',
    'America/Cayenne',
    'Pacific/Noumea',
    'Indian/Mayotte',
    'UTC',
  ]
  const period = { from: '2026-01-01' as LocalDate, to: '2026-12-31' as LocalDate }
  for (const zone of [...zones, ...zones]) {
    const days = daysBetween(zone, period)!
    expect(days).toHaveLength(365)
    expect(
      days.slice(1).every(({ from }, at) => from === days[at]!.to),
      zone,
    ).toBe(true)
  }
})
