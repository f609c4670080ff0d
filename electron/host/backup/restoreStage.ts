import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isHeld } from '../../../db/hold.ts'
import { clearStage, isLeftStage, openStage, type Stage } from '../../../db/stage.ts'

// A restore works in a folder beside the one that it gives, which one step then names. One that is killed leaves it there, with
// all the data of an office: the next restore or start of that folder removes it, and the doctor says it until then. An office
// that a host served from there has acts of its own: nothing removes it, and the doctor goes on saying it.

/** What follows the name of the folder that is restored, before six letters drawn. */
const mark = '.restauration-'
/** All that a restore puts in it: the office that it makes, and what says that it works there. */
const inIt = /^(office|host\.lock(-journal)?|host\.json(\.new)?)$/

/** Makes the folder where an office is put together before it is `folder`. */
export const openRestoreStage = (folder: string): Promise<Stage> => openStage(`${folder}${mark}`)

/** What killed restores of this folder left beside it: the folders where no process works any more. */
export function leftRestoreStages(folder: string): readonly string[] {
  const beside = dirname(folder)
  return namesIn(beside)
    .filter((name) => isStageName(name, `${basename(folder)}${mark}`))
    .map((name) => join(beside, name))
    .filter((path) => isLeft(path))
}

/**
 * Removes what killed restores of this folder left beside it, where it is this account's own, has a restore's own lock (a
 * folder without one may be somebody's copy), and no host ever served the office that is in it.
 * @returns what was removed
 */
export async function clearRestoreStages(folder: string): Promise<readonly string[]> {
  const cleared: string[] = []
  for (const path of leftRestoreStages(folder)) {
    if (lstatSync(path).uid !== (process.getuid?.() ?? 0)) continue
    if (!existsSync(join(path, 'host.lock')) || wasServed(path)) continue
    if (await clearStage(path)) cleared.push(path)
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

/** Whether a host served, where it is, the office that a restore put together: a restore makes no lock there, and a host's stays. */
const wasServed = (path: string): boolean => existsSync(join(path, 'office', 'host.lock'))

/** Whether a host serves, where it is, the office that a restore put together; a lock that can't be read is left as it is. */
function isServed(path: string): boolean {
  try {
    return isHeld(join(path, 'office'))
  } catch {
    return true
  }
}

/** Whether a restore made it and is no more, and nobody serves what it put together. */
const isLeft = (path: string): boolean =>
  isLeftStage(path) && namesIn(path).every((name) => inIt.test(name)) && !isServed(path)
