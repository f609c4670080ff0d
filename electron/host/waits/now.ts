import type { Instant } from '../../../shared/contract/ids.ts'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Model } from '../../../shared/domain/waits/model.ts'
import { noWaits, type WaitsNow } from '../../../shared/domain/waits/now.ts'
import type { Commit } from '../core/part.ts'

/** Facts after which a wait can be said that could not be before. */
const opens: ReadonlySet<string> = new Set([
  'dayOpened',
  'counterOpened',
  'counterResumed',
  'counterSkillsSet',
  'agentSet',
])

export type WaitsLoop = {
  /** What the office said of its waits half a second ago at most, once something changed; a second, while acts follow each other. */
  readonly current: () => WaitsNow
  /**
   * The door is open: the waits are made soon if nobody asked, so that the first act of a person doesn't wait for them. An act
   * that a page sends again at the welcome may come before: it makes them itself.
   */
  readonly opened: () => void
  /** What was learnt changed: the waits are made again soon. */
  readonly touch: () => void
  /** After a commit: made again soon; at once where a counter opened or a day began, for the first ticket to have its wait. */
  readonly committed: (commit: Pick<Commit, 'stored'>) => void
  readonly stop: () => void
}

export type WaitsLoopOptions = {
  readonly office: () => Office
  readonly model: () => Model
  readonly now: () => Instant
  /** Called when the waits were made again. */
  readonly onChange: () => void
  readonly onFault: (error: unknown) => void
}

/** In milliseconds: the waits are made again so long after the last time, at the earliest. */
const rest = 500
/** In milliseconds: they wait until nothing was stored for so long, so that acts that follow each other do not wait for them. */
const calm = 20
/** In milliseconds: they are made so long after they could have been, at the latest, whatever acts follow each other. */
const within = 500
/** A host that opens answers the pages that waited for it first: no person acts within so long, in milliseconds. */
const afterOpening = 250
/** Waits pass with time alone too. */
const tick = 5000

/**
 * Keeps what the office says of its waits: one computation for the ticket, the kiosk, the display and supervision,
 * outside the acts, which cost the same whatever the crowd.
 */
export function startWaitsLoop({ office, model, now, onChange, onFault }: WaitsLoopOptions): WaitsLoop {
  /** Made once the door is open, or when they are asked for before. */
  let waits: WaitsNow | undefined
  let madeAt = performance.now()
  let storedAt = 0
  let soon: NodeJS.Timeout | undefined
  let first: NodeJS.Timeout | undefined

  const made = (tell: () => void): WaitsNow => {
    try {
      waits = waitsNow(office(), model(), now())
      tell()
    } catch (error) {
      // The waits said before stay: no act waits for an estimate, nor fails for it.
      onFault(error)
    }
    madeAt = performance.now()
    return (waits ??= noWaits)
  }
  const make = () => {
    clearTimeout(soon)
    soon = undefined
    made(onChange)
  }
  const makeInCalm = (latest: number) => {
    const left = Math.min(storedAt + calm, latest) - performance.now()
    if (left <= 0) make()
    else soon = setTimeout(makeInCalm, left, latest)
  }
  const touch = () => {
    if (soon !== undefined) return
    const now = performance.now()
    const from = Math.max(now, madeAt + rest)
    soon = setTimeout(makeInCalm, from - now, from + within)
  }
  const ticking = setInterval(touch, tick)
  ticking.unref()

  return {
    // A view or an act that asks first tells nobody of a change: it is being computed.
    current: () => waits ?? made(() => {}),
    opened: () => {
      first ??= setTimeout(() => {
        if (waits === undefined) made(onChange)
      }, afterOpening)
    },
    touch,
    committed: ({ stored }) => {
      if (stored.length > 0) storedAt = performance.now()
      if (stored.some(({ event }) => opens.has(event.type))) make()
      else if (stored.length > 0) touch()
    },
    stop: () => {
      clearInterval(ticking)
      clearTimeout(soon)
      clearTimeout(first)
    },
  }
}
