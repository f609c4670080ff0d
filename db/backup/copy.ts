import { fstatSync, read, statSync } from 'node:fs'
import { chmod, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { connect, type Sqlite } from '../connect.ts'
import { makeOneFile } from './check.ts'
import { BackupError } from './errors.ts'
import { pieceBytes, sha256Of } from './pieces.ts'

/** Pages of the database copied at each step: some milliseconds, then the event loop has its turn. */
const pagesAStep = 500
/** How often the log is emptied into the file: somebody who acts meanwhile adds to it again. */
const tries = 3

const readOpen = promisify(read)

/** SHA-256 in hex of each piece of a copy, known from the bytes that were written; empty where they are to be read again. */
export type Hashes = readonly string[]

/**
 * Copies one moment of a database, as one file. The disk is not waited for: after a power cut the copy is made again.
 * @param file the same database, open, of a process that leaves it open (`leftOpen`): it is then copied as it is, which takes
 * less than its pages through SQLite, and each piece is hashed as it passes
 */
export async function copyDatabase(source: Sqlite, to: string, file?: number): Promise<Hashes> {
  const isWhole = file !== undefined && beginWhole(source, file)
  // Without the read transaction, another connection's write would begin the copy again.
  if (!isWhole) begin(source)
  let hashes: Hashes = []
  try {
    if (isWhole) hashes = await copyFile(file, to, sizeOf(source))
    else await source.backup(to, { progress: () => pagesAStep })
  } finally {
    source.exec('commit')
  }
  await chmod(to, 0o600)
  // Its first page says then that it is one file.
  makeOneFile(to, { durable: false })
  return isWhole ? [await firstHash(to), ...hashes.slice(1)] : []
}

function begin(source: Sqlite): void {
  source.exec('begin')
  source.prepare('select seq from head').get()
}

/**
 * Begins to read a moment that the file has whole: all that the log had by then was copied into it, and SQLite copies nothing
 * later there while somebody reads that moment (sqlite.org/wal.html, « Concurrency »).
 * @returns whether it did; else nothing is begun
 */
function beginWhole(source: Sqlite, file: number): boolean {
  const version = () => source.pragma('data_version', { simple: true })
  let writer: Sqlite | undefined
  try {
    // Where the folder may not be written, a copy of it is read.
    if (!isOf(file, source.name)) return false
    writer = connect(source.name, { readonly: false, timeout: 0 })
    for (let attempt = 0; attempt < tries; attempt++) {
      const before = version()
      const [emptied] = writer.pragma('wal_checkpoint(passive)') as [Emptied]
      // None of the log is left, and it is the log of a database that has one (-1 where it has none).
      if (emptied.busy !== 0 || emptied.log < 0 || emptied.log !== emptied.checkpointed) continue
      begin(source)
      if (version() === before) return true
      source.exec('commit')
    }
  } catch {
    // A folder that may not be written, or a disk that fails: reading the pages says which.
    if (source.inTransaction) source.exec('commit')
  } finally {
    writer?.close()
  }
  return false
}

const isOf = (file: number, path: string): boolean => {
  const [one, other] = [fstatSync(file, { bigint: true }), statSync(path, { bigint: true })]
  return one.dev === other.dev && one.ino === other.ino
}

/** What SQLite says of its log: how many pages it has, and how many of them the file has. */
type Emptied = { readonly busy: number; readonly log: number; readonly checkpointed: number }

const sizeOf = (source: Sqlite): number =>
  Number(source.pragma('page_count', { simple: true })) * Number(source.pragma('page_size', { simple: true }))

/** Copies the first bytes of an open file, so many. The next piece is read while one is written and hashed. */
async function copyFile(file: number, to: string, bytes: number): Promise<Hashes> {
  const rooms = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)] as const
  const hashes: string[] = []
  const pieceAt = (at: number) =>
    filled(file, rooms[hashes.length % 2]!.subarray(0, Math.max(0, Math.min(pieceBytes, bytes - at))), at)
  const copy = await open(to, 'wx', 0o600)
  let next = pieceAt(0)
  try {
    for (let at = 0; at < bytes;) {
      const piece = await next
      at += piece.length
      const writing = copy.appendFile(piece)
      hashes.push(sha256Of(piece))
      next = pieceAt(at)
      // Each is awaited in its turn: until then, its failure is nobody's.
      next.catch(() => {})
      await writing
    }
  } finally {
    await next.catch(() => {})
    await copy.close()
  }
  return hashes
}

/** What an open file has at a place, as much as there is room for. @throws BackupError where it has less */
async function filled(file: number, room: Buffer, at: number): Promise<Buffer> {
  for (let had = 0; had < room.length;) {
    const { bytesRead } = await readOpen(file, room, had, room.length - had, at + had)
    if (bytesRead === 0)
      throw new BackupError(backups.damagedPages, `the file of the database ends at ${at + had}`)
    had += bytesRead
  }
  return room
}

async function firstHash(copy: string): Promise<string> {
  const file = await open(copy, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, 0)
    return sha256Of(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
