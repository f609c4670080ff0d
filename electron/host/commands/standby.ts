import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { holdFolder, readHolder } from '../../../db/hold.ts'
import { StorageError } from '../../../db/errors.ts'
import { journalFile } from '../../../db/open.ts'
import type { Pin } from '../../../shared/contract/network/calls.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { standbyWords as words } from '../../../shared/messages/standby/standby.fr.ts'
import { openPeer, PeerRefused } from '../standby/asking.ts'
import { readFollowing } from '../standby/folder.ts'
import { Promoted, Renewed } from '../standby/wire.ts'
import { networkFolder } from '../network/folder.ts'
import { servesDatabase } from '../core/journalPlace.ts'
import { followerToken } from '../core/tokens.ts'
import { promoteStopped, renewStopped } from '../standby/stopped.ts'

/** A relay is taken once the first host was found silent, which takes its time; milliseconds. */
const patience = 15_000

const refused = (text: string): 1 => {
  process.stderr.write(`${text}\n`)
  return 1
}

const folderAsked = (args: readonly string[]): string | undefined => {
  const [folder, ...more] = args
  return folder === undefined || folder === '' || folder.startsWith('-') || more.length > 0
    ? undefined
    : resolve(folder)
}

/** `promote DIR`: the machine of this folder, which followed the host, takes the relay; its program running or not. */
export async function promoteCopy(args: readonly string[]): Promise<number> {
  const folder = folderAsked(args)
  if (folder === undefined) {
    process.stderr.write(`${words.promoteUsage}\n`)
    return 2
  }
  if (servesDatabase(folder)) return refused(refusals.standbyElsewhere)
  if (!existsSync(journalFile(folder)) || readFollowing(folder).follows === null)
    return refused(words.notACopy(folder))
  try {
    const { epoch } = await taken(folder)
    process.stdout.write(`${words.promoted(epoch)}\n`)
    return 0
  } catch (error) {
    if (error instanceof PeerRefused) return refused(error.message)
    throw error
  }
}

const taken = (folder: string): Promise<z.infer<typeof Promoted>> =>
  byHolder(folder, () => promoteStopped(folder), 'promote', Promoted)

/** The token that takes the place of the one before, with the pin of the host's key where it answers on the network. */
async function renewed(folder: string): Promise<string> {
  const { token } = await byHolder(folder, () => renewStopped(folder), 'renew', Renewed)
  return token
}

/** By the program that holds the folder; by this one where none does. */
async function byHolder<T>(
  folder: string,
  here: () => Promise<T>,
  path: string,
  schema: z.ZodType<T>,
): Promise<T> {
  try {
    const hold = await holdFolder(folder, { wait: 0 })
    try {
      return await here()
    } finally {
      await hold.release()
    }
  } catch (error) {
    const url = (await readHolder(folder))?.url
    if (!(error instanceof StorageError) || error.code !== 'held' || !url) throw error
    const peer = openPeer(url, followerToken(folder), [] as readonly Pin[])
    try {
      return await peer.ask(path, {}, schema, patience)
    } finally {
      peer.close()
    }
  }
}

/**
 * `follower DIR`: what a second machine needs to follow the host of this folder; with `--renew`, another token in place of
 * the one before, which opens nothing from then on. Only the second opens the door where no station is.
 */
export async function writeToken(args: readonly string[]): Promise<number> {
  const renews = args.includes('--renew')
  const folder = folderAsked(args.filter((word) => word !== '--renew'))
  if (folder === undefined) {
    process.stderr.write(`${words.tokenUsage}\n`)
    return 2
  }
  if (servesDatabase(folder)) return refused(refusals.standbyElsewhere)
  if (!existsSync(journalFile(folder))) return refused(words.noOffice(folder))
  if (renews) {
    process.stdout.write(`${await renewed(folder)}\n`)
    process.stderr.write(`${words.renewed}\n`)
    return 0
  }
  const pin = networkFolder(folder).read().served
  process.stdout.write(`${followerToken(folder)}${pin === null ? '' : `.${pin}`}\n`)
  const { peers, former, heardAt } = readFollowing(folder)
  if (peers.length + former.length === 0 && heardAt === null) process.stderr.write(`${words.tokenShut}\n`)
  return 0
}
