import { ed25519 } from '@noble/curves/ed25519.js'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readPrivate, writePrivate } from './files.ts'

/** The office's key signs what is handed over. The secret stays in a file readable by its owner only. */
export type OfficeKey = {
  /** Ed25519, base64url of 32 bytes. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

const KeyFile = z.strictObject({ ed25519: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * The key of this folder, made the first time.
 * @throws Error with a French sentence when the file is there and isn't a key: signing with another one would
 * make every document handed over before unverifiable, so nothing is replaced.
 */
export function officeKey(dir: string): OfficeKey {
  const file = join(dir, 'office.key')
  if (!existsSync(file)) {
    writePrivate(
      file,
      `${JSON.stringify({ ed25519: Buffer.from(ed25519.utils.randomSecretKey()).toString('hex') })}\n`,
    )
  }
  const read = KeyFile.safeParse(parsed(readPrivate(file)))
  if (!read.success) {
    throw new Error(
      `La clé de l’office (${file}) est illisible. Remettez celle de la dernière sauvegarde : sans elle, les documents déjà remis ne seraient plus vérifiables.`,
    )
  }
  const secret = Buffer.from(read.data.ed25519, 'hex')
  return {
    publicKey: Buffer.from(ed25519.getPublicKey(secret)).toString('base64url'),
    sign: (bytes) => ed25519.sign(bytes, secret),
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
