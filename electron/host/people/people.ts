import type { Who } from '../../../shared/contract/events.ts'
import type { AgentId } from '../../../shared/contract/ids.ts'
import { calls, type CallName, type ViewName } from '../../../shared/contract/index.ts'
import type { Right } from '../../../shared/contract/people/calls.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { type SealedRow, noSeat, type Seat } from '../../../shared/domain/people/state.ts'
import type { Answer } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import { seatOf, type Holder } from '../core/tokens.ts'
import { startFailures } from './attempts.ts'
import { startSessions, type Sessions } from './sessions.ts'
import { mayNot, type PeopleOptions } from './options.ts'
import type { Seals } from './seal.ts'
import { signing } from './signing.ts'

/** Who a call is made by, or why it can't be made now at this station. */
export type Admitted = { readonly who: Who } | { readonly code: ErrorCode }

export type People = {
  /** Asked at each call, whatever the door: the station's role and the person's rights, whoever is there now. */
  readonly admit: (holder: Holder, name: CallName | 'events') => Admitted
  /** Whoever ends the day stays to read its totals, unless it is refused. @throws what `act` throws */
  readonly during: (holder: Holder, name: CallName, act: () => Answer | Promise<Answer>) => Promise<Answer>
  readonly handlers: HandlersOf<'people'>
  /** The office's provider says who is there: their session begins, or why they may not use this station. */
  readonly recognised: (seat: string, role: Right, agentId: AgentId) => ErrorCode | undefined
  /** What a provider's account is kept as, and whose it is. */
  readonly accountOf: Seals['account']
  readonly ownerOf: (account: string) => Promise<AgentId | undefined>
  /** Who is there, for that station's own view. */
  readonly seat: (seat: string | null) => Seat
  readonly onChange: (holder: Holder, listener: () => void) => () => void
  readonly committed: () => void
  readonly stop: () => void
}

/** What ends the business day that is open: a day left open ends when the next one opens. */
const endsDay: ReadonlySet<CallName> = new Set<CallName>(['day.close', 'day.open'])

/** People at their stations: who may do what now, how they say who they are, and when they no longer are. */
export async function startPeople(options: PeopleOptions): Promise<People> {
  const { office, now, onChange } = options
  const sessions: Sessions = startSessions(office, now)
  const failures = await startFailures(options.journal, now)

  const whoOf = ({ role, stationId, agentId }: Holder): Who => ({
    officeId: office().officeId,
    role,
    stationId,
    agentId,
  })

  const admit = (holder: Holder, name: CallName | 'events'): Admitted => {
    const seat = seatOf(holder)
    if (seat === null || !office().people.isProtected) return { who: whoOf(holder) }
    const session = sessions.at(seat)
    const who = { ...whoOf(holder), agentId: session?.agentId ?? null }
    if (name !== 'events' && calls[name].anyone) return { who }
    if (session === null) return { code: 'signInNeeded' }
    if (session.lockedAt !== null) return { code: 'sessionLocked' }
    const refused = mayNot(office(), session.agentId, holder.role as Right)
    if (refused) return { code: refused }
    // What a page watches or reads again goes on by itself: acts alone are someone's.
    if (name !== 'events' && calls[name].kind === 'command') sessions.touch(seat)
    return { who }
  }

  let lastPeople = office().people
  const committed = () => {
    sessions.sweep()
    if (office().people === lastPeople) return
    lastPeople = office().people
    // Rights taken from who stays, or a first manager: what a station watches is its own no more, though nobody left it.
    sessions.tellAll()
  }

  return {
    admit,
    during: async (holder, name, act) => {
      const seat = seatOf(holder)
      if (seat === null || !endsDay.has(name)) return act()
      sessions.endDay(seat)
      let answer: Answer | undefined
      try {
        answer = await act()
        return answer
      } finally {
        if (answer === undefined || 'code' in answer) sessions.leaveDay(seat)
      }
    },
    handlers: signing({ ...options, sessions, failures }),
    recognised: (seat, role, agentId) => {
      const code = mayNot(office(), agentId, role)
      if (code === undefined) sessions.open(seat, agentId, 'login')
      onChange()
      return code
    },
    accountOf: options.seals.account,
    ownerOf: async (account) => {
      const rows = await options.journal.personal('login')
      return [...rows].find(([, row]) => (row as SealedRow).hash === account)?.[0] as AgentId | undefined
    },
    seat: (seat) => {
      if (seat === null || !office().people.isProtected) return noSeat
      return { needed: true, session: sessions.at(seat), lockedUntil: failures.stationLockedUntil(seat) }
    },
    onChange: (holder, listener) => {
      const seat = seatOf(holder)
      return seat === null ? () => undefined : sessions.onChange(seat, listener)
    },
    committed,
    stop: sessions.stop,
  }
}

/**
 * A watch for as long as who is there may have it: it stops when they lock or leave, and begins again for whoever comes next,
 * as theirs. What was sent before stays the page's to hide.
 * @param begin watches as this person @param refused says why nothing comes any more
 */
export function watchedBy(
  people: Pick<People, 'admit' | 'onChange'>,
  holder: Holder,
  name: ViewName,
  begin: (who: Who) => () => void,
  refused: (code: ErrorCode) => void,
): () => void {
  let stop = () => {}
  let last: string | undefined
  const follow = () => {
    const admitted = people.admit(holder, name)
    const now = 'code' in admitted ? admitted.code : `of ${admitted.who.agentId}`
    if (now === last) return
    last = now
    stop()
    stop = () => {}
    if ('code' in admitted) refused(admitted.code)
    else stop = begin(admitted.who)
  }
  follow()
  const leave = people.onChange(holder, follow)
  return () => {
    leave()
    stop()
  }
}
