import type { CopyPlace, FollowedStore } from '../../../db/journal/followed.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import type { HeldFiles } from './files.ts'
import type { Next, NextAsked, Peer } from './wire.ts'

/** A machine that follows this one. */
export type Follower = {
  readonly peer: Peer
  /** What it has, durably. */
  readonly place: Pick<CopyPlace, 'seq' | 'rev'>
  /** Milliseconds of the machine's clock. */
  readonly heardAt: number
}

export type Leader = {
  /** What comes after the place that was asked; waits for something to come, for a while. */
  readonly next: (asked: NextAsked, signal: AbortSignal) => Promise<Next | 'closing'>
  /** Something was stored. */
  readonly committed: () => void
  /** Whether what is stored now is durable on a machine that follows; false when none says so in time. */
  readonly copied: () => Promise<boolean>
  /** Acts wait for a machine that follows, and none is there. */
  readonly away: () => boolean
  readonly followers: () => readonly Follower[]
  /** Nobody follows any more, and no act waits for anybody, until one is heard again. */
  readonly forgetAll: () => void
  readonly stop: () => void
}

export type LeaderOptions = {
  readonly store: FollowedStore
  readonly files: HeldFiles
  readonly epoch: () => number
  /** An answer waits for a durable copy. */
  readonly waits: boolean
  /** Machines that have followed this one before. */
  readonly known: number
  readonly onHeard: (peer: Peer, door: NextAsked['door']) => void
  readonly onFault: (error: unknown) => void
}

/** Milliseconds: a question that waits, a look at rows that change without an act, an act that waits for its copy; between two forgettings. */
const pace = { poll: 8000, look: 500, copy: 3000, forget: 600_000 }
/** Revisions that all have taken in are forgotten by so many; so many are kept at most for who is away. */
const forgotten = { each: 2000, most: 200_000 }

/** The host's end: it answers those that follow, and knows how far they are. */
export function startLeader(options: LeaderOptions): Leader {
  const { store, files, epoch, waits, onFault } = options
  const followers = new Map<string, Follower>()
  const waking = new Set<() => void>()
  const acknowledged = new Set<() => void>()
  let away = waits && options.known > 0
  let known = options.known
  let floor = 0
  let stopped = false

  const wake = () => {
    for (const listener of waking) listener()
  }
  const nothing = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer)
        waking.delete(end)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      waking.add(end)
      signal.addEventListener('abort', end, { once: true })
    })

  const reached = ({ seq, rev }: CopyPlace) =>
    [...followers.values()].some(({ place }) => place.seq >= seq && place.rev >= rev)

  const heard = async ({ us, place, door }: NextAsked, isOurs: boolean) => {
    // Another chain, or rows of another lineage: however far it is, it has nothing of what is stored here.
    const { seq, rev } = isOurs ? place : { seq: 0, rev: 0 }
    followers.set(us.hostId, { peer: us, place: { seq: seq as Seq, rev }, heardAt: Date.now() })
    options.onHeard(us, door)
    if (away && reached(await store.place())) away = false
    for (const listener of acknowledged) listener()
    await forget()
  }

  /** What all have taken in; what nobody asks for any more, past a bound. */
  const forget = async () => {
    const { rev } = await store.place()
    const places = [...followers.values()].map(({ place }) => place.rev)
    const taken = places.length === 0 ? 0 : Math.min(rev, ...places)
    const upTo = Math.max(taken, rev - forgotten.most)
    if (upTo - floor < forgotten.each) return
    floor = upTo
    await store.forget(upTo)
  }
  const forgetting = setInterval(() => {
    forget().catch(onFault)
  }, pace.forget).unref()

  const since = async (asked: NextAsked): Promise<Next | undefined> => {
    const delta = await store.since({ ...asked.place, seq: asked.place.seq as Seq })
    if (typeof delta === 'string') return { t: delta }
    // Files first: a token that an event of the same part tells of is there before it.
    const tells = delta.events.some(([, body]) => body.includes('"type":"agentSet"'))
    const changed = files.digest(tells) !== asked.files
    if (!changed && delta.events.length + delta.rows.length === 0 && delta.rev === asked.place.rev)
      return undefined
    return {
      t: 'delta',
      epoch: epoch(),
      events: delta.events.map(([seq, body, hash]) => [seq, body, hash]),
      rows: delta.rows.map(([table, key, row]) => [table, key, row]),
      rev: delta.rev,
      ...(changed ? { files: files.all() } : {}),
    }
  }

  return {
    next: async (asked, signal) => {
      if (stopped) return 'closing'
      let found = await since(asked)
      // Its token was taken back meanwhile: nothing of it is believed.
      if (signal.aborted) return 'closing'
      await heard(asked, found === undefined || found.t === 'delta')
      const until = performance.now() + pace.poll
      for (;;) {
        if (found) return found
        if (stopped || signal.aborted || !asked.holds || performance.now() >= until)
          return { t: 'delta', epoch: epoch(), events: [], rows: [], rev: asked.place.rev }
        await nothing(pace.look, signal)
        found = await since(asked)
      }
    },
    committed: wake,
    copied: async () => {
      if (!waits || (known === 0 && followers.size === 0)) return true
      try {
        const here = await store.place()
        if (reached(here)) return true
        wake()
        const done = await new Promise<boolean>((resolve) => {
          const look = () => {
            if (reached(here)) end(true)
          }
          const end = (said: boolean) => {
            clearTimeout(timer)
            acknowledged.delete(look)
            resolve(said)
          }
          const timer = setTimeout(() => end(false), pace.copy)
          acknowledged.add(look)
        })
        away = !done
        return done
      } catch (error) {
        onFault(error)
        return false
      }
    },
    away: () => away,
    followers: () => [...followers.values()],
    forgetAll: () => {
      followers.clear()
      known = 0
      away = false
    },
    stop: () => {
      stopped = true
      clearInterval(forgetting)
      wake()
    },
  }
}
