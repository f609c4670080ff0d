/** Half-hours: fine enough for a peak, wide enough to be filled by a few days. */
const slotSeconds = 1_800
const slots = 48

/** What is assumed of priorities before the office has shown its own: few, and how many visits that opinion weighs. */
const assumedPriority = { share: 0.06, weight: 25 }

/** Who arrives when, for one service. */
export interface Arrivals {
  /** Visits begun in each half-hour of the day, all days together. */
  readonly bySlot: Float64Array
  /** Of those of whom it could be told, how many passed first. */
  readonly told: number
  readonly first: number
}

export const noArrivals: Arrivals = { bySlot: new Float64Array(slots), told: 0, first: 0 }

const slotOf = (instant: number): number =>
  Math.min(slots - 1, Math.max(0, Math.floor(instant / slotSeconds)))

/** These arrivals and one batch more. */
export function withArrivals(
  known: Arrivals,
  added: readonly { readonly arrived: number; readonly priority?: boolean }[],
): Arrivals {
  const bySlot = known.bySlot.slice()
  let { told, first } = known
  for (const { arrived, priority } of added) {
    bySlot[slotOf(arrived)]! += 1
    if (priority === undefined) continue
    told += 1
    if (priority) first += 1
  }
  return { bySlot, told, first }
}

/** Priority arrivals expected a second at this instant, over so many days measured. */
export function priorityRate({ bySlot, told, first }: Arrivals, instant: number, days: number): number {
  if (days === 0) return 0
  const slot = slotOf(instant)
  const before = bySlot[Math.max(0, slot - 1)]!
  const after = bySlot[Math.min(slots - 1, slot + 1)]!
  const perDay = (before + 2 * bySlot[slot]! + after) / 4 / days
  const share = (first + assumedPriority.share * assumedPriority.weight) / (told + assumedPriority.weight)
  return (perDay * share) / slotSeconds
}
