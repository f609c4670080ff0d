import { uuidv7 } from 'uuidv7'
import { openJournal } from '../../../db/open.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import { schoolClock } from '../core/clock.ts'
import { faultOf } from '../core/admission.ts'
import { networkFolder } from '../network/folder.ts'
import { signerIn } from '../office/key.ts'
import { hostWho } from '../people/options.ts'
import { restored } from '../core/fromJournal.ts'
import { followerToken, renewFollowerToken } from '../core/tokens.ts'
import { PeerRefused } from './asking.ts'
import { noteFormer, readFollowing } from './folder.ts'
import { becomeHost } from './becomeHost.ts'

/**
 * Takes the relay in a folder that no program holds; the caller does.
 * @throws PeerRefused when the first host still answers
 */
export async function promoteStopped(dir: string): Promise<{ readonly epoch: number }> {
  const journal = await openJournal(dir, { signer: signerIn(dir) })
  try {
    const { office, at } = await restored(journal)
    const kept = readFollowing(dir)
    const done = await becomeHost({
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

/**
 * Changes the token of the machines that follow, in a folder that no program holds, and notes that they are out; the caller
 * holds it. A copy notes nothing: its journal is its host's.
 * @returns with the pin of the host's key, where it answers on the network
 */
export async function renewStopped(dir: string): Promise<{ readonly token: string }> {
  noteFormer(dir, followerToken(dir))
  const token = renewFollowerToken(dir)
  const { hostId: ours, served } = networkFolder(dir).read()
  const shown = { token: served === null ? token : `${token}.${served}` }
  if (readFollowing(dir).follows !== null) return shown
  const journal = await openJournal(dir, { signer: signerIn(dir) })
  try {
    const { office, seq, at } = await restored(journal)
    const others = office.hosts.filter(({ hostId }) => hostId !== ours)
    const event = {
      type: 'followerRenewed',
      data: { withdrawn: others.map(({ hostId }) => hostId) },
    } as const
    const now = Math.max(schoolClock(dir, undefined).now(), at) as typeof at
    const events = [{ at: now, who: hostWho(office), commandId: uuidv7() as CommandId, event }]
    if (office.settings !== null) await journal.append(seq, { events, personal: [], answers: [], jobs: [] })
  } finally {
    await journal.close()
  }
  return shown
}
