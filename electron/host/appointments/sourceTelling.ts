import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { SourceExchange } from '../../../shared/contract/appointments/sources.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { has, type Commit } from '../core/part.ts'
import type { Among, FollowState } from './sourceState.ts'
import { ungiven, unmoved } from './giving.ts'
import type { Signing } from './signing.ts'
import type { SourceFile, SourceStore, ToTell } from './sourceFile.ts'
import { cancelledHere, mayConcern, stillExpected, untold, type Known } from './telling.ts'

/** What could not be told of a day that was closed is given up after so long, in milliseconds. */
const toldWithin = 2 * 86_400_000

export type SourceTelling = {
  /** Tells what is to be told, as far as the source takes it. */
  readonly tell: () => Promise<void>
  readonly give: () => Promise<void>
  /** Whether there is more to tell than what a closing left. */
  readonly toSay: () => boolean
  /** The source was read: who is expected has changed. */
  readonly read: () => void
  /** @returns whether there is something to tell or to give */
  readonly committed: (commit: Commit) => boolean
  /** How many things are still to be told to it. */
  readonly waiting: () => number
}

/** What one source of appointments is told: who came, who was received, who did not come, what the office gave or moved. */
export function startSourceTelling({
  file,
  store,
  state,
  known,
  among,
  exchange,
  noted,
  remember,
  now,
  leaving,
}: {
  readonly file: SourceFile
  readonly store: Pick<SourceStore, 'toTell' | 'writeToTell'>
  readonly state: FollowState
  readonly known: () => Known
  readonly among: Pick<Among, 'asked' | 'giving' | 'isElsewhere'>
  readonly exchange: Signing['exchange']
  readonly noted: (what: SourceExchange['what'], count: number, problem: OutsideProblem | null) => void
  /** Keeps what a restart has to know again. */
  readonly remember: () => void
  readonly now: () => Instant
  readonly leaving: AbortSignal
}): SourceTelling {
  const { settings } = file
  let toTell: readonly ToTell[] = store.toTell()

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
    if (leaving.aborted) return
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
    if (leaving.aborted) return
    if ('problem' in done) return noted('told', 0, done.problem)
    for (const { uid, calendar, startsAt, movedFrom } of all)
      if (movedFrom === undefined) state.given.set(uid, calendar)
      else state.moved.set(uid, startsAt)
    state.nextRead = 0
    noted('told', all.length, null)
  }

  /** Who was expected while the day was open: the closing drops them. */
  let expected: readonly ToTell[] = []
  const expect = () => {
    if (known().office.day !== null) expected = stillExpected(known(), { settings, held: state.held })
  }
  const committed = (commit: Commit): boolean => {
    if (settings.kind === 'ics' || commit.stored.length === 0) return false
    if (!commit.stored.some((one) => mayConcern(commit.office, one))) return toTell.length > 0
    if (has(commit, 'dayClosed')) {
      const at = commit.stored.at(-1)!.at
      // Those of the next days have not had their hour.
      const missed = expected.filter(({ since }) => since <= at).map((one) => ({ ...one, since: at }))
      if (missed.length > 0) store.writeToTell((toTell = [...toTell, ...missed]))
      expected = []
    } else expect()
    const calendarOf = (uid: string) => state.held.get(uid)?.calendar ?? state.given.get(uid)
    const cancelled = cancelledHere(known().office, commit, calendarOf)
    if (cancelled.length > 0) store.writeToTell((toTell = [...toTell, ...cancelled]))
    return toTell.length > 0 || toGive().length > 0 || toSay().length > 0
  }

  return {
    tell,
    give,
    toSay: () => toSay().length > 0,
    read: expect,
    committed,
    waiting: () => (settings.kind === 'ics' ? 0 : toTell.length + toSay().length + toGive().length),
  }
}
