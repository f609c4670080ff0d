import { hash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { SourceExchange, SourceStanding } from '../../../shared/contract/appointments/sources.ts'
import type { CommandId, Instant } from '../../../shared/contract/ids.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { apart } from '../core/apart.ts'
import type { Log } from '../core/log.ts'
import { has, type Commit, type Part } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { hostWho } from '../people/options.ts'
import { outsideBounds } from './bounds.ts'
import { comingDays, followedDays, freshState, knownAfter, rememberedOf } from './followState.ts'
import type { DayDone, OutsideDone, OutsideOrder } from './outside/perform.ts'
import type { AskedDay } from './outside/source.ts'
import { sourceFolder, type SourceFile, type ToTell } from './sourceFile.ts'
import { ungiven, unmoved } from './giving.ts'
import { isSigned } from './notices.ts'
import { startSigning, type Signing } from './signing.ts'
import { cancelledHere, stillExpected, untold } from './telling.ts'

/** Between two readings, and the longest wait while a source does not answer; in milliseconds. */
const pace = { usual: 60_000, longest: 600_000, feedLongest: 900_000 }
/** What could not be told of a day that was closed is given up after so long. */
const toldWithin = 2 * 86_400_000
const mostExchanges = 20
/** A notice brings a reading forward, no more often than so many milliseconds. */
const noticed = 2000

export type FollowingOptions = {
  readonly dir: string
  readonly office: () => Office
  readonly personal: () => Personal
  readonly now: () => Instant
  /** Whether this machine acts: one that follows leaves it to its host. */
  readonly acts: () => boolean
  readonly act: Sequencer['act']
  readonly log: Log
  readonly onChange: () => void
  readonly program: URL
  /** For tests: a shorter pace, another port for a sign-in to come back to. */
  readonly every?: number | undefined
  readonly returnPort?: number | undefined
}

export type Following = Part & {
  readonly file: () => SourceFile | null
  readonly set: (file: SourceFile | null) => void
  readonly standing: () => SourceStanding | null
  readonly exchanges: () => readonly SourceExchange[]
  /** One piece of work with a source, apart. */
  readonly perform: (order: OutsideOrder) => Promise<OutsideDone>
  readonly signing: Signing
  /** What the source says by itself that it changed. @returns false when it is not signed by it */
  readonly heard: (body: Buffer, signature: string) => boolean
  readonly askedNow: () => AskedDay
}

/**
 * Follows the office's source of appointments: reads its coming days, and tells it who came, who was received and who did not
 * come. While it does not answer the last list stands, and its age is shown; nobody who is present depends on it.
 */
export function startFollowing(options: FollowingOptions): Following {
  const {
    dir,
    office,
    personal,
    now,
    acts,
    act,
    log,
    onChange,
    program,
    every = pace.usual,
    returnPort,
  } = options
  const folder = sourceFolder(dir)
  const leaving = new AbortController()
  let file = folder.read()
  let state = freshState(every, folder.remembered())
  let toTell: readonly ToTell[] = folder.toTell()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  let exchanges: readonly SourceExchange[] = []

  const known = () => ({ office: office(), personal: personal() })
  const perform = async (order: OutsideOrder): Promise<OutsideDone> => {
    const done = await apart<OutsideDone>({ program, data: order, ...outsideBounds, leaving: leaving.signal })
    if ('done' in done) return done.done
    return { problem: done.stopped === 'leaving' ? 'timeout' : 'tooHeavy', retryAfter: null }
  }
  const signing = startSigning({
    folder,
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
    log.info('appointments', { exchange: what, count, problem })
  }

  const askedNow = () => comingDays(zoneOf(office()), now())

  async function read(from: SourceFile): Promise<void> {
    const { settings: premises } = office()
    if (premises === null) return
    const asked = askedNow()
    const mine = state
    // What the office makes of a day depends on its own day and services too.
    const heldBy = JSON.stringify([office().day?.dayId ?? null, premises.services])
    const done = await exchange(from, (access) => ({
      of: 'day',
      access,
      asked,
      mark: mine.heldBy === heldBy ? mine.mark : null,
      known: mine.known.map(({ place, startsAt }) => ({ place, startsAt })),
      holding: { services: premises.services, byPart: from.settings.services },
    }))
    if (mine !== state || leaving.signal.aborted) return
    if ('problem' in done) {
      mine.failures++
      mine.problem = done.problem
      const wait = Math.min(mine.every * 2 ** Math.min(mine.failures, 8), Math.max(every, pace.longest))
      mine.nextRead = performance.now() + Math.max(wait, done.retryAfter ?? 0)
      noted('read', 0, done.problem)
      return
    }
    if (!('day' in done)) return
    const { day } = done
    mine.nextRead =
      performance.now() + (mine.every = Math.max(every, Math.min(day.every ?? 0, pace.feedLongest)))
    if (!day.unchanged) {
      if (!(await taken(asked, day))) return
      mine.held = new Map(day.appointments.map((one) => [one.identity, one]))
      mine.known = knownAfter(mine, day)
      // A calendar says what it was told; elsewhere somebody may have written over it, which is theirs to do.
      if (from.settings.kind === 'caldav') mine.told.clear()
      remember(from)
      mine.parts = day.parts
      mine.given.clear()
      mine.moved.clear()
      expect()
      noted('read', day.appointments.length, null)
    }
    mine.mark = day.mark
    mine.heldBy = heldBy
    mine.at = now()
    mine.problem = null
    mine.failures = 0
  }

  /** Gives the domain what was read. @returns false when it is not to be believed yet */
  async function taken(asked: AskedDay, day: DayDone): Promise<boolean> {
    const followed = followedDays(asked, day)
    const expected = office().appointments.some((one) => one.followed === true && one.state === 'expected')
    // All gone at once is more often a fault than a fact: it is asked once more before anybody is taken off the list.
    const emptied = followed.present.length === 0 && expected && !state.emptied
    state.emptied = emptied
    if (emptied) {
      state.problem = 'emptyCalendar'
      noted('read', 0, 'emptyCalendar')
      return false
    }
    const decided = hash('sha256', JSON.stringify([followed, office().day?.dayId ?? null]))
    if (decided === state.decided) return true
    const answer = await act(hostWho(office()), 'appointment.follow', {}, uuidv7() as CommandId, undefined, {
      followed,
    })
    if ('code' in answer) return false
    state.decided = decided
    return true
  }

  const remember = ({ settings }: SourceFile) => {
    if (settings.kind === 'rdvsp') folder.writeRemembered(rememberedOf(state))
  }

  const toSay = (to: SourceFile) => untold(known(), { settings: to.settings, ...state })

  async function tell(to: SourceFile): Promise<void> {
    if (to.settings.kind === 'ics' || performance.now() < state.nextTell) return
    const mine = state
    toTell = toTell.filter(({ since }) => since > now() - toldWithin)
    const all = [...toTell, ...toSay(to)]
    if (all.length === 0) return
    const tellings = all.map(({ uid, occurrence, calendar, place, state: what }) => {
      return { uid, occurrence, calendar, place, state: what }
    })
    const done = await exchange(to, (access) => ({ of: 'tell', access, now: now(), tellings }))
    if (mine !== state || leaving.signal.aborted) return
    mine.nextTell = performance.now() + (('retryAfter' in done && done.retryAfter) || 0)
    if (!('told' in done)) return noted('told', 0, 'problem' in done ? done.problem : null)
    const settled = new Set<number>()
    for (const [at, outcome] of done.told.entries())
      if (outcome === 'written' || outcome === 'same' || outcome === 'gone') settled.add(at)
    for (const [at, telling] of all.entries()) {
      const held = [...mine.held.values()].find(
        ({ uid, occurrence, calendar }) =>
          uid === telling.uid && occurrence === telling.occurrence && calendar === telling.calendar,
      )
      if (settled.has(at) && held) mine.told.set(held.identity, telling.state)
    }
    if (settled.size > 0) remember(to)
    // What came meanwhile was not among those.
    const left = toTell.filter((one) => !settled.has(all.indexOf(one)))
    if (left.length < toTell.length) folder.writeToTell((toTell = left))
    const problem = done.told.find((outcome) => !['written', 'same', 'gone'].includes(outcome))
    noted('told', settled.size, (problem as OutsideProblem | undefined) ?? null)
  }

  const toGive = ({ settings }: SourceFile) =>
    settings.kind === 'caldav'
      ? [
          ...ungiven(
            known(),
            state.held,
            { parts: state.parts, services: settings.services },
            { now: now(), until: askedNow().to },
          ).filter(({ uid }) => !state.given.has(uid)),
          ...unmoved(known(), state.held).filter(({ uid, startsAt }) => state.moved.get(uid) !== startsAt),
        ]
      : []

  /** Writes what the office gave, or moved: the next reading then has it, and it is followed as the others. */
  async function give(to: SourceFile): Promise<void> {
    const mine = state
    const all = toGive(to)
    if (all.length === 0) return
    const done = await exchange(to, (access) => ({ of: 'give', access, now: now(), give: all }))
    if (mine !== state || leaving.signal.aborted) return
    if ('problem' in done) return noted('told', 0, done.problem)
    for (const { uid, calendar, startsAt, movedFrom } of all)
      if (movedFrom === undefined) mine.given.set(uid, calendar)
      else mine.moved.set(uid, startsAt)
    mine.nextRead = 0
    noted('told', all.length, null)
  }

  /** One exchange at a time: what is asked meanwhile comes after it. */
  async function turn(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    clearTimeout(timer)
    try {
      if (file !== null && acts()) {
        await tell(file)
        await give(file)
        if (file !== null && performance.now() >= state.nextRead) await read(file)
        // What a first reading shows that the calendar does not say yet.
        if (file !== null && toSay(file).length > 0) await tell(file)
      }
    } catch (error) {
      log.fault('appointments', error)
    } finally {
      running = false
      if (!leaving.signal.aborted) {
        onChange()
        const wait = again ? 0 : Math.min(every, Math.max(50, state.nextRead - performance.now()))
        again = false
        if (file !== null) timer = setTimeout(() => void turn(), wait)
      }
    }
  }

  /** Who was expected while the day was open: the closing drops them. */
  let expected: readonly ToTell[] = []
  const expect = () => {
    if (office().day !== null && file !== null)
      expected = stillExpected(known(), { settings: file.settings, held: state.held })
  }
  const committed = (commit: Commit) => {
    if (file === null || file.settings.kind === 'ics' || commit.stored.length === 0) return
    if (has(commit, 'dayClosed')) {
      const at = commit.stored.at(-1)!.at
      // Those of the next days have not had their hour.
      const missed = expected.filter(({ since }) => since <= at).map((one) => ({ ...one, since: at }))
      if (missed.length > 0) folder.writeToTell((toTell = [...toTell, ...missed]))
      expected = []
    } else expect()
    const calendarOf = (uid: string) => state.held.get(uid)?.calendar ?? state.given.get(uid)
    const cancelled = cancelledHere(office(), commit, calendarOf)
    if (cancelled.length > 0) folder.writeToTell((toTell = [...toTell, ...cancelled]))
    if (toTell.length > 0 || toGive(file).length > 0 || toSay(file).length > 0) void turn()
  }

  /** What a notice says is not believed: the days are read again, so that none comes late, twice or out of order. */
  function heard(body: Buffer, signature: string): boolean {
    if (file?.settings.kind !== 'rdvsp' || file.noticeSecret === undefined) return false
    if (!isSigned(body, signature, file.noticeSecret)) return false
    // After a problem the source is left alone for as long as it was going to be.
    if (state.problem === null) {
      state.nextRead = Math.min(state.nextRead, performance.now() + Math.min(every, noticed))
      void turn()
    }
    return true
  }

  if (file !== null) timer = setTimeout(() => void turn(), 0)

  return {
    file: () => file,
    set: (next) => {
      const same =
        next !== null &&
        next.settings.kind === file?.settings.kind &&
        next.settings.url === file.settings.url &&
        next.settings.user === file.settings.user
      folder.write(next)
      file = next
      exchanges = []
      expected = []
      if (!same) {
        // What was to be told to another, who signed in there, what it had: none of it goes on.
        signing.forget()
        if (toTell.length > 0) folder.writeToTell((toTell = []))
        if (folder.remembered().length > 0) folder.writeRemembered([])
      }
      state = freshState(every, folder.remembered())
      onChange()
      void turn()
    },
    standing: () =>
      file === null ? null : { kind: file.settings.kind, at: state.at, problem: state.problem },
    exchanges: () => exchanges,
    perform,
    signing,
    heard,
    askedNow,
    committed,
    stop: () => {
      leaving.abort()
      signing.stop()
      clearTimeout(timer)
    },
  }
}
