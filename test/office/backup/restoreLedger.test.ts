import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFacts, readLedger } from '../../../db/backup/ledgerFile.ts'
import { backupsIn } from '../../../db/backup/before.ts'
import { openForReading } from '../../../db/open.ts'
import { restoreBackup } from '../../../electron/host/backup/restore.ts'
import { signerIn } from '../../../electron/host/office/key.ts'
import type { Instant, OfficeId } from '../../../shared/contract/ids.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'

// What an older backup brings back, and what a restore does again.

let office: RealOffice
let host: RealOffice['host']
let backup: string
let code: string
let other: string
const name = 'Quenneville-Zyx'
const place = (of: string) => join(office.folder, of)

/** A file opened at a counter and described: its reference. */
async function filed(familyName: string): Promise<string> {
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', {
    procedureId: 'autre',
    label: `Acte de ${familyName}`,
  })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  const db = await openForReading(office.dir)
  const opened = db
    .prepare(
      "select json_extract(body, '$.data') from events where type = 'fileOpened' order by seq desc limit 1",
    )
    .pluck()
    .get() as string
  db.close()
  const { fileId, reference: of } = JSON.parse(opened) as { fileId: string; reference: string }
  const person = { familyName, firstName: 'Léa', birthDate: '1990-05-17' }
  await done(host, 'agent1', 'commands/file.describe', { fileId, person })
  return of
}

/** The facts that a folder's ledger says, signed by this office's key. */
async function ledgerIn(folder: string) {
  const db = await openForReading(office.dir)
  const officeId = db.prepare('select office_id from head').pluck().get() as OfficeId
  db.close()
  const { signed } = await readLedger(folder, { publicKey: signerIn(office.dir)!.publicKey, officeId })
  return signed.map(({ line }) => line)
}

/** Somebody informed at a counter, of whom the sheet says a name: the code of their ticket. */
async function informed(note: string): Promise<string> {
  const { ticket } = await done<{ ticket: { ticketId: string } }>(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', { note })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'information' })
  const db = await openForReading(office.dir)
  const taken = db.prepare(
    "select json_extract(body, '$.data.code') from events where type = 'ticketTaken' and json_extract(body, '$.data.ticketId') = ?",
  )
  const found = taken.pluck().get(ticket.ticketId) as string
  db.close()
  return found
}

/** How many personal rows of a folder hold these words. */
async function rowsWith(dir: string, words: string): Promise<number> {
  const db = await openForReading(dir)
  const found = db.prepare('select count(*) from personal where value like ?').pluck().get(`%${words}%`)
  db.close()
  return Number(found)
}

beforeAll(async () => {
  office = await startRealOffice()
  ;({ host } = office)
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'agent1', 'commands/counter.pause', { reason: 'Appel de la préfecture', kind: 'other' })
  await done(host, 'agent1', 'commands/counter.resume')
  other = await filed('Limitée-Zyx')
  // Last: what a closing could take back goes with the next act.
  code = await informed(name)
  const { tokenId } = await done<{ tokenId: string }>(host, 'admin', 'commands/apiToken.create', {
    label: 'Tableau de bord',
    scopes: ['statistics'],
    until: null,
  })
  const made = await done<{ name: string }>(host, 'admin', 'commands/backup.make')
  backup = join(backupsIn(office.dir), made.name)
  // After the backup: a person has what is written of them erased; another is limited; a token goes, an agent leaves.
  await done(host, 'admin', 'commands/person.erase', { code })
  await done(host, 'admin', 'commands/person.limit', { reference: other, limited: true })
  await done(host, 'admin', 'commands/apiToken.revoke', { tokenId })
  await done(host, 'admin', 'commands/agent.setRights', { agentId: 'agent2', rights: [] })
  await done(host, 'agent1', 'commands/counter.close')
}, 60_000)
afterAll(() => office.stop())

