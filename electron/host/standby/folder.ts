import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Pin } from '../../../shared/contract/network/calls.ts'
import { standbyWords } from '../../../shared/messages/standby/standby.fr.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import { StartError } from '../core/startError.ts'
import { Peer } from './wire.ts'

/** Where this machine's host is, and with what it is asked. */
export const Followed = z.strictObject({
  /** Empty: it is another machine's turn, and where that one is, is not known yet. */
  urls: z.array(z.string()),
  token: z.string().min(32),
  pins: z.array(Pin),
})
export type Followed = z.infer<typeof Followed>

/** What this machine keeps of the others of its office. The file holds a secret: its owner alone reads it. */
const FollowingFile = z.strictObject({
  hostId: z.uuid(),
  /** Null: this machine acts. */
  follows: Followed.nullable(),
  /** A whole copy is due; or it was cut, and what the folder holds of a journal is worth nothing. */
  copy: z.enum(['none', 'due', 'cut']),
  /** Those that followed it, or that it followed. */
  peers: z.array(Peer).max(8),
  /** Tokens that were taken back, as SHA-256 in hex: they say whether this machine acts, and open nothing. */
  former: z.array(z.string()).max(8).default([]),
  /** When a machine that follows was last heard: kept once a minute, of this machine's clock. */
  heardAt: z.number().nullable().default(null),
})
export type FollowingFile = z.infer<typeof FollowingFile>

const file = (dir: string) => join(dir, 'suivi.json')

/** What the folder says; of a machine that was always alone where there is no file. @throws StartError when it can't be read */
export function readFollowing(dir: string): FollowingFile {
  if (!existsSync(file(dir)))
    return { hostId: randomUUID(), follows: null, copy: 'none', peers: [], former: [], heardAt: null }
  try {
    return FollowingFile.parse(JSON.parse(readPrivate(file(dir))))
  } catch {
    // To go on as if it were alone could make two hosts of one office.
    throw new StartError(standbyWords.unreadable(file(dir)))
  }
}

/** @throws StorageError with the sentence to show */
export const writeFollowing = (dir: string, kept: FollowingFile): void =>
  writePrivate(file(dir), `${JSON.stringify(kept, null, 2)}\n`)

/** A token that is taken back: it is known as such, and whoever had it is waited for no more. @throws StorageError */
export function noteFormer(dir: string, token: string): void {
  const kept = readFollowing(dir)
  const hash = createHash('sha256').update(token).digest('hex')
  writeFollowing(dir, { ...kept, former: [...kept.former, hash].slice(-8), peers: [], heardAt: null })
}
