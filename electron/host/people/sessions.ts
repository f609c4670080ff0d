import type { AgentId, Instant } from '../../../shared/contract/ids.ts'
import type { Office } from '../../../shared/domain/state.ts'
import {
  begun,
  continued,
  endingDay,
  leavingDay,
  locked,
  touched,
  unlocked,
  type OpenedBy,
} from '../../../shared/domain/people/session.ts'
import type { Session } from '../../../shared/domain/people/state.ts'

/** Who is at each seat: a station, or all the windows of this machine together. In memory: a restart ends them all. */
export type Sessions = {
  /** Who is here now, if they still are. */
  readonly at: (seat: string) => Session | null
  /** They have just been recognised here: their session begins, or is unlocked. */
  readonly open: (seat: string, agentId: AgentId, by?: OpenedBy) => Session
  readonly close: (seat: string) => void
  readonly lock: (seat: string) => void
  readonly touch: (seat: string) => void
  /** Whoever is here asks for the end of the day: they stay to read its totals. */
  readonly endDay: (seat: string) => void
  /** The day goes on: whoever ends it later, those who asked before leave with it. */
  readonly leaveDay: (seat: string) => void
  /** Whoever is here changes their secret meanwhile: their session goes on, alone of all that they have elsewhere. */
  readonly during: <T>(seat: string, work: () => Promise<T>) => Promise<T>
  /** What happened in the office may end some. */
  readonly sweep: () => void
  /** Called when someone comes, leaves, locks or unlocks there, until the function returned is called. */
  readonly onChange: (seat: string, listener: () => void) => () => void
  /** What people may do changed without anyone coming or leaving: every seat looks again. */
  readonly tellAll: () => void
  readonly stop: () => void
}

/** Time alone ends and locks sessions too: looked at so often, in milliseconds. */
const look = 1000
/** Who was at a seat, as far back as a counter may still be theirs. */
const remembered = 8

/** No session yet: whoever is here signs in again after a restart. */
export function startSessions(office: () => Office, now: () => Instant): Sessions {
  const sessions = new Map<string, Session>()
  const lasts = new Map<string, readonly AgentId[]>()
  const listeners = new Map<string, Set<() => void>>()

  const set = (seat: string, session: Session | null) => {
    const before = sessions.get(seat) ?? null
    if (session === before) return
    if (session === null) sessions.delete(seat)
    else sessions.set(seat, session)
    const differs =
      before?.agentId !== session?.agentId ||
      before?.since !== session?.since ||
      before?.lockedAt !== session?.lockedAt
    if (differs) for (const listener of listeners.get(seat) ?? []) listener()
  }

  const at = (seat: string): Session | null => {
    const session = sessions.get(seat)
    if (session === undefined) return null
    const present = continued(session, office(), now())
    set(seat, present)
    return present
  }
  const change = (seat: string, changed: (session: Session) => Session) => {
    const session = at(seat)
    if (session) set(seat, changed(session))
  }
  const sweep = () => {
    for (const seat of sessions.keys()) at(seat)
  }
  const looking = setInterval(sweep, look)
  looking.unref()

  return {
    at,
    open: (seat, agentId, by = 'secret') => {
      const here = at(seat)
      const session =
        here?.agentId === agentId
          ? unlocked(here, now())
          : begun(office(), agentId, now(), lasts.get(seat) ?? [], by)
      lasts.set(
        seat,
        [agentId, ...(lasts.get(seat) ?? []).filter((id) => id !== agentId)].slice(0, remembered),
      )
      set(seat, session)
      return session
    },
    close: (seat) => set(seat, null),
    lock: (seat) => change(seat, (session) => locked(session, now())),
    touch: (seat) => change(seat, (session) => touched(session, now())),
    endDay: (seat) => change(seat, endingDay),
    leaveDay: (seat) => change(seat, leavingDay),
    during: async (seat, work) => {
      change(seat, (session) => ({ ...session, secretSince: null }))
      try {
        return await work()
      } finally {
        change(seat, (session) => ({
          ...session,
          secretSince: office().people.secrets.get(session.agentId)?.since ?? null,
        }))
      }
    },
    sweep,
    onChange: (seat, listener) => {
      const of = listeners.get(seat) ?? new Set()
      listeners.set(seat, of.add(listener))
      return () => {
        of.delete(listener)
        if (of.size === 0) listeners.delete(seat)
      }
    },
    tellAll: () => {
      for (const of of listeners.values()) for (const listener of of) listener()
    },
    stop: () => clearInterval(looking),
  }
}