describe('an older backup', () => {
  test('brings back nobody whom the office erased since: the restore does it again, and says how many', async () => {
    expect(await rowsWith(office.dir, name)).toBe(0)
    const said = await guichet(['restore', backup, place('again')])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('1 effacement refait, 1 limitation refaite, 2 retraits de droit refaits')
    expect(said.out).toContain('0 jeton de logiciel')
    expect(await rowsWith(place('again'), name)).toBe(0)
    expect(await rowsWith(place('again'), 'Limitée-Zyx')).toBeGreaterThan(0)
    expect((await guichet(['journal', 'verify', place('again')])).code).toBe(0)
    const facts = (await guichet(['journal', 'show', place('again')])).out.split('\n')
    const last = facts
      .filter((line) => line.includes('"role":"host"'))
      .map((line) => /"type":"(\w+)"/.exec(line)?.[1])
    const db = await openForReading(place('again'))
    const left = db.prepare("select expires_at > ? from personal where kind = 'agent' and id = 'agent2'")
    expect(left.pluck().get(Date.now()), 'who left has a term for their name there too').toBe(1)
    db.close()
    expect(last).toEqual(expect.arrayContaining(['personalErased', 'fileLimited', 'apiTokenRevoked']))
    // Restored once more from there, nobody comes back either.
    expect(await ledgerIn(backupsIn(place('again')))).toEqual(await ledgerIn(backupsIn(office.dir)))
  })

  test('apart from its ledger, brings nobody back unless it is asked, and then says whom to erase; told where the ledger is, does it', async () => {
    const alone = place('alone.tar.gz')
    await copyFile(backup, alone)
    expect(await guichet(['restore', alone, place('without')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/Aucun relevé des effacements.*Rien n’a été restauré.*--without-ledger/s),
    })
    expect(existsSync(place('without'))).toBe(false)
    const without = await guichet(['restore', alone, place('without'), '--without-ledger'])
    expect(without.out).toContain('Aucun relevé des effacements')
    expect(await rowsWith(place('without'), name)).toBeGreaterThan(0)
    expect((await guichet(['restore', alone, place('no'), '--ledger', place('without')])).err).toContain(
      'n’a pas de relevé',
    )
    const told = await guichet(['restore', alone, place('told'), '--ledger', backupsIn(office.dir)])
    expect(told.out).toContain('1 effacement refait')
    expect(await rowsWith(place('told'), name)).toBe(0)
  })

  test('the ledger names nobody, and another office’s erases nothing', async () => {
    const lines = await ledgerIn(backupsIn(office.dir))
    expect(JSON.stringify(lines)).not.toContain('Zyx')
    expect(lines.map(({ fact }) => fact.type)).toEqual([
      'ledgerBegun',
      'personalErased',
      'fileLimited',
      'apiTokenRevoked',
      'agentRightsSet',
    ])
    const stranger = place('stranger')
    const strange = '0197f000-0000-7000-8000-000000000001' as OfficeId
    await addFacts(
      stranger,
      lines.map((line) => ({ ...line, office: strange })),
      signerIn(office.dir)!,
    )
    const strangely = ['restore', backup, place('strange'), '--ledger', stranger]
    expect((await guichet(strangely)).err).toMatch(/ne dit rien de cet office.*Rien n’a été restauré/s)
    const said = await guichet([...strangely, '--without-ledger'])
    expect(said.out).toContain('0 effacement refait')
    expect(await rowsWith(place('strange'), name)).toBeGreaterThan(0)
  })

  test('what its terms would have dropped since is gone before anyone can ask', async () => {
    const later = () => (Date.now() + 40 * 24 * 3_600_000) as Instant
    const restored = await restoreBackup(backup, place('late'), undefined, { now: later })
    expect(restored.expired).toBeGreaterThan(0)
    const db = await openForReading(place('late'))
    expect(
      db.prepare("select count(*) from personal where kind in ('sheet', 'closedSheet')").pluck().get(),
    ).toBe(0)
    db.close()
  })
})

describe('a restore for an exercise', () => {
  let drill: HostInside
  afterAll(() => drill?.stop())
  test('reaches nobody in the office’s name, and its papers are specimens', async () => {
    const said = await guichet(['restore', backup, place('drill'), '--drill'])
    expect(said.out).toContain('C’est un exercice')
    const db = await openForReading(place('drill'))
    const types = db
      .prepare("select type from events where json_extract(body, '$.who.role') = 'host'")
      .pluck()
      .all()
    db.close()
    expect(types).toEqual(expect.arrayContaining(['drillBegun', 'printersSet', 'apiTokenRevoked']))
    drill = await startInside(place('drill'), { school: false })
    // The office's own tokens open nothing there.
    const theirs = { url: drill.url, tokens: host.tokens }
    expect((await post(theirs, 'admin', 'queries/backups.view')).status).toBe(401)
    expect(await done(drill, 'admin', 'queries/office.view')).toMatchObject({
      school: true,
      name: expect.stringMatching(/^EXERCICE – /),
    })
    expect((await done<{ off: string }>(drill, 'admin', 'queries/backups.view')).off).toBe('school')
  })
})
