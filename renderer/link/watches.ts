import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { Input, Output, ViewName } from '../../shared/contract/index.ts'
import type { Connection } from '../../shared/rpc/connect.ts'
import type { Fault } from '../../shared/rpc/protocol.ts'

type Watch = {
  readonly name: ViewName
  readonly input: never
  readonly listeners: Set<() => void>
  latest: unknown
  stop: (() => void) | null
  /** Since how many refusals it is asked again, each time later. */
  refused: number
}

/** How long a page waits before it asks again a host that answers others first, in milliseconds: longer each time. */
export const busyWait = (times: number): number => Math.min(1000 * 2 ** times, 30_000)
export const isBusy = ({ code }: Fault): boolean => code === 'busyWithOthers'
/** Says that the host could not then, not that it may not: the view is asked again. */
const isPassing = ({ code }: Fault): boolean =>
  ['busyWithOthers', 'fault', 'tooManyCalls', 'tooOften'].includes(code)

/**
 * What the page watches, whatever connection there is: one watch for each view and input, shared by all who show
 * it, begun again on each new connection. The last output stays on the page while the host is away.
 * @param onSeq told the journal's position of each output
 */
export function createWatches(onSeq: (seq: number) => void) {
  const watches = new Map<string, Watch>()
  let connection: Connection | null = null
  /** What is to be asked at the end of this turn. */
  let asked: Watch[] = []

  const keyOf = (name: ViewName, input: unknown) => `${name} ${canonicalJson(input)}`

  const begin = (watch: Watch, over: Connection) => {
    watch.stop = over.watch(watch.name, watch.input, (result, seq) => {
      // A view that the host can't give leaves the last one: a panel never goes blank under an agent's eyes.
      if ('error' in result) {
        if (isPassing(result.error)) later(watch, over)
        return
      }
      watch.refused = 0
      onSeq(seq)
      watch.latest = result.output
      for (const listener of watch.listeners) listener()
    })
  }

  /**
   * What is asked in one turn leaves from the last to the first: a page drawn at once asks from within outwards, and the short
   * views of its frame must be there before the long one of its middle, which would be drawn again for each of them.
   */
  const beginAsked = () => {
    const turn = asked.toReversed()
    asked = []
    for (const watch of turn)
      if (connection && watch.stop === null && watch.listeners.size > 0) begin(watch, connection)
  }
  const ask = (watch: Watch) => {
    if (asked.length === 0) queueMicrotask(beginAsked)
    asked.push(watch)
  }

  const later = (watch: Watch, over: Connection) => {
    const stop = watch.stop
    setTimeout(
      () => {
        // Begun again meanwhile over another connection, or watched no more.
        if (connection !== over || watch.stop !== stop || watch.listeners.size === 0) return
        stop?.()
        begin(watch, over)
      },
      busyWait(watch.refused++),
    )
  }

  return {
    attach: (over: Connection): void => {
      connection = over
      for (const watch of watches.values()) begin(watch, over)
    },
    detach: (): void => {
      connection = null
      for (const watch of watches.values()) watch.stop = null
    },
    /** Another person holds the station: nothing of the one before is shown. */
    forget: (): void => {
      connection = null
      for (const watch of watches.values()) {
        watch.stop = null
        watch.latest = undefined
        for (const listener of watch.listeners) listener()
      }
    },
    watch: <N extends ViewName>(name: N, input: Input<N>, listener: () => void): (() => void) => {
      const key = keyOf(name, input)
      let watch = watches.get(key)
      if (!watch) {
        watch = {
          name,
          input: input as never,
          listeners: new Set(),
          latest: undefined,
          stop: null,
          refused: 0,
        }
        watches.set(key, watch)
        if (connection) ask(watch)
      }
      watch.listeners.add(listener)
      const held = watch
      return () => {
        held.listeners.delete(listener)
        if (held.listeners.size > 0 || watches.get(key) !== held) return
        held.stop?.()
        watches.delete(key)
      }
    },
    latest: <N extends ViewName>(name: N, input: Input<N>): Output<N> | undefined =>
      watches.get(keyOf(name, input))?.latest as Output<N> | undefined,
  }
}
