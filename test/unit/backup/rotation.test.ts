import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { NamedBackup } from '../../../db/backup/manifest.ts'
import { longestKept, outdated, rotation } from '../../../db/backup/rotation.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 0, 1)

const named = (at: number, why: NamedBackup['why'] = 'hourly'): NamedBackup => ({
  name: `${at}`,
  at: at as Instant,
  seq: at as Seq,
  why,
})

/** What is left of an office that backs up at each of these instants and removes what is outdated each time. */
function lived(instants: readonly number[]): readonly NamedBackup[] {
  let kept: readonly NamedBackup[] = []
  for (const at of instants) {
    const all = [...kept, named(at)]
    const gone = new Set(outdated(all, at))
    kept = all.filter((backup) => !gone.has(backup))
  }
  return kept
}

test('after ten weeks of a backup an hour, the last day is there hour by hour, the week day by day, the rest week by week then month by month', () => {
  const instants = Array.from({ length: 70 * 24 }, (_, index) => start + index * hour)
  const now = instants.at(-1)!
  const ages = lived(instants).map(({ at }) => now - at)
  expect(ages.filter((age) => age < day)).toHaveLength(24)
  for (let days = 1; days < rotation.daily; days++)
    expect(
      ages.some((age) => age >= (days - 1) * day && age < (days + 1) * day),
      `${days} days`,
    ).toBe(true)
  for (let weeks = 1; weeks < rotation.weekly; weeks++)
    expect(
      ages.some((age) => Math.abs(age - weeks * 7 * day) <= 7 * day),
      `${weeks} weeks`,
    ).toBe(true)
  expect(ages.some((age) => age > 50 * day)).toBe(true)
  expect(ages.length).toBeLessThanOrEqual(
    rotation.hourly + rotation.daily + rotation.weekly + rotation.monthly,
  )
})

property.prop([fc.array(fc.integer({ min: 1, max: 40 * 24 }), { minLength: 1, maxLength: 120 })])(
  'whatever the pauses, the latest stays, and what is past a hundred days goes with the next backup',
  (pauses) => {
    let at = start
    const instants = pauses.map((hours) => (at += hours * hour))
    const kept = lived(instants)
    const now = instants.at(-1)!
    expect(kept.some((backup) => backup.at === now)).toBe(true)
    expect(kept.every((backup) => now - backup.at < longestKept * day)).toBe(true)
  },
)

test('those made before an update or on request are kept apart, the last three', () => {
  const all = [
    ...[1, 2, 3, 4, 5].map((days) => named(start + days * day, 'migration')),
    named(start + 6 * day),
  ]
  expect(outdated(all, start + 6 * day).map(({ at }) => (at - start) / day)).toEqual([1, 2])
})

test('an office shut for a year still has its last backup', () => {
  const old = [named(start), named(start + hour)]
  expect(outdated(old, start + 365 * day)).toEqual([old[0]])
})
