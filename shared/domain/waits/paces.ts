/** A visit's length at a counter, in seconds, and the mean of its service. */
export interface Paced {
  readonly counter: string
  readonly lasted: number
  readonly usual: number
}

/** How the lengths measured today at one counter compare with the means: their number, and the sum of each less one. */
interface Today {
  readonly visits: number
  readonly sum: number
  readonly squares: number
}

/**
 * Whether counters go at different paces: today's by counter, which are forgotten when the day ends, and of the days
 * before nothing but how much counters differed, all together.
 */
export interface Paces {
  readonly today: ReadonlyMap<string, Today>
  /** Over whole days: pairs of visits at the same counter, the sum of their products, visits, and the sum of squares. */
  readonly pairs: number
  readonly products: number
  readonly visits: number
  readonly squares: number
}

/** What is assumed until it is measured: counters a tenth apart, lengths as spread as seven tenths of their mean. */
const assumed = { pairs: 8_000, variance: 0.01, visits: 100, square: 0.5 }

/** A visit this many times its mean says no more of a pace than this. */
const longest = 5

/** No pace measured in a day is believed beyond these. */
const slowest = 2
const quickest = 0.5

export const noPaces: Paces = { today: new Map(), pairs: 0, products: 0, visits: 0, squares: 0 }

/** The paces once these visits of today are known. */
export function withPaced(known: Paces, added: readonly Paced[]): Paces {
  if (added.length === 0) return known
  const today = new Map(known.today)
  for (const { counter, lasted, usual } of added) {
    if (usual <= 0) continue
    const { visits, sum, squares } = today.get(counter) ?? { visits: 0, sum: 0, squares: 0 }
    const beyond = Math.min(longest, lasted / usual) - 1
    today.set(counter, { visits: visits + 1, sum: sum + beyond, squares: squares + beyond * beyond })
  }
  return { ...known, today }
}

/** The paces once somebody else may hold this counter: the first one's pace is forgotten. */
export function withoutCounter(known: Paces, counter: string): Paces {
  const one = known.today.get(counter)
  if (one === undefined) return known
  const today = new Map(known.today)
  today.delete(counter)
  return { today, ...differences({ ...known, today: new Map([[counter, one]]) }) }
}

/** The paces at the day's end: who was at which pace is forgotten, how much counters differ is kept. */
export const withoutToday = (known: Paces): Paces => ({ today: new Map(), ...differences(known) })

function differences({ today, ...before }: Paces): Omit<Paces, 'today'> {
  let { pairs, products, visits, squares } = before
  for (const one of today.values()) {
    pairs += one.visits * (one.visits - 1)
    products += one.sum * one.sum - one.squares
    visits += one.visits
    squares += one.squares
  }
  return { pairs, products, visits, squares }
}

/**
 * By what a visit's length is multiplied at each counter today: drawn towards one as strongly as lengths vary by chance and
 * counters don't (empirical Bayes). A counter that is not there is at one.
 */
export function pacesOf(known: Paces): ReadonlyMap<string, number> {
  if (known.today.size === 0) return new Map()
  const { pairs, products, visits, squares } = differences(known)
  const between = Math.max(0, (products + assumed.pairs * assumed.variance) / (pairs + assumed.pairs))
  const within = (squares + assumed.visits * assumed.square) / (visits + assumed.visits)
  return new Map(
    [...known.today].map(([counter, one]) => {
      const pace = 1 + (between * one.sum) / (within + between * one.visits)
      return [counter, Math.min(slowest, Math.max(quickest, pace))] as const
    }),
  )
}
