import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { chainHash, encode, noHash } from '../../db/journal/rows.ts'
import { sqliteJournal } from '../../db/sqlite.ts'
import { statements } from '../../db/journal/statements.ts'
import { openDatabase } from '../../db/open.ts'
import { sqliteCompiler } from '../../db/projections/compile.ts'
import { project } from '../../db/projections/project.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import type { Event, Recorded } from '../../shared/contract/events.ts'
import type { CommandId, Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../shared/domain/state.ts'
import { keepSnapshot } from '../../electron/host/core/snapshots.ts'
import { officeId as officeText, officeKey } from '../fixtures/papers.ts'
import { whoIs } from './office.ts'

const officeId = officeText as OfficeId
/** Tickets of one day. */
const aDay = 250
/** The snapshot is that many events old: the host saves one every 5,000 in a calm moment, every 20,000 at most, and the worst is measured. */
export const tail = 19_990
const day = 24 * 3600 * 1000
const firstMorning = Date.UTC(2016, 0, 4, 7, 30)

/**
 * Writes an office's years straight into its file, in large transactions without the disk's wait: the same rows
 * as the journal's own appends (events, head, read tables), with a snapshot near the end.
 */
export async function writeYears(folder: string, events: number): Promise<void> {
  const db = await openDatabase(folder)
  const { of, run } = statements(db)
  db.pragma('synchronous = off')
  const insert = of('insert into events (office_id, seq, body, hash) values (?, ?, ?, ?)')
  let office = emptyOffice
  let hash = noHash
  let seq = 0
  let at = 0
  const snapshotAt = events - tail
  let snapshot: { readonly seq: Seq; readonly office: Office } | undefined
  db.exec('begin')
  for (const { event, at: instant } of years()) {
    if (seq === events) break
    seq += 1
    at = instant
    const recorded: Recorded = {
      seq: seq as Seq,
      at: instant as Instant,
      who: whoIs('agent1', office),
      commandId: uuidv7() as CommandId,
      event,
    }
    const body = encode(recorded.seq, recorded)
    hash = chainHash(hash, body)
    insert.run(officeId, seq, body, hash)
    for (const query of project(sqliteCompiler, officeId, recorded)) run(query)
    office = evolve(office, recorded)
    if (seq === snapshotAt) snapshot = { seq: recorded.seq, office }
    if (seq % 20_000 === 0) db.exec('commit; begin')
  }
  of('insert into head_row (office_id, seq, hash, at) values (?, ?, ?, ?)').run(officeId, seq, hash, at)
  db.exec('commit')
  const journal = sqliteJournal(db)
  if (snapshot) await keepSnapshot(journal, snapshot, officeKey(7))
  db.pragma('wal_checkpoint(truncate)')
  await journal.close()
  // The key that the office was created with: a host refuses a folder that has another one.
  await writeFile(join(folder, 'office.key'), JSON.stringify({ ed25519: '07'.repeat(32) }))
}

/** The host must read everything again. */
export async function forgetSnapshot(folder: string): Promise<void> {
  const db = await openDatabase(folder)
  db.exec('delete from snapshots')
  db.close()
}

/** Day after day: opened, people received one after another at counter 1, closed. */
function* years(): Generator<{ readonly event: Event; readonly at: number }> {
  const { publicKey } = officeKey(7)
  const { settings } = schoolOffice
  let at = firstMorning
  const said = (event: unknown) => ({ event: event as Event, at: (at += 20_000) })
  yield said({ type: 'officeCreated', data: { officeId, settings, school: true, publicKey } })
  for (let days = 0; ; days++) {
    at = firstMorning + days * day
    const dayId = uuidv7()
    const date = new Date(at).toISOString().slice(0, 10)
    yield said({ type: 'dayOpened', data: { dayId, date, closesAt: at + day / 3, closedServices: [] } })
    yield said({ type: 'counterOpened', data: { counterId: '1', agentId: 'agent1' } })
    for (let count = 1; count <= aDay; count++) {
      const ticketId = uuidv7()
      const visit = { ticketId, visitId: uuidv7(), counterId: '1' }
      const { letter, serviceId } = settings.services[count % settings.services.length]!
      const number = `${letter}${Math.ceil(count / settings.services.length)}`
      const asked = {
        purpose: 'request',
        lang: 'fr',
        arrangements: [],
        requests: 1,
        priority: null,
        appointmentId: null,
        dueAt: null,
        channel: 'kiosk',
        announced: null,
        code: 'K7M2PQ4R',
      }
      yield said({ type: 'ticketTaken', data: { ticketId, number, serviceId, procedureId: null, ...asked } })
      yield said({
        type: 'ticketCalled',
        data: {
          ...visit,
          callId: uuidv7(),
          reason: { code: 'arrivalOrder', overtaken: 0, longestWait: 0, reasonId: null },
        },
      })
      yield said({ type: 'visitStarted', data: visit })
      yield said({
        type: 'visitClosed',
        data: { ...visit, outcome: 'information', procedureId: null, rule: null, fault: null },
      })
    }
    yield said({ type: 'counterClosed', data: { counterId: '1', reasonId: null } })
    yield said({ type: 'dayClosed', data: { dayId } })
  }
}
