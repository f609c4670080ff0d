import { rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { BackupError } from '../../../db/backup/errors.ts'
import { outdated } from '../../../db/backup/rotation.ts'
import type { BackupSettings } from '../../../db/backup/settings.ts'
import { copyOutside, listBackups, writeBackup } from '../../../db/backup/write.ts'
import type { Manifest } from '../../../db/backup/manifest.ts'
import { StorageError } from '../../../db/errors.ts'
import { openAsIs } from '../../../db/open.ts'
import type { BackupLine } from '../../../shared/contract/keeping.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { backups } from '../../../shared/messages/keeping.fr.ts'

/** What a host asks of its worker: one backup, and its copy outside where there is one. */
export type BackupOrder = {
  readonly folder: string
  readonly out: string
  readonly why: Manifest['why']
  readonly chain: Manifest['chain']
  readonly at: Instant
  readonly outside: BackupSettings['outside']
}

/** What came of it. A copy outside that fails takes nothing away from the backup. */
export type BackupDone =
  | { readonly line: BackupLine; readonly outsideProblem: string | null }
  | { readonly problem: string; readonly cause: string }

/** Makes one backup, removes those that are outdated, copies it outside. Never rejects. */
export async function doBackup({ outside, ...asked }: BackupOrder): Promise<BackupDone> {
  try {
    const source = await openAsIs(asked.folder)
    const made = await writeBackup({ ...asked, source }).finally(() => source.close())
    await removeOutdated(asked.out, asked.at)
    const { at, seq, why, chain } = made.manifest
    const line = { name: basename(made.file), at, seq, why, chain, bytes: made.bytes }
    return { line, outsideProblem: outside ? await copied(made.file, outside, asked.at) : null }
  } catch (error) {
    return { problem: sentence(error, asked.out), cause: String((error as Error)?.cause ?? error) }
  }
}

async function copied(
  file: string,
  { folder, recipient }: NonNullable<BackupSettings['outside']>,
  now: Instant,
): Promise<string | null> {
  try {
    // A disk that is not plugged in is an empty folder, or none: nothing is made in its place.
    await stat(folder)
    await copyOutside(file, folder, { recipient })
    await removeOutdated(folder, now)
    return null
  } catch (error) {
    return sentence(error, folder)
  }
}

async function removeOutdated(out: string, now: Instant): Promise<void> {
  for (const { name } of outdated(await listBackups(out), now)) await rm(join(out, name), { force: true })
}

const sentence = (error: unknown, place: string): string => {
  if (error instanceof BackupError || error instanceof StorageError) return error.message
  return typeof (error as NodeJS.ErrnoException)?.code === 'string'
    ? backups.unwritable(place)
    : backups.failed
}
