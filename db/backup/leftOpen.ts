import { closeSync, fstatSync, openSync, statSync } from 'node:fs'

// Where a process closes a file, by whichever of its handles, POSIX takes back every lock that the process has on it: SQLite's
// too, and another program that closes the office's file then removes its log under the host. What is read of that file outside
// SQLite is read from here, and is closed once nothing of the process has the office open.

/** The files left open, by their device and number: one that was replaced has another number. */
const opened = new Map<string, number>()

const identity = ({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string => `${dev} ${ino}`

/**
 * A file to read beside SQLite, which nobody closes but `closeLeft`. Undefined where there is none, and under Windows, where a
 * file left open can't be removed.
 */
export function leftOpen(file: string): number | undefined {
  if (process.platform === 'win32') return undefined
  try {
    const known = opened.get(identity(statSync(file, { bigint: true })))
    if (known !== undefined) return known
    const made = openSync(file, 'r')
    const found = fstatSync(made, { bigint: true })
    const before = opened.get(identity(found))
    if (before !== undefined || !found.isFile()) {
      // Replaced in between, by one that is open already.
      if (before === undefined) closeSync(made)
      return before
    }
    opened.set(identity(found), made)
    return made
  } catch {
    return undefined
  }
}

/**
 * Closes a file that was left open: one that is replaced or removed would keep its place on the disk, and what was erased since.
 * Only where no connection of the process has it open, and nothing reads it.
 */
export function closeLeft(file: string): void {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  const made = found && opened.get(identity(found))
  if (!made) return
  opened.delete(identity(found))
  closeSync(made)
}
