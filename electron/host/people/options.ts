import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId, Instant, StationId } from '../../../shared/contract/ids.ts'
import type { Right } from '../../../shared/contract/people/calls.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { mayUse, rightsOf } from '../../../shared/domain/people/people.ts'
import type { Sealed } from '../../../shared/domain/people/state.ts'
import type { Answer } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import type { Seals } from './seal.ts'

/** An act of the office, as the sequencer decides it. */
export type ActOfOffice = (
  who: Who,
  name: DomainCommand,
  input: unknown,
  commandId: CommandId,
  sealed?: Sealed,
) => Promise<Answer>

export type PeopleOptions = {
  readonly journal: Journal
  readonly seals: Seals
  readonly office: () => Office
  readonly personal: () => Personal
  readonly now: () => Instant
  readonly act: ActOfOffice
  readonly log: Log
  /** Who is at a station changed: what it shows does too. */
  readonly onChange: () => void
}

/** Why someone may not use a station of this role; undefined when they may. */
export function mayNot(office: Office, agentId: Who['agentId'], role: Right) {
  if (agentId === null || !rightsOf(office, agentId).includes(role)) return 'rightLacking' as const
  return mayUse(office, agentId, role) ? undefined : ('passphraseNeeded' as const)
}

/** Who acts where no person does: the host itself. */
export const hostWho = (office: Office): Who => ({
  officeId: office.officeId,
  role: 'host',
  stationId: 'hote' as StationId,
  agentId: null,
})
