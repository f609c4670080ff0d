import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkHere } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { connect } from '../../../db/connect.ts'
import { journalFile, openDatabase } from '../../../db/open.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { backUpInThread, checkInThread } from '../../../electron/host/backup/thread.ts'
import { keyOf } from '../../../electron/host/office/key.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { batch, facts, newEvent } from '../../db/facts.ts'
import { ownFolder } from '../../db/folder.ts'

/** An office of some tickets, that no host serves. */
async function officeFolder() {
  const folder = join(ownFolder(), 'office')
  const db = await openDatabase(folder)
  const journal = sqliteJournal(db)
  const events = [newEvent(0, facts.officeCreated())]
  for (let ticket = 0; ticket < 20; ticket++) events.push(newEvent(ticket + 1, facts.taken(ticket)))
  await journal.append(0 as Seq, batch({ events }))
  await journal.close()
  return folder
}

const backUp = (folder: string, chain: 'end' | 'whole') => {
  const order = { folder, out: join(folder, 'sauvegardes'), why: 'hourly', chain, outside: null } as const
  return backUpInThread({ ...order, at: Date.now() as Instant }, keyOf('1'.repeat(64)))
}

test('a copy checked in a thread of its own is refused by the sentence that says what does not hold', async () => {
  const folder = await officeFolder()
  expect(await backUp(folder, 'whole')).toMatchObject({ line: { seq: 21, chain: 'whole' } })
  const changed = connect(journalFile(folder), { readonly: false, timeout: 0 })
  for (const name of changed
    .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'events'")
    .pluck()
    .all() as string[])
    changed.exec(`drop trigger "${name}"`)
  changed.exec("update events set body = replace(body, 'K7M2', 'K7M3') where seq = 5")
  changed.close()
  const before = await readdir(join(folder, 'sauvegardes'))
  expect(await backUp(folder, 'whole')).toMatchObject({ problem: expect.stringContaining('Événement 5') })
  expect(await readdir(join(folder, 'sauvegardes'))).toEqual(before)
})

test('what the log says of it is what SQLite found, and not the sentence alone', async () => {
  const folder = await officeFolder()
  const copy = journalFile(folder)
  const db = connect(copy, { readonly: false, timeout: 0 })
  db.pragma('journal_mode = delete')
  const page = db
    .prepare("select rootpage from sqlite_schema where type = 'index' and tbl_name <> 'events' limit 1")
    .pluck()
    .get() as number
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  const disk = await open(copy, 'r+')
  await disk.write(Buffer.alloc(size), 0, size, (page - 1) * size)
  await disk.close()
  const here = await checkHere(copy, 'whole', undefined).catch((error: unknown) => error)
  expect(here).toBeInstanceOf(BackupError)
  const cause = String((here as BackupError).cause)
  expect(cause).toMatch(/page|index/)
  const apart = await checkInThread(copy, 'whole', undefined).catch((error: unknown) => error)
  expect(apart).toMatchObject({ message: (here as BackupError).message, cause })
})
