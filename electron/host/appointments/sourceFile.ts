import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../../shared/contract/ids.ts'
import { SourceSettings } from '../../../shared/contract/appointments/sources.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import type { Telling } from './outside/source.ts'

/**
 * `rendez-vous.json` of the office's folder, readable by its owner alone: the source that is followed, and its secret. It is its
 * machine's, as the sign-in provider's is: neither the journal nor any page holds the secret.
 */
const SourceFile = z.strictObject({
  settings: SourceSettings,
  secret: z.string().nullable(),
  /** What the source signs its notices with. */
  noticeSecret: z.string().optional(),
})
export type SourceFile = z.infer<typeof SourceFile>

/** `rendez-vous-jetons.json`: who signed in, for one address and one application; sent to no other. */
const KeptTokens = z.strictObject({
  url: z.string(),
  application: z.string(),
  access: z.string(),
  refresh: z.string().nullable(),
  /** Null: the service doesn't say. */
  until: Instant.nullable(),
})
export type KeptTokens = z.infer<typeof KeptTokens>

/** `rendez-vous-suivis.json`: what a source had the time before, and what it was told. Ids alone, of the coming days. */
const Remembered = z.strictObject({
  identity: z.string(),
  place: z.string(),
  startsAt: Instant,
  told: z.enum(['ARRIVED', 'RECEIVED', 'NOSHOW', 'CANCELLED']).nullable(),
})
export type Remembered = z.infer<typeof Remembered>

/** What is still to be told of a day that was closed: no name, an appointment's own id and its calendar. */
const ToTell = z.strictObject({
  uid: z.string(),
  occurrence: Instant.nullable(),
  calendar: z.string(),
  place: z.string().optional(),
  state: z.enum(['ARRIVED', 'RECEIVED', 'NOSHOW', 'CANCELLED']),
  since: Instant,
})
export type ToTell = z.infer<typeof ToTell> & Telling

export type SourceFolder = {
  /** @throws StorageError with the sentence to show (another account's file) */
  readonly read: () => SourceFile | null
  /** @throws StorageError with the sentence to show */
  readonly write: (file: SourceFile | null) => void
  readonly toTell: () => readonly ToTell[]
  readonly writeToTell: (all: readonly ToTell[]) => void
  readonly tokens: () => KeptTokens | null
  readonly writeTokens: (tokens: KeptTokens | null) => void
  readonly remembered: () => readonly Remembered[]
  readonly writeRemembered: (all: readonly Remembered[]) => void
  /** An authority that no public one signs: `rendez-vous-autorite.pem`, put there by whoever installs. */
  readonly authority: () => string | undefined
}

export function sourceFolder(dir: string): SourceFolder {
  const [file, waiting, authority, signedIn, followed] = [
    'rendez-vous.json',
    'rendez-vous-a-dire.json',
    'rendez-vous-autorite.pem',
    'rendez-vous-jetons.json',
    'rendez-vous-suivis.json',
  ].map((name) => join(dir, name)) as [string, string, string, string, string]
  return {
    read: () => (existsSync(file) ? parsed(SourceFile.nullable(), readPrivate(file), null) : null),
    write: (kept) => writePrivate(file, `${JSON.stringify(kept, null, 2)}\n`),
    toTell: () => (existsSync(waiting) ? parsed(z.array(ToTell), readPrivate(waiting), []) : []),
    writeToTell: (all) => writePrivate(waiting, `${JSON.stringify(all)}\n`),
    tokens: () => (existsSync(signedIn) ? parsed(KeptTokens.nullable(), readPrivate(signedIn), null) : null),
    writeTokens: (tokens) => writePrivate(signedIn, `${JSON.stringify(tokens)}\n`),
    remembered: () => (existsSync(followed) ? parsed(z.array(Remembered), readPrivate(followed), []) : []),
    writeRemembered: (all) => writePrivate(followed, `${JSON.stringify(all)}\n`),
    authority: () => (existsSync(authority) ? readPrivate(authority) : undefined),
  }
}

// A broken file follows nothing: the office works by its imports, and the administration writes it again.
function parsed<T>(schema: z.ZodType<T>, text: string, otherwise: T): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return otherwise
  }
}
