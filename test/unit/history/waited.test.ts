import { describe, expect, it } from 'vitest'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { add, heldP90, noTally, waitedOf } from '../../../electron/host/history/figures.ts'
import { heldWithin, waitQuantile, type Waited } from '../../../shared/domain/history/waited.ts'

const hour = 3_600_000
const midnight = 24 * hour
const visit = (more: Partial<VisitRow>): VisitRow => ({
  ...({ takenAt: 9 * hour, firstCalledAt: null, endedAt: null, state: 'waiting' } as unknown as VisitRow),
  ...more,
})
const at = (hours: number) => (hours * hour) as Instant
const waited = (more: Partial<VisitRow>, now = 30) => waitedOf(visit(more), midnight as Instant, at(now))

describe('how long somebody waited', () => {
  it('ends at the first call, at the departure, or now', () => {
    expect(waited({ firstCalledAt: at(9.5) })).toEqual({ seconds: 1800, called: true })
    expect(waited({ state: 'left', endedAt: at(10) })).toEqual({ seconds: 3600, called: false })
    expect(waited({}, 12)).toEqual({ seconds: 3 * 3600, called: false })
  })

  it('never goes past the day of the ticket, were it called the next morning', () => {
    expect(waited({ firstCalledAt: at(32) }, 33)).toEqual({ seconds: 15 * 3600, called: false })
    expect(waited({ state: 'unserved', endedAt: at(32) }, 33)).toEqual({ seconds: 15 * 3600, called: false })
  })

  it('is not known of who was written not received without an hour', () => {
    expect(waited({ state: 'unserved', byHand: true })).toBeNull()
    expect(waited({ state: 'unserved', byHand: true, endedAt: at(10) })).toEqual({
      seconds: 3600,
      called: false,
    })
  })

  it('is nothing for who was received or certified in the act that made the ticket', () => {
    expect(waited({ firstCalledAt: at(9) })).toBeNull()
    expect(waited({ state: 'unserved', endedAt: at(9) })).toBeNull()
  })
})

describe('whether a wait was as announced', () => {
  const held = (more: Partial<VisitRow>, now: number) =>
    heldP90(visit({ announcedP50: 900, announcedP90: 1800, sure: 1, ...more }), midnight as Instant, at(now))
  it('is not so of who still waits past what was announced, as the day’s own page counts', () => {
    expect(held({}, 9.25), 'within it, nothing can be told').toBeNull()
    expect(held({}, 9.75)).toBe(false)
  })

  it('is told by the call, and of who left before it by nothing', () => {
    expect(held({ firstCalledAt: at(9.25) }, 10)).toBe(true)
    expect(held({ firstCalledAt: at(9.75) }, 10)).toBe(false)
    expect(held({ state: 'left', endedAt: at(9.25) }, 10)).toBeNull()
    expect(held({ state: 'left', endedAt: at(9.75) }, 10)).toBe(false)
  })

  it('is told of nobody who was told the doubt alone: no wait was announced to them', () => {
    for (const firstCalledAt of [at(9.25), at(9.75)])
      expect(held({ firstCalledAt, sure: 0.49 }, 10)).toBeNull()
    expect(held({ firstCalledAt: at(9.25), sure: 0.5 }, 10)).toBe(true)
  })

  it('counts among what was announced, by half-hours too, what people were told and nothing else', () => {
    const tally = noTally()
    for (const sure of [1, 0.5, 0.49])
      add(tally, visit({ announcedP50: 900, announcedP90: 1800, sure, firstCalledAt: at(9.25) }), {
        dayEnds: midnight as Instant,
        now: at(10),
      })
    expect(tally).toMatchObject({ people: 3, announced: 2, within: 2, announcedP90: [1800, 1800] })
  })
})

describe('a quantile of waits', () => {
  const of = (called: readonly number[], uncalled: readonly number[] = []): readonly Waited[] => [
    ...called.map((seconds) => ({ seconds, called: true })),
    ...uncalled.map((seconds) => ({ seconds, called: false })),
  ]
  it('is the nearest rank when everyone was called', () => {
    expect(waitQuantile(of([10, 20, 30, 40]), 0.5)).toEqual({ seconds: 20, atLeast: false })
    expect(waitQuantile(of([10, 20, 30]), 0.9)).toEqual({ seconds: 30, atLeast: false })
    expect(waitQuantile([], 0.5)).toBeNull()
  })

  it('counts who was never called, and says « at least » when too few were', () => {
    expect(waitQuantile(of([60, 120, 600], [30, 900]), 0.5)).toEqual({ seconds: 120, atLeast: false })
    expect(waitQuantile(of([20], [21_600, 21_600]), 0.5)).toEqual({ seconds: 21_600, atLeast: true })
  })
})

it('a wait announced as under a minute is kept under a minute', () => {
  expect([heldWithin(3, 0), heldWithin(59, 0), heldWithin(60, 0), heldWithin(61, 60)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
