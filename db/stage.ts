import { lstatSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from './errors.ts'
import { holdFolder, isHeld } from './hold.ts'

// What is made whole or not at all is made in a folder of its own, which one process holds. One that is killed leaves it there:
// whoever cleans removes it, and never the one where a process works.

/** A folder where one process works, held until it is dropped. */
export type Stage = { readonly path: string; readonly drop: () => Promise<void> }

/** Makes a folder to work in: this beginning, then six letters drawn. */
export async function openStage(beginning: string): Promise<Stage> {
  const path = await mkdtemp(beginning)
  // Some disks lock nothing: what is made there is made all the same.
  const hold = await holdFolder(path).catch(() => undefined)
  return {
    path,
    drop: async () => {
      await hold?.release()
      await rm(path, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Whether no process works in this folder. One that is still empty may have been made just now. */
export function isLeftStage(path: string): boolean {
  try {
    return lstatSync(path).isDirectory() && readdirSync(path).length > 0 && !isHeld(path)
  } catch {
    // Gone meanwhile, or another account's.
    return false
  }
}

const day = 24 * 60 * 60_000

/**
 * Removes a folder where no process works, or one of a disk that locks nothing, where nothing was written for a day: no copy
 * takes that long.
 */
export async function clearOldStage(path: string, now: number): Promise<void> {
  if (await clearStage(path)) return
  try {
    if (now - newestIn(path) < day || !(await locksNothing(path))) return
    await rm(path, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // Gone meanwhile, or another account's.
  }
}

/** Whether this folder can't be held, by nobody's doing. */
async function locksNothing(path: string): Promise<boolean> {
  try {
    const hold = await holdFolder(path, { wait: 0 })
    await hold.release()
    return false
  } catch (cause) {
    return !(cause instanceof StorageError && cause.code === 'held')
  }
}

/** When the folder or one of its files was last written. */
const newestIn = (path: string): number =>
  Math.max(...['', ...readdirSync(path)].map((name) => lstatSync(join(path, name)).mtimeMs))

/** Removes a folder where no process works. @returns whether it did: another may work there, or clear it, at this instant */
export async function clearStage(path: string): Promise<boolean> {
  if (!isLeftStage(path)) return false
  const hold = await holdFolder(path, { wait: 0 }).catch(() => undefined)
  await hold?.release()
  if (hold === undefined) return false
  await rm(path, { recursive: true, force: true, maxRetries: 3 })
  return true
}
