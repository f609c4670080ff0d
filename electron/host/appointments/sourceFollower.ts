import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { SourceExchange, SourceStanding } from '../../../shared/contract/appointments/sources.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Log } from '../core/log.ts'
import { has, type Commit } from '../core/part.ts'
import { followedDays, freshState, knownAfter, rememberedOf } from './sourceState.ts'
import { ungiven, unmoved, type Calendars } from './giving.ts'
import { isSigned } from './notices.ts'
import { performing } from './performing.ts'
import type { DayDone } from './outside/perform.ts'
import type { AskedDay } from './outside/source.ts'
import { startSigning, type Signing } from './signing.ts'
import type { SourceFile, SourceStore, ToTell } from './sourceFile.ts'
import { cancelledHere, mayConcern, stillExpected, untold } from './telling.ts'

/** Between two readings, and the longest wait while a source does not answer; in milliseconds. */
const pace = { usual: 60_000, longest: 600_000, feedLongest: 900_000 }
/** What could not be told of a day that was closed is given up after so long. */
const toldWithin = 2 * 86_400_000
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

/** What a source is among the others. */
export type Among = {
  readonly asked: () => AskedDay
  /** Gives the domain what all the sources last had. @returns false when it was not taken */
  readonly believe: () => Promise<boolean>
  /** What of the office the other sources are given. */
  readonly giving: () => Omit<Calendars, 'parts' | 'services'>
  readonly isElsewhere: (uid: string) => boolean
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
  let toTell: readonly ToTell[] = store.toTell()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  let exchanges: readonly SourceExchange[] = []

  const known = () => ({ office: office(), personal: personal() })
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
      expect()
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

  const remember = () => {
    if (settings.kind === 'rdvsp') store.writeRemembered(rememberedOf(state))
  }
  const toSay = () => untold(known(), { settings, ...state })

  async function tell(): Promise<void> {
    if (settings.kind === 'ics' || performance.now() < state.nextTell) return
    toTell = toTell.filter(({ since }) => since > now() - toldWithin)
    const all = [...toTell, ...toSay()]
    if (all.length === 0) return
    const tellings = all.map(({ uid, occurrence, calendar, place, state: what }) => {
      return { uid, occurrence, calendar, place, state: what }
    })
    const done = await exchange(file, (access) => ({ of: 'tell', access, now: now(), tellings }))
    if (leaving.signal.aborted) return
    state.nextTell = performance.now() + (('retryAfter' in done && done.retryAfter) || 0)
    if (!('told' in done)) return noted('told', 0, 'problem' in done ? done.problem : null)
    const settled = new Set<number>()
    for (const [at, outcome] of done.told.entries())
      if (outcome === 'written' || outcome === 'same' || outcome === 'gone') settled.add(at)
    for (const [at, telling] of all.entries()) {
      const held = [...state.held.values()].find(
        ({ uid, occurrence, calendar }) =>
          uid === telling.uid && occurrence === telling.occurrence && calendar === telling.calendar,
      )
      if (settled.has(at) && held) state.told.set(held.identity, telling.state)
    }
    if (settled.size > 0) remember()
    // What came meanwhile was not among those.
    const left = toTell.filter((one) => !settled.has(all.indexOf(one)))
    if (left.length < toTell.length) store.writeToTell((toTell = left))
    const problem = done.told.find((outcome) => !['written', 'same', 'gone'].includes(outcome))
    noted('told', settled.size, (problem as OutsideProblem | undefined) ?? null)
  }

  const toGive = () =>
    settings.kind === 'caldav'
      ? [
          ...ungiven(
            known(),
            state.held,
            { parts: state.parts, services: settings.services, ...among.giving() },
            { now: now(), until: among.asked().to },
          ).filter(({ uid }) => !state.given.has(uid) && !among.isElsewhere(uid)),
          ...unmoved(known(), state.held).filter(({ uid, startsAt }) => state.moved.get(uid) !== startsAt),
        ]
      : []

  /** Writes what the office gave, or moved: the next reading then has it, and it is followed as the others. */
  async function give(): Promise<void> {
    const all = toGive()
    if (all.length === 0) return
    const done = await exchange(file, (access) => ({ of: 'give', access, now: now(), give: all }))
    if (leaving.signal.aborted) return
    if ('problem' in done) return noted('told', 0, done.problem)
    for (const { uid, calendar, startsAt, movedFrom } of all)
      if (movedFrom === undefined) state.given.set(uid, calendar)
      else state.moved.set(uid, startsAt)
    state.nextRead = 0
    noted('told', all.length, null)
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
        await tell()
        await give()
        if (performance.now() >= state.nextRead) await read()
        // What a first reading shows that the calendar does not say yet.
        if (toSay().length > 0) await tell()
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

  /** Who was expected while the day was open: the closing drops them. */
  let expected: readonly ToTell[] = []
  const expect = () => {
    if (office().day !== null) expected = stillExpected(known(), { settings, held: state.held })
  }
  const committed = (commit: Commit) => {
    if (settings.kind === 'ics' || commit.stored.length === 0) return
    if (!commit.stored.some((one) => mayConcern(commit.office, one))) {
      if (toTell.length > 0) void turn()
      return
    }
    if (has(commit, 'dayClosed')) {
      const at = commit.stored.at(-1)!.at
      // Those of the next days have not had their hour.
      const missed = expected.filter(({ since }) => since <= at).map((one) => ({ ...one, since: at }))
      if (missed.length > 0) store.writeToTell((toTell = [...toTell, ...missed]))
      expected = []
    } else expect()
    const calendarOf = (uid: string) => state.held.get(uid)?.calendar ?? state.given.get(uid)
    const cancelled = cancelledHere(office(), commit, calendarOf)
    if (cancelled.length > 0) store.writeToTell((toTell = [...toTell, ...cancelled]))
    if (toTell.length > 0 || toGive().length > 0 || toSay().length > 0) void turn()
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
    waiting: () => (settings.kind === 'ics' ? 0 : toTell.length + toSay().length + toGive().length),
    signing,
    reading: () => state.reading,
    holds: (uid) => state.held.has(uid) || state.given.has(uid),
    heard,
    committed,
    stop: () => {
      leaving.abort()
      signing.stop()
      clearTimeout(timer)
    },
  }
}
