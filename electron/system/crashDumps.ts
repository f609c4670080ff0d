import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A dump has what the process held, what was typed there too: it is kept for so long, in milliseconds. */
const kept = 30 * 86_400_000
/** Between two looks. */
const each = 24 * 3_600_000

/**
 * Drops the crash dumps that had their time; nothing else of the folder, and no folder.
 * @param now milliseconds of the machine's clock
 * @returns how many went
 * @throws what the system says of a file that can't be read or dropped
 */
export async function dropOldCrashes(folder: string, now: number): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      // Nothing crashed yet.
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  let gone = 0
  for (const entry of found) {
    if (!entry.isFile() || !/\.(?:dmp|meta|lock)$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    if (now - (await stat(file)).mtimeMs <= kept) continue
    await rm(file, { force: true })
    gone++
  }
  return gone
}

/** At the start and once a day. */
export function keepCrashesShort(folder: string, onFault: (error: unknown) => void): void {
  const look = () => void dropOldCrashes(folder, Date.now()).catch(onFault)
  look()
  setInterval(look, each).unref()
}
