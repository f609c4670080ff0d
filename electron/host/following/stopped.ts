import { openJournal } from '../../../db/open.ts'
import { schoolClock } from '../clock.ts'
import { faultOf } from '../admission.ts'
import { hostWho } from '../people/options.ts'
import { restored } from '../restore.ts'
import { PeerRefused } from './asking.ts'
import { readFollowing } from './folder.ts'
import { takeRelay } from './relay.ts'

/**
 * Takes the relay in a folder that no program holds; the caller does.
 * @throws PeerRefused when the first host still answers
 */
export async function promoteStopped(dir: string): Promise<{ readonly epoch: number }> {
  const journal = await openJournal(dir)
  try {
    const { office, at } = await restored(journal)
    const kept = readFollowing(dir)
    const done = await takeRelay({
      dir,
      kept,
      journal,
      epoch: office.epoch,
      at: Math.max(schoolClock(dir, undefined).now(), at) as typeof at,
      who: hostWho(office),
      us: { hostId: kept.hostId, urls: [], pins: [] },
    })
    if (typeof done === 'string') throw new PeerRefused(done, faultOf(done).message)
    return { epoch: done.epoch }
  } finally {
    await journal.close()
  }
}
