import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { SourceExchange, SourceStanding } from '../../../shared/contract/appointments/sources.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Log } from '../core/log.ts'
import type { Commit } from '../core/part.ts'
import { followedDays, freshState, knownAfter, rememberedOf, type Among } from './sourceState.ts'
import { startSourceTelling } from './sourceTelling.ts'
import { performing } from './performing.ts'
import type { DayDone } from './outside/perform.ts'
import type { AskedDay } from './outside/source.ts'
import { startSigning, type Signing } from './signing.ts'
import type { SourceFile, SourceStore } from './sourceFile.ts'

/** Between two readings, and the longest wait while a source does not answer; in milliseconds. */
const pace = { usual: 60_000, longest: 600_000, feedLongest: 900_000 }
const mostExchanges = 20
/** A notice brings a reading forward, no more often than so many milliseconds. */
const noticed = 2000

/** What every source of an office is followed with. */
export type SourceFollowerOptions = {
  readonly office: () => Office
  readonly personal: () => Personal
  readonly now: () => Instant
  /** Whether this machine acts: one that follows leaves it to its host. */
  readonly acts: () => boolean
  readonly log: Log
  readonly onChange: () => void
  readonly program: URL
  /** For tests: a shorter pace, another port for a sign-in to come back to. */
  readonly every?: number | undefined
  readonly returnPort?: number | undefined
}

export type Follower = {
  readonly file: SourceFile
  readonly standing: () => SourceStanding
  readonly exchanges: () => readonly SourceExchange[]
  /** How many things are still to be told to it. */
  readonly waiting: () => number
  readonly signing: Signing
  /** What was last believed of it; null before its first reading. */
  readonly reading: () => FollowedDays | null
  /** Whether it has an appointment, or was given it since its last reading. */
  readonly holds: (uid: string) => boolean
  /** What the source says by itself that it changed. @returns false when it is not signed by it */
  readonly heard: (body: Buffer, signature: string) => boolean
  readonly committed: (commit: Commit) => void
  readonly stop: () => void
}

/**
 * Follows one source of appointments: reads its coming days, and tells it who came, who was received and who did not come. While
 * it does not answer its last list stands, and its age is shown; nobody who is present depends on it, and no other source does.
 */
