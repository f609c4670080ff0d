import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import type { StationPresence } from '../../../shared/domain/network/state.ts'

/** Connections that one station may hold at once: its windows, and the one that learns of the hosts. */
const mostConnections = 16
/** Between two writings of when each station was last here, in milliseconds. */
const writeEvery = 60_000
/** Longest wait before an end is looked at again, in milliseconds: clocks are set, and timers count no month. */
const longestWait = 3_600_000
/** Between two notes that a display of the host's own machine, which speaks twice a second, is still here; milliseconds. */
const ownEvery = 3_600_000

/** Why a station is disconnected. */
export type CutReason = 'stationRevoked' | 'stationExpired'
export type Cut = (why: CutReason) => void

/** Which paired stations are connected to this host, and how to cut them. */
export type Presence = {
  /**
   * A connection of a station; undefined when it has too many. Call what it returns at its end.
   * @param until when the station is one no more, and the connection is cut; null for one that lasts
   */
  readonly enter: (stationId: StationId, cut: Cut, until: Instant | null) => (() => void) | undefined
  /** A station of the host's own machine spoke: it is never cut. */
  readonly own: (stationId: StationId) => void
  readonly now: () => ReadonlyMap<StationId, StationPresence>
  readonly cut: (stationId: StationId, why: CutReason) => void
  readonly stop: () => void
}

export type PresenceOptions = {
  readonly now: () => Instant
  readonly seen: ReadonlyMap<StationId, Instant>
  readonly keep: (seen: ReadonlyMap<StationId, Instant>) => void
  /** Which stations are still of the office: the others are forgotten. */
  readonly known: (stationId: StationId) => boolean
  readonly onChange: () => void
}

/** Follows who is connected; when each station was last seen is kept from time to time. */
export function startPresence({ now, seen: before, keep, known, onChange }: PresenceOptions): Presence {
  const seen = new Map(before)
  const here = new Map<StationId, Set<Cut>>()
  let written = now()

  const saw = (stationId: StationId) => {
    seen.set(stationId, now())
    if (now() - written < writeEvery) return
    write()
  }
  const write = () => {
    written = now()
    for (const stationId of here.keys()) seen.set(stationId, now())
    for (const stationId of seen.keys()) if (!known(stationId)) seen.delete(stationId)
    keep(seen)
  }

  return {
    enter: (stationId, end, until) => {
      const connections = here.get(stationId) ?? new Set<Cut>()
      if (connections.size >= mostConnections) return undefined
      here.set(stationId, connections.add(end))
      saw(stationId)
      onChange()
      const unwatch = until === null ? undefined : atItsEnd(until, now, () => end('stationExpired'))
      return () => {
        if (!connections.delete(end)) return
        unwatch?.()
        if (connections.size === 0) here.delete(stationId)
        saw(stationId)
        onChange()
      }
    },
    own: (stationId) => {
      const last = seen.get(stationId)
      if (last !== undefined && now() - last < ownEvery) return
      seen.set(stationId, now())
      // A power cut forgets none of it.
      write()
      onChange()
    },
    now: () =>
      new Map(
        [...seen].map(([stationId, lastSeen]) => [
          stationId,
          { connected: here.get(stationId)?.size ?? 0, lastSeen },
        ]),
      ),
    cut: (stationId, why) => {
      for (const end of here.get(stationId) ?? []) end(why)
    },
    stop: write,
  }
}

/** Calls back at an instant of the office's hour. @returns what gives it up */
function atItsEnd(until: Instant, now: () => Instant, ended: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    timer = setTimeout(look, Math.min(longestWait, Math.max(0, until - now())))
    timer.unref()
  }
  const look = () => {
    if (now() >= until) ended()
    else wait()
  }
  wait()
  return () => clearTimeout(timer)
}
