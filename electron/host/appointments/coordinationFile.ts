import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CoordinationSettings } from '../../../shared/contract/appointments/coordination.ts'
import type { Declared } from '../../../shared/domain/appointments/state.ts'
import type { Log } from '../core/log.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import type { Declaration } from './outside/ants.ts'

/** `rendez-vous-ants.json` of the office's folder, readable by its owner alone: the service, and the token that it knows. */
const CoordinationFile = z.strictObject({
  settings: CoordinationSettings,
  token: z.string().nullable(),
  /** Makes the addresses that nobody guesses. */
  secret: z.string(),
  /** Pages named before: what was declared under them is this office's still. */
  formerPages: z.array(z.string()).max(5),
})
export type CoordinationFile = z.infer<typeof CoordinationFile>

export type CoordinationFolder = {
  /** @throws StorageError with the sentence to show (another account's file) */
  readonly read: () => CoordinationFile | null
  /** @throws StorageError with the sentence to show */
  readonly write: (file: CoordinationFile | null) => void
  readonly authority: () => string | undefined
}

/**
 * The settings of the ANTS coordination in an office's folder. @param log told that a file was broken, never what it holds
 */
export function coordinationFolder(dir: string, log: Pick<Log, 'info'>): CoordinationFolder {
  const [file, authority] = ['rendez-vous-ants.json', 'rendez-vous-autorite.pem'].map((name) =>
    join(dir, name),
  ) as [string, string]
  return {
    read: () => (existsSync(file) ? parsed(readPrivate(file), log) : null),
    write: (kept) => writePrivate(file, `${JSON.stringify(kept, null, 2)}\n`),
    authority: () => (existsSync(authority) ? readPrivate(authority) : undefined),
  }
}

// A broken file sets nothing: people are received, and the administration writes it again. Its words, a token among them,
// are not logged.
function parsed(text: string, log: Pick<Log, 'info'>): CoordinationFile | null {
  try {
    return CoordinationFile.nullable().parse(JSON.parse(text))
  } catch {
    log.info('coordination', { problem: 'brokenFile' })
    return null
  }
}

/** The file of new settings. A token goes to the address that it was given for, and to no other. */
export function nextFile(
  before: CoordinationFile | null,
  settings: CoordinationSettings,
  token: string | undefined,
): CoordinationFile {
  const kept = before?.settings.url === settings.url ? before.token : null
  const pages = [...(before?.formerPages ?? []), before?.settings.managementUrl ?? settings.managementUrl]
  return {
    settings,
    token: token ?? kept,
    secret: before?.secret ?? randomBytes(32).toString('hex'),
    formerPages: [...new Set(pages)].filter((page) => page !== settings.managementUrl).slice(-5),
  }
}

/** How the addresses of this office begin under a page, which another office of the town may share. */
const ownBase = (page: string, officeId: string | null): string => {
  const office = createHash('sha256')
    .update(officeId ?? '')
    .digest('hex')
    .slice(0, 8)
  return `${page.replace(/\/+$/, '')}/${office}`
}

/** How the addresses that this office declares begin, and those that it declared before. */
export const ownBases = (
  { settings, formerPages }: CoordinationFile,
  officeId: string | null,
): readonly string[] => [settings.managementUrl, ...formerPages].map((page) => ownBase(page, officeId))

/** An appointment as it is declared for a number: its address is the same each time, of this number alone, and says nothing. */
export const declarationOf = (
  { settings, secret }: CoordinationFile,
  officeId: string | null,
  number: string,
  { appointmentId, startsAt }: Declared,
): Declaration => {
  const key = createHmac('sha256', secret)
    .update(`${appointmentId} ${number}`)
    .digest('base64url')
    .slice(0, 22)
  return { startsAt, managementUrl: `${ownBase(settings.managementUrl, officeId)}/${key}` }
}
