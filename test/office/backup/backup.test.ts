import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { chmod, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupName } from '../../../db/backup/manifest.ts'
import { writeBackup } from '../../../db/backup/write.ts'
import { openAsIs, openForReading } from '../../../db/open.ts'
import { retention } from '../../../db/personal/retention.ts'
import { examine } from '../../../electron/host/backup/doctor/examine.ts'
import { startKeeper } from '../../../electron/host/backup/keeper.ts'
import { workerProgram } from '../../../electron/host/backup/program.ts'
import { openLog } from '../../../electron/host/core/log.ts'
import { keyOf } from '../../../electron/host/office/key.ts'
import { newKey, ownCertificate } from '../../../electron/host/network/certificate.ts'
import { networkFolder } from '../../../electron/host/network/folder.ts'
import { restoreBackup } from '../../../electron/host/backup/restore.ts'
import { outsideMark } from '../../../electron/host/backup/work.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import type { BackupsNow } from '../../../shared/contract/backup/calls.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'

// One real office for the whole file: what is slow is to start one.

let office: RealOffice
let folder: string
let dir: string
let host: RealOffice['host']
beforeAll(async () => {
  office = await startRealOffice()
  ;({ folder, dir, host } = office)
})
afterAll(() => office.stop())
const otherKey = JSON.stringify({ ed25519: '1'.repeat(64) })
const place = (name: string) => join(folder, name)
const backups = () => done<BackupsNow>(host, 'admin', 'queries/backups.view')

describe('an office’s own backups', () => {
  test('one is made when it is asked, its chain checked whole, while tickets are taken', async () => {
    const before = await backups()
    expect(before).toMatchObject({ off: null, late: false, problem: null, outside: null })
    const made = done<{ name: string; seq: number }>(host, 'supervisor', 'commands/backup.make')
    for (let ticket = 0; ticket < 10; ticket++)
      await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
    const { name, seq } = await made
    expect((await backups()).backups[0]).toMatchObject({ name, seq, chain: 'whole', why: 'asked' })
    expect(await readdir(join(dir, 'sauvegardes'))).toEqual([
      'ancres.jsonl',
      'effacements.jsonl',
      name,
      'morceaux.json',
    ])
  })

  test('a copy goes outside, encrypted, and a disk that is gone is said without a backup less', async () => {
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    const usb = place('usb')
    const set = (outside: unknown) => post(host, 'admin', 'commands/backup.setOutside', { outside })
    expect((await set({ folder: usb, recipient })).error?.code).toBe('folderUnusable')
    await mkdir(usb)
    expect((await set({ folder: usb, recipient: identity })).error?.code).toBe('recipientUnreadable')
    expect((await set({ folder: usb, recipient })).status).toBe(200)
    // What a copy that was cut left there goes with the next one.
    await writeFile(join(usb, '.en-cours-guichet-20260303T094200Z-1.tar.gz.age'), 'half')
    const { name } = await done<{ name: string }>(host, 'admin', 'commands/backup.make')
    expect(await readdir(usb)).toEqual(['ancres.jsonl', 'effacements.jsonl', `${name}.age`, outsideMark])
    expect((await backups()).outside).toMatchObject({ folder: usb, problem: null })
    const restored = await guichet(['restore', join(usb, `${name}.age`), place('fromUsb')], `${identity}\n`)
    expect(restored).toMatchObject({ code: 0, err: '' })
    // Another office's copies there are neither taken for this one's nor rotated away.
    await writeFile(join(usb, outsideMark), 'another\n')
    await done(host, 'admin', 'commands/backup.make')
    expect((await backups()).outside?.problem).toContain('autre office')
    expect(await readdir(usb)).toEqual(['ancres.jsonl', 'effacements.jsonl', `${name}.age`, outsideMark])
    await rm(usb, { recursive: true })
    await done(host, 'admin', 'commands/backup.make')
    const now = await backups()
    expect(now.problem).toBeNull()
    expect(now.outside?.problem).toContain('branché')
    expect((await set(null)).status).toBe(200)
    expect((await backups()).outside).toBeNull()
  })

  test('a counter’s agent neither sees them nor makes one', async () => {
    expect((await post(host, 'agent1', 'queries/backups.view')).error?.code).toBe('forbiddenRole')
    expect((await post(host, 'agent1', 'commands/backup.make')).error?.code).toBe('forbiddenRole')
  })
})

