import { describe, expect, it } from 'vitest'
import {
  endOf,
  isReader,
  noBurst,
  patience,
  withKey,
  type Burst,
} from '../../../renderer/people/badgeBurst.ts'
import { chance } from '../../fixtures/offices/chance.ts'

/** The keys of a text, each after its gap, in milliseconds. */
const typed = (text: string, gapOf: (at: number) => number): Burst => {
  let at = 1000
  return [...text].reduce((burst, sign, rank) => {
    at += rank === 0 ? 0 : gapOf(rank)
    return withKey(burst, sign, at)
  }, noBurst)
}
const ended = (burst: Burst, { after = 20, inText = false } = {}) =>
  endOf(burst, { at: burst.last + after, inText })

describe('a badge reader is told from a hand by its pace', () => {
  it.each([0.5, 2, 5, 15, 20])('four signs are enough at %d ms a key', (gap) => {
    expect(ended(typed('04A2', () => gap))).toBe('badge')
  })

  it.each([25, 30, 40, 55])(
    'eight signs are, of a slow one at %d ms, were they figures from the first',
    (gap) => {
      expect(ended(typed('31415926', () => gap))).toBe('badge')
    },
  )

  it.each([60, 70, 80, 86])('ten signs are, at the pace of a hand and %d ms, by how steady it is', (gap) => {
    expect(ended(typed('0415926535', (at) => gap + (at % 3) * 4))).toBe('badge')
  })

  it('a few keys that a hand may have typed are no badge, and that is said', () => {
    expect(ended(typed('3141', () => 30))).toBe('unsure')
    expect(ended(typed('31415926', () => 70))).toBe('unsure')
    expect(ended(typed('314', () => 5))).toBeNull()
    expect(
      ended(
        typed('04A2B3C4', () => 5),
        { after: 400 },
      ),
      'the Enter of another moment',
    ).toBeNull()
  })

  it('a figure waits for the next key of the slowest reader that is sold, where there are badges', () => {
    expect(patience(true)).toBeGreaterThan(80)
    expect(patience(false)).toBeLessThan(80)
  })

  it('what comes late begins anew', () => {
    const late = withKey(
      typed('12', () => 5),
      '7',
      1000 + 5 + 101,
    )
    expect(late).toMatchObject({ text: '7', gaps: [] })
  })

  it.each([25, 40, 55])('where a text is typed, eight signs are at %d ms a key, and steady', (gap) => {
    expect(
      ended(
        typed('04A2B3C4', () => gap),
        { inText: true },
      ),
    ).toBe('badge')
  })

  it.each([60, 70, 80, 86])('where a text is typed, twelve signs are at %d ms a key, and steady', (gap) => {
    const whole = typed('04A2B3C4D5E6', (at) => gap + (at % 3) * 4)
    expect(ended(whole, { inText: true })).toBe('badge')
    expect(isReader(whole, { inText: false })).toBe(true)
  })
})

/** By day two thousand texts of each hand, by night ten thousand. */
const texts = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 10_000 : 2000

describe('hands that type a name or a passphrase are no reader', () => {
  /** Fast hands: milliseconds between two keys, and how far they stray; 80 is 150 words a minute. */
  const hands = [
    [80, 20],
    [90, 15],
    [80, 12],
    [120, 30],
  ] as const
  /** At most so many texts in a thousand may be cut by taking the hand for a reader. */
  const tolerated = 1

  it.each(hands.flatMap(([mean, stray]) => [false, true].map((rolls) => ({ mean, stray, rolls }))))(
    'but one text in a thousand, at $mean ± $stray ms with rolls of a few keys: $rolls',
    ({ mean, stray, rolls }) => {
      const { normal, between, happens, unit } = chance(1966)
      const key = () => Math.max(25, normal(mean, stray))
      let taken = 0
      for (let text = 0; text < texts; text += 1) {
        let burst = noBurst
        let [at, rolled] = [1000, 0]
        const length = 12 + Math.floor(unit() * 20)
        for (let sign = 0; sign < length; sign += 1) {
          // Two hands roll over four to seven keys that lie well, then go on at their pace.
          if (rolls && rolled === 0 && happens(0.15)) rolled = 4 + Math.floor(unit() * 4)
          at += rolled > 1 ? between(25, 55) : key()
          rolled = Math.max(0, rolled - 1)
          burst = withKey(burst, 'x', at)
          if (!isReader(burst, { inText: true })) continue
          taken += 1
          break
        }
      }
      expect((taken / texts) * 1000).toBeLessThanOrEqual(tolerated)
    },
  )
})
