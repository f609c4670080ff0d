import { execFile } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { create } from 'tar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peekBackup, unpackBackup } from '../../../db/backup/read.ts'
import { fingerprint, signed } from '../../../db/journal/signature.ts'
import { writeBackup } from '../../../db/backup/write.ts'
import { openAsIs } from '../../../db/open.ts'
import { restoreBackup } from '../../../electron/host/backup/restore.ts'
import { keyOf, publicKeyIn } from '../../../electron/host/office/key.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { done } from '../../fixtures/startHost.ts'

// Who made a backup: the office's key says it, or nobody does.

let office: RealOffice
let folder: string
let dir: string
let host: RealOffice['host']
beforeAll(async () => {
  office = await startRealOffice()
  ;({ folder, dir, host } = office)
  expect((await guichet(['backup', dir, place('copie.tar.gz')])).code).toBe(0)
})
afterAll(() => office.stop())
const place = (name: string) => join(folder, name)

const restore = (file: string, to: string, options = {}) =>
  restoreBackup(place(file), place(to), undefined, options)
const mark = async () => fingerprint(publicKeyIn(dir)!)

test('a restore says which office’s key signed the backup, made by its host or asked by a person', async () => {
  const { name } = await done<{ name: string }>(host, 'admin', 'commands/backup.make')
  for (const [at, file] of [join(dir, 'sauvegardes', name), place('copie.tar.gz')].entries()) {
    const key = ['--key', (await mark()).toLowerCase()]
    const said = await guichet(['restore', file, place(`signed${at}`), '--without-ledger', ...key])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('sa signature est bonne')
    expect(said.out).toContain(await mark())
  }
})

test('a folder, a pipe, or a file that is nowhere, is said to be no backup', async () => {
  const pipe = place('pipe.tar.gz')
  if (process.platform !== 'win32') await promisify(execFile)('mkfifo', [pipe])
  for (const given of [dir, pipe, place('nowhere.tar.gz')])
    expect(await guichet(['restore', given, place('none')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('n’est pas une sauvegarde de Guichet. Vérifiez'),
    })
})

test('a backup that another office’s key signed is refused, though it says that it is this one', async () => {
  const other = fingerprint(keyOf('1'.repeat(64)).publicKey)
  await expect(restore('copie.tar.gz', 'forged', { key: other })).rejects.toThrow('la clé d’un autre office')
  // All is this office’s, the manifest and its files, but for who signs.
  const opened = place('opened')
  await unpackBackup(place('copie.tar.gz'), undefined, opened)
  const { manifest } = await peekBackup(place('copie.tar.gz'))
  const text = JSON.stringify(manifest)
  const signature = await signed('backup', Buffer.from(text), keyOf('1'.repeat(64)))
  await writeFile(join(opened, 'manifest.json'), text)
  await writeFile(join(opened, 'manifest.signature.json'), JSON.stringify(signature))
  const names = ['manifest.json', 'manifest.signature.json', ...manifest.files.map((file) => file.name)]
  await create({ cwd: opened, gzip: true, file: place('forged.tar.gz') }, names)
  await expect(restore('forged.tar.gz', 'forged')).rejects.toThrow('la clé d’un autre office')
  await expect(restore('forged.tar.gz', 'forged', { unsigned: true })).rejects.toThrow('la clé d’un autre')
  expect((await readdir(folder)).filter((name) => name.startsWith('forged'))).toEqual(['forged.tar.gz'])
})

test('a backup that nobody signed, of before signatures or of a lost key, is restored when that is asked for', async () => {
  const source = await openAsIs(dir)
  const asked = {
    folder: dir,
    source,
    why: 'asked',
    chain: 'end',
    at: Date.now() as Instant,
    signer: null,
  } as const
  const { file } = await writeBackup({ ...asked, out: place('unsignedBackups') })
  expect(await guichet(['restore', file, place('unsigned')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--unsigned'),
  })
  expect(await guichet(['restore', file, place('unsigned'), '--unsigned', '--without-ledger'])).toMatchObject(
    {
      code: 0,
      out: expect.stringContaining('rien ne prouve qui l’a faite'),
    },
  )
  expect((await guichet(['restore', file, place('both'), '--unsigned', '--key', 'A'])).code).toBe(2)
  // The key is lost: what was kept is read again.
  await rm(join(place('unsigned'), 'office.key'))
  const lost = await openAsIs(place('unsigned'))
  const keyless = await writeBackup({
    ...asked,
    folder: place('unsigned'),
    source: lost,
    out: place('lost'),
  })
  for (const one of [source, lost]) one.close()
  await expect(restoreBackup(keyless.file, place('keyless'), undefined)).rejects.toThrow('Aucune clé')
  await restoreBackup(keyless.file, place('keyless'), undefined, { unsigned: true, withoutLedger: true })
  expect((await guichet(['journal', 'verify', place('keyless')])).code).toBe(0)
})
