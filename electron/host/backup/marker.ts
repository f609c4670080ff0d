import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writePrivate } from '../core/privateFiles.ts'

/** Says that a folder comes from a backup, and that nobody has gone on with its journal yet. */
const markerFile = (dir: string): string => join(dir, 'reprise.json')

/** Whether the journal of a folder comes from a backup and waits for a person to go on with it. */
export const isRestored = (dir: string): boolean => existsSync(markerFile(dir))

/** @param at when the backup was made, milliseconds, UTC @throws StorageError with the sentence to show */
export const markRestored = (dir: string, at: number): void =>
  writePrivate(markerFile(dir), `${JSON.stringify({ at })}\n`)

/** Somebody has gone on with the journal of this folder. */
export const clearRestored = (dir: string): Promise<void> => rm(markerFile(dir), { force: true })
