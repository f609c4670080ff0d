import { writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { backupsIn } from '../../../db/backup/before.ts'
import { mostFiles } from '../../../db/backup/manifest.ts'
import { databaseName } from '../../../db/backup/names.ts'
import { pieceBytes, sha256Of } from '../../../db/backup/pieces.ts'
import { readBackup, unpackBackup } from '../../../db/backup/read.ts'
import { packHeld } from '../../../db/backup/tarred.ts'
import { listBackups, writeBackup, type Backup } from '../../../db/backup/write.ts'
import type { Signer } from '../../../db/journal/signature.ts'
import { openDatabase } from '../../../db/open.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { keyOf } from '../../../electron/host/office/key.ts'
import type { Event } from '../../../shared/contract/events.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import { at, batch, facts, newEvent } from '../facts.ts'
import { ownFolder } from '../folder.ts'

const key = keyOf('1'.repeat(64))

/** An office of one ticket and of some files, which its key has backed up whole once. */
async function officeOf() {
  const folder = join(ownFolder(), 'office')
  const db = await openDatabase(folder)
  const journal = sqliteJournal(db)
  const created = facts.officeCreated()
  const born = { ...created, data: { ...created.data, publicKey: key.publicKey } } as Event
  await journal.append(0 as Seq, batch({ events: [newEvent(0, born)] }))
  await mkdir(join(folder, 'regles'))
  const out = backupsIn(folder)
  let hours = 0
  const backUp = (chain: 'end' | 'whole', signer: Signer = key): Promise<Backup> =>
    writeBackup({
      folder,
      source: db,
      out,
      why: 'hourly',
      chain,
      signer,
      own: true,
      at: at(10_000 + 3600 * hours++),
    })
  await backUp('whole')
  const next = async () => {
    const { seq } = await journal.head()
    await journal.append(seq, batch({ events: [newEvent(9000, facts.taken(7000 + hours))] }))
  }
  await next()
  const hold = (name: string, content: string | Buffer) => writeFile(join(folder, 'regles', name), content)
  return { folder, out, db, backUp, next, hold }
}

describe.each(['end', 'whole'] as const)('a backup that verifies its %s', (chain) => {
  test('keeps one of two names that a case or a form of Unicode alone tells apart, and says the other', async () => {
    const { folder, db, backUp, hold } = await officeOf()
    await hold('F1.yaml', 'a\n')
    await hold('f1.yaml', 'b\n')
    await hold('\u00e9.yaml', 'c\n')
    await hold('e\u0301.yaml', 'd\n')
    await hold('A', 'e\n')
    await mkdir(join(folder, 'regles', 'a'))
    await hold('a/b', 'f\n')
    const { file, manifest, leftOut } = await backUp(chain)
    expect(await readBackup(file)).toEqual({ manifest, signer: key.publicKey })
    expect(leftOut.toSorted()).toEqual(['regles/A', 'regles/F1.yaml', 'regles/e\u0301.yaml'])
    db.close()
  })

  test('is refused where whoever opens it would take it for a trap', async () => {
    const { folder, out, db, backUp, hold } = await officeOf()
    await hold('zeros.json', '')
    await truncate(join(folder, 'regles', 'zeros.json'), 65 * 2 ** 20)
    await expect(backUp(chain)).rejects.toThrow('piège')
    expect(await listBackups(out)).toHaveLength(1)
    db.close()
  })

  test('brings back each file as it was, whatever its name and its length', async () => {
    const { folder, db, backUp, hold } = await officeOf()
    const [long, longer] = ['x'.repeat(100), 'é'.repeat(100)]
    await mkdir(join(folder, 'regles', long, long), { recursive: true })
    const files = {
      'none.json': 0,
      'block.json': 512,
      [`${long}/${long}/${long}`]: 513,
      [longer]: 3 * pieceBytes,
    }
    for (const [name, bytes] of Object.entries(files)) await hold(name, randomBytes(bytes))
    const { file } = await backUp(chain)
    const into = join(ownFolder(), 'restored')
    await unpackBackup(file, undefined, into)
    for (const name of Object.keys(files))
      expect(
        (await readFile(join(into, 'regles', name))).equals(await readFile(join(folder, 'regles', name))),
        name,
      ).toBe(true)
    db.close()
  })

  test('has no copy of the database on the disk any more once its archive is written', async () => {
    const { out, db, backUp } = await officeOf()
    let there: readonly string[] = []
    const sign = async (bytes: Uint8Array) => {
      const [stage] = (await readdir(out)).filter((name) => name.startsWith('.en-cours-'))
      if (stage !== undefined) there = await readdir(join(out, stage))
      return key.sign(bytes)
    }
    await backUp(chain, { ...key, sign })
    expect(there).toContain('pieces')
    expect(there).not.toContain(databaseName)
    db.close()
  })
})

test('a backup is refused where it would have more files than one may', async () => {
  const { folder, out, db, backUp } = await officeOf()
  for (let index = 0; index < mostFiles; index++) writeFileSync(join(folder, 'regles', `${index}.yaml`), '')
  await expect(backUp('end')).rejects.toThrow('Retirez des fichiers')
  expect(await listBackups(out)).toHaveLength(1)
  db.close()
})

test('files that come after the database are packed piece by piece, and their copies go', async () => {
  const stage = ownFolder()
  const content = randomBytes(2.5 * pieceBytes)
  await writeFile(join(stage, 'office.key'), content)
  await writeFile(join(stage, 'tokens.json'), '{}')
  const { file, pieces, files } = await packHeld(stage, ['office.key', 'tokens.json'], { database: 1, at: 0 })
  expect(pieces.map(({ bytes }) => bytes).slice(0, -1)).toEqual([pieceBytes, pieceBytes])
  expect(pieces.at(-1)!.bytes).toBeLessThanOrEqual(pieceBytes)
  expect(gunzipSync(await readFile(file)).includes(content)).toBe(true)
  expect(files).toEqual([
    { name: 'office.key', bytes: content.length, sha256: sha256Of(content) },
    { name: 'tokens.json', bytes: 2, sha256: sha256Of(Buffer.from('{}')) },
  ])
  expect(await readdir(stage)).toEqual(['held'])
})
