/** Who is not received though they took a ticket: absent when called, or gone before. */
export interface Leaving {
  readonly called: number
  readonly absent: number
  /** Seconds waited by everyone, whatever came of it, and how many of them left meanwhile. */
  readonly waited: number
  readonly left: number
}

export const noLeaving: Leaving = { called: 0, absent: 0, waited: 0, left: 0 }

/** What is assumed until it is measured, and how many calls or departures that opinion weighs. */
const assumed = { absent: 0.07, calls: 60, patience: 90 * 60, departures: 8 }

/** How long a counter waits for someone who doesn't come. */
export const absentSeconds = 45

/** Share of the people called who don't come. */
export const absentShare = ({ called, absent }: Leaving): number =>
  (absent + assumed.absent * assumed.calls) / (called + assumed.calls)

/** Up to such a wait, in seconds, the patience assumed is believed; beyond, nobody is counted out without having been seen to go. */
const believed = 45 * 60

/**
 * Departures a second for each person who waits: patience is taken as exponential, as in Erlang A.
 * @param foreseen the wait by the queue's length, in seconds: a crowd does not melt on an assumption
 */
export const leavingRate = ({ waited, left }: Leaving, foreseen: number): number =>
  (left + assumed.departures * Math.min(1, believed / Math.max(1, foreseen))) /
  (waited + assumed.departures * assumed.patience)
