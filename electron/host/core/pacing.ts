import type { Role } from '../../../shared/contract/define.ts'
import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import { calls, type CallName } from '../../../shared/contract/index.ts'
import { paces, type AskedTooOften, type Pace, type PaceName } from '../../../shared/contract/pace.ts'
import type { StationAsking } from '../../../shared/domain/network/state.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { startBuckets } from './buckets.ts'
import type { Spending } from './spending.ts'
import type { Holder } from './tokens.ts'

/** How often each station asks for what runs out: the same count at every door. */
export type Pacing = {
  /**
   * One more call of this station.
   * @returns 0 when it may be made; else the seconds until it may
   */
  readonly begin: (holder: Pick<Holder, 'role' | 'stationId' | 'from'>, name: CallName) => number
  /**
   * One more view or reading of this station, whatever it is.
   * @returns 0 when it may have it; else the seconds until the others have had their part of the thread
   */
  readonly look: (holder: Pick<Holder, 'role' | 'stationId' | 'from'>) => number
  /** Kiosks and other software that asked too often in the last minutes, for the supervisor. */
  readonly now: () => readonly StationAsking[]
}

export type PacingOptions = {
  readonly office: () => Pick<Office, 'settings'>
  /** The office's hour. */
  readonly now: () => Instant
  /** Counts what is refused. */
  readonly refused: (code: 'tooOften' | 'busyWithOthers', holder: Pick<Holder, 'stationId' | 'from'>) => void
  /** What each station has had of the thread. */
  readonly spending: Pick<Spending, 'wait'>
  readonly onChange: () => void
}

/** A minute, in milliseconds: asks are told by the minute. */
const minute = 60_000
/** What was refused is told to the supervisor for so long after the last time, in milliseconds. */
const told = 10 * minute

/** Whom a supervisor may suspend: what people ask at their own stations is theirs, and nobody watches work. */
const isWatched = (role: Role): boolean => role === 'kiosk' || role === 'integration'

/** Counts what each station asks, by the paces of the declarations; the kiosk's own pace is a setting of the office. */
export function startPacing({ office, now, refused, spending, onChange }: PacingOptions): Pacing {
  const buckets = startBuckets(Infinity, now)
  const counted = new Map<string, { from: number; count: number }>()
  const tooFast = new Map<string, StationAsking>()

  const paceOf = (role: Role, name: PaceName): Pace =>
    (role === 'kiosk' && name === 'numbers' ? office().settings?.rules.kioskPace : undefined) ?? paces[name]

  /** Calls of this minute, this one among them. */
  const count = (key: string): number => {
    const at = now()
    const last = counted.get(key)
    if (last === undefined || at - last.from >= minute) {
      counted.set(key, { from: at, count: 1 })
      return 1
    }
    return ++last.count
  }

  const tell = (stationId: StationId, pace: AskedTooOften, key: string, aMinute: number): void => {
    const before = tooFast.get(key)
    const at = now()
    const goesOn = before !== undefined && at - before.at < told
    tooFast.set(key, { stationId, pace, at, aMinute: Math.max(aMinute, goesOn ? before.aMinute : 0) })
    // The page hears it at once; the count that grows comes with the next look.
    if (!goesOn) onChange()
  }

  return {
    begin: (holder, name) => {
      const pace = calls[name].pace?.[holder.role]
      if (pace === undefined) return 0
      const key = `${pace} ${holder.stationId}`
      const aMinute = isWatched(holder.role) ? count(key) : 0
      const { burst, seconds } = paceOf(holder.role, pace)
      const wait = buckets.take(key, burst, 1 / seconds)
      if (wait > 0) {
        refused('tooOften', holder)
        if (aMinute > 0) tell(holder.stationId, pace, key, aMinute)
      }
      return wait
    },
    look: (holder) => {
      const key = `views ${holder.stationId}`
      const aMinute = isWatched(holder.role) ? count(key) : 0
      const wait = spending.wait(holder.stationId)
      if (wait > 0) {
        refused('busyWithOthers', holder)
        if (aMinute > 0) tell(holder.stationId, 'views', key, aMinute)
      }
      return wait
    },
    now: () => {
      for (const [key, { at }] of tooFast) if (now() - at >= told) tooFast.delete(key)
      return [...tooFast.values()]
    },
  }
}
