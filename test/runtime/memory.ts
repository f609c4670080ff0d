import { constants } from 'node:fs'
import { access, chmod, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises'
import { freemem } from 'node:os'
import { join } from 'node:path'

// Every act of an office is on the disk before it is answered: thousands of hosts' acts make a run wait for a disk that
// no test looks at. A test that ends a host by force leaves what was written, on a disk as in memory.

/** Linux's own folder in memory. */
const inMemory = '/dev/shm'

/** How much of it a run must find free (bytes), and twice as much of the machine's memory: it takes one gigabyte, PostgreSQL's. */
const room = 3 * 1024 ** 3

/**
 * A folder in memory for all that a run of the tests writes and forgets; what a run that was killed left there is removed.
 * @param memory where the system keeps files in memory
 * @returns null where there is none, too little of it, or no program may run from there: the system's own is then used
 */
export async function memoryFolder(memory: string = inMemory): Promise<string | null> {
  if (process.platform !== 'linux' || freemem() < 2 * room) return null
  try {
    await access(memory, constants.W_OK)
    const { bavail, bsize } = await statfs(memory)
    if (bavail * bsize < room || (await forbidsPrograms(memory))) return null
    await sweep(memory)
    const folder = await mkdtemp(join(memory, `guichet-${process.pid}-`))
    // As /tmp: PostgreSQL and an ordinary user write there too.
    await chmod(folder, 0o1777)
    return folder
  } catch {
    return null
  }
}

async function forbidsPrograms(memory: string): Promise<boolean> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' '))
  const options = mounts.findLast(([, place]) => place === memory)?.[3] ?? ''
  return options.split(',').includes('noexec')
}

/** Memory is not given back by itself. */
async function sweep(memory: string): Promise<void> {
  for (const name of await readdir(memory)) {
    const owner = /^guichet-(\d+)-\w{6}$/.exec(name)?.[1]
    if (owner === undefined || isRunning(Number(owner))) continue
    // Another account's stays: the room that is left has been counted.
    await rm(join(memory, name), { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
