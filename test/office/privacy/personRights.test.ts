import Database from 'better-sqlite3'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outdated } from '../../../db/backup/rotation.ts'
import { listBackups } from '../../../db/backup/write.ts'
import { openForReading } from '../../../db/open.ts'
import { commandLine } from '../../../electron/host/privacy/accessLog/noteFromOutside.ts'
import { coinsOf, deed, paying } from '../../fixtures/till.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { today } from '../../fixtures/today.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'

// What an office has of a person, on a real host: given, limited, erased.

let office: RealOffice

let dir: string
let running: HostInside
let host: RealOffice['host']
beforeAll(async () => {
  office = await startRealOffice()
  ;({ dir, running, host } = office)
})
afterAll(() => office.stop())
describe('a person’s rights', () => {
  const secret = 'Zyxwvut-Quenneville'
  /** What the working sheet alone says. */
  const noted = 'Wvutsrq-Noté'

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

  test('all that is known of a person is given; what no text keeps is then erased from every byte that the office keeps, and backups lose it at their term', async () => {
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
    await done(host, 'agent1', 'commands/counter.pause', { reason: `Appel de ${noted}`, kind: 'other' })
    await done(host, 'agent1', 'commands/counter.resume')
    await done(host, 'agent1', 'commands/ticket.callNext')
    await done(host, 'agent1', 'commands/ticket.start')
    await done(host, 'agent1', 'commands/sheet.update', {
      procedureId: 'autre',
      label: `Attestation de ${secret}`,
      note: `note ${noted}`,
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
    const { consultations } = await done<{
      consultations: readonly { readonly what: string; readonly stationId: string }[]
    }>(host, 'admin', 'queries/consultations.list')
    expect(consultations[0]).toMatchObject({ what: 'file', stationId: commandLine, about: [{ id: fileId }] })

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

    // Public archives stay: the ended file and its document.
    const asked = await done(host, 'admin', 'commands/person.erase', { reference, note: 'Lettre du 3 mars' })
    expect(asked).toMatchObject({
      erased: [{ kind: 'closedSheet', count: 1 }],
      kept: expect.arrayContaining([
        { kind: 'closedFile', count: 1 },
        { kind: 'document', count: 1 },
      ]),
    })
    // What was asked is told, with what was typed of it, beside the archives.
    const after = await done<{ rows: { kind: string }[]; requests: unknown[] }>(
      host,
      'admin',
      'queries/person.get',
      {
        reference,
      },
    )
    expect(new Set(after.rows.map(({ kind }) => kind))).toEqual(new Set(['closedFile', 'document']))
    expect(JSON.stringify(after.rows)).not.toContain(noted)
    expect(after.requests).toMatchObject([
      { right: 'erasure', visa: null, note: 'Lettre du 3 mars' },
      { right: 'lifting', note: null },
      { right: 'limitation', note: null },
    ])
    await done(host, 'agent1', 'commands/counter.close')
    await running.stop()

    const held = await filesWith(dir, noted)
    // The reason of a pause is no part of a person's file: it goes at its own term.
    const database = new Database(join(dir, 'guichet.sqlite'))
    expect(
      database.prepare('select kind from personal where value like ?').pluck().all(`%${noted}%`),
    ).toEqual(['reason'])
    // As the host opens it: what this very change moves is overwritten.
    database.pragma('secure_delete = on')
    for (const table of ['answers', 'jobs', 'snapshots', 'events']) {
      const column = { answers: 'output', jobs: 'paper', snapshots: 'state', events: 'body' }[table]!
      expect(
        database.prepare(`select count(*) from ${table} where ${column} like ?`).pluck().get(`%${noted}%`),
        table,
      ).toBe(0)
    }
    database.prepare("update personal set expires_at = 1 where kind = 'reason'").run()
    database.close()
    running = await startInside(dir, { school: false })
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
    expect(await filesWith(dir, noted)).toEqual([])
    running = await startInside(dir, { school: false })
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
    done<{ rows: readonly { readonly kind: string; readonly id: string }[]; limited: boolean }>(
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

    // A name put right is a new fact beside the former one, which names nobody: the former name finds nothing any more.
    const named = (familyName: string) =>
      done<{ files: readonly { readonly fileId: string }[] }>(host, 'agent1', 'queries/files.find', {
        familyName,
        birthDate: '1980-01-02',
      })
    expect((await named('Premiere')).files).toMatchObject([{ fileId: one.fileId }])
    await done(host, 'agent1', 'commands/file.describe', {
      fileId: one.fileId,
      person: { familyName: 'Rectifiee', firstName: 'Ana', birthDate: '1980-01-02' },
    })
    const right = await done<{
      rows: readonly { kind: string; value: unknown }[]
      facts: readonly { type: string }[]
    }>(host, 'admin', 'queries/person.get', { reference: one.reference })
    expect(right.facts.filter(({ type }) => type === 'fileDescribed')).toHaveLength(2)
    expect(JSON.stringify(right.facts)).not.toMatch(/Premiere|Rectifiee/)
    expect(right.rows.find(({ kind }) => kind === 'file')?.value).toMatchObject({
      person: { familyName: 'Rectifiee' },
    })
    expect([(await named('Premiere')).files, (await named('Rectifiee')).files]).toMatchObject([
      [],
      [{ fileId: one.fileId }],
    ])

    const exported = await guichet(['person', 'export', dir, '--ticket', code.toLowerCase()])
    expect(JSON.stringify(JSON.parse(exported.out))).toMatch(/Rectifiee.*Seconde/)

    // A limited file is not erased by the way of its ticket either.
    await done(host, 'admin', 'commands/person.limit', { reference: other.reference, limited: true })
    const papers = async (reference: string) =>
      (await keptOf({ reference })).rows.flatMap(({ kind, id }) => (kind === 'document' ? [id] : []))
    // Nor is anything of it shown again, by whichever door: its paper, that paper's copies, who paid in its visit.
    const ofOne = await papers(one.reference)
    const ofOther = await papers(other.reference)
    const theirs = ofOther.find((id) => !ofOne.includes(id))!
    const beside = ofOne.find((id) => !ofOther.includes(id))!
    const refused = async (holder: string, path: `commands/${string}` | `queries/${string}`, input: object) =>
      (await post(host, holder, path, input)).error?.code
    for (const [path, more] of [
      ['queries/document.get', {}],
      ['commands/document.print', { printerId: 'dossier' }],
      ['commands/document.duplicate', {}],
      ['commands/document.correct', { changes: { label: 'Acte' }, reason: 'Erreur' }],
    ] as const)
      expect(await refused('agent1', path, { documentId: theirs, ...more }), path).toBe('personLimited')
    expect(await refused('agent1', 'queries/document.get', { documentId: beside })).toBeUndefined()
    // Nor is it acted on, by the file nor by its ticket; what the law has noted by its date is, and reads nothing.
    const { fileId } = other
    const on = today()
    const barred: readonly (readonly [`commands/${string}` | `queries/${string}`, object])[] = [
      ['commands/file.describe', { fileId, label: 'Autre' }],
      ['commands/file.acknowledge', { fileId, form: 'ar', on }],
      ['commands/file.keepDraft', { fileId, facts: 'Faits', law: [] }],
      ['commands/file.keepLetter', { fileId, letter: 'forward', typed: { name: 'Préfecture' } }],
      ['commands/file.notify', { fileIds: [one.fileId, fileId], means: 'telephone', on }],
      ['commands/file.close', { fileId, reason: 'withdrawn' }],
      ['commands/visit.takeFile', { reference: other.reference }],
      ['commands/document.issue', { what: { kind: 'accuse', fileId, form: 'ar' } }],
      ['commands/document.issue', { what: { kind: 'attestation', ticketId: null, code } }],
      ['commands/document.cancel', { documentId: theirs, reason: 'Erreur' }],
      ['commands/trail.print', { code }],
      ['queries/trail.get', { code }],
    ]
    for (const [path, input] of barred)
      expect(await refused('agent1', path, input), path).toBe('personLimited')
    const several = await post(host, 'agent1', 'commands/file.notify', {
      fileIds: [one.fileId, fileId],
      means: 'telephone',
      on,
    })
    expect(several.error?.message, 'of several, which one').toContain(other.reference)
    expect(several.error?.message).not.toContain(one.reference)
    expect(await refused('kiosk', 'queries/trail.get', { code }), 'nor at the kiosk').toBe('personLimited')
    const received = { fileId, pieces: [{ label: 'Justificatif' }], receivedOn: on }
    await done(host, 'agent1', 'commands/file.addPiece', received)
    await done(host, 'agent1', 'commands/file.holdOriginals', { fileId, pieces: received.pieces, on })
    expect((await keptOf({ code })).rows.length, 'the administration reads it').toBeGreaterThan(0)
    expect(
      await refused('agent1', 'commands/file.keepDraft', { fileId: one.fileId, facts: 'F', law: [] }),
    ).not.toBe('personLimited')
    const entry = (holder: string) =>
      done<{ payer: string | null }>(host, holder, 'queries/till.entry', { number: 2 })
    expect([(await entry('agent1')).payer, (await entry('admin')).payer]).toEqual([null, 'Payeuse'])
    expect((await keptOf({ code })).limited).toBe(true)
    expect(
      (await post(host, 'admin', 'commands/person.erase', { code, visa: 'AD77-2026-13' })).error?.code,
    ).toBe('personLimited')
    await done(host, 'admin', 'commands/person.limit', { reference: other.reference, limited: false })
    expect(await refused('agent1', 'queries/document.get', { documentId: theirs })).toBeUndefined()
    expect(await refused('agent1', 'queries/trail.get', { code })).toBeUndefined()
    expect(await refused('agent1', 'commands/file.describe', { fileId, label: 'Autre' })).toBeUndefined()
    expect((await entry('agent1')).payer).toBe('Payeuse')
    await done(host, 'agent1', 'commands/counter.close')
  })
})
