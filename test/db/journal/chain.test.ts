import { fc, test as property } from '@fast-check/vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Sqlite } from '../../../db/connect.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { chainHash, noHash } from '../../../db/journal/rows.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { openDatabase, openForReading } from '../../../db/open.ts'
import { at, batch, commandId, facts, newEvent } from '../facts.ts'
import { newDatabase, ownFolder } from '../folder.ts'

/** A journal of `count` tickets, with letters that take several bytes and one that stands for bad ones. */
async function journalOf(count: number): Promise<{ db: Sqlite; folder: string }> {
  const folder = ownFolder()
  const db = await openDatabase(folder)
  const events = [newEvent(0, facts.officeCreated())]
  for (let one = 1; one < count; one++) events.push(newEvent(one, facts.taken(one, 'é€\u{1F600}\uFFFD')))
  await sqliteJournal(db).append(0, batch({ events }))
  return { db, folder }
}

/** What an intruder with the file does first; the columns read from the body would refuse what isn't JSON. */
function disarmed(db: Sqlite): Sqlite {
  for (const name of ['no_update', 'no_delete', 'no_replace']) db.exec(`drop trigger events_${name}`)
  for (const name of ['type', 'at']) db.exec(`alter table events drop column ${name}`)
  return db
}

test('a whole journal verifies, from the first event or from any other', async () => {
  const { db } = await journalOf(20)
  const { seq, hash } = await sqliteJournal(db).head()
  expect(verifyChain(db)).toEqual({ ok: true, count: 20, head: { seq: 20, hash } })
  expect(verifyChain(db, { from: 15 })).toEqual({ ok: true, count: 5, head: { seq, hash } })
  expect(verifyChain(db, { from: 20 })).toEqual({ ok: true, count: 0, head: { seq, hash } })
  expect(verifyChain(db, { from: 21 })).toMatchObject({ ok: false, seq: 21 })
  expect(verifyChain(await newDatabase())).toMatchObject({ ok: true, count: 0 })
})

test('no statement changes or removes an event, not even by replacing it', async () => {
  const { db } = await journalOf(3)
  const refused = /append-only/
  expect(() => db.exec("update events set hash = 'x'")).toThrow(refused)
  expect(() => db.exec('update events set seq = seq')).toThrow(refused)
  expect(() => db.exec('delete from events where seq = 3')).toThrow(refused)
  expect(() => db.exec('delete from events')).toThrow(refused)
  const replace = `insert or replace into events (office_id, seq, body, hash) select office_id, seq, '{}', hash from events where seq = 3`
  expect(() => db.exec(replace)).toThrow(refused)
  expect(verifyChain(db)).toMatchObject({ ok: true, count: 3 })
})

const count = 12
let shared: Promise<{ db: Sqlite }> | undefined
afterAll(async () => (await shared)?.db.close())

property.prop([
  fc.integer({ min: 1, max: count }),
  fc.constantFrom('body', 'hash', 'office_id'),
  fc.nat(),
  fc.integer({ min: 1, max: 255 }),
])('whatever byte of an event is changed, verification finds it', async (seq, cell, position, change) => {
  shared ??= journalOf(count).then(({ db }) => ({ db: disarmed(db) }))
  const { db } = await shared
  const write = db.prepare(`update events set ${cell} = cast(? as text) where seq = ?`)
  const bytes = db
    .prepare(`select cast(${cell} as blob) from events where seq = ?`)
    .pluck()
    .get(seq) as Buffer
  const changed = Buffer.from(bytes)
  const at = position % changed.length
  changed[at] = (changed[at] ?? 0) ^ change
  write.run(changed, seq)
  const found = verifyChain(db)
  write.run(bytes, seq)
  // A row moved to another office sorts elsewhere: the hole that it leaves, or the stranger, is met first.
  expect(found).toMatchObject(cell === 'office_id' ? { ok: false } : { ok: false, seq })
})

test('the instant and the author of an event cannot be changed unseen', async () => {
  const { db } = await journalOf(4)
  disarmed(db)
  for (const change of [
    `'"hote"', '"borne"'`,
    `'"role":"host"', '"role":"kiosk"'`,
    `'"at":17725', '"at":17724'`,
  ]) {
    db.exec(`update events set body = replace(body, ${change}) where seq = 3`)
    expect(verifyChain(db), change).toMatchObject({ ok: false, seq: 3 })
    const [from, to] = change.split(', ')
    db.exec(`update events set body = replace(body, ${to}, ${from}) where seq = 3`)
    expect(verifyChain(db)).toMatchObject({ ok: true })
  }
})

