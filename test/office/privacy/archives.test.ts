import Database from 'better-sqlite3'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupsIn } from '../../../db/backup/before.ts'
import { openForReading } from '../../../db/open.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { restoreBackup } from '../../../electron/host/backup/restore.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { today } from '../../fixtures/today.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'

// What is a public archive is there after its term, whichever door is tried, until a slip that bears the archives' visa.

const name = 'Quenneville-Archive'
const admin = <T = unknown>(what: Parameters<typeof done>[2], input: unknown = {}) =>
  done<T>(host, 'admin', what, input)
const refused = async (what: string, input: unknown = {}) =>
  (await post(host, 'admin', `commands/${what}`, input)).error?.code

let office: RealOffice
let running: HostInside
let host: RealOffice['host']
let reference: string
let backup: string

/** The kinds of archives whose rows a folder still has, in order. */
async function kindsIn(dir: string): Promise<readonly string[]> {
  const db = await openForReading(dir)
  const found = db.prepare(
    "select distinct kind from personal where kind in ('document', 'closedFile') order by kind",
  )
  const kinds = found.pluck().all() as string[]
  db.close()
  return kinds
}
const whole = ['closedFile', 'document']

/** The files of a folder in which these words are. */
async function filesWith(where: string, words: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(where, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    if ((await readFile(join(entry.parentPath, entry.name))).includes(words)) found.push(entry.name)
  }
  return found
}

/** All that the office wrote of archives was written ten years ago, and had a term that is long over. */
async function tenYearsLater(): Promise<void> {
  await running.stop()
  const database = new Database(join(office.dir, 'guichet.sqlite'))
  database
    .prepare(
      "update personal set written_at = written_at - 315576000000, expires_at = 1 where kind in ('document', 'closedFile')",
    )
    .run()
  database.close()
  running = await startInside(office.dir, { school: false })
  host = { url: running.url, tokens: host.tokens }
}

beforeAll(async () => {
  office = await startRealOffice()
  ;({ running, host } = office)
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'autre', label: `Acte de ${name}` })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  const db = await openForReading(office.dir)
  const opened = db
    .prepare("select json_extract(body, '$.data') from events where type = 'fileOpened'")
    .pluck()
  const file = JSON.parse(opened.get() as string) as { fileId: string; reference: string }
  db.close()
  ;({ reference } = file)
  const person = { familyName: name, firstName: 'Léa', birthDate: '1990-05-17' }
  await done(host, 'agent1', 'commands/file.describe', { fileId: file.fileId, person })
  await done(host, 'agent1', 'commands/file.close', { fileId: file.fileId, reason: 'withdrawn' })
  await done(host, 'agent1', 'commands/counter.close')
  await done(host, 'supervisor', 'commands/day.close')
  await tenYearsLater()
  backup = join(backupsIn(office.dir), (await admin<{ name: string }>('commands/backup.make')).name)
}, 60_000)
afterAll(async () => {
  await running.stop()
  await office.stop()
})

test('no door destroys a public archive whose term is over: not the purge, a person’s erasure, a term, a restore or a command', async () => {
  expect(await kindsIn(office.dir), 'after a start, whose purge ran').toEqual(whole)
  const asked = await admin('commands/person.erase', { reference, visa: 'AD77-2026-12' })
  expect(asked).toMatchObject({
    erased: expect.not.arrayContaining([expect.objectContaining({ kind: 'document' })]),
    kept: expect.arrayContaining([
      { kind: 'closedFile', count: 1 },
      { kind: 'document', count: 1 },
    ]),
  })
  expect(await kindsIn(office.dir), 'after the person asked for an erasure').toEqual(whole)
  const term = (months: number) => ({ kind: 'document', term: { months, fate: 'elimination' } })
  expect(await refused('archives.setTerm', term(11))).toBe('keptTooShort')
  await admin('commands/archives.setTerm', term(12))
  await admin('commands/backup.make')
  await tenYearsLater()
  expect(await kindsIn(office.dir), 'after the shortest term').toEqual(whole)
  expect(await filesWith(office.dir, name)).toContain('guichet.sqlite')
  const restored = join(office.folder, 'restored')
  await restoreBackup(backup, restored, undefined, { now: () => (Date.now() + 4e11) as Instant })
  expect(await kindsIn(restored), 'after a restore ten years later').toEqual(whole)
  const written = await guichet(['register', office.dir])
  expect(written.out).toContain('Documents émis (archive publique) : Gardé 1 an après la délivrance')
  expect(written.out).toContain('donnée pseudonyme')
  const person = await admin<{ rows: { kind: string; rule: string }[] }>('queries/person.get', { reference })
  expect(person.rows.find(({ kind }) => kind === 'document')?.rule).toContain('Gardé 1 an')
})

