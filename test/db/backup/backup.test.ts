import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { create } from 'tar'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { backupBefore, backupsIn } from '../../../db/backup/before.ts'
import { checkDatabase, checkGiven } from '../../../db/backup/check.ts'
import { readBackupName } from '../../../db/backup/manifest.ts'
import { readBackup, unpackBackup } from '../../../db/backup/read.ts'
import { clearStages, copyOutside, listBackups, writeBackup, type Backup } from '../../../db/backup/write.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { latestVersion } from '../../../db/migrations/migrate.ts'
import { journalFile, openAsIs, openDatabase } from '../../../db/open.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { at, batch, facts, newEvent, office } from '../facts.ts'
import { ownFolder } from '../folder.ts'
import { release } from '../release.ts'

/** An office's folder with its key, its rules, and some tickets. */
async function officeFolder(tickets = 20) {
  const folder = join(ownFolder(), 'office')
  const db = await openDatabase(folder)
  const journal = sqliteJournal(db)
  const events = [newEvent(0, facts.officeCreated())]
  for (let ticket = 0; ticket < tickets; ticket++) events.push(newEvent(ticket + 1, facts.taken(ticket)))
  await journal.append(0 as Seq, batch({ events }))
  await writeFile(join(folder, 'office.key'), '{"ed25519":"00"}\n', { mode: 0o600 })
  await mkdir(join(folder, 'regles', 'paquets'), { recursive: true })
  await writeFile(join(folder, 'regles', 'paquets', 'été.json'), '{}\n')
  await mkdir(join(folder, 'logs'))
  await writeFile(join(folder, 'logs', 'host.jsonl'), 'not to be kept\n')
  return { folder, db, journal }
}

const asked = (folder: string, source: Database.Database) =>
  ({
    folder,
    source,
    out: backupsIn(folder),
    why: 'hourly',
    chain: 'whole',
    at: at(1000),
    signer: null,
  }) as const

const sameContent = (bytes: Buffer, whole: Buffer): boolean => {
  try {
    return gunzipSync(bytes).equals(gunzipSync(whole))
  } catch {
    return false
  }
}

/** Where a backup is opened: a folder that it makes. */
const newPlace = () => join(ownFolder(), 'restored')

