import type { Who } from '../../shared/contract/events.ts'
import type { Seq } from '../../shared/contract/ids.ts'
import type { ViewName } from '../../shared/contract/index.ts'
import { canonicalJson } from '../../shared/contract/canonical.ts'

/** What a watcher receives: the whole output as JSON text, and the journal's position that it shows. */
export type Seen = (text: string, seq: Seq) => void

export type Watches = {
  /** Sends the view at once, then each time it changes, until the function returned is called. */
  readonly watch: (who: Who, name: ViewName, input: unknown, seen: Seen) => () => void
  /** Something may have changed: all watched views are computed again, soon. */
  readonly touch: () => void
  readonly stop: () => void
}

type Watched = {
  readonly who: Who
  readonly name: ViewName
  readonly input: unknown
  readonly watchers: Set<Seen>
  text: string
}

/** At most one delivery in so many milliseconds: a frame of a screen. */
const frame = 16
/** Views show durations: they are computed again when nothing happens. */
const tick = 5000

/** Each distinct view is computed once for all who watch it, and sent only if its text changed. */
export function startWatches(
  compute: (who: Who, name: ViewName, input: unknown) => string,
  seq: () => Seq,
  fault: (name: ViewName, error: unknown) => void,
): Watches {
  const watched = new Map<string, Watched>()
  let timer: NodeJS.Timeout | NodeJS.Immediate | null = null
  let last = 0

  const deliver = () => {
    timer = null
    last = performance.now()
    for (const view of watched.values()) {
      try {
        const text = compute(view.who, view.name, view.input)
        if (text === view.text) continue
        view.text = text
      } catch (error) {
        fault(view.name, error)
        continue
      }
      for (const seen of view.watchers) seen(view.text, seq())
    }
  }

  const touch = () => {
    if (timer !== null || watched.size === 0) return
    const rest = frame - (performance.now() - last)
    timer = rest <= 0 ? setImmediate(deliver) : setTimeout(deliver, rest)
  }

  const ticking = setInterval(touch, tick)
  ticking.unref()

  return {
    watch: (who, name, input, seen) => {
      // Two agents never share a view; two displays do.
      const key = canonicalJson([name, input, who.role, who.agentId])
      const view = watched.get(key) ?? { who, name, input, watchers: new Set<Seen>(), text: '' }
      watched.set(key, view)
      view.watchers.add(seen)
      // Shown as it is now; `view.text` stays what the others have seen, whose delivery may still be to come.
      seen(compute(who, name, input), seq())
      return () => {
        view.watchers.delete(seen)
        if (view.watchers.size === 0) watched.delete(key)
      }
    },
    touch,
    stop: () => {
      clearInterval(ticking)
      if (timer !== null) {
        clearImmediate(timer as NodeJS.Immediate)
        clearTimeout(timer as NodeJS.Timeout)
      }
      watched.clear()
    },
  }
}