describe('guichet backup and restore', () => {
  test('what was backed up while the host ran is restored in an empty folder, and that office goes on', async () => {
    const made = await guichet(['backup', dir, place('copie.tar.gz')])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toContain('écrite et relue')
    const again = await guichet(['restore', place('copie.tar.gz'), place('restored'), '--without-ledger'])
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toMatch(/L’office « .+ » est restauré .+ jusqu’à l’événement \d+\./)
    expect(again.out).toContain('Aucun relevé des effacements')
    // The stations' tokens are the same: none is to be paired again.
    const other = await startInside(place('restored'), { school: false })
    const there = { url: other.url, tokens: host.tokens }
    const take = () =>
      post<{ number: string }>(there, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
    // Nobody knows what was given since: a supervisor reads it, and says the last number that a paper shows.
    expect((await take()).error?.code).toBe('journalBehind')
    expect((await done<BackupsNow>(there, 'supervisor', 'queries/backups.view')).journal.is).toBe('restored')
    await done(there, 'supervisor', 'commands/journal.resume', { tickets: {}, documents: {} })
    expect((await take()).output?.number).toBe('A12')
    await other.stop()
    expect((await guichet(['journal', 'verify', place('restored')])).code).toBe(0)
  })

  test('a copy made elsewhere says the command that restores it, with the ledger that it does not have beside it', async () => {
    await done(host, 'admin', 'commands/backup.make')
    const { out } = await guichet(['backup', dir, place('ailleurs.tar.gz')])
    const [, file, ledger] = /guichet restore "(.+)" NOUVEAU-DOSSIER --ledger "(.+)"/.exec(out) ?? []
    expect(file).toBe(place('ailleurs.tar.gz'))
    const said = await guichet(['restore', file!, place('ailleurs'), '--ledger', ledger!])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('Relevé des effacements trouvé')
    const beside = await guichet(['backup', dir, join(dir, 'sauvegardes')])
    expect(beside.out, 'the ledger is beside that one').not.toContain('--ledger')
  })

  test('with a passphrase, the archive is opened by it alone', async () => {
    const phrase = 'quatre mots du coffre'
    expect((await guichet(['backup', dir, place('secret.age'), '--passphrase'], `${phrase}\n`)).code).toBe(0)
    const secret = await readFile(place('secret.age'))
    expect(secret.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/)
    expect(secret.includes('office.key')).toBe(false)
    // Closed by the test at a price that takes no second of a processor to open.
    const other = new Encrypter()
    other.setScryptWorkFactor(1)
    other.setPassphrase('une autre phrase')
    await writeFile(place('other.age'), await other.encrypt(await readFile(place('copie.tar.gz'))))
    expect(await guichet(['restore', place('other.age'), place('no')], 'autre\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('n’ouvre pas'),
    })
    expect(await guichet(['restore', place('secret.age'), place('no')], '')).toMatchObject({
      code: 1,
      err: expect.stringContaining('est chiffrée'),
    })
    const asked = ['restore', place('secret.age'), place('yes'), '--without-ledger']
    expect((await guichet(asked, `${phrase}\n`)).code).toBe(0)
    expect(await readdir(folder)).not.toContain('no')
  })

  test('nothing is restored over an office, nor from a file that is no backup or belongs to another key', async () => {
    expect((await guichet(['restore', place('copie.tar.gz'), dir])).err).toContain('Guichet tient le dossier')
    expect(await guichet(['restore'])).toMatchObject({ code: 2 })
    await mkdir(place('full'))
    await writeFile(join(place('full'), 'other'), '')
    const refused = (file: string, to: string) => restoreBackup(place(file), place(to), undefined)
    await expect(refused('copie.tar.gz', 'full')).rejects.toThrow('n’est pas vide')
    await writeFile(place('text'), 'bonjour')
    await expect(refused('text', 'new')).rejects.toThrow('coupé ou abîmé')
    // The same office with a key that is not its own.
    await restoreBackup(place('copie.tar.gz'), place('stolen'), undefined, { withoutLedger: true })
    await writeFile(join(place('stolen'), 'office.key'), otherKey, { mode: 0o600 })
    const source = await openAsIs(place('stolen'))
    const { file } = await writeBackup({
      folder: place('stolen'),
      source,
      out: place('stolenBackups'),
      why: 'asked',
      chain: 'end',
      at: Date.now() as Instant,
      signer: null,
    })
    source.close()
    await expect(restoreBackup(file, place('new'), undefined, { unsigned: true })).rejects.toThrow(
      'n’est pas celle de son office',
    )
    expect((await readdir(folder)).filter((name) => name.startsWith('new'))).toEqual([])
  })
})

describe('guichet doctor', () => {
  const examined = async (folderOf: string) => {
    const findings = await examine(folderOf, Date.now())
    const of = (name: string) => findings.find(({ code }) => code === name)
    return { of, fine: findings.every(({ level }) => level !== 'wrong') }
  }

  test('of a sound office that runs, nothing is to be mended, and a copy elsewhere is asked for', async () => {
    await done(host, 'admin', 'commands/backup.make')
    // A copy that somebody encrypted among the backups is none of the host's.
    const theirs = join(dir, 'sauvegardes', 'guichet-20991231T235959Z-1-demande.tar.gz.age')
    await writeFile(theirs, 'age-encryption.org/v1', { mode: 0o600 })
    const { fine, of } = await examined(dir)
    await rm(theirs)
    expect(fine).toBe(true)
    for (const code of ['rights', 'pages', 'chain', 'key', 'backup', 'clock'])
      expect(of(code), code).toMatchObject({ level: 'fine' })
    expect(of('outside')?.level).toBe('warning')
    const said = await guichet(['doctor', dir, '--json'])
    expect(said.code).toBe(0)
    expect(JSON.parse(said.out)).toMatchObject({ fine: true })
  })

  test('the doctor says the hour of a backup in the zone of the office', async () => {
    const { settings } = await done<{ settings: { calendar: object } }>(
      host,
      'admin',
      'queries/settings.view',
    )
    const set = (zone: string) =>
      done(host, 'admin', 'commands/office.setCalendar', { calendar: { ...settings.calendar, zone } })
    const { at } = (await backups()).backups[0]!
    await set('Pacific/Noumea')
    try {
      const hourThere = new Intl.DateTimeFormat('fr', {
        timeZone: 'Pacific/Noumea',
        hour: 'numeric',
        hourCycle: 'h23',
      })
      const hour =
        `${Number(hourThere.formatToParts(at).find(({ type }) => type === 'hour')?.value)} h `.replaceAll(
          ' ',
          '\u00a0',
        )
      expect((await examined(dir)).of('backup')?.sentence).toContain(` à ${hour}`)
    } finally {
      await set('Europe/Paris')
    }
  })

  test('the end of the certificate on the network is said before it comes, whoever made it', async () => {
    const network = networkFolder(dir)
    expect((await examined(dir)).of('certificate'), 'no door yet').toBeUndefined()
    const now = Date.now()
    const day = 24 * 3_600_000
    const own = await ownCertificate(newKey(), ['accueil.local'], now)
    const before = network.read()
    network.keepCredentials(own)
    network.write({ ...before, served: own.pin })
    const level = async (later: number) =>
      (await examine(dir, now + later * day)).find(({ code }) => code === 'certificate')?.level
    expect([await level(0), await level(385), await level(400)]).toEqual(['fine', 'warning', 'wrong'])
    // The office's own files, and one of them that is not there.
    const files = { chainFile: place('chain.pem'), keyFile: place('key.pem') }
    await writeFile(files.chainFile, own.chain)
    network.write({ ...before, settings: { ...before.settings, certificate: files } })
    expect(await level(0)).toBe('wrong')
    await writeFile(files.keyFile, own.key)
    expect(await level(0)).toBe('fine')
    await rm(join(dir, 'reseau'), { recursive: true })
  })

  test('the folder of a host whose journal is in a database lacks nothing', async () => {
    const hosting = place('hosting')
    await mkdir(hosting, { mode: 0o700 })
    const file = { office: crypto.randomUUID(), born: true, host: crypto.randomUUID() }
    await writeFile(join(hosting, 'journal.json'), JSON.stringify(file), { mode: 0o600 })
    const { fine, of } = await examined(hosting)
    expect(fine).toBe(true)
    expect(of('elsewhere')?.sentence).toContain('journal verify')
  })

  test('rights too wide, another key, a broken chain, a cut file: each is said, with what to do', async () => {
    const ill = place('ill')
    await restoreBackup(place('copie.tar.gz'), ill, undefined, { withoutLedger: true })
    await writeFile(join(ill, 'office.key'), otherKey)
    await chmod(join(ill, 'office.key'), 0o644)
    const db = new Database(join(ill, 'guichet.sqlite'))
    for (const name of db
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'events'")
      .pluck()
      .all() as string[])
      db.exec(`drop trigger "${name}"`)
    db.exec("update events set body = replace(body, 'ticketTaken', 'ticketToken') where seq = 3")
    db.close()
    const { of } = await examined(ill)
    for (const code of ['rights', 'chain', 'key']) expect(of(code), code).toMatchObject({ level: 'wrong' })
    expect(of('chain')?.sentence).toContain('Événement 3')
    expect(of('anchors'), 'a broken chain is compared with nothing').toBeUndefined()
    await truncate(join(ill, 'guichet.sqlite'), 30_000)
    expect((await examined(ill)).fine).toBe(false)
    expect(await guichet(['doctor', place('nowhere')])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Il n’y a pas de journal'),
    })
  })
})

