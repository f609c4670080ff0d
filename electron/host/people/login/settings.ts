import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CommandId } from '../../../../shared/contract/ids.ts'
import { LoginSettings } from '../../../../shared/contract/people/login.ts'
import { readPrivate, writePrivate } from '../../core/privateFiles.ts'

/** The paths of this host that a provider sends browsers back to. */
export const returnPath = '/connexion/retour'
export const endPath = '/connexion/fin'

/**
 * `connexion.json` of the office's folder, readable by its owner alone: the provider and the secret that it gave. It is its
 * machine's, as the network's settings are: neither the journal nor any page holds the secret.
 */
const LoginFile = z.strictObject({ settings: LoginSettings, secret: z.string() })
export type LoginFile = z.infer<typeof LoginFile>

/** What an act sets, on the disk before the journal has it: one that is cut between the two is ended when it is repeated. */
const NextFile = z.strictObject({ by: CommandId, next: LoginFile.nullable() })
export type NextFile = z.infer<typeof NextFile>

export type LoginFolder = {
  /** @throws StorageError with the sentence to show (another account's file) */
  readonly read: () => LoginFile | null
  /** @throws StorageError with the sentence to show */
  readonly write: (file: LoginFile | null) => void
  /** What the last act that was not ended sets. */
  readonly next: () => NextFile | null
  /** @throws StorageError with the sentence to show */
  readonly writeNext: (file: NextFile) => void
  readonly dropNext: () => void
  /** The authority of a directory that no public one signs: `connexion-autorite.pem`, put there by whoever installs. */
  readonly authority: () => string | undefined
}

/** The sign-in's part of an office's folder: its settings, its secret, and an act that was cut. */
export function loginFolder(dir: string): LoginFolder {
  const file = join(dir, 'connexion.json')
  const next = join(dir, 'connexion-suite.json')
  const authority = join(dir, 'connexion-autorite.pem')
  return {
    read: () => (existsSync(file) ? parsed(LoginFile, readPrivate(file)) : null),
    write: (kept) => writePrivate(file, `${JSON.stringify(kept, null, 2)}\n`),
    next: () => (existsSync(next) ? parsed(NextFile, readPrivate(next)) : null),
    writeNext: (kept) => writePrivate(next, `${JSON.stringify(kept, null, 2)}\n`),
    dropNext: () => rmSync(next, { force: true }),
    authority: () => (existsSync(authority) ? readPrivate(authority) : undefined),
  }
}

/** Where browsers begin a sign-in at the host of this folder; null where none is set. @throws StorageError */
export const signInOrigin = (dir: string): string | null => loginFolder(dir).read()?.settings.origin ?? null

// A broken file offers nothing: local accounts go on, and the administration writes it again.
function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.nullable().parse(JSON.parse(text))
  } catch {
    return null
  }
}
