import type { Journal } from '../../../db/journal/port.ts'
import type { AgentId, Instant } from '../../../shared/contract/ids.ts'
import type { PersonalChange } from '../../../shared/domain/decision.ts'
import { attemptsOf } from '../../../shared/domain/people/access.ts'
import {
  countedAs,
  failed,
  freeForPerson,
  freeForStation,
  isLockedOut,
  recognised,
  stranger,
  waitsUntil,
} from '../../../shared/domain/people/lockout.ts'
import { noAttempts, type Attempts } from '../../../shared/domain/people/state.ts'

/** What a try gave: recognised or not, or not even compared, until when. */
export type Tried =
  | { readonly done: true }
  | {
      readonly done: false
      readonly compared: boolean
      /** Not before, by this person or at this station; in the past when nobody waits. */
      readonly until: Instant
      /** The wait that this failure began for the person. */
      readonly personUntil: Instant | null
    }

export type Failures = {
  /**
   * Compares once, unless this person or this station waits. The failure is counted, durable, before the comparison, and
   * taken back if there was none: neither a cut of power nor a hundred tries at once give one for nothing.
   */
  readonly attempt: (agentId: AgentId | null, seat: string, compare: () => Promise<boolean>) => Promise<Tried>
  /** Until when this person or this station waits; null when neither does. */
  readonly waiting: (agentId: AgentId | null, seat: string) => Promise<Instant | null>
  /** Until when this station waits, as its own page says it; null when nothing was ever wrong there. */
  readonly stationLockedUntil: (seat: string) => Instant | null
}

const personRow = (agentId: AgentId | null): string =>
  agentId === null ? `person.${stranger}` : attemptsOf(agentId)
const stationRow = (seat: string): string => `station.${seat}`

/** Failures to sign in, kept in personal rows: a restart forgets none, and the hosts of an office count together. */
export async function startFailures(journal: Journal, now: () => Instant): Promise<Failures> {
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const read = async (id: string) =>
    ((await journal.personalRow('attempts', id)) as Attempts | undefined) ?? noAttempts
  const both = async (agentId: AgentId | null, seat: string) => ({
    person: await read(personRow(agentId)),
    station: await read(stationRow(seat)),
  })
  const row = (id: string, value: Attempts): PersonalChange =>
    Object.keys(value).length === 0
      ? { op: 'drop', kind: 'attempts', id }
      : { op: 'put', kind: 'attempts', id, value, at: now() }
  const basisOf = (id: string, value: Attempts) =>
    ({ kind: 'attempts', id, value: value === noAttempts ? undefined : value }) as const
  /** @returns false when another host counted meanwhile: what it stored is then to be read */
  const store = async (
    agentId: AgentId | null,
    seat: string,
    before: { person: Attempts; station: Attempts },
    after: { person: Attempts; station: Attempts },
  ): Promise<boolean> => {
    const { seq } = await journal.head()
    const [person, station] = [personRow(agentId), stationRow(seat)]
    const result = await journal.append(seq, {
      events: [],
      personal: [row(person, after.person), row(station, after.station)],
      jobs: [],
      answers: [],
      basis: [basisOf(person, before.person), basisOf(station, before.station)],
    })
    if (result === 'conflict') return false
    stations.set(station, waitsUntil(after.station))
    return true
  }

  const stations = new Map<string, Instant>()
  for (const [id, attempts] of await journal.personal('attempts'))
    stations.set(id, waitsUntil(attempts as Attempts))

  const until = ({ person, station }: { person: Attempts; station: Attempts }, at: Instant): Instant | null =>
    isLockedOut(person, at) || isLockedOut(station, at)
      ? (Math.max(waitsUntil(person), waitsUntil(station)) as Instant)
      : null

  const count = (agentId: AgentId | null, seat: string) =>
    inTurn(async () => {
      for (;;) {
        const before = await both(agentId, seat)
        const at = now()
        const waiting = until(before, at)
        if (waiting !== null) return { until: waiting, personUntil: null, compared: false }
        const by = countedAs(agentId)
        const after = {
          person: failed(before.person, by, at, freeForPerson),
          station: failed(before.station, by, at, freeForStation),
        }
        if (!(await store(agentId, seat, before, after))) continue
        const personUntil = isLockedOut(after.person, at) ? waitsUntil(after.person) : null
        return { until: until(after, at) ?? at, personUntil, compared: true }
      }
    })

  const forget = (agentId: AgentId | null, seat: string) =>
    inTurn(async () => {
      for (;;) {
        const before = await both(agentId, seat)
        const station = recognised(before.station, countedAs(agentId))
        if (await store(agentId, seat, before, { person: noAttempts, station })) return
      }
    })

  return {
    attempt: async (agentId, seat, compare) => {
      const counted = await count(agentId, seat)
      if (!counted.compared) return { done: false, ...counted }
      if (!(await compare())) return { done: false, ...counted }
      await forget(agentId, seat)
      return { done: true }
    },
    stationLockedUntil: (seat) => stations.get(stationRow(seat)) ?? null,
    waiting: (agentId, seat) => inTurn(async () => until(await both(agentId, seat), now())),
  }
}
