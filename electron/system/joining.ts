import { z } from 'zod'
import { HostAddress } from '../../shared/contract/network/calls.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import { StorageError } from '../../db/errors.ts'
import type { Log } from '../host/core/log.ts'
import { type FromRelay, type Joined, type ToRelay } from '../host/core/mainMessages.ts'
import type { WaitingOffice } from '../lan/discover.ts'
import { pages, stations, type Station, stationOf, type Page } from '../../shared/contract/stations.ts'
import type { JoinedKept } from './joined.ts'

/** What the welcome asks: the host's address and the eight digits that its administration shows. */
const Asked = z.strictObject({ address: HostAddress, code: z.string().regex(/^[0-9]{8}$/) })

/** This machine as a station of an office that another machine keeps. */
export type Joining = {
  /** The office joined, or null: this machine has its own, or will make it. */
  readonly now: () => Joined | null
  /** Why it is no longer joined, for the welcome to say; null: nothing to say. */
  readonly parted: () => string | null
  /** Pairs with a host. @returns null, or the sentence that says why not; then nothing has changed */
  readonly pair: (asked: unknown) => Promise<string | null>
  /** The hosts of the local network that wait for a station. */
  readonly find: () => Promise<readonly WaitingOffice[]>
  /** What the relay learns. */
  readonly hear: (news: FromRelay) => void
  /** Where the joined office begins a sign-in by its provider; null where it has none, or none is joined. */
  readonly signIn: () => string | null
  /** Leaves the office: the token is forgotten. */
  readonly part: (why: string) => void
}

export type JoiningOptions = {
  readonly kept: JoinedKept
  /** What the file said at the start. */
  readonly first: Awaited<ReturnType<JoinedKept['read']>>
  /** One question to a relay of its own; null when it didn't answer. */
  readonly ask: (
    question: Extract<ToRelay, { t: 'pair' | 'find' }>,
    patience: number,
  ) => Promise<FromRelay | null>
  readonly log: Log
  /** The office joined has changed: another, or none. */
  readonly onChange: () => void
}

/** Milliseconds that a pairing and a search may take. */
const patience = { pair: 20_000, find: 8_000 }

/** Refusals after which the station has nothing more to do with the office. */
const partings: ReadonlySet<string> = new Set(['stationRevoked', 'stationExpired'])

/** Keeps what this machine is joined to. */
export function createJoining({ kept, first, ask, log, onChange }: JoiningOptions): Joining {
  let joined = first === 'unreadable' ? null : first
  let signIn: string | null = null
  let parted: string | null = first === 'unreadable' ? shell.joining.unreadable : null

  const part = (why: string) => {
    if (!joined) return
    log.info('stationParted', { stationId: joined.stationId })
    joined = null
    signIn = null
    parted = why
    try {
      kept.remove()
    } catch (error) {
      // Its token is worth nothing any more; the next start learns so again.
      log.fault('joinedNotRemoved', error)
    }
    onChange()
  }

  const keep = async (next: Joined): Promise<string | null> => {
    try {
      await kept.write(next)
      return null
    } catch (error) {
      log.fault('joinedNotKept', error)
      return error instanceof StorageError ? error.message : shell.problems.unexpected
    }
  }

  return {
    now: () => joined,
    parted: () => parted,
    async pair(asked) {
      const parsed = Asked.safeParse(asked)
      if (!parsed.success) return shell.joining.incomplete
      const answer = await ask({ t: 'pair', ...parsed.data }, patience.pair)
      if (answer?.t === 'notPaired') return answer.fault.message
      if (answer?.t !== 'paired') return shell.joining.silent
      const problem = await keep(answer.joined)
      if (problem !== null) return problem
      log.info('stationJoined', { stationId: answer.joined.stationId, role: answer.joined.role })
      joined = answer.joined
      parted = null
      onChange()
      return null
    },
    async find() {
      const answer = await ask({ t: 'find' }, patience.find)
      return answer?.t === 'found' ? answer.hosts : []
    },
    hear(news) {
      if (news.t === 'hosts' && joined) {
        joined = { ...joined, hosts: [...news.hosts] }
        void keep(joined)
      }
      if (news.t === 'signIn') signIn = news.origin
      if (news.t === 'parted' && partings.has(news.fault.code)) part(news.fault.message)
    },
    signIn: () => (joined === null ? null : signIn),
    part,
  }
}

/** The stations that a machine with this role opens, its usual one first. */
export function stationsOf({ role, place }: Pick<Joined, 'role' | 'place'>): readonly Station[] {
  const all = stations.filter((station) => pages[station].role === role)
  // An agent's place without a counter of its own is the entrance.
  return role === 'agent' && place.counterId === null
    ? all.toSorted((a, b) => Number(b === 'reception') - Number(a === 'reception'))
    : all
}

/** What may be opened on this machine. */
export type Offered = {
  /** The stations, the usual one first. */
  readonly stations: () => readonly Station[]
  readonly mayOpen: (page: Page) => boolean
  /** The page wanted, or the usual one where it may not be opened. */
  readonly firstPage: (wanted: Page) => Page
}

/**
 * A machine that was paired for one role opens its stations and no other; one that keeps its own office opens all.
 * @param joined the other machine's office that is open here, or null
 */
export function offeredHere(joined: () => Joined | null): Offered {
  const offered = (): readonly Station[] => {
    const office = joined()
    return office ? stationsOf(office) : stations
  }
  const mayOpen = (page: Page): boolean =>
    joined() === null || (page !== 'welcome' && offered().includes(stationOf(page)))
  return {
    stations: offered,
    mayOpen,
    firstPage: (wanted) => (mayOpen(wanted) ? wanted : (offered()[0] ?? 'welcome')),
  }
}
