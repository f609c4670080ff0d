import { lstatSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
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
      await rm(path, { recursive: true, force: true })
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

/** Removes a folder where no process works. @returns whether it did: another may work there, or clear it, at this instant */
export async function clearStage(path: string): Promise<boolean> {
  if (!isLeftStage(path)) return false
  const hold = await holdFolder(path, { wait: 0 }).catch(() => undefined)
  await hold?.release()
  if (hold === undefined) return false
  await rm(path, { recursive: true, force: true })
  return true
}
