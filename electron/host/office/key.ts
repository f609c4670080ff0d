import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StorageError } from '../../../db/errors.ts'
import { keyTrouble } from '../../../shared/messages/office/key.fr.ts'
import type { OfficeKey, Protection } from '../core/officeKey.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import { StartError } from '../core/startError.ts'

/** What comes before the 32 bytes of a secret key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const Secret = z.string().regex(/^[0-9a-f]{64}$/)
const PlainFile = z.strictObject({ ed25519: Secret })
const ProtectedFile = z.strictObject({
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** The secret as the system wrapped it, base64. */
  protected: z.base64().min(1),
})
const KeyFile = z.union([PlainFile, ProtectedFile])
export type KeyFile = z.infer<typeof KeyFile>

/** The file of an office's key, in its folder. */
export const keyFile = (dir: string): string => join(dir, 'office.key')

/**
 * The key's file; undefined where there is none.
 * @throws StartError with a French sentence when the file is there and isn't a key: signing with another one would
 * make every document handed over before unverifiable, so nothing is replaced.
 */
export function readKeyFile(dir: string): KeyFile | undefined {
  const file = keyFile(dir)
  if (!existsSync(file)) return undefined
  const read = KeyFile.safeParse(parsed(readPrivate(file)))
  if (!read.success) throw new StartError(keyTrouble.unreadable(file))
  return read.data
}

/** Writes the key, readable by its owner only. @throws StorageError with the sentence to show */
export const writeKeyFile = (dir: string, kept: KeyFile): void =>
  writePrivate(keyFile(dir), `${JSON.stringify(kept)}\n`)

/** The public key of a folder, that its secret be protected or not; undefined where there is none. @throws StartError */
export function publicKeyIn(dir: string): string | undefined {
  const kept = readKeyFile(dir)
  if (kept === undefined) return undefined
  return 'protected' in kept ? kept.publicKey : keyOf(kept.ed25519).publicKey
}

/**
 * The key of a folder, for what may go on without it: a backup is then unsigned. Null where there is none, or where the
 * system's protection alone opens it.
 */
export function signerIn(dir: string): OfficeKey | null {
  try {
    const kept = readKeyFile(dir)
    return kept === undefined || 'protected' in kept ? null : keyOf(kept.ed25519)
  } catch (error) {
    if (error instanceof StartError || error instanceof StorageError) return null
    throw error
  }
}

/**
 * The key of this folder, made the first time.
 * @throws StartError with a French sentence when it can't be read, or only through the system's protection
 */
export function officeKey(dir: string): OfficeKey {
  const kept = readKeyFile(dir) ?? newKeyFile(dir)
  if ('protected' in kept) throw new StartError(keyTrouble.protectedHere)
  return keyOf(kept.ed25519)
}

/**
 * The same, with the system's protection at hand.
 * @throws StartError with a French sentence when the key was protected by another account or machine
 */
export async function openKey(dir: string, protection: Protection | null): Promise<OfficeKey> {
  const kept = readKeyFile(dir)
  if (kept === undefined || !('protected' in kept)) return officeKey(dir)
  if (protection === null) throw new StartError(keyTrouble.protectedHere)
  const secret = await protection.unwrap(Buffer.from(kept.protected, 'base64')).catch(() => '')
  if (!Secret.safeParse(secret).success) throw new StartError(keyTrouble.protectedElsewhere)
  const key = keyOf(secret)
  if (key.publicKey !== kept.publicKey) throw new StartError(keyTrouble.protectedElsewhere)
  return key
}

/** A key drawn at random, in the folder from then on. */
function newKeyFile(dir: string): KeyFile {
  const kept = { ed25519: randomBytes(32).toString('hex') }
  writeKeyFile(dir, kept)
  return kept
}

/** @param ed25519 the 32 secret bytes, in hex */
export function keyOf(ed25519: string): OfficeKey {
  // Node's own Ed25519: the same signatures as noble's, byte for byte (RFC 8032), without its 30 ms at each start.
  const secret = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(ed25519, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    publicKey: raw.toString('base64url'),
    sign: (bytes) => new Uint8Array(sign(null, bytes, secret)),
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