describe('a backup', () => {
  test('holds the database, the key and the rules, and nothing of the logs; it says of which office, at which event', async () => {
    const { folder, db, journal } = await officeFolder()
    const { hash } = await journal.head()
    const { file, manifest } = await writeBackup(asked(folder, db))
    expect(manifest).toMatchObject({ officeId: office, seq: 21, hash, schema: latestVersion, chain: 'whole' })
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'guichet.sqlite',
      'office.key',
      'regles/paquets/été.json',
    ])
    expect((await stat(file)).mode & 0o077).toBe(0)
    const into = newPlace()
    expect(await unpackBackup(file, undefined, into)).toEqual({ manifest, signer: null })
    expect(checkDatabase(journalFile(into), 'whole')).toMatchObject({ seq: 21, hash })
    expect(await readFile(join(into, 'office.key'), 'utf8')).toBe('{"ed25519":"00"}\n')
    db.close()
  })

  test('that somebody gave is read without any view but its head’s, which may never end, and may be no database at all', async () => {
    const { folder, db } = await officeFolder()
    const { file } = await writeBackup(asked(folder, db))
    db.close()
    const copies = await Promise.all(
      [
        '',
        'drop view head; create view head as select * from head_row',
        'alter table head_row rename to hidden; create view head_row as select * from hidden',
        'create view "more ""of it""" as select seq from events',
        'drop table head_row',
      ].map(async (change) => {
        const into = newPlace()
        await unpackBackup(file, undefined, into)
        const copy = new Database(journalFile(into))
        copy.exec(change)
        copy.close()
        return journalFile(into)
      }),
    )
    const [sound, strange, hidden, view, cut] = copies as [string, string, string, string, string]
    for (const copy of [sound, view]) expect(checkGiven(copy, 'whole')).toMatchObject({ seq: 21 })
    for (const copy of [strange, hidden, cut])
      expect(() => checkGiven(copy, 'whole')).toThrow('n’est pas entière')
    await writeFile(sound, 'no database')
    expect(() => checkGiven(sound, 'whole')).toThrow('n’est pas entière')
  })

  test('that somebody gave keeps no trigger but an office’s own, by which nothing that is erased comes back', async () => {
    const { folder, db, journal } = await officeFolder()
    await journal.followed?.begin()
    const { file } = await writeBackup(asked(folder, db))
    db.close()
    const into = newPlace()
    await unpackBackup(file, undefined, into)
    const copy = new Database(journalFile(into))
    const triggers = "select name from sqlite_schema where type = 'trigger' order by name"
    const own = copy.prepare(triggers).pluck().all()
    expect(own).toEqual(
      expect.arrayContaining(['events_no_delete', 'events_no_replace', 'changes_personal_delete']),
    )
    copy.exec(`create trigger kept_so before delete on personal begin select raise(ignore); end;
      drop trigger changes_personal_delete;
      create trigger changes_personal_delete before delete on personal begin select raise(ignore); end;
      create trigger of_the_head instead of update on head begin select 1; end;
      insert into personal (office_id, kind, id, value, written_at) values ('o', 'sheet', 'gone', '{}', 1)`)
    checkGiven(journalFile(into), 'whole')
    copy.exec("delete from personal where id = 'gone'")
    expect(copy.prepare("select 1 from personal where id = 'gone'").get()).toBeUndefined()
    expect(copy.prepare(triggers).pluck().all()).toEqual(
      own.filter((name) => name !== 'changes_personal_delete'),
    )
    copy.close()
  })

  test.for([
    ['journal-v1.jsonl', 30],
    ['journal-v3.jsonl', 200],
  ] as const)('that somebody gave of %s, of schema %i, keeps its own triggers', async ([name, schema]) => {
    const folder = await release(name, schema).folder()
    const given = new Database(journalFile(folder))
    const triggers = given.prepare("select name, sql from sqlite_schema where type = 'trigger'")
    const before = triggers.all()
    expect(before).toHaveLength(3)
    checkGiven(journalFile(folder), 'whole')
    expect(triggers.all()).toEqual(before)
    given.close()
  })

  test('is one moment of an office that goes on writing, whose acts do not wait', async () => {
    const { folder, db, journal } = await officeFolder(3000)
    const reader = await openAsIs(folder)
    let over = false
    const made = writeBackup(asked(folder, reader)).finally(() => (over = true))
    let written = 0
    while (!over) {
      const { seq } = await journal.head()
      await journal.append(seq, batch({ events: [newEvent(5000 + written, facts.taken(5000 + written))] }))
      written += 1
      await turn()
    }
    const { file, manifest } = await made
    expect(written).toBeGreaterThan(1)
    // A moment after the beginning, and before the end.
    expect(manifest.seq).toBeGreaterThanOrEqual(3001)
    expect(manifest.seq).toBeLessThan(3001 + written)
    const into = newPlace()
    await unpackBackup(file, undefined, into)
    const copy = await openDatabase(into)
    expect(verifyChain(copy)).toMatchObject({ ok: true, count: manifest.seq })
    expect(copy.prepare('select count(*) from visits_day').pluck().get()).toBe(manifest.seq - 1)
    copy.close()
    reader.close()
    db.close()
  })

  test('is not made of a database whose chain is cut or whose pages are damaged: nothing is left', async () => {
    const { folder, db } = await officeFolder()
    db.exec('drop trigger if exists events_no_update')
    for (const { name } of db
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'events'")
      .all() as { name: string }[])
      db.exec(`drop trigger "${name}"`)
    db.exec("update events set body = replace(body, 'K7M2', 'K7M3') where seq = 5")
    await expect(writeBackup(asked(folder, db))).rejects.toThrow('Événement 5')
    db.exec('delete from events where seq = 21')
    await expect(writeBackup({ ...asked(folder, db), chain: 'end' })).rejects.toThrow('La chaîne du journal')
    expect(await readdir(backupsIn(folder))).toEqual([])
    db.close()
  })

  test('what an interrupted one left is removed, and never taken for one', async () => {
    const { folder, db } = await officeFolder()
    const out = backupsIn(folder)
    await mkdir(join(out, '.en-cours-abc'), { recursive: true })
    await writeFile(join(out, '.en-cours-abc', 'archive'), 'half')
    expect(await listBackups(out)).toEqual([])
    await clearStages(out)
    await writeBackup(asked(folder, db))
    expect(await readdir(out)).toEqual(['guichet-20260303T081640Z-21.tar.gz'])
    expect(readBackupName('guichet-20260303T081640Z-21.tar.gz')).toEqual({
      name: 'guichet-20260303T081640Z-21.tar.gz',
      at: at(1000),
      seq: 21,
      why: 'hourly',
    })
    db.close()
  })
})

