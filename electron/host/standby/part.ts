import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { StandbyNow } from '../../../shared/contract/standby/calls.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import type { Standing } from '../backup/standing.ts'
import type { Network } from '../network/part.ts'
import type { Leader } from './leader.ts'
import type { State, StateAsked } from './wire.ts'
import type { HandlersOf } from '../core/part.ts'

/** A machine of an office that may have two: one acts, the other follows it, ready to take the relay. */
export type Standby = {
  readonly dir: string
  /** The journal as this machine may use it. */
  readonly journal: Journal
  readonly follows: () => boolean
  /** Whether the journal is that of a server that is only read. */
  readonly reads: boolean
  /** Why no act is taken now. */
  readonly refused: () => 'following' | 'followerAway' | 'readOnly' | undefined
  readonly copied: () => Promise<boolean>
  readonly committed: () => void
  /** Whether another machine took the relay while this one was away: it is to be started again, and follows. */
  readonly superseded: () => Promise<boolean>
  /** Follows, or answers those that do, from now on. */
  readonly begin: (parts: HostParts) => void
  /** The address of this machine's own door. */
  readonly opened: (url: string) => void
  /** Takes the relay. */
  readonly promote: (who: Who) => Promise<Answer>
  /** What this machine says of itself to another one, which may know of a later relay. */
  readonly state: (asked: StateAsked, believed?: boolean) => Promise<State>
  /** The host's end; null where the journal's engine has its own standby. */
  readonly leader: Leader | null
  /** Whether this is the token that opens what the machines of the office ask each other. */
  readonly admits: (token: string | undefined) => boolean
  /** Whether this machine follows another, or another follows it, did, or was given a token for it. */
  readonly isLinked: () => boolean
  /** Whether it was, and was taken back: two machines still tell each other which one acts. */
  readonly admitted: (token: string | undefined) => boolean
  /**
   * Another token in place of the one before, which opens nothing from then on: what it has open ends, and stations look for
   * its machine no more. It is changed before that is noted: asked again after a fault, it is changed again.
   * @returns the token, with the key's pin
   */
  readonly renew: (who: Who) => Promise<Answer>
  /** Calls back when the token is taken back, until the function returned is called. */
  readonly onRenewed: (ended: () => void) => () => void
  readonly now: () => StandbyNow
  /** The door closes: those that follow wait for nothing more. */
  readonly leave: () => void
  /** Resolves when this machine is to be started again, as what its folder says it is. */
  readonly again: Promise<void>
  readonly stop: () => Promise<void>
}

/** What is known once the rest of the host is there. */
export type HostParts = {
  readonly office: () => Office
  readonly now: () => Instant
  readonly network: () => Network | undefined
  /** What the office's key signed of its journal, as this machine knows. */
  readonly standing: Pick<Standing, 'anchors' | 'heard'>
  readonly announce: (door: OfficeHost) => Promise<Answer>
  /** Notes that these hosts are out, by their ids, and who put them out. */
  readonly withdraw: (who: Who, withdrawn: readonly string[]) => Promise<Answer>
  readonly onChange: () => void
}

/** What a machine of an office that may have two is asked: to take the relay, or to change what lets the other one in. */
export const standbyHandlers = (standby: Pick<Standby, 'promote' | 'renew'>): HandlersOf<'standby'> => ({
  'standby.promote': ({ who }) => standby.promote(who),
  'standby.renewToken': ({ who }) => standby.renew(who),
})
