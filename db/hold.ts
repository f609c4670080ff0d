import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sqlite } from './connect.ts'
import { codeOf, StorageError, storageError } from './errors.ts'
import { machineMoment } from '../shared/messages/format/numbers.ts'

/** The process that holds a folder, as a second process reads it. `since` is in milliseconds since 1970. */
export type Holder = { readonly pid: number; readonly since: number; readonly url: string | null }

/** The hold on an office's folder; the kernel ends it with the process, whatever happens. */
export type Hold = {
  /** Says at which address the host answers, to whoever finds the folder held. */
  announce(url: string): void
  /** Ends the hold. */
  release(): Promise<void>
}

// The lock is an exclusive SQLite transaction on a file of its own, so that the kernel frees it. That file must
// not be opened by anything else in this process: closing it would free a POSIX lock.
const lockFile = (folder: string) => join(folder, 'host.lock')
const holderFile = (folder: string) => join(folder, 'host.json')

/**
 * Holds an office's folder for this process, or says who does.
 * @param wait how long to wait for the one who holds it, in milliseconds: a host that was killed takes up to two
 *   seconds to go
 * @throws StorageError `held` with the holder's pid, since when, and address; the others when the folder can't be used
 */
export async function holdFolder(folder: string, { wait = 3000 }: { wait?: number } = {}): Promise<Hold> {
  const file = lockFile(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const db = await lock(folder, file, Date.now() + wait)
    const holder = { pid: process.pid, since: Date.now(), url: null }
    try {
      writeHolder(folder, holder)
    } catch (cause) {
      db.close()
      throw cause
    }
    return {
      announce: (url) => {
        try {
          writeHolder(folder, { ...holder, url })
        } catch (cause) {
          throw storageError(cause, file)
        }
      },
      release: async () => {
        // Before the lock goes: afterwards the file may be the next holder's.
        if (db.open) await rm(holderFile(folder), { force: true })
        db.close()
      },
    }
  } catch (cause) {
    throw storageError(cause, file)
  }
}

/** Whether a process holds a folder; nothing is written there. */
export function isHeld(folder: string): boolean {
  const file = lockFile(folder)
  if (!existsSync(file)) return false
  const db = connect(file, { readonly: true, timeout: 0 })
  try {
    db.prepare('select count(*) from sqlite_schema').get()
    return false
  } catch (cause) {
    if (codeOf(cause).startsWith('SQLITE_BUSY')) return true
    throw cause
  } finally {
    db.close()
  }
}

/** The locked file. Asked again every 50 ms: a busy time-out would block the whole process. */
async function lock(folder: string, file: string, until: number): Promise<Sqlite> {
  const db = connect(file, { readonly: false, timeout: 0 })
  try {
    for (;;) {
      try {
        db.exec('begin exclusive')
        return db
      } catch (cause) {
        if (!codeOf(cause).startsWith('SQLITE_BUSY')) throw cause
        if (Date.now() >= until) throw held(folder, await readHolder(folder))
      }
      await sleep(50)
    }
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** Who says that they hold the folder: possibly a process that is no more. Undefined when nobody says so. */
export async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(holderFile(folder), 'utf8'))
    if (typeof content !== 'object' || !content || !('pid' in content) || !('since' in content))
      return undefined
    const url = 'url' in content && typeof content.url === 'string' ? content.url : null
    return { pid: Number(content.pid), since: Number(content.since), url }
  } catch {
    return undefined
  }
}

/**
 * Whole or not at all: a reader never meets half a file. At once: a start waits for it twice, and each wait for the disk of
 * so few bytes takes longer than the writing.
 */
function writeHolder(folder: string, holder: Holder): void {
  const file = holderFile(folder)
  writeFileSync(`${file}.new`, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function held(folder: string, holder: Holder | undefined): StorageError {
  const who = holder
    ? ` par le processus ${holder.pid}, depuis le ${machineMoment(holder.since)}${holder.url ? `, qui répond à l’adresse ${holder.url}` : ''}`
    : ''
  return new StorageError(
    'held',
    `Le dossier « ${folder} » est déjà tenu${who}. Servez-vous de ce Guichet-là, ou fermez-le avant d’en lancer un autre.`,
  )
}
