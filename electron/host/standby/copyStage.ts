import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

// A copy of the whole office passes through a folder of its own in the data folder, on the host that gives it and on the machine
// that takes it. A process that is killed leaves it; only the process that holds the data folder makes one.

const marks = { given: '.suivi-', taken: '.copie-' } as const

/** Makes a folder through which a copy passes; whoever asks for it removes it. */
export const openCopyStage = (dir: string, way: keyof typeof marks): Promise<string> =>
  mkdtemp(join(dir, marks[way]))

/**
 * Removes the copies that killed processes left, before any is made.
 * @param dir a folder that this process holds
 * @returns what was removed
 */
export async function clearCopies(dir: string): Promise<readonly string[]> {
  const left = (await readdir(dir, { withFileTypes: true }))
    .filter(
      (entry) => entry.isDirectory() && Object.values(marks).some((mark) => entry.name.startsWith(mark)),
    )
    .map(({ name }) => join(dir, name))
  for (const path of left) await rm(path, { recursive: true, force: true })
  return left
}
