import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { isCollection, Map as Keyed } from 'immutable'
import { expect, test } from 'vitest'
import { evolve, evolveVersion } from '../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../shared/domain/state.ts'
import { root } from '../runtime/places.ts'
import { born, recorded } from './anyEvents.ts'

// A snapshot gives back the state as an older program wrote it: a field that came since is absent from it, whatever its
// type says. The keys are kept here beside the version, so that a field of the state does not come without another one.

const place = join(root, 'test/fixtures/stateKeys.json')
type Kept = { readonly version: number; readonly keys: readonly string[] }

/** A field's name; ids and letters, by which a record is only looked up, are told as `*`. */
const named = (key: string): string => (/^[a-z][A-Za-z0-9]{0,30}$/.test(key) ? key : '*')

/** Records that the state holds at several places: each is told once, at the place that is met the most. */
const same: readonly (readonly [RegExp, string])[] = [
  [/^counters\{\}\.last\.earlier$/, 'counters{}.last'],
  [/^counters\{\}\.last\.before$/, 'tickets{}'],
  [/^files\{\}\.undo\.before$/, 'files{}'],
]
const told = (way: string): string => same.find(([place]) => place.test(way))?.[1] ?? way

/** Notes every key of the state by its way: `tickets{}.visit.callId`; what was noted at that way already is passed. */
function note(value: unknown, way: string, keys: Set<string>, seen: WeakMap<object, Set<string>>): void {
  if (value === null || typeof value !== 'object') return
  const ways = seen.get(value) ?? new Set()
  if (ways.has(way)) return
  seen.set(value, ways.add(way))
  if (Array.isArray(value) || isCollection(value)) {
    const members = Keyed.isMap(value) ? value.values() : (value as Iterable<unknown>)
    for (const member of members) note(member, `${way}${Keyed.isMap(value) ? '{}' : '[]'}`, keys, seen)
    return
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue
    const own = way === '' ? named(key) : `${way}.${named(key)}`
    keys.add(own)
    note(member, told(own), keys, seen)
  }
}

/** The keys of the states through which any events lead an office. */
function keysOf(runs: number, seed: number): readonly string[] {
  const keys = new Set<string>()
  const seen = new WeakMap<object, Set<string>>()
  for (const all of fc.sample(recorded, { numRuns: runs, seed })) {
    let office: Office = born(emptyOffice)
    for (const event of all) {
      note(office, '', keys, seen)
      office = evolve(office, event)
    }
    note(office, '', keys, seen)
  }
  return [...keys].toSorted()
}

test('a field of the state comes with another evolveVersion', () => {
  const kept = JSON.parse(readFileSync(place, 'utf8')) as Kept
  // The keys are written anew with a higher version alone.
  if (kept.version < evolveVersion) {
    const keys = keysOf(20_000, 1)
    writeFileSync(place, `${JSON.stringify({ version: evolveVersion, keys } satisfies Kept, null, 2)}\n`)
  }
  expect(
    kept.version,
    'test/fixtures/stateKeys.json was written anew for this evolveVersion: read its changes and commit it',
  ).toBe(evolveVersion)
  const known = new Set(kept.keys)
  const came = keysOf(2000, 2).filter((key) => !known.has(key))
  expect(
    came,
    'raise evolveVersion (shared/domain/evolve.ts): an older snapshot has not these fields',
  ).toEqual([])
})
