import type { ScreenSettings } from '../../contract/media/screens.ts'

/** A screen sold by its diagonal is 16 by 9: its short side, in millimetres. */
const shortSide = (diagonal: number): number => (diagonal * 25.4 * 9) / Math.hypot(16, 9)

/** A capital's height in the size of its letters (Atkinson Hyperlegible Next, sCapHeight 668 of 1000). */
const capital = 0.668

/**
 * The display's sizes, in 1080ths of the short side (`--u` of its style sheet). `number`: one of three figures, as
 * « A 100 » is drawn; `far`: the same where it has the whole room; `four` and `two`: the calls before.
 */
export const drawnSizes = { number: 340, far: 480, four: 150, two: 176 } as const

/** Millimetres that an angle in degrees takes at a distance in metres. */
const seenAs = (degrees: number, metres: number): number => (Math.PI * metres * 1000 * degrees) / 180

/**
 * EN 301 549 V3.2.1, 5.1.4: where text can't be enlarged, as on a screen on a wall, a capital H subtends 0.7° at the
 * distance that is given. It holds for what one waits for: the number that is called.
 */
const least = 0.7
/** ISO 9241-303: a capital of 16 minutes of arc at least, for what is read beside it: the calls before. */
const leastBeside = 16 / 60

/** What a screen gives to whoever sits farthest from it. */
export type Legible = {
  /** The called number's height, in millimetres, and what it must have. */
  readonly height: number
  readonly needed: number
  readonly enough: boolean
  /** The farthest at which the number can be as it must, in metres. */
  readonly upTo: number
  /** The smallest screen that would do, in inches. */
  readonly diagonal: number
  /** `far`: the newest call has the whole room, its counter under it. */
  readonly layout: 'usual' | 'far'
  /** Calls before the newest that are still read: drawn larger when they are fewer. */
  readonly before: 0 | 2 | 4
}

/**
 * How the page is to be drawn on a screen, and whether the number is then read.
 * @returns null while the diagonal or the distance is unknown: the page is drawn as for a large screen
 */
export function legible({
  diagonal,
  distance,
}: Pick<ScreenSettings, 'diagonal' | 'distance'>): Legible | null {
  if (diagonal === null || distance === null) return null
  const drawn = (size: number) => (shortSide(diagonal) * size * capital) / 1080
  const needed = seenAs(least, distance)
  const beside = seenAs(leastBeside, distance)
  const layout = drawn(drawnSizes.number) >= needed ? 'usual' : 'far'
  const best = drawn(drawnSizes.far)
  return {
    height: layout === 'usual' ? drawn(drawnSizes.number) : best,
    needed,
    enough: best >= needed,
    upTo: best / seenAs(least, 1),
    diagonal: Math.ceil((diagonal * needed) / best),
    layout,
    before:
      layout === 'far' ? 0 : drawn(drawnSizes.four) >= beside ? 4 : drawn(drawnSizes.two) >= beside ? 2 : 0,
  }
}
