import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { holdFolder, isHeld } from '../../../db/hold.ts'

// A restore works in a folder beside the one that it gives, which one step then names. One that is killed leaves it there, with
// all the data of an office: the next restore or start of that folder removes it, and the doctor says it until then.

/** What follows the name of the folder that is restored, before six letters drawn. */
const mark = '.restauration-'
/** All that a restore puts in it: the office that it makes, and what says that it works there. */
const inIt = /^(office|host\.lock(-journal)?|host\.json(\.new)?)$/

/** A folder where one restore works, held by its process until it is dropped. */
export type RestoreStage = { readonly path: string; readonly drop: () => Promise<void> }

/** Makes the folder where an office is put together before it is `folder`. */
export async function openRestoreStage(folder: string): Promise<RestoreStage> {
  const path = await mkdtemp(`${folder}${mark}`)
  const hold = await holdFolder(path)
  return {
    path,
    drop: async () => {
      await hold.release()
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** What killed restores of this folder left beside it: the folders where no process works any more. */
export function leftRestoreStages(folder: string): readonly string[] {
  const beside = dirname(folder)
  return namesIn(beside)
    .filter((name) => isStageName(name, `${basename(folder)}${mark}`))
    .map((name) => join(beside, name))
    .filter((path) => isLeft(path))
}

/**
 * Removes what killed restores of this folder left beside it, where it is this account's own and has a restore's own lock: a
 * folder without one may be somebody's copy.
 * @returns what was removed
 */
export async function clearRestoreStages(folder: string): Promise<readonly string[]> {
  const cleared: string[] = []
  for (const path of leftRestoreStages(folder)) {
    if (lstatSync(path).uid !== (process.getuid?.() ?? 0)) continue
    if (!existsSync(join(path, 'host.lock'))) continue
    // Another start may clear it at this instant.
    const hold = await holdFolder(path, { wait: 0 }).catch(() => undefined)
    await hold?.release()
    if (hold === undefined || isHeld(officeIn(path))) continue
    await rm(path, { recursive: true, force: true })
    cleared.push(path)
  }
  return cleared
}

/** Nothing where the folder is none, or may not be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const isStageName = (name: string, begins: string): boolean =>
  name.startsWith(begins) && /^[A-Za-z0-9]{6}$/.test(name.slice(begins.length))

/** The office that a restore puts together: once whole, a host may serve it where it is. */
const officeIn = (path: string): string => join(path, 'office')

/** Whether it has what a restore puts together, and no process works there. One that is still empty may have been made just now. */
function isLeft(path: string): boolean {
  try {
    if (!lstatSync(path).isDirectory()) return false
    const names = readdirSync(path)
    const isStage = names.length > 0 && names.every((name) => inIt.test(name))
    return isStage && !isHeld(path) && !isHeld(officeIn(path))
  } catch {
    // Gone meanwhile, or another account's.
    return false
  }
}
