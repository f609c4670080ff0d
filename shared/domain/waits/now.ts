import type { ServiceId, Instant } from '../../contract/ids.ts'
import type { WaitSaid } from '../../contract/waits/waits.ts'
import type { Coverage, Basis } from './model.ts'
import type { Before } from './queueLength.ts'

/** What the office says of its waits at one moment: made once, read by the ticket, the kiosk, the display, supervision. */
export type WaitsNow = {
  /** When it was said. */
  readonly at: Instant
  readonly said: ReadonlyMap<ServiceId, WaitSaid>
  /** Who is before whoever would come, for each service of which something is said. */
  readonly before: ReadonlyMap<ServiceId, Before>
  /** How many waited for each service when it was said. */
  readonly lines: ReadonlyMap<ServiceId, number>
  /** Mean duration of a request, in seconds, by service. */
  readonly seconds: ReadonlyMap<ServiceId, number>
  /** How many of those who wait may well not be received before closing. */
  readonly atRisk: ReadonlyMap<ServiceId, number>
  /** Until when the kiosk says « vous devriez être reçu », at the pace of now. */
  readonly sureUntil: Instant | null
  readonly coverage: ReadonlyMap<string, Coverage>
  /** What each was estimated from, where a simulation did: given back with the wait measured, it teaches the model. */
  readonly bases: ReadonlyMap<ServiceId, Basis>
}

export const noWaits: WaitsNow = {
  at: 0 as Instant,
  said: new Map(),
  before: new Map(),
  lines: new Map(),
  seconds: new Map(),
  atRisk: new Map(),
  sureUntil: null,
  coverage: new Map(),
  bases: new Map(),
}
