import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { archiveYear } from '../../../electron/host/privacy/archiveYear.ts'
import { ownFolder } from '../folder.ts'
import { release } from '../release.ts'

const { rows, folder } = release('journal-v3.jsonl', 50)
const year = new Date((JSON.parse(rows[0]!.body) as { at: number }).at).getUTCFullYear()
const zone = 'Europe/Paris'
const terms = { get: () => undefined }
const later = Date.UTC(year + 1, 5, 1)

test('a year that is over leaves whole, and a third party follows its chain with a SHA-256 alone', async () => {
  const db = await openDatabase(await folder())
  const out = join(ownFolder(), 'archive')
  expect(await archiveYear(db, { year, out, now: later, zone, terms })).toBe(rows.length)
  expect((await readdir(out)).toSorted()).toEqual([
    'LISEZ-MOI.txt',
    'cle.pem',
    'conservation.csv',
    'datapackage.json',
    'documents.csv',
    'dossiers.csv',
    'journal.tsv',
  ])
  const readMe = await readFile(join(out, 'LISEZ-MOI.txt'), 'utf8')
  // As the instructions say, and by nothing of ours.
  const lines = (await readFile(join(out, 'journal.tsv'), 'utf8')).trimEnd().split('\n')
  let before = /est :\n {4}([0-9a-f]{64})/.exec(readMe)![1]!
  for (const line of lines) {
    const [hash, text] = line.split('\t') as [string, string]
    expect(createHash('sha256').update(`${before}${text}`).digest('hex')).toBe(hash)
    before = hash
  }
  expect(readMe).toContain(before)
  const described = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8')) as {
    resources: { path: string; schema: { fields: { name: string }[] } }[]
  }
  for (const { path, schema } of described.resources) {
    const [header, ...body] = (await readFile(join(out, path), 'utf8')).trimEnd().split('\r\n')
    expect(header).toBe(schema.fields.map(({ name }) => name).join(','))
    expect(body.length, path).toBeGreaterThan(0)
  }
  expect(await readFile(join(out, 'conservation.csv'), 'utf8')).toContain('sans le visa des archives')
  db.close()
})

test('a year under way, an empty one, a folder that is not empty: nothing is written', async () => {
  const db = await openDatabase(await folder())
  const out = join(ownFolder(), 'archive')
  const asked = { year, out, now: later, zone, terms }
  await expect(archiveYear(db, { ...asked, now: Date.UTC(year, 11, 31) })).rejects.toThrow(
    'n’est pas terminée',
  )
  await expect(archiveYear(db, { ...asked, year: year - 1 })).rejects.toThrow('rien à archiver')
  await expect(readdir(out)).rejects.toThrow('ENOENT')
  await archiveYear(db, asked)
  await expect(archiveYear(db, asked)).rejects.toThrow('n’est pas vide')
  db.close()
})
