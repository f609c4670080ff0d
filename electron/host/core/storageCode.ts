import { StorageError } from '../../../db/errors.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'

/** What a person hears when the disk refuses, or the database: full and away have their own sentences. */
export function storageCode(error: unknown): ErrorCode {
  if (!(error instanceof StorageError)) return 'fault'
  if (error.code === 'diskFull') return 'storageFull'
  return error.code === 'unreachable' ? 'storageAway' : 'fault'
}
