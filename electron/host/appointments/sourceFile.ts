import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../../shared/contract/ids.ts'
import { firstSource, SourceId, SourceSettings } from '../../../shared/contract/appointments/sources.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import type { Telling } from './outside/source.ts'

// Before there were several sources none had an id: what was kept then is the first one's.
const sourceId = SourceId.default(firstSource)

/**
 * `rendez-vous.json` of the office's folder, readable by its owner alone: the sources that are followed in their order, and
 * their secrets. It is its machine's, as the sign-in provider's is: neither the journal nor any page holds a secret.
 */
const SourceFile = z.strictObject({
  sourceId,
  settings: SourceSettings,
  secret: z.string().nullable(),
  /** What the source signs its notices with. */
  noticeSecret: z.string().optional(),
})
export type SourceFile = z.infer<typeof SourceFile>
const SourceFiles = z.union([
  z.array(SourceFile),
  SourceFile.transform((one) => [one]),
  z.null().transform(() => []),
])

/** `rendez-vous-jetons.json`: who signed in, for one address and one application; sent to no other. */
const KeptTokens = z.strictObject({
  sourceId,
  url: z.string(),
  application: z.string(),
  access: z.string(),
  refresh: z.string().nullable(),
  /** Null: the service doesn't say. */
  until: Instant.nullable(),
})
export type KeptTokens = Omit<z.infer<typeof KeptTokens>, 'sourceId'>

/** `rendez-vous-suivis.json`: what a source had the time before, and what it was told. Ids alone, of the coming days. */
const Remembered = z.strictObject({
  sourceId,
  identity: z.string(),
  place: z.string(),
  startsAt: Instant,
  told: z.enum(['ARRIVED', 'RECEIVED', 'NOSHOW', 'CANCELLED']).nullable(),
})
export type Remembered = Omit<z.infer<typeof Remembered>, 'sourceId'>

/** `rendez-vous-a-dire.json`: what is still to be told of a day that was closed: no name, an appointment's own id and its calendar. */
const ToTell = z.strictObject({
  sourceId,
  uid: z.string(),
  occurrence: Instant.nullable(),
  calendar: z.string(),
  place: z.string().optional(),
  state: z.enum(['ARRIVED', 'RECEIVED', 'NOSHOW', 'CANCELLED']),
  since: Instant,
})
export type ToTell = Omit<z.infer<typeof ToTell>, 'sourceId'> & Telling

/** What one source left to remember. */
export type SourceStore = {
  readonly toTell: () => readonly ToTell[]
  readonly writeToTell: (all: readonly ToTell[]) => void
  readonly tokens: () => KeptTokens | null
  readonly writeTokens: (tokens: KeptTokens | null) => void
  readonly remembered: () => readonly Remembered[]
  readonly writeRemembered: (all: readonly Remembered[]) => void
  /** An authority that no public one signs: `rendez-vous-autorite.pem`, put there by whoever installs. */
  readonly authority: () => string | undefined
}

export type SourceFolder = {
  /** @throws StorageError with the sentence to show (another account's file) */
  readonly read: () => readonly SourceFile[]
  /** @throws StorageError with the sentence to show */
  readonly write: (files: readonly SourceFile[]) => void
  readonly of: (sourceId: string) => SourceStore
}

/**
 * What an office's folder keeps of the calendars that it follows: their settings, their tokens, what is still to tell them.
 */
export function sourceFolder(dir: string): SourceFolder {
  const file = join(dir, 'rendez-vous.json')
  const authority = join(dir, 'rendez-vous-autorite.pem')
  const waiting = listIn(join(dir, 'rendez-vous-a-dire.json'), ToTell)
  const followed = listIn(join(dir, 'rendez-vous-suivis.json'), Remembered)
  const signedIn = listIn(join(dir, 'rendez-vous-jetons.json'), KeptTokens)
  return {
    read: () => (existsSync(file) ? parsed(SourceFiles, readPrivate(file), []) : []),
    write: (files) => writePrivate(file, `${JSON.stringify(files, null, 2)}\n`),
    of: (id) => ({
      toTell: () => waiting.of(id),
      writeToTell: (all) => waiting.write(id, all),
      tokens: () => signedIn.of(id)[0] ?? null,
      writeTokens: (tokens) => signedIn.write(id, tokens === null ? [] : [tokens]),
      remembered: () => followed.of(id),
      writeRemembered: (all) => followed.write(id, all),
      authority: () => (existsSync(authority) ? readPrivate(authority) : undefined),
    }),
  }
}

/** A file of lines, each of one source: a source reads and replaces its own. */
function listIn<T extends { readonly sourceId: string }>(file: string, line: z.ZodType<T>) {
  const lines = z.union([z.array(line), line.transform((one) => [one]), z.null().transform(() => [])])
  const all = (): readonly T[] => (existsSync(file) ? parsed(lines, readPrivate(file), []) : [])
  return {
    of: (id: string) => all().filter((one) => one.sourceId === id),
    write: (id: string, mine: readonly Omit<T, 'sourceId'>[]) => {
      const before = all()
      const others = before.filter((one) => one.sourceId !== id)
      // Nothing to take away, nothing to keep.
      if (mine.length === 0 && others.length === before.length) return
      writePrivate(file, `${JSON.stringify([...others, ...mine.map((one) => ({ ...one, sourceId: id }))])}\n`)
    },
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