export function startSourceFollower(
  file: SourceFile,
  store: SourceStore,
  among: Among,
  options: SourceFollowerOptions,
): Follower {
  const { office, personal, now, acts, log, onChange, program, every = pace.usual, returnPort } = options
  const { sourceId, settings } = file
  const leaving = new AbortController()
  const state = freshState(every, store.remembered())
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  let exchanges: readonly SourceExchange[] = []

  const perform = performing(program, leaving.signal)
  const signing = startSigning({
    store,
    perform,
    now,
    log,
    onSignedIn: () => {
      state.nextRead = state.nextTell = 0
      void turn()
    },
    port: returnPort,
  })
  const { exchange } = signing
  const noted = (what: SourceExchange['what'], count: number, problem: OutsideProblem | null) => {
    exchanges = [{ at: now(), what, count, problem }, ...exchanges].slice(0, mostExchanges)
    log.info('appointments', { source: sourceId, exchange: what, count, problem })
  }

  const remember = () => {
    if (settings.kind === 'rdvsp') store.writeRemembered(rememberedOf(state))
  }
  const telling = startSourceTelling({
    file,
    store,
    state,
    known: () => ({ office: office(), personal: personal() }),
    among,
    exchange,
    noted,
    remember,
    now,
    leaving: leaving.signal,
  })

  async function read(): Promise<void> {
    const { settings: premises } = office()
    if (premises === null) return
    const asked = among.asked()
    // What the office makes of a day depends on its own day and services too.
    const heldBy = JSON.stringify([office().day?.dayId ?? null, premises.services])
    const withdrawn = [...state.told].flatMap(([identity, told]) => (told === 'CANCELLED' ? identity : []))
    const done = await exchange(file, (access) => ({
      of: 'day',
      access,
      asked,
      mark: state.heldBy === heldBy && withdrawn.length === 0 ? state.mark : null,
      known: state.known.map(({ place, startsAt }) => ({ place, startsAt })),
      holding: { services: premises.services, byPart: settings.services },
    }))
    if (leaving.signal.aborted) return
    if ('problem' in done) {
      state.failures++
      state.problem = done.problem
      const wait = Math.min(state.every * 2 ** Math.min(state.failures, 8), Math.max(every, pace.longest))
      state.nextRead = performance.now() + Math.max(wait, done.retryAfter ?? 0)
      return noted('read', 0, done.problem)
    }
    if (!('day' in done)) return
    const { day } = done
    state.nextRead =
      performance.now() + (state.every = Math.max(every, Math.min(day.every ?? 0, pace.feedLongest)))
    if (!day.unchanged) {
      if (!(await taken(asked, day, withdrawn))) return
      for (const identity of withdrawn) state.told.delete(identity)
      state.held = new Map(day.appointments.map((one) => [one.identity, one]))
      state.known = knownAfter(state, day)
      // A calendar says what it was told; elsewhere somebody may have written over it, which is theirs to do.
      if (settings.kind === 'caldav') state.told.clear()
      remember()
      state.parts = day.parts
      state.given.clear()
      state.moved.clear()
      telling.read()
      noted('read', day.appointments.length, null)
    }
    state.mark = day.mark
    state.heldBy = heldBy
    state.at = now()
    state.problem = null
    state.failures = 0
  }

  /** Gives the domain what was read. @returns false when it is not to be believed yet */
  async function taken(asked: AskedDay, day: DayDone, withdrawn: readonly string[]): Promise<boolean> {
    const followed = followedDays(sourceId, asked, day, withdrawn)
    const expected = office().appointments.some(
      (one) => one.followedBy === sourceId && one.state === 'expected',
    )
    // All gone at once is more often a fault than a fact: it is asked once more before anybody is taken off the list.
    const emptied = followed.present.length === 0 && expected && !state.emptied
    state.emptied = emptied
    if (emptied) {
      state.problem = 'emptyCalendar'
      noted('read', 0, 'emptyCalendar')
      return false
    }
    const before = state.reading
    state.reading = followed
    if (await among.believe()) return true
    state.reading = before
    return false
  }

  /** One exchange at a time: what is asked meanwhile comes after it. */
  async function turn(): Promise<void> {
    if (leaving.signal.aborted) return
    if (running) {
      again = true
      return
    }
    running = true
    clearTimeout(timer)
    try {
      if (acts()) {
        await telling.tell()
        await telling.give()
        if (performance.now() >= state.nextRead) await read()
        // What a first reading shows that the calendar does not say yet.
        if (telling.toSay()) await telling.tell()
      }
    } catch (error) {
      log.fault('appointments', error)
    } finally {
      running = false
      if (!leaving.signal.aborted) {
        onChange()
        const wait = again ? 0 : Math.min(every, Math.max(50, state.nextRead - performance.now()))
        again = false
        timer = setTimeout(() => void turn(), wait)
      }
    }
  }

  /** What a notice says is not believed: the days are read again, so that none comes late, twice or out of order. */
  function heard(body: Buffer, signature: string): boolean {
    if (settings.kind !== 'rdvsp' || file.noticeSecret === undefined) return false
    if (!isSigned(body, signature, file.noticeSecret)) return false
    // After a problem the source is left alone for as long as it was going to be.
    if (state.problem === null) {
      state.nextRead = Math.min(state.nextRead, performance.now() + Math.min(every, noticed))
      void turn()
    }
    return true
  }

  timer = setTimeout(() => void turn(), 0)

  return {
    file,
    standing: () => ({
      sourceId,
      kind: settings.kind,
      name: settings.name ?? null,
      at: state.at,
      problem: state.problem,
    }),
    exchanges: () => exchanges,
    waiting: telling.waiting,
    signing,
    reading: () => state.reading,
    holds: (uid) => state.held.has(uid) || state.given.has(uid),
    heard,
    committed: (commit) => {
      if (telling.committed(commit)) void turn()
    },
    stop: () => {
      leaving.abort()
      signing.stop()
      clearTimeout(timer)
    },
  }
}

/** Whether a source signed what it says: the HMAC-SHA256 of the bytes as they came, in lower-case hexadecimal. */
function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const right = createHmac('sha256', secret).update(body).digest()
  const shown = Buffer.from(/^[0-9a-f]{64}$/.test(signature) ? signature : '', 'hex')
  return shown.length === right.length && timingSafeEqual(shown, right)
}
