import Database from 'better-sqlite3'
import { storageTrouble } from './errors.ts'

/** An open SQLite file. */
export type Sqlite = Database.Database

/**
 * Opens one SQLite file.
 * @param timeout how long a statement waits for another connection's lock, in milliseconds
 * @throws StorageError `oldRuntime` where the addon would crash the process; what SQLite throws otherwise
 */
export function connect(file: string, options: { readonly: boolean; timeout: number }): Sqlite {
  // Below Node-API 10 the prebuilt addon ends the process by a segmentation fault; the test runtime has another addon.
  const nativeBinding = process.env.GUICHET_SQLITE_BINDING
  if (nativeBinding) return new Database(file, { ...options, fileMustExist: options.readonly, nativeBinding })
  if (Number(process.versions.napi) < 10) throw storageTrouble('oldRuntime', file)
  return new Database(file, { ...options, fileMustExist: options.readonly })
}