test('of an office that moved to a database, the backups go at their term, the last one too', async () => {
  const moved = place('moved')
  const kept = join(moved, 'sauvegardes')
  await mkdir(kept, { recursive: true })
  await writeFile(join(moved, 'journal.json'), '{}')
  const now = Date.now()
  const name = (daysAgo: number) =>
    backupName({
      at: (now - daysAgo * 24 * 3_600_000) as Instant,
      seq: 1 as Seq,
      why: 'hourly',
    })
  for (const days of [99, 101, 400]) await writeFile(join(kept, name(days)), '')
  const keeper = await startKeeper({
    dir: moved,
    program: workerProgram(),
    key: keyOf('1'.repeat(64)),
    born: () => true,
    school: () => false,
    log: openLog(moved),
    onChange: () => {},
  })
  await keeper.stop()
  expect(await readdir(kept)).toEqual([name(99)])
})

test('copies left in a folder outside that is no longer used go at their term, when its disk is there', async () => {
  const [folder, first, second] = ['former', 'disk1', 'disk2'].map(place) as [string, string, string]
  for (const each of [folder, first, second]) await mkdir(each)
  await writeFile(join(folder, 'guichet.sqlite'), '')
  const old = (daysAgo: number) =>
    `${backupName({ at: (Date.now() - daysAgo * 24 * 3_600_000) as Instant, seq: 1 as Seq, why: 'hourly' })}.age`
  await writeFile(join(first, outsideMark), 'this office\n')
  for (const days of [99, 101]) await writeFile(join(first, old(days)), '')
  const start = () =>
    startKeeper({
      dir: folder,
      program: workerProgram(),
      key: keyOf('1'.repeat(64)),
      born: () => true,
      school: () => false,
      log: openLog(folder),
      onChange: () => {},
    })
  const recipient = await identityToRecipient(await generateX25519Identity())
  const keeper = await start()
  expect(await keeper.setOutside({ folder: first, recipient })).toBeNull()
  expect(await keeper.setOutside({ folder: second, recipient })).toBeNull()
  await keeper.stop()
  // The disk is away for a while; then it is back.
  await rename(first, `${first}-away`)
  await (await start()).stop()
  await rename(`${first}-away`, first)
  const [kept] = (await readdir(first))
    .filter((name) => name.endsWith('.age'))
    .toSorted()
    .reverse()
  await (await start()).stop()
  expect(await readdir(first)).toEqual([kept, outsideMark])
  await rm(join(first, kept!))
  await (await start()).stop()
  expect(JSON.parse(await readFile(join(folder, 'sauvegardes.json'), 'utf8'))).toEqual({
    outside: { folder: second, recipient },
    formerly: [],
  })
})

test('the register of processing names every kind of personal data, with its term and its text', async () => {
  const { out, code } = await guichet(['register', dir])
  expect(code).toBe(0)
  for (const { rule, why } of Object.values(retention)) {
    expect(out).toContain(rule)
    expect(out).toContain(why)
  }
  const db = await openForReading(dir)
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  db.close()
  expect(out).toContain('Effacés 1 jour après leur sortie')
  // The engine's own counter of revisions is no table of ours.
  for (const table of tables.filter((name) => name !== 'schema_version' && name !== 'sqlite_sequence'))
    expect(out).toContain(`- ${table} :`)
})

test('a training office is not backed up, and says so', async () => {
  const school = await startInside(place('school'))
  const now = await done<BackupsNow>(school, 'admin', 'queries/backups.view')
  expect(now).toMatchObject({ off: 'school', late: false })
  expect((await post(school, 'admin', 'commands/backup.make')).error?.code).toBe('backupsOff')
  await school.stop()
})