test('on a disk that locks nothing, what was cut goes once nothing was written there for a day', async () => {
  const out = ownFolder()
  const stage = join(out, '.en-cours-abcdef')
  // A folder in the place of the lock: nothing can hold it.
  await mkdir(join(stage, 'host.lock'), { recursive: true })
  await writeFile(join(stage, 'archive'), 'names of people')
  const before = new Date(Date.now() - 25 * 3_600_000)
  for (const one of [join(stage, 'host.lock'), stage]) await utimes(one, before, before)
  await clearStages(out)
  expect(await readdir(out), 'a copy may be under way').toEqual(['.en-cours-abcdef'])
  await utimes(join(stage, 'archive'), before, before)
  await clearStages(out)
  expect(await readdir(out)).toEqual([])
})

describe('a backup under way is not what an interrupted one left', () => {
  test.each(['archive', 'encrypted'])('%s', async (what) => {
    const { folder, db } = await officeFolder()
    const out = join(ownFolder(), 'out')
    const whole = await writeBackup(asked(folder, db))
    const recipient = await identityToRecipient(await generateX25519Identity())
    const work =
      what === 'archive'
        ? writeBackup({ ...asked(folder, db), out })
        : mkdir(out).then(() => copyOutside(whole.file, out, { recipient }))
    let over = false
    const done = work.finally(() => (over = true))
    let cleared = 0
    while (!over) {
      await clearStages(out)
      cleared++
      await new Promise(setImmediate)
    }
    await done
    expect(cleared).toBeGreaterThan(1)
    expect(await readdir(out)).toHaveLength(1)
    db.close()
  })
})

describe('what is not a whole backup is refused, and says so', () => {
  const made = async (): Promise<Backup> => {
    const { folder, db } = await officeFolder()
    const backup = await writeBackup(asked(folder, db))
    db.close()
    return backup
  }

  test('each byte changed that changes what it holds, and each cut, is seen', async () => {
    const { file } = await made()
    const whole = await readFile(file)
    const changed = join(ownFolder(), 'changed.tar.gz')
    let seen = 0
    for (let place = 40; place < whole.length; place += Math.ceil(whole.length / 40)) {
      const bytes = Buffer.from(whole)
      bytes[place]! ^= 0x10
      await writeFile(changed, bytes)
      // Some bits of a compressed file can be written in two ways: what it holds is then the same.
      if (sameContent(bytes, whole)) continue
      seen += 1
      await expect(readBackup(changed), `byte ${place}`).rejects.toThrow(/sauvegarde|coupé/)
    }
    expect(seen).toBeGreaterThan(10)
    for (const length of [0, 10, 300, whole.length - 600, whole.length - 1]) {
      await writeFile(changed, whole.subarray(0, length))
      await expect(readBackup(changed), `cut at ${length}`).rejects.toThrow(/sauvegarde|coupé/)
    }
  })

  test('an archive that would write outside its folder writes nothing', async () => {
    const stage = ownFolder()
    const outside = ownFolder()
    const evil = join(outside, 'evil.tar.gz')
    await writeFile(join(outside, 'escaped'), 'x')
    const sha256 = createHash('sha256').update('x').digest('hex')
    const said = {
      format: 1,
      officeId: office,
      office: 'x',
      school: false,
      at: 1,
      seq: 1,
      hash: sha256,
      schema: 70,
      why: 'asked',
      chain: 'end',
      files: [{ name: '../escaped', bytes: 1, sha256 }],
    }
    await writeFile(join(stage, 'manifest.json'), JSON.stringify(said))
    const written = create({ cwd: stage, gzip: true, preservePaths: true }, [
      'manifest.json',
      join(outside, 'escaped'),
    ]).pipe(createWriteStream(evil))
    await once(written, 'close')
    const into = newPlace()
    await expect(unpackBackup(evil, undefined, into)).rejects.toThrow('n’est pas une sauvegarde')
    expect(existsSync(into)).toBe(false)
  })

  test('an encrypted copy opens with its key alone, and no name is readable in it', async () => {
    const { file, manifest } = await made()
    const [identity, other] = [await generateX25519Identity(), await generateX25519Identity()]
    const out = ownFolder()
    const name = await copyOutside(file, out, { recipient: await identityToRecipient(identity) })
    const copy = join(out, name)
    expect(name).toMatch(/\.tar\.gz\.age$/)
    expect((await readBackup(copy, identity)).manifest).toEqual(manifest)
    expect((await readBackup(copy, ` ${identity.toLowerCase()} `)).manifest).toEqual(manifest)
    await expect(readBackup(copy)).rejects.toThrow('est chiffrée')
    await expect(readBackup(copy, other)).rejects.toThrow('n’ouvre pas')
    await expect(readBackup(copy, 'une phrase')).rejects.toThrow('n’ouvre pas')
    const bytes = await readFile(copy)
    bytes[bytes.length - 5]! ^= 1
    await writeFile(copy, bytes)
    await expect(readBackup(copy, identity)).rejects.toThrow(/coupé|modifiée/)
  })

  test('a folder outside that is not there leaves nothing, and the backup stays', async () => {
    const { file } = await made()
    const recipient = await identityToRecipient(await generateX25519Identity())
    await expect(copyOutside(file, join(ownFolder(), 'gone'), { recipient })).rejects.toThrow('ENOENT')
    expect((await readBackup(file)).manifest).toMatchObject({ seq: 21 })
  })
})

