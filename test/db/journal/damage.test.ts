import { fc, test as property } from '@fast-check/vitest'
import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { tmpdir } from 'node:os'
import type { Recorded } from '../../../shared/contract/events.ts'
import { StorageError } from '../../../db/errors.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { journalFile, openDatabase, openForReading, openJournal } from '../../../db/open.ts'
import { batch, commandId, facts, newEvent } from '../facts.ts'
import { ownFolder } from '../folder.ts'

const count = 40
let base: string
let main: Buffer
let wal: Buffer
let closed: Buffer
let all: readonly Recorded[]

// One journal as a power cut would find it: half of it in the file, half in the log.
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'guichet-db-'))
  const db = await openDatabase(base)
  const journal = sqliteJournal(db)
  for (let seq = 0; seq < count; seq++) {
    if (seq === count / 2) db.pragma('wal_checkpoint(truncate)')
    const event = newEvent(seq, facts.taken(seq))
    const answer = { commandId: commandId(seq), inputHash: 'h', output: '1', at: event.at }
    const personal = [
      { op: 'put', kind: 'sheet', id: `v${seq}`, value: { note: 'x'.repeat(300) }, at: event.at },
    ] as const
    await journal.append(seq, batch({ events: [event], answers: [answer], personal }))
  }
  all = await journal.read(0, count)
  main = readFileSync(journalFile(base))
  wal = readFileSync(`${journalFile(base)}-wal`)
  await journal.close()
  closed = readFileSync(journalFile(base))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Opens these bytes as a host would: how many events are there, whole and in order; or the sentence's code. */
async function found(
  folder: string,
  files: { readonly main: Buffer; readonly wal?: Buffer },
): Promise<number | string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(journalFile(folder), files.main)
  if (files.wal) writeFileSync(`${journalFile(folder)}-wal`, files.wal)
  try {
    const db = await openDatabase(folder)
    const journal = sqliteJournal(db)
    try {
      const verified = verifyChain(db)
      if (!verified.ok) return 'broken'
      const read = await journal.read(0, count + 1)
      expect(read).toEqual(all.slice(0, verified.count))
      // All of an act or nothing of it.
      const answers = all.map((_, seq) => journal.answer(commandId(seq)))
      expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(verified.count)
      expect((await journal.personal('sheet')).size).toBe(verified.count)
      return verified.count
    } finally {
      await journal.close()
    }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return error.code
  }
}

/** Places in the last `span` bytes: the edges of pages and frames with their neighbours, and others by a stride. */
function places(length: number, span: number, unit: number, offset: number): readonly number[] {
  // Every byte by night; 307 is prime to everything in the format.
  const stride = Number(process.env['GUICHET_RUNS'] ?? 100) >= 1000 ? 1 : 307
  const from = Math.max(0, length - span)
  const chosen = new Set<number>()
  for (let place = from; place < length; place += stride) chosen.add(place)
  for (let edge = offset; edge <= length; edge += unit) {
    for (const near of [edge - 1, edge, edge + 1, edge + 23, edge + 24]) {
      if (near >= from && near < length) chosen.add(near)
    }
  }
  return [...chosen].toSorted((a, b) => a - b)
}

test('a log cut at any byte opens to a whole prefix, and the more of it is left the longer', async () => {
  const folder = join(ownFolder(), 'cut')
  expect(await found(folder, { main, wal })).toBe(count)
  const frame = 4096 + 24
  const counts: (number | string)[] = [await found(folder, { main, wal: wal.subarray(0, 10) })]
  for (const place of places(wal.length, 6 * frame, frame, 32)) {
    counts.push(await found(folder, { main, wal: wal.subarray(0, place) }))
  }
  expect(counts[0]).toBe(count / 2)
  expect(counts.every((one) => typeof one === 'number')).toBe(true)
  expect(counts).toEqual(counts.toSorted((a, b) => Number(a) - Number(b)))
  expect(counts.at(-1)).toBe(count - 1)
})

test('a file cut at any byte of its last pages opens to a whole prefix or says that it is damaged', async () => {
  const folder = join(ownFolder(), 'cut')
  expect(await found(folder, { main: closed })).toBe(count)
  for (const place of places(closed.length, 2 * 4096, 4096, 0)) {
    expect(['corrupt', 'notADatabase', count], `cut at ${place}`).toContain(
      await found(folder, { main: closed.subarray(0, place) }),
    )
  }
  // With its log, which holds the later version of some of the pages that are cut off.
  for (const place of places(main.length, 4096, 4096, 0)) {
    const result = await found(folder, { main: main.subarray(0, place), wal })
    expect(['corrupt', 'notADatabase', count], `cut at ${place}`).toContain(result)
  }
})

