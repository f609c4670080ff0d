import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Batch, Journal } from '../../../db/journal/port.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading, openJournal } from '../../../db/open.ts'
import { addressOf } from '../../../db/postgres/address.ts'
import { copyToFolder, copyToPostgres } from '../../../db/postgres/copy.ts'
import { reopenFolder } from '../../../db/moved.ts'
import { markMoved, reopenOffice } from '../../../db/postgres/moved.ts'
import { noneAttends } from '../../../db/postgres/notices.ts'
import { officesOf } from '../../../db/postgres/offices.ts'
import { openServer, type Server } from '../../../db/postgres/server.ts'
import { atOneMoment, verifyStored } from '../../../db/postgres/stored.ts'
import type { ConsultationId, JobId, OfficeId, PrinterId, StationId } from '../../../shared/contract/ids.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { at, batch, commandId, facts, newEvent, office, v7 } from '../facts.ts'
import { ownFolder } from '../folder.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'

let postgres: Postgres
let url: string
let server: Server
beforeAll(async () => {
  postgres = await usePostgres()
  url = await postgres.database(await migrated(postgres))
  server = await openServer(addressOf(url))
})
afterAll(async () => {
  await server.close()
  await postgres.stop()
})

/** Something in each kind of table, with what engines could write each in their way. */
async function lived(journal: Journal, of = office): Promise<void> {
  const born = facts.officeCreated()
  const hard = 'é\u2028"\\ \u{1F600} \u0001'
  const rest: Partial<Batch> = {
    events: [
      newEvent(0, { ...born, data: { ...born.data, officeId: of } } as typeof born),
      ...Array.from({ length: 500 }, (_, index) => newEvent(index, facts.taken(index, hard))),
      newEvent(600, facts.called(0)),
      newEvent(601, facts.issued(0, 601)),
      newEvent(602, facts.fileOpened(0)),
    ],
    personal: [
      { op: 'put', kind: 'sheet', id: 'v', value: { note: hard }, at: at(602) },
      {
        op: 'put',
        kind: 'file',
        id: v7(7000),
        value: { person: { familyName: 'Lefèvre', birthDate: '1990-05-17' } },
        at: at(602),
      },
    ],
    answers: [{ commandId: commandId(1), inputHash: 'i', output: JSON.stringify({ hard }), at: at(602) }],
    jobs: [
      {
        jobId: v7(1) as JobId,
        printerId: 'accueil' as PrinterId,
        title: hard,
        documentId: null,
        paper: { of: 'test', printer: hard } as unknown as Paper,
        createdAt: at(602),
        state: 'waiting',
      },
    ],
  }
  await journal.append(0, batch(rest))
  await journal.saveSnapshot({ seq: 504, evolveVersion: 7, state: hard })
  await journal.consultations.add({
    consultationId: v7(2) as ConsultationId,
    at: at(603),
    agentId: null,
    stationId: 'accueil' as StationId,
    what: 'file',
    about: [v7(7000)],
  } as unknown as Parameters<Journal['consultations']['add']>[0])
}

/** Every row of every table of a folder's file, and its head, wherever it is written. */
async function everything(folder: string) {
  const db = await openForReading(folder)
  try {
    const names = db
      .prepare(
        "select name from sqlite_master where type in ('table', 'view') and name <> 'head_row' order by name",
      )
      .pluck()
    const columns = db
      .prepare("select name from pragma_table_info(?) where name not like 'head\\_%' escape '\\'")
      .pluck()
    return (names.all() as string[]).map((name) => [
      name,
      db
        .prepare(`select ${columns.all(name).join(', ')} from ${name}`)
        .raw()
        .all()
        .map(String)
        .toSorted(),
    ])
  } finally {
    db.close()
  }
}

