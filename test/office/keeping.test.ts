import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupName } from '../../db/backup/manifest.ts'
import { outdated } from '../../db/backup/rotation.ts'
import { listBackups, writeBackup } from '../../db/backup/write.ts'
import { openAsIs, openForReading } from '../../db/open.ts'
import { retention } from '../../db/personal/retention.ts'
import { examine } from '../../electron/host/doctor/examine.ts'
import { startKeeper } from '../../electron/host/keeping/keeper.ts'
import { workerProgram } from '../../electron/host/keeping/program.ts'
import { openLog } from '../../electron/host/log.ts'
import { restoreBackup } from '../../electron/host/keeping/restore.ts'
import { outsideMark } from '../../electron/host/keeping/work.ts'
import type { Instant, Seq } from '../../shared/contract/ids.ts'
import type { BackupsNow } from '../../shared/contract/keeping.ts'
import { schoolOffice } from '../../electron/host/school.ts'
import { coinsOf, deed, paying } from '../fixtures/till.ts'
import { root } from '../runtime/places.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../fixtures/startHost.ts'

// One real office for the whole file: what is slow is to start one.

let folder: string
let dir: string
let running: RunningHost
let host: Pick<RunningHost, 'url' | 'tokens'>
beforeAll(async () => {
  folder = await newFolder()
  dir = join(folder, 'office')
  running = await startHost(dir, { school: false })
  const tokens = JSON.parse(await readFile(join(dir, 'tokens.json'), 'utf8')) as Record<string, string>
  host = { url: running.url, tokens }
  await done(host, 'admin', 'commands/office.create', { ...schoolOffice, school: false })
  host = { url: running.url, tokens: JSON.parse(await readFile(join(dir, 'tokens.json'), 'utf8')) }
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
})
afterAll(async () => {
  await running.stop()
  await removeFolder(folder)
})

/** A command as others run it; this process goes on meanwhile, or it would not see its connections closed. */
async function guichet(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [join(root, 'electron', 'host', 'cli.ts'), ...args])
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  expect(said.err).not.toMatch(/\n {4}at |Error:/)
  return { ...said, code }
}
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
    expect(await readdir(join(dir, 'sauvegardes'))).toEqual([name])
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
    expect(await readdir(usb)).toEqual([`${name}.age`, outsideMark])
    expect((await backups()).outside).toMatchObject({ folder: usb, problem: null })
    const restored = await guichet(['restore', join(usb, `${name}.age`), place('fromUsb')], `${identity}\n`)
    expect(restored).toMatchObject({ code: 0, err: '' })
    // Another office's copies there are neither taken for this one's nor rotated away.
    await writeFile(join(usb, outsideMark), 'another\n')
    await done(host, 'admin', 'commands/backup.make')
    expect((await backups()).outside?.problem).toContain('autre office')
    expect(await readdir(usb)).toEqual([`${name}.age`, outsideMark])
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
    const again = await guichet(['restore', place('copie.tar.gz'), place('restored')])
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toMatch(/L’office « .+ » est restauré .+ jusqu’à l’événement \d+\./)
    expect(again.out).toContain('refaites les effacements')
    // The stations' tokens are the same: none is to be paired again.
    const other = await startHost(place('restored'), { school: false })
    const { number } = await done<{ number: string }>(
      { url: other.url, tokens: host.tokens },
      'kiosk',
      'commands/ticket.take',
      { serviceId: 'titres' },
    )
    expect(number).toBe('A12')
    await other.stop()
    expect((await guichet(['journal', 'verify', place('restored')])).code).toBe(0)
  })

  test('with a passphrase, the archive is opened by it alone', async () => {
    const phrase = 'quatre mots du coffre'
    expect((await guichet(['backup', dir, place('secret.age'), '--passphrase'], `${phrase}\n`)).code).toBe(0)
    expect((await readFile(place('secret.age'))).includes('office.key')).toBe(false)
    expect(await guichet(['restore', place('secret.age'), place('no')], 'autre\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('n’ouvre pas'),
    })
    expect(await guichet(['restore', place('secret.age'), place('no')], '')).toMatchObject({
      code: 1,
      err: expect.stringContaining('est chiffrée'),
    })
    expect((await guichet(['restore', place('secret.age'), place('yes')], `${phrase}\n`)).code).toBe(0)
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
    await restoreBackup(place('copie.tar.gz'), place('stolen'), undefined)
    await writeFile(join(place('stolen'), 'office.key'), otherKey, { mode: 0o600 })
    const source = await openAsIs(place('stolen'))
    const { file } = await writeBackup({
      folder: place('stolen'),
      source,
      out: place('stolenBackups'),
      why: 'asked',
      chain: 'end',
      at: Date.now() as Instant,
    })
    source.close()
    await expect(restoreBackup(file, place('new'), undefined)).rejects.toThrow(
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

  test('the folder of a host whose journal is in a database lacks nothing', async () => {
    const hosting = place('hosting')
    await mkdir(hosting)
    const file = { office: crypto.randomUUID(), born: true, host: crypto.randomUUID() }
    await writeFile(join(hosting, 'journal.json'), JSON.stringify(file), { mode: 0o600 })
    const { fine, of } = await examined(hosting)
    expect(fine).toBe(true)
    expect(of('elsewhere')?.sentence).toContain('journal verify')
  })

  test('rights too wide, another key, a broken chain, a cut file: each is said, with what to do', async () => {
    const ill = place('ill')
    await restoreBackup(place('copie.tar.gz'), ill, undefined)
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
    await truncate(join(ill, 'guichet.sqlite'), 30_000)
    expect((await examined(ill)).fine).toBe(false)
    expect(await guichet(['doctor', place('nowhere')])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Il n’y a pas de journal'),
    })
  })
})