test('a byte that reads as the same letter is found too', async () => {
  const { db } = await journalOf(4)
  disarmed(db)
  const bytes = db.prepare('select cast(body as blob) from events where seq = 3').pluck().get() as Buffer
  const changed = Buffer.from(bytes)
  // EF BF BD is U+FFFD, and so is F0 BF BD to a decoder: a sequence cut short.
  changed[bytes.indexOf('\uFFFD')] = 0xf0
  expect(changed.toString()).toBe(bytes.toString())
  db.prepare('update events set body = cast(? as text) where seq = 3').run(changed)
  expect(verifyChain(db)).toMatchObject({ ok: false, seq: 3 })
})

test('an event missing anywhere, the tail too, is named', async () => {
  for (const [gone, seq] of [
    ['seq = 1', 1],
    ['seq = 3', 3],
    ['seq = 6', 6],
    ['seq > 4', 5],
    ['seq > 0', 1],
  ] as const) {
    const { db } = await journalOf(6)
    disarmed(db).exec(`delete from events where ${gone}`)
    expect(verifyChain(db), gone).toMatchObject({ ok: false, seq })
  }
})

test('two events that change places are named', async () => {
  const { db } = await journalOf(6)
  disarmed(db).exec(
    'update events set seq = 99 where seq = 3; update events set seq = 3 where seq = 4; update events set seq = 4 where seq = 99',
  )
  expect(verifyChain(db)).toMatchObject({ ok: false, seq: 3 })
})

test('a chain made again from a lie differs from the head', async () => {
  const { db } = await journalOf(6)
  disarmed(db)
  const { body } = db.prepare('select body from events where seq = 6').get() as { body: string }
  const previous = db.prepare('select hash from events where seq = 5').pluck().get() as string
  const lie = body.replace('"hote"', '"borne"')
  db.prepare('update events set body = ?, hash = ? where seq = 6').run(lie, chainHash(previous, lie))
  expect(verifyChain(db)).toMatchObject({ ok: false, seq: 6 })
})

test('an event whose own number or instant is out of order breaks the chain, even well hashed', async () => {
  for (const [change, seq] of [
    [(body: string) => body.replace('"seq":4', '"seq":5'), 4],
    [(body: string) => body.replace('"at":17725', '"at":17724'), 4],
    [(body: string) => body.slice(1), 4],
  ] as const) {
    const { db } = await journalOf(6)
    disarmed(db)
    let previous = noHash
    for (const row of db.prepare('select seq, body from events order by seq').all() as {
      seq: number
      body: string
    }[]) {
      const body = row.seq === 4 ? change(row.body) : row.body
      previous = chainHash(previous, body)
      db.prepare('update events set body = ?, hash = ? where seq = ?').run(body, previous, row.seq)
    }
    db.prepare('update head_row set hash = ?').run(previous)
    expect(verifyChain(db)).toMatchObject({ ok: false, seq })
  }
})

test('an event added by hand after the head is named', async () => {
  const { db } = await journalOf(3)
  db.exec(
    `insert into events (office_id, seq, body, hash) select office_id, 4, '{"at":9999999999999,"seq":4}', hash from events where seq = 3`,
  )
  expect(verifyChain(db)).toMatchObject({ ok: false, seq: 4 })
})

test('a running journal is verified and read by another connection while it is written', async () => {
  const { db, folder } = await journalOf(3)
  const reader = await openForReading(folder)
  const journal = sqliteJournal(db)
  for (let seq = 3; seq < 20; seq++) {
    await journal.append(seq, batch({ events: [newEvent(seq, facts.taken(seq))] }))
    expect(verifyChain(reader)).toMatchObject({ ok: true, count: seq + 1 })
  }
  expect(await sqliteJournal(reader).read(18, 9)).toEqual(await journal.read(18, 9))
  expect(() => reader.exec('delete from head_row')).toThrow(/readonly/)
  reader.close()
})

test('erasing a person leaves the chain whole, and no trace of them in the files', async () => {
  const { db, folder } = await journalOf(3)
  const journal = sqliteJournal(db)
  const name = 'Marie-Thérèse Exemplaire'
  const row = { kind: 'sheet', id: 'v' } as const
  const answer = {
    commandId: commandId(1),
    inputHash: 'h',
    output: JSON.stringify({ name }),
    at: at(0),
    about: row,
  }
  await journal.append(
    3,
    batch({ personal: [{ op: 'put', ...row, value: { name }, at: at(0) }], answers: [answer] }),
  )
  const traces = () => readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(name))
  expect(traces()).not.toEqual([])
  await journal.append(3, batch({ personal: [{ op: 'drop', ...row }] }))
  await journal.purge(at(0))
  expect(traces()).toEqual([])
  expect(verifyChain(db)).toMatchObject({ ok: true, count: 3 })
})
