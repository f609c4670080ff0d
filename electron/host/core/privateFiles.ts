import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { storageError } from '../../../db/errors.ts'

/**
 * Replaces a file whole or not at all, readable by its owner only, durable when it returns.
 * @throws StorageError with the sentence to show (folder not writable, disk full)
 */
export function writePrivate(file: string, text: string | Uint8Array): void {
  safely(file, () => {
    const temporary = `${file}.${process.pid}.tmp`
    const handle = openSync(temporary, 'w', 0o600)
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    chmodSync(temporary, 0o600)
    renameSync(temporary, file)
  })
}

/** The text of a private file. @throws StorageError with the sentence to show (another account's file) */
export const readPrivate = (file: string): string => safely(file, () => readFileSync(file, 'utf8'))

function safely<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw storageError(cause, file)
  }
}
