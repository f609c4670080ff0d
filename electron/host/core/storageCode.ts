import { StorageError } from '../../../db/errors.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'

/** The message to a person when the disk or the database refuses: « full » and « away » have their own sentences. */
export function storageCode(error: unknown): ErrorCode {
  if (!(error instanceof StorageError)) return 'fault'
  if (error.code === 'diskFull') return 'storageFull'
  if (error.code === 'otherJournal') return 'journalBehind'
  return error.code === 'unreachable' ? 'storageAway' : 'fault'
}
