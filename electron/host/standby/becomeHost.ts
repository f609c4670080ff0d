import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../../shared/contract/ids.ts'
import { followedBy } from './copy.ts'
import { writeFollowing, type FollowingFile } from './folder.ts'
import { stateOf } from './prepare.ts'
import type { Peer } from './wire.ts'

export type Becoming = {
  readonly dir: string
  readonly kept: FollowingFile
  /** The copy's own. */
  readonly journal: Journal
  /** How many times a machine took the relay, as this copy knows. */
  readonly epoch: number
  readonly at: Instant
  readonly who: Who
  readonly us: Peer
  /** Ends what takes in the host's journal, once the host was found silent. */
  readonly endFollowing?: () => Promise<void>
}

/** Milliseconds that a host may take to say that it is alive. */
const patience = 3000

/**
 * Makes a copy the office's host, unless the first still acts: an event of its own, rows of its own lineage, and a folder that
 * says so, in this order; cut in between, it is still a copy.
 * @returns what the folder says after it, or why nothing was done
 */
export async function becomeHost(
  asked: Becoming,
): Promise<{ readonly epoch: number; readonly kept: FollowingFile } | 'notFollowing' | 'hostAlive'> {
  const { dir, kept, journal, at, who, us } = asked
  const { follows } = kept
  if (follows === null) return 'notFollowing'
  // All its addresses at once: a machine that is off answers none, and each takes its time not to.
  const states = await Promise.all(
    follows.urls.map((url) =>
      stateOf({ ...follows, urls: [url] }, { us, acts: false, epoch: asked.epoch }, patience).catch(
        () => undefined,
      ),
    ),
  )
  const first = states.find((state) => state !== undefined)
  if (states.some((state) => state?.answer.acts)) return 'hostAlive'
  await asked.endFollowing?.()
  const epoch = asked.epoch + 1
  const event = { type: 'hostPromoted', data: { epoch, hostId: kept.hostId } } as const
  const { seq } = await journal.head()
  const events = [{ at, who, commandId: uuidv7() as CommandId, event }]
  await journal.append(seq, { events, personal: [], answers: [], jobs: [] })
  await followedBy(journal).become()
  const { urls, pins } = follows
  const former = first?.answer.us ?? { hostId: uuidv7(), urls: [...urls], pins: [...pins] }
  const after: FollowingFile = {
    ...kept,
    follows: null,
    copy: 'none',
    peers: [...kept.peers, former].slice(-8),
  }
  writeFollowing(dir, after)
  return { epoch, kept: after }
}
