import { beforeEach, expect, test } from 'vitest'
import { startHeard, type HeardBefore } from '../../../electron/host/network/heard.ts'
import type { Instant, StationId } from '../../../shared/contract/ids.ts'

// Within what a kiosk that was cut off is believed: what its host heard of it, and did not.

const station = 'borne' as StationId
const minute = 60_000
let clock = 0
let disk: ReadonlyMap<StationId, Instant>
let silencesKept: HeardBefore['silences']
let journal: Instant | undefined
beforeEach(() => {
  clock = 100 * minute
  disk = new Map()
  silencesKept = new Map()
  journal = undefined
})

const start = () =>
  startHeard({
    now: () => clock as Instant,
    before: { heard: disk, silences: silencesKept },
    keep: (heard) => {
      disk = new Map(heard)
    },
    keepSilences: (silences) => {
      silencesKept = new Map(silences)
    },
    told: () => journal,
  })
const at = (minutes: number) => {
  clock = minutes * minute
}
const minutes = (heard: ReturnType<typeof start>) =>
  heard.silences(station).map(({ from, to }) => [from / minute, to / minute])

test('a silence goes from the last word to the return; a station that never left has none', () => {
  const heard = start()
  heard.came(station)
  at(110)
  heard.said(station)
  expect(minutes(heard), 'nothing was known of it before').toEqual([])
  at(130)
  heard.came(station)
  heard.came(station)
  expect(minutes(heard), 'its second window adds none').toEqual([[110, 130]])
  at(131)
  heard.said(station)
  at(140)
  heard.came(station)
  expect(minutes(heard)).toEqual([
    [110, 130],
    [131, 140],
  ])
})

test('a host that starts again believes a kiosk from the last beat before its stop', () => {
  const heard = start()
  heard.came(station)
  at(120)
  heard.said(station)
  heard.tick()
  at(120.4)
  heard.said(station)
  // The power is cut: what came after the beat is lost, half a minute at most.
  at(150)
  const again = start()
  again.came(station)
  expect(minutes(again)).toEqual([[120, 150]])
})

test('a host that starts again after a silence knows it still: its papers keep their hours, and no hour when it was heard is believed', () => {
  const heard = start()
  heard.came(station)
  at(110)
  heard.said(station)
  heard.tick()
  at(130)
  heard.came(station)
  at(130.3)
  // The host falls before its next beat, and the kiosk's papers have not joined yet.
  at(140)
  const again = start()
  again.came(station)
  expect(minutes(again)).toEqual([
    [110, 130],
    [130, 140],
  ])
})

test('a host that took the relay believes it from what the journal tells last', () => {
  journal = (90 * minute) as Instant
  const heard = start()
  heard.came(station)
  expect(minutes(heard)).toEqual([[90, 100]])
  disk = new Map()
  silencesKept = new Map()
  const other = start()
  journal = undefined
  other.came(station)
  expect(minutes(other), 'of a station that did nothing, nothing is believed').toEqual([])
})

test('what is kept has an end: a week, and so many silences', () => {
  const heard = start()
  for (let n = 0; n < 100; n++) {
    at(200 + n)
    heard.came(station)
  }
  expect(heard.silences(station)).toHaveLength(64)
  expect(minutes(heard).at(-1)).toEqual([298, 299])
  at(200 + 8 * 24 * 60)
  heard.came(station)
  expect(heard.silences(station), 'only the one that ends now').toHaveLength(1)
  at(200 + 12 * 24 * 60)
  heard.said('autre' as StationId)
  at(200 + 15.5 * 24 * 60)
  heard.came('autre' as StationId)
  expect([...silencesKept.keys()], 'nor does the disk keep older ones').toEqual(['autre'])
  heard.tick()
  at(200 + 16 * 24 * 60)
  heard.said('autre' as StationId)
  heard.tick()
  expect([...disk.keys()]).toEqual(['autre'])
})
