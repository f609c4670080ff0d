/** What part of the counts each range is to hold. */
export const rangeShare = 0.8

/**
 * Chances of the counts from 0 of a negative binomial (a Poisson whose rate is uncertain), until nothing is left to say.
 * @param mean and variance of the count; a variance no larger than the mean is a Poisson's
 */
export function chancesOf(mean: number, variance: number): readonly number[] {
  if (mean <= 0) return [1]
  const over = Math.max(0, variance - mean)
  const chances: number[] = []
  let left = 1
  const size = over < 1e-9 ? Infinity : mean ** 2 / over
  let chance = size === Infinity ? Math.exp(-mean) : Math.exp(-size * Math.log1p(mean / size))
  const share = size === Infinity ? 0 : mean / (size + mean)
  for (let count = 0; count < 10_000 && (left > 1e-6 || count <= mean); count++) {
    chances.push(chance)
    left -= chance
    chance *= size === Infinity ? mean / (count + 1) : ((size + count) / (count + 1)) * share
  }
  return chances
}

/** The shortest range of counts that holds at least this part of the chances, and what it holds. */
function shortest(chances: readonly number[], part: number) {
  let best = { low: 0, high: chances.length - 1, holds: 1 }
  let high = -1
  let holds = 0
  for (let low = 0; low < chances.length; low++) {
    while (holds < part && high + 1 < chances.length) holds += chances[++high]!
    if (holds < part) break
    const shorter = high - low < best.high - best.low
    if (shorter || (high - low === best.high - best.low && holds > best.holds)) best = { low, high, holds }
    holds -= chances[low]!
  }
  return best
}

/**
 * Ranges of whole numbers that hold `rangeShare` of the counts all together: a small count can't be held in just eight
 * cases of ten, so that what one range holds too much the next ones hold less.
 * @param counts mean and variance of each, in the order of the day
 */
export function rangesOf(
  counts: readonly { readonly mean: number; readonly variance: number }[],
): readonly { readonly low: number; readonly high: number }[] {
  let over = 0
  return counts.map(({ mean, variance }) => {
    const chances = chancesOf(mean, variance)
    const whole = shortest(chances, rangeShare)
    const shorter = heldBelow(chances, whole)
    // A count that is nearly sure has no shorter range: an empty one would say that it can't come.
    const part = shorter.length === 0 ? whole : shortest(chances, Math.max(...shorter))
    const chosen =
      over + (whole.holds - rangeShare) > Math.abs(over + (part.holds - rangeShare)) ? part : whole
    over += chosen.holds - rangeShare
    return { low: chosen.low, high: chosen.high }
  })
}

/** What the ranges one count shorter hold. */
const heldBelow = (
  chances: readonly number[],
  { low, high, holds }: { readonly low: number; readonly high: number; readonly holds: number },
): readonly number[] => (high > low ? [holds - chances[high]!, holds - chances[low]!] : [])
