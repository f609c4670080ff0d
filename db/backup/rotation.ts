import type { NamedBackup } from './manifest.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * How many are kept of each age: one an hour for a day, one a day for a week, one a week for four weeks, one a month of
 * thirty days for three, and the last three made before an update or on request. What was erased from the office is so
 * in no backup after a hundred days at most: longer would keep people whom the office has forgotten (GDPR 5.1.e).
 */
export const rotation = { hourly: 24, daily: 7, weekly: 4, monthly: 3, apart: 3 } as const

/** Days after which no backup holds what the office erased. */
export const longestKept = 100

const spans = [
  { span: hour, kept: rotation.hourly },
  { span: day, kept: rotation.daily },
  { span: 7 * day, kept: rotation.weekly },
  { span: 30 * day, kept: rotation.monthly },
]

/**
 * Which backups of a folder are to be removed: all but the earliest of each hour, day, week and month that count, the
 * last ones apart, and the latest of all whatever its age.
 */
export function outdated(all: readonly NamedBackup[], now: number): readonly NamedBackup[] {
  const young = all.filter(({ at }) => now - at < longestKept * day)
  const newest = all.toSorted((a, b) => b.at - a.at || b.seq - a.seq)[0]
  const hourly = young.filter(({ why }) => why === 'hourly').toSorted((a, b) => a.at - b.at)
  const kept = new Set<NamedBackup | undefined>([newest])
  for (const { span, kept: most } of spans) {
    const firsts = new Map<number, NamedBackup>()
    for (const backup of hourly) {
      const period = Math.floor(backup.at / span)
      if (!firsts.has(period)) firsts.set(period, backup)
    }
    for (const backup of [...firsts.values()].slice(-most)) kept.add(backup)
  }
  const apart = young.filter(({ why }) => why !== 'hourly').toSorted((a, b) => b.at - a.at)
  for (const backup of apart.slice(0, rotation.apart)) kept.add(backup)
  return all.filter((backup) => !kept.has(backup))
}
