import type { Who } from '../../../shared/contract/events.ts'
import type { Seq, StationId } from '../../../shared/contract/ids.ts'
import { viewOf, type ViewName } from '../../../shared/contract/index.ts'
import type { Spending } from './spending.ts'
import { canonicalJson } from '../../../shared/contract/canonical.ts'

/** What a watcher receives: the whole output as JSON text, and the journal's position that it shows. */
export type Seen = (text: string, seq: Seq) => void

export type Watches = {
  /** Sends the view at once, then each time it changes, until the function returned is called. */
  readonly watch: (
    who: Who,
    name: ViewName,
    input: unknown,
    seen: Seen,
    /** Where it is watched, for the view that tells who is there. */
    seat?: string | null,
  ) => () => void
  /** Something may have changed: all watched views are computed again, soon. */
  readonly touch: () => void
  /** Computes the views again after an act: where acts follow each other, views leave them the time. */
  readonly acted: () => void
  readonly stop: () => void
}

type Watched = {
  readonly who: Who
  readonly name: ViewName
  readonly input: unknown
  readonly seat: string | null
  /** What each has seen last, and where: nobody receives twice what did not change, nor misses what did. */
  readonly watchers: Map<Seen, { readonly last: string; readonly stationId: StationId }>
}

/** At most one delivery in so many milliseconds: a frame of a screen. */
const frame = 16
/** Where acts follow each other, views are made and told for this share of the time at most, so that few acts wait for one. */
const share = 1 / 50
/** In milliseconds: they are told so long after a commit at the latest, and nobody sees that it is not at once. */
const latest = 100
/**
 * Milliseconds of views that one turn of the event loop makes, before it looks for an act. An act that meets them waits once:
 * one view a turn had each of three acts wait in a row.
 */
const aTurn = 4
/** Views show durations: they are computed again when nothing happens. */
const tick = 5000

/** Each distinct view is computed once for all who watch it, and sent only if its text changed. */
export function startWatches(
  compute: (who: Who, name: ViewName, input: unknown, seat: string | null) => string,
  seq: () => Seq,
  fault: (name: ViewName, error: unknown) => void,
  { charge, wait }: Pick<Spending, 'charge' | 'wait'>,
): Watches {
  const watched = new Map<string, Watched>()
  /** Takes back the pass that is to come; null where none is. */
  let forget: (() => void) | null = null
  let last = 0
  /** The last pass after an act, and whether one is to come. */
  let lastActed = -latest
  let isActed = false
  let pass: Iterator<Watched> | null = null
  let again = false
  /** Milliseconds that making and telling the views of the last pass took. */
  let spent = 0

  // One connection that fails keeps nobody else from hearing.
  const tell = (name: ViewName, seen: Seen, text: string) => {
    try {
      seen(text, seq())
    } catch (error) {
      fault(name, error)
    }
  }

  /** Computes a view in the name of those who watch it: each has its part of what that held of the thread. */
  const computed = (
    { who, name, input, seat }: Omit<Watched, 'watchers'>,
    stations: readonly StationId[],
  ) => {
    const began = performance.now()
    try {
      return compute(who, name, input, seat)
    } finally {
      const each = (performance.now() - began) / stations.length
      for (const stationId of stations) charge(stationId, each)
    }
  }

  const deliver = (view: Watched) => {
    const stations = [...view.watchers.values()].map(({ stationId }) => stationId)
    // Those who had more than their part see it at a next time.
    if (stations.every((stationId) => wait(stationId) > 0)) return
    let text: string
    try {
      text = computed(view, stations)
    } catch (error) {
      return fault(view.name, error)
    }
    for (const [seen, { last, stationId }] of view.watchers) {
      if (text === last) continue
      view.watchers.set(seen, { last: text, stationId })
      tell(view.name, seen, text)
    }
  }

  const soon = () => {
    const immediate = setImmediate(turn)
    forget = () => clearImmediate(immediate)
  }

  // As many views as a turn of the event loop may hold, or one that is long: an act waits for no more than that.
  const turn = () => {
    forget = null
    if (!pass) {
      last = performance.now()
      if (isActed) lastActed = last
      isActed = false
      spent = 0
      pass = watched.values()
    }
    const began = performance.now()
    let took = 0
    for (;;) {
      const next = pass.next()
      if (next.done) break
      deliver(next.value)
      took = performance.now() - began
      if (took < aTurn) continue
      spent += took
      soon()
      return
    }
    spent += took
    pass = null
    if (!again) return
    again = false
    touch()
  }

  const touch = () => {
    // What changes during a pass may have been computed before: it is followed by another.
    if (pass) again = true
    if (forget !== null || watched.size === 0) return
    const between = Math.min(latest, spent / share)
    const after = isActed ? Math.max(last + frame, lastActed + between) : last + frame
    const rest = after - performance.now()
    if (rest <= 0) return soon()
    const timeout = setTimeout(turn, rest)
    forget = () => clearTimeout(timeout)
  }

  const ticking = setInterval(touch, tick)
  ticking.unref()

  return {
    watch: (who, name, input, seen, seat = null) => {
      // Two agents never share a view; two displays do, but for what each is to the office.
      const station = viewOf(name).own === 'station' ? who.stationId : null
      const key = canonicalJson([name, input, who.role, who.agentId, seat, station])
      // Before it is kept: a view that can't be computed is not watched.
      const text = computed({ who, name, input, seat }, [who.stationId])
      const view: Watched = watched.get(key) ?? { who, name, input, seat, watchers: new Map() }
      watched.set(key, view)
      view.watchers.set(seen, { last: text, stationId: who.stationId })
      seen(text, seq())
      return () => {
        view.watchers.delete(seen)
        // Another watch of the same view may have begun since under this key.
        if (view.watchers.size === 0 && watched.get(key) === view) watched.delete(key)
      }
    },
    touch,
    acted: () => {
      isActed = true
      touch()
    },
    stop: () => {
      clearInterval(ticking)
      forget?.()
      forget = null
      watched.clear()
    },
  }
}
