import type { Recorded } from '../../../shared/contract/events.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Following } from '../standby/standby.ts'
import type { Keeper } from '../backup/keeper.ts'
import type { Network } from '../network/network.ts'
import type { People } from '../people/people.ts'
import type { Printing } from '../printing/printing.ts'
import type { Purging } from '../privacy/purging.ts'
import type { SoftwareHost } from '../integrations/start.ts'
import type { GivingBack } from '../partners/givingBack.ts'
import type { Viewing } from './viewing.ts'
import type { WaitModel } from '../waits/model.ts'
import type { Waits } from '../waits/now.ts'

/** Facts after which a wait can be said that could not be before. */
const opens: ReadonlySet<string> = new Set([
  'dayOpened',
  'counterOpened',
  'counterResumed',
  'counterSkillsSet',
  'agentSet',
])

/** Who hears of a commit. Those that may be absent begin after the first acts can be stored. */
export type Hearers = {
  readonly viewing: Viewing
  readonly waitModel: WaitModel
  readonly waits: Waits
  readonly printing: Printing
  readonly following: Following
  readonly keeper: Keeper | undefined
  readonly network: Network | undefined
  readonly people: People | undefined
  readonly software: SoftwareHost | undefined
  readonly givingBack: GivingBack | undefined
  readonly purging: Purging | undefined
}

/**
 * Tells each part of a host what was just stored: possibly nothing but personal rows or jobs.
 * @param jobs print jobs that may be new
 */
export function tellCommitted(
  hearers: Hearers,
  { officeId }: Office,
  stored: readonly Recorded[],
  jobs: number,
): void {
  const { viewing, waitModel, waits, printing } = hearers
  const has = (type: Recorded['event']['type']) => stored.some(({ event }) => event.type === type)
  viewing.watches.touch()
  if (stored.length > 0 && officeId !== null) void hearers.keeper?.note(officeId, stored)
  // What a person had erased leaves the database's log too, and so does a recording of them.
  if (has('personalErased') || has('recordingRemoved')) void hearers.purging?.now()
  if (has('fileLimited')) void viewing.lookLimited()
  if (stored.length > 0) {
    waitModel.committed(stored, waits.current())
    if (stored.some(({ event }) => opens.has(event.type))) waits.again()
    else waits.touch()
  }
  if (jobs > 0 || has('printersSet')) printing.wake()
  printing.withdraw(
    stored.flatMap(({ event }) =>
      event.type === 'documentRelated' && event.data.how !== 'duplicate' ? [event.data.documentId] : [],
    ),
  )
  hearers.following.committed()
  hearers.network?.officeChanged()
  hearers.people?.committed()
  hearers.software?.committed()
  hearers.givingBack?.committed()
}