property.prop([fc.nat(), fc.integer({ min: 1, max: 255 })])(
  'whatever byte of the file is changed, it opens whole or says so: never a fault of the program',
  async (position, change) => {
    const folder = join(ownFolder(), 'flip')
    const bytes = Buffer.from(closed)
    const place = position % bytes.length
    bytes[place] = (bytes[place] ?? 0) ^ change
    mkdirSync(folder)
    writeFileSync(journalFile(folder), bytes)
    try {
      const db = await openDatabase(folder)
      const verified = verifyChain(db)
      if (verified.ok) expect(verified.count).toBe(count)
      else expect(verified.reason).toMatch(/^Événement \d+ : /)
      db.close()
    } catch (error) {
      expect(error).toBeInstanceOf(StorageError)
    }
  },
)

const sentence = async (folder: string, file: string | Buffer) => {
  writeFileSync(journalFile(folder), file)
  const codes: string[] = []
  for (const open of [openJournal, openForReading]) {
    const refusal: unknown = await open(folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StorageError)
    if (!(refusal instanceof StorageError)) continue
    expect(refusal.message).toContain(folder)
    expect(refusal.message).not.toMatch(/SQLITE|Error|\n/)
    codes.push(refusal.code)
  }
  expect(readFileSync(journalFile(folder)).equals(Buffer.from(file)), 'the file is as it was').toBe(true)
  expect(new Set(codes).size).toBe(1)
  return codes[0]
}

test('a file that is no database, or damaged, or younger, or not ours is left as it is, with its sentence', async () => {
  const folder = ownFolder()
  expect(await sentence(folder, 'Ceci est une lettre, et pas une base de données. '.repeat(100))).toBe(
    'notADatabase',
  )
  const middle = Buffer.from(closed)
  middle.fill(0xab, 4096, 3 * 4096)
  expect(await sentence(folder, middle)).toBe('corrupt')
  const made = (change: string, from?: Buffer) => {
    const file = join(folder, 'made.sqlite')
    rmSync(file, { force: true })
    if (from) writeFileSync(file, from)
    const db = new Database(file)
    db.pragma('journal_mode = delete')
    db.exec(change)
    db.close()
    return readFileSync(file)
  }
  expect(await sentence(folder, made("insert into schema_version values (99990, 'later')", closed))).toBe(
    'newerSchema',
  )
  expect(await sentence(folder, made('create table notes (x text)'))).toBe('notOurs')
  expect(await sentence(folder, made('drop table schema_version', closed))).toBe('corrupt')
})

test('a journal whose end was cut off, or moved, does not start', async () => {
  for (const change of [
    `drop trigger events_no_delete; delete from events where seq = ${count}`,
    `update head_row set seq = ${count - 1}; update answers set head_seq = ${count - 1}`,
    "update head_row set hash = 'x'; update answers set head_hash = 'x'",
    'delete from head_row',
  ]) {
    const folder = ownFolder()
    writeFileSync(journalFile(folder), closed)
    const db = new Database(journalFile(folder))
    db.exec(change)
    db.close()
    await expect(openJournal(folder), change).rejects.toMatchObject({ code: 'corrupt' })
  }
})

test('a file too big to be checked whole at the start is still checked where it cannot be made again', async () => {
  const folder = ownFolder()
  const root = (name: string) => {
    writeFileSync(journalFile(folder), closed)
    const db = new Database(journalFile(folder), { readonly: true })
    const page = Number(db.prepare('select rootpage from sqlite_master where name = ?').pluck().get(name))
    db.close()
    return page
  }
  const opening = async (name: string) => {
    const damaged = Buffer.from(closed)
    const page = root(name)
    damaged.fill(0xab, (page - 1) * 4096, page * 4096)
    writeFileSync(journalFile(folder), damaged)
    return openDatabase(folder, { checkUpTo: 0 }).then(
      (db) => db.close().open,
      (error: unknown) => (error instanceof StorageError ? error.code : error),
    )
  }
  expect(await opening('personal')).toBe('corrupt')
  expect(await opening('head_row')).toBe('corrupt')
  expect(await opening('visits')).toBe(false)
})

test.each(['head_row', 'personal', 'answers', 'jobs', 'file_keys', 'consultations'])(
  'a file too big to be checked whole that lacks its table %s is told damaged',
  async (table) => {
    const folder = ownFolder()
    writeFileSync(journalFile(folder), closed)
    const db = new Database(journalFile(folder))
    db.exec(`drop table ${table}`)
    db.close()
    await expect(openDatabase(folder, { checkUpTo: 0 })).rejects.toMatchObject({ code: 'corrupt' })
  },
)

test('reading a folder that has no journal says so and makes none', async () => {
  const folder = ownFolder()
  await expect(openForReading(folder)).rejects.toMatchObject({ code: 'missing' })
  await expect(openForReading(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'missing' })
  expect(existsSync(journalFile(folder))).toBe(false)
})

test('reading a journal that stopped changes no byte of it', async () => {
  const folder = ownFolder()
  copyFileSync(journalFile(base), journalFile(folder))
  const db = await openForReading(folder)
  expect(verifyChain(db)).toMatchObject({ ok: true, count })
  db.close()
  expect(readFileSync(journalFile(folder)).equals(closed)).toBe(true)
})
