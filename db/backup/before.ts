import { join } from 'node:path'
import type { Instant } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'
import type { Signer } from '../journal/signature.ts'
import { writeBackup } from './write.ts'

/** Where an office's own backups are, in its folder. */
export const backupsIn = (folder: string): string => join(folder, 'sauvegardes')

/**
 * A backup before the schema changes, so that an update that goes wrong can be undone. An office that isn't born yet has
 * nothing to lose; a training office is made again at will.
 * @param signer the office's key; null where whoever opens the folder has it not
 */
export async function backupBefore(db: Sqlite, folder: string, signer: Signer | null): Promise<void> {
  const events = db.prepare("select 1 from sqlite_master where name = 'events'").get()
  const school = events
    ? db
        .prepare(
          "select json_extract(body, '$.data.school') from events where type = 'officeCreated' order by seq limit 1",
        )
        .pluck()
        .get()
    : undefined
  if (school !== 0) return
  const at = Date.now() as Instant
  await writeBackup({
    folder,
    source: db,
    out: backupsIn(folder),
    why: 'migration',
    chain: 'end',
    at,
    signer,
  })
}
