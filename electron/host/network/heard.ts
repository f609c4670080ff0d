import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import type { Silence } from '../../../shared/domain/queue/state.ts'

/** When kiosks sent messages, and when they were silent: a kiosk's account of a cut is accepted within these silences only. */
export type Heard = {
  /** A station said something, by whichever door. */
  readonly said: (stationId: StationId) => void
  /** A station is back on a link: since it was last heard, it was silent. */
  readonly came: (stationId: StationId) => void
  /** In the order of the hours. */
  readonly silences: (stationId: StationId) => readonly Silence[]
  /** Keeps on the disk when each was heard, for a host that starts again, if anything is new. */
  readonly tick: () => void
}

/** What a host that starts again must know: when each kiosk was heard last, and its silences of the last week. */
export type HeardBefore = {
  readonly heard: ReadonlyMap<StationId, Instant>
  readonly silences: ReadonlyMap<StationId, readonly Silence[]>
}

export type HeardOptions = {
  readonly now: () => Instant
  readonly before: HeardBefore
  readonly keep: (heard: ReadonlyMap<StationId, Instant>) => void
  /** Asked as soon as one ends: the papers of that silence come just after, or once the host has been restarted. */
  readonly keepSilences: (silences: HeardBefore['silences']) => void
  /** What the journal says of a station, for a host that another one was before. */
  readonly told: (stationId: StationId) => Instant | undefined
}

/** A kiosk gives no number of its own before so long without an answer; and none joins so long after; milliseconds. */
const shortest = 1000
const longest = 7 * 86_400_000
/** Silences kept of one station. */
const most = 64

/** Notes when each kiosk is heard, and keeps the silences by which its provisional numbers are known. */
export function startHeard({ now, before, keep, keepSilences, told }: HeardOptions): Heard {
  const heard = new Map(before.heard)
  const silences = new Map(before.silences)
  let fresh = false

  const note = (stationId: StationId) => {
    heard.set(stationId, now())
    fresh = true
  }
  return {
    said: note,
    came: (stationId) => {
      const to = now()
      const last = Math.max(heard.get(stationId) ?? 0, told(stationId) ?? 0) as Instant
      note(stationId)
      // A station of which nothing was ever known has no paper of this office.
      if (last === 0 || to - last < shortest) return
      const recent = (silences.get(stationId) ?? []).filter((one) => to - one.to < longest)
      silences.set(stationId, [...recent, { from: last, to }].slice(-most))
      for (const [one, theirs] of silences)
        if (theirs.every((silence) => to - silence.to >= longest)) silences.delete(one)
      // Its last word before this silence is no longer the one to measure from, should the host fall now.
      keep(heard)
      keepSilences(silences)
    },
    silences: (stationId) => silences.get(stationId) ?? [],
    tick: () => {
      if (!fresh) return
      fresh = false
      for (const [stationId, at] of heard) if (now() - at > longest) heard.delete(stationId)
      keep(heard)
    },
  }
}
