import { fstatSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkDatabase } from '../../../db/backup/check.ts'
import { copyDatabase } from '../../../db/backup/copy.ts'
import { closeLeft, leftOpen } from '../../../db/backup/leftOpen.ts'
import { pieceBytes, sha256Of } from '../../../db/backup/pieces.ts'
import { connect } from '../../../db/connect.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { journalFile, openAsIs, openDatabase } from '../../../db/open.ts'
import { batch, facts, newEvent } from '../facts.ts'
import { ownFolder } from '../folder.ts'

/** Six thousand tickets, made once: several pieces. */
const many = 6000
let made: Promise<Buffer> | undefined
async function officeOfMany(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-db-'))
  const db = await openDatabase(folder)
  const events = Array.from({ length: many }, (_, at) => newEvent(at, facts.taken(at)))
  await sqliteJournal(db).append(
    0 as never,
    batch({ events: [newEvent(0, facts.officeCreated()), ...events] }),
  )
  db.close()
  const file = await readFile(journalFile(folder))
  await rm(folder, { recursive: true })
  return file
}

/** An office of several pieces, which its host has open, and a thread that reads it. */
async function officeOf() {
  const folder = ownFolder()
  await writeFile(journalFile(folder), await (made ??= officeOfMany()), { mode: 0o600 })
  const db = await openDatabase(folder)
  const journal = sqliteJournal(db)
  let seq = many + 1
  const take = async (tickets: number) => {
    const events = Array.from({ length: tickets }, (_, at) => newEvent(seq + at, facts.taken(seq + at)))
    await journal.append(seq as never, batch({ events }))
    seq += events.length
  }
  // What a host has written since it opened is in the log.
  await take(1)
  const source = await openAsIs(folder)
  const end = async () => {
    source.close()
    await journal.close()
  }
  return { folder, file: journalFile(folder), db, source, take, end, seq: () => seq }
}

describe.skipIf(process.platform === 'win32')('a copy of the file itself', () => {
  test('has what the copy of its pages has, and each piece is hashed', async () => {
    const { folder, file, source, end } = await officeOf()
    const [one, other] = [join(folder, 'one'), join(folder, 'other')]
    const hashes = await copyDatabase(source, one, leftOpen(file))
    expect(await copyDatabase(source, other)).toEqual([])
    const [bytes, pages] = [await readFile(one), await readFile(other)]
    // The first page counts the writes of its file.
    expect(bytes.subarray(4096).equals(pages.subarray(4096))).toBe(true)
    expect(hashes.length).toBeGreaterThan(4)
    expect(hashes).toEqual(
      hashes.map((_, at) => sha256Of(bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes))),
    )
    expect(checkDatabase(one, 'end')).toEqual(checkDatabase(other, 'end'))
    await end()
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    const { folder, file, db, source, take, end, seq } = await officeOf()
    const copy = join(folder, 'copy')
    const before = seq()
    let copied = false
    const copying = copyDatabase(source, copy, leftOpen(file)).finally(() => (copied = true))
    do {
      await take(400)
      db.pragma('wal_checkpoint(passive)')
      await new Promise((done) => setImmediate(done))
    } while (!copied)
    expect((await copying).length).toBeGreaterThan(4)
    expect(seq()).toBeGreaterThan(before)
    expect(checkDatabase(copy, 'whole').seq).toBe(before)
    // The log goes on being emptied once the copy is made.
    expect(db.pragma('wal_checkpoint(passive)')).toMatchObject([{ busy: 0 }])
    await end()
  })

  test.skipIf(process.platform !== 'linux')(
    'leaves its host the locks that SQLite has on the file',
    async () => {
      const { folder, file, source, end } = await officeOf()
      const { ino } = await stat(file)
      const held = async () =>
        (await readFile('/proc/locks', 'utf8')).split('\n').filter((line) => line.includes(`:${ino} `)).length
      expect(await held()).toBeGreaterThan(0)
      const copied = leftOpen(file)
      await copyDatabase(source, join(folder, 'copy'), copied)
      expect(leftOpen(file)).toBe(copied)
      expect(await held()).toBeGreaterThan(0)
      // What any closing would take.
      await readFile(file)
      expect(await held()).toBe(0)
      await end()
    },
  )

  test('that ends before its pages says what to do', async () => {
    const { folder, file, db, source, end } = await officeOf()
    const opened = leftOpen(file)
    db.pragma('wal_checkpoint(passive)')
    const { size } = await stat(file)
    await truncate(file, size - 10 * 4096)
    await expect(copyDatabase(source, join(folder, 'copy'), opened)).rejects.toThrow(backups.damagedPages)
    await end().catch(() => {})
  })

  test('is closed once its office is, so that a file put in its place leaves nothing behind', async () => {
    const { folder, file, source, end } = await officeOf()
    const opened = leftOpen(file)
    await copyDatabase(source, join(folder, 'copy'), opened)
    await end()
    closeLeft(file)
    expect(() => fstatSync(opened!)).toThrow('EBADF')
    // Once more closes nothing else.
    closeLeft(file)
  })

  test('is not made while somebody reads what the log has not given to the file: its pages are', async () => {
    const { folder, file, source, take, end, seq } = await officeOf()
    const reader = connect(file, { readonly: true, timeout: 0 })
    reader.exec('begin')
    reader.prepare('select 1 from events').get()
    await take(10)
    const copy = join(folder, 'copy')
    expect(await copyDatabase(source, copy, leftOpen(file))).toEqual([])
    expect(checkDatabase(copy, 'whole').seq).toBe(seq())
    reader.exec('commit')
    reader.close()
    await end()
  })

  test('is not made of another file: the pages of the database are', async () => {
    const { folder, source, end, seq } = await officeOf()
    const other = join(folder, 'other')
    await writeFile(other, Buffer.alloc(3 * pieceBytes))
    const copy = join(folder, 'copy')
    expect(await copyDatabase(source, copy, leftOpen(other))).toEqual([])
    expect(checkDatabase(copy, 'end').seq).toBe(seq())
    await end()
  })
})
