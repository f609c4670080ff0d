import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { StorageError } from './errors.ts'
import { machineMoment } from '../shared/messages/format/numbers.ts'

/** Where an office that was copied from here goes on, and since when (milliseconds, UTC). */
const Moved = z.strictObject({ to: z.string(), at: z.int() })

const movedFile = (folder: string) => join(folder, 'deplace.json')

/** What is said to whoever would go on where an office no longer is: two memories of one office would part. */
export const movedTrouble = (from: string, to: string, at: number): StorageError =>
  new StorageError(
    'moved',
    `L’office de « ${from} » a été copié le ${machineMoment(at)} dans « ${to} », où il continue : rien n’a été changé ici. Lancez Guichet là-bas ; pour reprendre ici tel qu’il était alors, « guichet journal reopen ».`,
  )

/** Says that a folder's office was copied elsewhere: no host starts there any more. */
export const markMoved = (folder: string, to: string, at: number): Promise<void> =>
  writeFile(movedFile(folder), `${JSON.stringify({ to, at })}\n`, { mode: 0o600, flush: true })

/** @throws StorageError `moved` when the folder's office was copied elsewhere */
export function refuseMoved(folder: string): void {
  if (!existsSync(movedFile(folder))) return
  const { to, at } = readMoved(readFileSync(movedFile(folder), 'utf8'))
  throw movedTrouble(folder, to, at)
}

const readMoved = (text: string): z.infer<typeof Moved> => {
  try {
    return Moved.parse(JSON.parse(text))
  } catch {
    // Half a mark is a mark: the copy was made before it.
    return { to: '?', at: 0 }
  }
}

/** The explicit way back. @returns false when the folder's office was not copied elsewhere */
export async function reopenFolder(folder: string): Promise<boolean> {
  const there = existsSync(movedFile(folder))
  await rm(movedFile(folder), { force: true })
  return there
}