describe('a person’s rights', () => {
  const secret = 'Zyxwvut-Quenneville'

  /** The files of a folder in which these words are, archives unpacked. */
  const filesWith = async (where: string, word: string): Promise<string[]> => {
    const found = []
    for (const entry of await readdir(where, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = await readFile(join(entry.parentPath, entry.name))
      const content = entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes
      if (content.includes(word)) found.push(entry.name)
    }
    return found
  }

  test('all that is known of a person is given, then erased from every byte that the office keeps; backups lose it at their term', async () => {
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
    await done(host, 'agent1', 'commands/counter.pause', { reason: `Appel de ${secret}`, kind: 'other' })
    await done(host, 'agent1', 'commands/counter.resume')
    await done(host, 'agent1', 'commands/ticket.callNext')
    await done(host, 'agent1', 'commands/ticket.start')
    await done(host, 'agent1', 'commands/sheet.update', {
      procedureId: 'autre',
      label: `Attestation de ${secret}`,
      note: `note ${secret}`,
      pieces: [{ label: `Acte de ${secret}`, state: 'presented' }],
    })
    await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
    const db = await openForReading(dir)
    const { fileId, reference } = JSON.parse(
      db
        .prepare("select json_extract(body, '$.data') from events where type = 'fileOpened'")
        .pluck()
        .get() as string,
    ) as { fileId: string; reference: string }
    db.close()
    const person = { familyName: secret, firstName: 'Léa', birthDate: '1990-05-17' }
    await done(host, 'agent1', 'commands/file.describe', { fileId, person })
    await done(host, 'agent1', 'commands/file.close', { fileId, reason: 'withdrawn' })
    await done(host, 'admin', 'commands/backup.make')
    const kept = await done<{ rows: { kind: string; why: string }[]; facts: unknown[] }>(
      host,
      'admin',
      'queries/person.get',
      { reference },
    )
    expect(JSON.stringify(kept.rows)).toContain(secret)
    expect(JSON.stringify(kept.facts)).not.toContain(secret)
    expect(new Set(kept.rows.map(({ kind }) => kind))).toEqual(
      new Set(['closedFile', 'document', 'closedSheet']),
    )
    expect((await post(host, 'agent1', 'queries/person.get', { reference })).error?.code).toBe(
      'forbiddenRole',
    )

    const exported = await guichet(['person', 'export', dir, '--file', reference])
    expect(JSON.parse(exported.out)).toMatchObject({ rows: kept.rows.map(({ kind }) => ({ kind })) })
    expect((await guichet(['person', 'export', dir, '--file', 'DO-2020-9'])).code).toBe(1)

    // Limited, it is kept and shown to nobody; and it can't be erased before that is lifted.
    await done(host, 'admin', 'commands/person.limit', { reference, limited: true })
    const seen = await done<{ files: { person: unknown }[] }>(host, 'agent1', 'queries/files.find', {
      reference,
    })
    expect(seen.files).toMatchObject([{ person: null }])
    expect((await post(host, 'admin', 'commands/person.erase', { reference })).error?.code).toBe(
      'personLimited',
    )
    await done(host, 'admin', 'commands/person.limit', { reference, limited: false })

    // Without the archives' visa, the ended file and its document stay.
    const without = await done(host, 'admin', 'commands/person.erase', { reference })
    expect(without).toMatchObject({
      erased: [{ kind: 'closedSheet', count: 1 }],
      kept: expect.arrayContaining([
        { kind: 'closedFile', count: 1 },
        { kind: 'document', count: 1 },
      ]),
    })
    const all = await done(host, 'admin', 'commands/person.erase', { reference, visa: 'AD77-2026-12' })
    expect(all).toMatchObject({ kept: [] })
    expect(
      (await done<{ rows: unknown[] }>(host, 'admin', 'queries/person.get', { reference })).rows,
    ).toEqual([])
    await done(host, 'agent1', 'commands/counter.close')
    await running.stop()

    const held = await filesWith(dir, secret)
    // The reason of a pause is no part of a person's file: it goes at its own term.
    const database = new Database(join(dir, 'guichet.sqlite'))
    expect(
      database.prepare('select kind from personal where value like ?').pluck().all(`%${secret}%`),
    ).toEqual(['reason'])
    // As the host opens it: what this very change moves is overwritten.
    database.pragma('secure_delete = on')
    for (const table of ['answers', 'jobs', 'snapshots', 'events']) {
      const column = { answers: 'output', jobs: 'paper', snapshots: 'state', events: 'body' }[table]!
      expect(
        database.prepare(`select count(*) from ${table} where ${column} like ?`).pluck().get(`%${secret}%`),
        table,
      ).toBe(0)
    }
    database.prepare("update personal set expires_at = 1 where kind = 'reason'").run()
    database.close()
    running = await startHost(dir, { school: false })
    host = { url: running.url, tokens: host.tokens }
    await done(host, 'admin', 'commands/backup.make')
    await running.stop()
    const journal = (await guichet(['journal', 'show', dir])).out
    expect(journal).toContain('"type":"personalPurged"')
    expect(journal).toContain('"type":"personalErased"')
    expect((await guichet(['journal', 'verify', dir])).code).toBe(0)
    expect(held.some((name) => name.endsWith('.tar.gz'))).toBe(true)
    const backupsDir = join(dir, 'sauvegardes')
    for (const { name } of outdated(await listBackups(backupsDir), Date.now() + 101 * 24 * 3_600_000))
      await rm(join(backupsDir, name))
    expect(await filesWith(dir, secret)).toEqual([])
    running = await startHost(dir, { school: false })
    host = { url: running.url, tokens: host.tokens }
  })
})

describe('whose data is whose', () => {
  const filed = async (familyName: string) => {
    await done(host, 'agent1', 'commands/sheet.update', {
      procedureId: 'autre',
      label: `Acte de ${familyName}`,
    })
    await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
    const db = await openForReading(dir)
    const { fileId, reference } = JSON.parse(
      db
        .prepare(
          "select json_extract(body, '$.data') from events where type = 'fileOpened' order by seq desc limit 1",
        )
        .pluck()
        .get() as string,
    ) as { fileId: string; reference: string }
    db.close()
    const person = { familyName, firstName: 'Ana', birthDate: '1980-01-02' }
    await done(host, 'agent1', 'commands/file.describe', { fileId, person })
    return { fileId, reference }
  }
  const keptOf = (by: object) =>
    done<{ rows: readonly { readonly kind: string }[]; limited: boolean }>(
      host,
      'admin',
      'queries/person.get',
      by,
    )

  test('of two people filed for in one visit, the file of one shows nothing of the other’s, and each reading is noted', async () => {
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
    const { ticketId, code } = await done<{ ticketId: string; code: string }>(
      host,
      'kiosk',
      'commands/ticket.take',
      { serviceId: 'titres' },
    )
    await done(host, 'agent1', 'commands/ticket.callOutOfOrder', { ticketId, reason: 'Interprète présent' })
    await done(host, 'agent1', 'commands/ticket.start')
    await done(host, 'admin', 'commands/till.setDeed', deed())
    await done(host, 'agent1', 'commands/till.open', { coins: coinsOf(5000) })
    const payment = paying('concession', 15_000, { payer: 'Payeuse' })
    await done(host, 'agent1', 'commands/till.collect', payment)
    await done(host, 'agent1', 'commands/visit.addService', { serviceId: 'titres', procedureId: 'autre' })
    const one = await filed('Premiere')
    const other = await filed('Seconde')
    const first = await keptOf({ reference: one.reference })
    // Its receipt of filing, and the visit's receipt of payment with the payer that was typed for it.
    expect(first.rows.map(({ kind }) => kind).filter((kind) => kind !== 'reason')).toEqual([
      'file',
      'document',
      'document',
      'tillNote',
    ])
    expect(JSON.stringify(first.rows)).toContain('Premiere')
    expect(JSON.stringify(first.rows)).not.toContain('Seconde')
    // The ticket's paper leads to the whole visit.
    expect(JSON.stringify((await keptOf({ code })).rows)).toMatch(/Premiere.*Seconde/)
    const { consultations } = await done<{
      consultations: readonly { readonly what: string; readonly about: readonly { readonly id: string }[] }[]
    }>(host, 'admin', 'queries/consultations.list')
    expect(consultations.slice(0, 2).map(({ what, about }) => [what, about[0]?.id])).toEqual([
      ['trail', ticketId],
      ['file', one.fileId],
    ])

    // A limited file is not erased by the way of its ticket either.
    await done(host, 'admin', 'commands/person.limit', { reference: other.reference, limited: true })
    expect((await keptOf({ code })).limited).toBe(true)
    expect(
      (await post(host, 'admin', 'commands/person.erase', { code, visa: 'AD77-2026-13' })).error?.code,
    ).toBe('personLimited')
    await done(host, 'admin', 'commands/person.limit', { reference: other.reference, limited: false })
    await done(host, 'agent1', 'commands/counter.close')
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
    born: () => true,
    school: () => false,
    log: openLog(moved),
    onChange: () => {},
  })
  await keeper.stop()
  expect(await readdir(kept)).toEqual([name(99)])
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
  for (const table of tables.filter((name) => name !== 'schema_version'))
    expect(out).toContain(`- ${table} :`)
})

test('a training office is not backed up, and says so', async () => {
  const school = await startHost(place('school'))
  const now = await done<BackupsNow>(school, 'admin', 'queries/backups.view')
  expect(now).toMatchObject({ off: 'school', late: false })
  expect((await post(school, 'admin', 'commands/backup.make')).error?.code).toBe('backupsOff')
  await school.stop()
})