test('a slip of transfer gives the archives its content, and takes nothing from the office', async () => {
  const set = (kind: string, fate: string, months: number) =>
    admin('commands/archives.setTerm', { kind, term: { months, fate } })
  await set('document', 'transfer', 12)
  await set('closedFile', 'transfer', 12)
  expect(await refused('archives.drawSlip')).toBe('nothingOver')
  const out = join(office.folder, 'transfer')
  const write = () => guichet(['archive', office.dir, '--versement', '--out', out])
  expect(await write()).toMatchObject({
    code: 1,
    err: expect.stringContaining('Aucun bordereau de versement'),
  })
  const drawn = await admin<{ slipId: string; count: number }>('commands/archives.drawSlip', {
    fate: 'transfer',
  })
  expect(drawn.count).toBe(2)
  expect(await write()).toMatchObject({ code: 0, err: '' })
  expect(await readFile(join(out, 'bordereau.csv'), 'utf8')).toContain(reference)
  const content = (await readFile(join(out, 'contenu.jsonl'), 'utf8')).trim().split('\n')
  expect(content).toHaveLength(2)
  expect(content.join('\n')).toContain(name)
  expect(await readFile(join(out, 'LISEZ-MOI.txt'), 'utf8')).toMatch(/^ {2}[0-9a-f]{64}$/m)
  expect((await write()).err).toContain('n’est pas vide')
  const noted = await admin<{ consultations: { what: string }[] }>('queries/consultations.list')
  expect(noted.consultations.map(({ what }) => what)).toEqual(expect.arrayContaining(['document', 'file']))
  const { slipId } = drawn
  expect(await refused('archives.transfer', { slipId })).toBe('slipWithoutVisa')
  await admin('commands/archives.recordVisa', {
    slipId,
    visaNumber: 'VERS-12',
    on: today(),
    by: 'Mme Ardoin',
  })
  expect(await refused('archives.eliminate', { slipId })).toBe('slipOfTransfer')
  expect(await admin('commands/archives.transfer', { slipId })).toEqual({ transferred: 2, left: 0 })
  expect(await kindsIn(office.dir), 'what the office has is a copy, and stays').toEqual(whole)
  expect(await admin('queries/archives.get')).toMatchObject({
    slip: null,
    eliminated: [],
    transferred: [{ number: 1, visaNumber: 'VERS-12' }],
  })
})

test('a slip with the visa of the archives eliminates its rows from every byte, and a backup of before loses them again', async () => {
  expect(await refused('archives.eliminate', { slipId: '0198c1f2-0000-7abc-8def-000000000001' })).toBe(
    'unknownSlip',
  )
  await admin('commands/person.limit', { reference, limited: true })
  expect(await refused('archives.drawSlip')).toBe('nothingOver')
  await admin('commands/person.limit', { reference, limited: false })
  // The procedure gives no term: the office settles it with its archives, else the file stays, and its document with it.
  const closed = { kind: 'closedFile', term: { months: 12, fate: 'sorting' } }
  await admin('commands/archives.setTerm', closed)
  const { slipId, count } = await admin<{ slipId: string; count: number }>('commands/archives.drawSlip')
  expect(count).toBe(2)
  expect(await refused('archives.eliminate', { slipId })).toBe('slipWithoutVisa')
  expect(await kindsIn(office.dir)).toEqual(whole)
  const on = today()
  await admin('commands/archives.recordVisa', { slipId, visaNumber: 'AD77-2026-12', on, by: 'Mme Ardoin' })
  const page = await admin<{ slip: { rows: unknown[]; visa: unknown } }>('queries/archives.get')
  expect(page.slip.visa).toMatchObject({ by: 'Mme Ardoin', visaNumber: 'AD77-2026-12' })
  expect(page.slip.rows).toEqual(expect.arrayContaining([expect.objectContaining({ ref: reference })]))
  expect(await admin('commands/archives.eliminate', { slipId })).toEqual({ eliminated: 2, left: 0 })
  expect(await kindsIn(office.dir)).toEqual([])
  expect(await admin('queries/archives.get')).toMatchObject({
    slip: null,
    eliminated: [{ number: 2, visaNumber: 'AD77-2026-12' }],
  })
  const shown = (await guichet(['journal', 'show', office.dir])).out
  expect(shown).toContain('"type":"archivesEliminated"')
  expect(shown).not.toContain('Ardoin')
  // Out of every byte, the database's log too, except of the backups, which lose it at their term.
  await expect
    .poll(() => filesWith(office.dir, name), { timeout: 10_000 })
    .toEqual(expect.not.arrayContaining([expect.stringMatching(/guichet\.sqlite/)]))
  const again = join(office.folder, 'again')
  const said = await guichet(['restore', backup, again])
  expect(said).toMatchObject({ code: 0, err: '' })
  expect(await kindsIn(again)).toEqual([])
  expect((await guichet(['journal', 'verify', again])).code).toBe(0)
})
