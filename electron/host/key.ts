import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readPrivate, writePrivate } from './files.ts'
import { StartError } from './startError.ts'

/** The office's key signs what is handed over. The secret stays in a file readable by its owner only. */
export type OfficeKey = {
  /** Ed25519, base64url of 32 bytes. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** What comes before the 32 bytes of a secret key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const KeyFile = z.strictObject({ ed25519: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * The key of this folder, made the first time.
 * @throws StartError with a French sentence when the file is there and isn't a key: signing with another one would
 * make every document handed over before unverifiable, so nothing is replaced.
 */
export function officeKey(dir: string): OfficeKey {
  const file = join(dir, 'office.key')
  if (!existsSync(file)) {
    writePrivate(file, `${JSON.stringify({ ed25519: randomBytes(32).toString('hex') })}\n`)
  }
  const read = KeyFile.safeParse(parsed(readPrivate(file)))
  if (!read.success) {
    throw new StartError(
      `La clé de l’office (${file}) est illisible. Remettez celle de la dernière sauvegarde : sans elle, les documents déjà remis ne seraient plus vérifiables.`,
    )
  }
  // Node's own Ed25519: the same signatures as noble's, byte for byte (RFC 8032), without its 30 ms at each start.
  const secret = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(read.data.ed25519, 'hex')]),
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
