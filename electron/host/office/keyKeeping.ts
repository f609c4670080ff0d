import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openedText } from '../../../db/backup/archive.ts'
import { sealedText } from '../../../db/backup/encrypt.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { keyTrouble } from '../../../shared/messages/office/key.fr.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import { keyOf, openKey, publicKeyIn, readKeyFile, writeKeyFile } from './key.ts'
import type { Protection } from '../core/officeKey.ts'
import type { HandlersOf } from '../core/part.ts'
import { StartError } from '../core/startError.ts'

// A key that the system protects is lost with the account that it belongs to. So a copy of it is made at the same time, in the
// age format (age-encryption.org/v1), beside it: whoever holds the recovery key, which is printed once, opens it.

/** The copy, encrypted for the recovery key: it goes with the folder and with its backups. */
export const recoveryFile = (dir: string): string => join(dir, 'office.key.age')

/** How the office's key is kept, and what may be done about it. */
export type KeyKeeping = {
  readonly state: () => Promise<Output<'key.state'>>
  /**
   * Protects the key by the system, and makes its recovery copy; done again, makes another copy, which another recovery key opens.
   * @returns the recovery key, kept nowhere; undefined where the system protects nothing
   */
  readonly protect: () => Promise<string | undefined>
}

/** How the office's key is kept is its machine's affair. */
export const officeHandlers = (keeping: Pick<KeyKeeping, 'protect'>): HandlersOf<'office'> => ({
  'key.protect': async () => {
    const recovery = await keeping.protect()
    return recovery === undefined ? { code: 'keyUnprotectable' } : { text: JSON.stringify({ recovery }) }
  },
})

/** @param protection the system's; null where the host runs alone, under Node */
export const keepKey = (dir: string, protection: Protection | null): KeyKeeping => {
  const by = async () => (await protection?.name()) ?? null
  /** Asked twice at once, it is done once: of two copies made together, one would be opened by neither paper. */
  let underWay: Promise<string> | null = null
  return {
    state: async () => {
      const kept = readKeyFile(dir)
      const isProtected = kept !== undefined && 'protected' in kept
      return { protected: isProtected, recoverable: existsSync(recoveryFile(dir)), by: await by() }
    },
    protect: async () => {
      if (protection === null || (await by()) === null) return undefined
      underWay ??= protectKey(dir, protection).finally(() => {
        underWay = null
      })
      return underWay
    },
  }
}

async function protectKey(dir: string, protection: Protection): Promise<string> {
  const secret = await secretIn(dir, protection)
  const { publicKey } = keyOf(secret)
  const wrapped = await protection.wrap(secret)
  const { recovery, copy } = await sealedText(`${JSON.stringify({ ed25519: secret })}\n`)
  // Nothing is replaced before both ways back were tried.
  const back = [await protection.unwrap(wrapped), await openedBy(recovery, copy)]
  if (back.some((text) => text !== secret)) throw new Error('the key would not come back')
  writePrivate(recoveryFile(dir), copy)
  writeKeyFile(dir, { publicKey, protected: Buffer.from(wrapped).toString('base64') })
  return recovery
}

async function secretIn(dir: string, protection: Protection): Promise<string> {
  const kept = readKeyFile(dir)
  if (kept === undefined) throw new StartError(keyTrouble.none)
  if (!('protected' in kept)) return kept.ed25519
  await openKey(dir, protection)
  return protection.unwrap(Buffer.from(kept.protected, 'base64'))
}

/**
 * Puts the office's key back, unprotected, in a folder that came from another machine.
 * @param recovery the recovery key as it was printed, `AGE-SECRET-KEY-1…`
 * @throws StartError saying why nothing was changed
 */
export async function recoverKey(dir: string, recovery: string, expected: string | undefined): Promise<void> {
  const file = recoveryFile(dir)
  if (!existsSync(file)) throw new StartError(keyTrouble.noCopy)
  const secret = await openedBy(recovery, readPrivate(file)).catch(() => '')
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new StartError(keyTrouble.wrongRecovery)
  const { publicKey } = keyOf(secret)
  // The office's own words first; a folder whose journal says nothing is compared with its key's file.
  if (publicKey !== (expected ?? publicKeyIn(dir) ?? publicKey)) throw new StartError(keyTrouble.otherKey)
  writeKeyFile(dir, { ed25519: secret })
}

const Copy = z.strictObject({ ed25519: z.string() })

const openedBy = async (recovery: string, copy: string): Promise<string> =>
  Copy.parse(JSON.parse(await openedText(copy, recovery))).ed25519
