import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { verifyChain } from '../../db/journal/verify.ts'
import { journalFile, openJournal } from '../../db/open.ts'
import { readApart } from '../../db/readApart.ts'
import { cliProgram } from '../runtime/places.ts'
import { whyNotOrdinary } from '../fixtures/ordinaryUser.ts'
import { batch, facts, newEvent } from './facts.ts'
import { ownFolder } from './folder.ts'

// A journal is verified where nothing may be written: an archive, a disk read alone, another account's folder.

const ordinary = 65_534
const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('guichet-lecture-'))

/** A journal of one event, and one that only its log has. */
async function written(): Promise<string> {
  const dir = ownFolder()
  const journal = await openJournal(dir)
  const { seq } = await journal.head()
  await journal.append(seq, batch({ events: [newEvent(0, facts.officeCreated())] }))
  const apart = join(dir, 'seul')
  mkdirSync(apart)
  // As a power cut leaves it: the log still beside the file.
  for (const end of ['', '-wal']) copyFileSync(`${journalFile(dir)}${end}`, `${journalFile(apart)}${end}`)
  await journal.close()
  return apart
}

test('a copy is read with its log, and has no name any more: a program that is killed leaves none', async () => {
  const dir = await written()
  const before = copies()
  const db = readApart(journalFile(dir), 0)
  expect(copies()).toHaveLength(before.length + (process.platform === 'win32' ? 1 : 0))
  expect(verifyChain(db)).toMatchObject({ ok: true, count: 1 })
  expect(() => db.prepare('delete from events').run()).toThrow(/readonly/)
  db.close()
  expect(copies()).toEqual(before)
  expect(existsSync(`${journalFile(dir)}-shm`), 'nothing is written where it lies').toBe(false)
})

test('a file whose log is moved into it while it is copied is copied again; one that never rests is said to change', async () => {
  const dir = ownFolder()
  const journal = await openJournal(dir)
  await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  const host = connect(journalFile(dir), { readonly: false, timeout: 1000 })
  let moves = 0
  const copying = (most: number) => (from: string, to: string) => {
    copyFileSync(from, to)
    if (from.endsWith('-wal') || moves === most) return
    moves++
    // What the host's own log had goes into the file, and the log begins again: the copy would have neither.
    host.exec(`create table t${moves} (x)`)
    host.pragma('wal_checkpoint(TRUNCATE)')
  }
  const before = copies()
  const db = readApart(journalFile(dir), 0, copying(1))
  expect(verifyChain(db)).toMatchObject({ ok: true, count: 1 })
  db.close()
  expect(() => readApart(journalFile(dir), 0, copying(Infinity))).toThrow(/écrit sans cesse/)
  expect(copies()).toEqual(before)
  host.close()
  await journal.close()
})

test('« journal verify » reads the folder of another account, where it may write nothing', async (context) => {
  const why = whyNotOrdinary()
  if (why !== null) return context.skip(why)
  const dir = await written()
  for (const [path, mode] of [
    [join(dir, '..'), 0o755],
    [dir, 0o555],
    [journalFile(dir), 0o444],
    [`${journalFile(dir)}-wal`, 0o444],
  ] as const)
    chmodSync(path, mode)
  const verify = () =>
    spawnSync(process.execPath, [cliProgram, 'journal', 'verify', dir], {
      uid: ordinary,
      gid: ordinary,
      encoding: 'utf8',
    })
  expect(verify()).toMatchObject({ status: 0, stderr: '' })
  expect(verify().stdout).toContain('1 événements, la chaîne tient')
  // What may not even be read is said in one sentence.
  chmodSync(journalFile(dir), 0o400)
  const unreadable = verify()
  expect(unreadable.status).not.toBe(0)
  expect(unreadable.stderr).toMatch(/^[^\n]*«[^\n]*\n$/)
  expect(execFileSync('ls', [dir], { encoding: 'utf8' }).split('\n')).not.toContain('guichet.sqlite-shm')
  return undefined
})