test('an office that goes into a database and back is the same, row for row and byte for byte', async () => {
  const [folder, back] = [ownFolder(), ownFolder()]
  const journal = await openJournal(folder)
  await lived(journal)
  await journal.close()
  const { head, rows } = await copyToPostgres(folder, server)
  expect(rows).toMatchObject({
    events: 504,
    personal: 2,
    answers: 1,
    jobs: 1,
    snapshots: 1,
    consultations: 1,
  })
  expect(await atOneMoment(server, (send) => verifyStored(send, office as OfficeId))).toMatchObject({
    ok: true,
    head,
  })
  await expect(copyToPostgres(folder, server, { again: true }), 'it is there').rejects.toMatchObject({
    code: 'held',
  })
  // Two memories of one office would part: where it was says where it went, and starts no more.
  const gone = { code: 'moved', message: expect.stringContaining(server.name) }
  await expect(copyToPostgres(folder, server)).rejects.toMatchObject(gone)
  await expect(openJournal(folder)).rejects.toMatchObject(gone)

  expect(await copyToFolder(server, office as OfficeId, back)).toEqual({ head, rows })
  expect(await everything(back)).toEqual(await everything(folder))
  await expect(copyToFolder(server, office as OfficeId, back), 'not empty').rejects.toMatchObject({
    code: 'held',
  })

  await expect(hostOf(url)()).rejects.toMatchObject({ code: 'moved', message: expect.stringContaining(back) })
  expect([await reopenOffice(server, office as OfficeId), await reopenFolder(folder)]).toEqual([true, true])
  await (await openJournal(folder)).close()
  // While it is copied, no host begins.
  await server.whole(async (send) => {
    await send([noneAttends(office as OfficeId)])
    await expect(hostOf(url)()).rejects.toMatchObject({ code: 'held' })
  })
  const host = await hostOf(url)()
  expect([host.officeId(), await host.head()]).toEqual([office, head])
  expect(await host.append(504, batch({ events: [newEvent(700, facts.taken(900))] }))).not.toBe('conflict')
  expect((await host.files.byKey('LEFEVRE 1990-05-17', 9)).map(({ reference }) => reference)).toEqual([
    'DO-2026-1',
  ])
  // It says that it is there on a connection of its own, which comes a moment after.
  await vi.waitFor(() => expect(host.others!.leads()).toBe(true), 5000)
  await expect(copyToFolder(server, office as OfficeId, ownFolder()), 'a host works').rejects.toMatchObject({
    code: 'held',
  })
  // A host that did not hear of it stores nothing either.
  const { seq, hash } = await host.head()
  const [at0] = await server.ask<{ rev: number }>({
    text: 'select rev from head where office_id = $1',
    values: [office],
  })
  const there = { seq, rev: at0!.rev }
  expect(await markMoved(server, office as OfficeId, { ...there, seq: seq - 1 }, 'x', 1)).toBe(false)
  expect(await markMoved(server, office as OfficeId, there, 'ailleurs', 1)).toBe(true)
  await expect(host.append(seq, batch({ events: [newEvent(701, facts.taken(901))] }))).rejects.toMatchObject({
    code: 'moved',
  })
  expect(await host.head()).toEqual({ seq, hash })
  await reopenOffice(server, office as OfficeId)
})

test('a folder in which a host works is not copied, nor one whose chain is broken', async () => {
  const folder = ownFolder()
  const other = v7(77) as OfficeId
  const journal = await openJournal(folder)
  await lived(journal, other)
  await journal.close()
  const db = await openForReading(folder)
  db.close()
  const { default: Database } = await import('better-sqlite3')
  const broken = new Database(`${folder}/guichet.sqlite`)
  broken.exec('drop trigger events_no_update')
  broken.exec("update events set hash = 'x' where seq = 7")
  broken.close()
  await expect(copyToPostgres(folder, server)).rejects.toMatchObject({ code: 'corrupt' })
  expect((await officesOf(server)).map(({ officeId }) => officeId)).not.toContain(other)
  const found = await openForReading(folder)
  expect(verifyChain(found).ok).toBe(false)
  found.close()
})