describe('before an update of the schema', () => {
  /** A release's journal is its training office's, which is not backed up: this makes it a real one. */
  const makeReal = (folder: string) => {
    const real = new Database(journalFile(folder))
    for (const { name } of real
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'events'")
      .all() as { name: string }[])
      real.exec(`drop trigger "${name}"`)
    real.exec(`update events set body = replace(body, '"school":true', '"school":false') where seq = 1`)
    real.close()
  }

  test('an office whose journal does not hold is not updated, and its sentence says why', async () => {
    const folder = await release('journal-v1.jsonl', 30).folder()
    makeReal(folder)
    const cut = new Database(journalFile(folder))
    cut.exec(`update head set hash = '${'0'.repeat(64)}'`)
    cut.close()
    await expect(openDatabase(folder)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('La chaîne du journal ne tient pas'),
    })
    const left = await openAsIs(folder)
    expect(left.prepare('select max(version) from schema_version').pluck().get()).toBe(30)
    left.close()
  })

  test('a real office is backed up as it was, and a training one is not', async () => {
    const folder = await release('journal-v1.jsonl', 30).folder()
    const db = await openAsIs(folder)
    await backupBefore(db, folder, null)
    // That release's journal is its training office's.
    expect(await listBackups(backupsIn(folder))).toEqual([])
    db.close()
    makeReal(folder)
    ;(await openDatabase(folder)).close()
    const [backup] = await listBackups(backupsIn(folder))
    expect(backup?.why).toBe('migration')
    expect((await readBackup(join(backupsIn(folder), backup!.name))).manifest).toMatchObject({ schema: 30 })
    // Updated once: the next opening has nothing to keep.
    ;(await openDatabase(folder)).close()
    expect(await listBackups(backupsIn(folder))).toHaveLength(1)
  })

  test.for([
    ['journal-v1.jsonl', 30],
    ['journal-v2.jsonl', 40],
    ['journal-v3.jsonl', 60],
  ] as const)(
    'a backup of the release of %s, of schema %i, is restored and opens',
    async ([name, schema]) => {
      const { folder: made, rows } = release(name, schema)
      const folder = await made()
      const source = await openAsIs(folder)
      const out = ownFolder()
      const { file } = await writeBackup({
        folder,
        source,
        out,
        why: 'asked',
        chain: 'whole',
        at: Date.now() as Instant,
        signer: null,
      })
      source.close()
      const into = newPlace()
      expect((await unpackBackup(file, undefined, into)).manifest).toMatchObject({
        schema,
        seq: rows.length,
      })
      const db = await openDatabase(into)
      expect(verifyChain(db)).toMatchObject({ ok: true, count: rows.length })
      expect(await sqliteJournal(db).read(0 as Seq, 5000)).toHaveLength(rows.length)
      db.close()
    },
  )
})

test('a place that is no folder leaves the office as it was', async () => {
  const { folder, db } = await officeFolder()
  const out = join(ownFolder(), 'file')
  await writeFile(out, '')
  await expect(writeBackup({ ...asked(folder, db), out })).rejects.toThrow('EEXIST')
  db.close()
})
