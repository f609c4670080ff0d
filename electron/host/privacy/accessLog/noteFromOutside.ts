import { uuidv7 } from 'uuidv7'
import { connect } from '../../../../db/connect.ts'
import { storageError } from '../../../../db/errors.ts'
import { journalFile } from '../../../../db/open.ts'
import type { Consulted } from '../../../../shared/contract/privacy/accessLog.ts'
import { schoolClock } from '../../core/clock.ts'

/** Where the command line says that it consults from: no station's id. */
export const commandLine = 'ligne-de-commande'

/** How long it waits for the host's own writing, in milliseconds. */
const patience = 3000
const add = `insert into consultations (office_id, consultation_id, at, agent_id, station_id, what, about)
  select office_id, ?, ?, null, ?, ?, ? from head limit 1`

/**
 * Notes a consultation made by the command line, on a stopped or a running host: durable before anything of it is written out.
 * Nobody is named: whoever has the folder's account is who consulted.
 * @throws StorageError when it can't be noted: nothing is then to be shown
 */
export function noteFromOutside(folder: string, what: Consulted, about: readonly string[]): void {
  const file = journalFile(folder)
  try {
    const db = connect(file, { readonly: false, timeout: patience })
    try {
      db.pragma('synchronous = full')
      const at = schoolClock(folder, undefined).now()
      db.prepare(add).run(uuidv7(), at, commandLine, what, JSON.stringify(about))
    } finally {
      db.close()
    }
  } catch (cause) {
    throw storageError(cause, file)
  }
}
