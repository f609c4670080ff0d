import { isDeepStrictEqual } from 'node:util'
import type { CompiledQuery } from 'kysely'
import type { Recorded } from '../shared/contract/events.ts'
import type { OfficeId, Seq } from '../shared/contract/ids.ts'
import type { Sqlite } from './connect.ts'
import { storageError } from './errors.ts'
import { sqliteFollowed } from './standby/sqlite.ts'
import { keepArchives } from './personal/archives.ts'
import { changePersonal, expiredRows, personalRow, personalRows, purgeRows } from './personal/rows.ts'
import { sqliteCompiler } from './projections/compile.ts'
import { project } from './projections/project.ts'
import { tablesOf } from './projections/tables.ts'
import type { HeadTable, SnapshotsTable } from './schema.ts'
import { startAnswers } from './journal/answers.ts'
import { startCheckpoints } from './journal/checkpoints.ts'
import { keepHead, knownHead, type Place } from './journal/head.ts'
import { insertJob, sqliteJobs } from './journal/jobs.ts'
import type { Batch, Journal, NewEvent } from './journal/port.ts'
import type { PersonalChanged } from './journal/changed.ts'
import { chainHash, decode, encode, nilOffice, noHash } from './journal/rows.ts'
import { statements, type Statements } from './journal/statements.ts'
import { verifyChain } from './journal/verify.ts'
import { upcasters, versions, type Versions } from './journal/upcast.ts'
import type { Upcasters } from './journal/upcaster.ts'

const insertEvent = 'insert into events (office_id, seq, body, hash) values (?, ?, ?, ?)'
const page = 'select body from events where office_id = ? and seq > ? order by seq limit ?'
const hashesAfter = 'select hash from events where office_id = ? and seq > ? and seq <= ? order by seq'
const oneSnapshot = 'select seq, evolve_version, state from snapshots where office_id = ?'
const replaceSnapshot = `insert into snapshots (office_id, seq, evolve_version, state) values (?, ?, ?, ?)
  on conflict (office_id) do update set
  seq = excluded.seq, evolve_version = excluded.evolve_version, state = excluded.state`
// The tables that may have rows before the office is born.
const adopted = ['personal', 'answers', 'jobs', 'snapshots']

/**
 * The journal kept by one SQLite file, which has one office and one writer: what `openDatabase` opened. Each
 * append is one `synchronous=FULL` transaction on prepared statements.
 * @param steps,known the upcasters and the versions: the program's own, unless a test tries others
 */
export function sqliteJournal(
  db: Sqlite,
  { steps = upcasters, known = versions }: { steps?: Upcasters; known?: Versions } = {},
): Journal {
  const prepared = statements(db)
  const { of } = prepared
  const answers = startAnswers(prepared)
  const checkpoints = startCheckpoints(db)
  // Who may only read the file has not its folder: the host that has it writes on.
  const head = knownHead(prepared, { others: db.readonly })
  let officeId = (head.read()?.office_id ?? nilOffice) as OfficeId

  const safely = async <T>(work: () => T): Promise<T> => {
    try {
      return work()
    } catch (cause) {
      throw storageError(cause, db.name)
    }
  }

  const reread = () => {
    answers.reread()
    head.reread()
  }

  /** Runs `work` in one transaction, undone when it throws; SQLite has undone it already on a full disk. */
  const whole = <T>(work: () => T): T => {
    of('begin immediate').run()
    try {
      const result = work()
      of('commit').run()
      checkpoints.stored()
      return result
    } catch (cause) {
      reread()
      if (db.inTransaction) of('rollback').run()
      throw cause
    }
  }

  const ask = <Row>(query: CompiledQuery<Row>) => safely(() => prepared.all(query))

  const append = (expectedSeq: Seq, batch: Batch): { stored: readonly Recorded[] } | 'conflict' => {
    keepArchives(batch)
    let office = officeId
    let after: HeadTable | undefined
    const result = whole(() => {
      const before = head.read()
      if ((before?.seq ?? 0) !== expectedSeq) return 'conflict'
      const seen = ({ value, ...key }: PersonalChanged) =>
        isDeepStrictEqual(personalRow(prepared, officeId, key), value)
      if (batch.basis?.every(seen) === false) return 'conflict'
      office = before ? officeId : adopt(prepared, batch.events[0])
      const { stored, end } = storeEvents(prepared, before, batch.events, { office, known })
      for (const recorded of stored) {
        for (const query of project(sqliteCompiler, office, recorded)) prepared.run(query)
      }
      for (const change of batch.personal) changePersonal(prepared, office, change, answers.forget)
      const told =
        batch.events.length + batch.answers.length === 0 || answers.store(office, batch.answers, end)
      // The first one makes the row that answers are told beside.
      if (end.seq > 0 && !(told && before)) keepHead(prepared, office, end)
      for (const job of batch.jobs) insertJob(prepared, office, job)
      after = end.seq > 0 ? { office_id: office, ...end } : before
      return { stored }
    })
    if (after) head.moved(after)
    officeId = office
    return result
  }

  const followed = sqliteFollowed(db, prepared, { safely, whole })

  return {
    officeId: () => officeId,
    head: () =>
      safely(() => {
        const { seq = 0, hash = noHash } = head.read() ?? {}
        return { seq, hash }
      }),
    append: (expectedSeq, batch) => safely(() => append(expectedSeq, batch)),
    read: (since, limit) =>
      safely(() => {
        const rows = of(page).all(officeId, since, limit) as { body: string }[]
        return rows.map(({ body }) => decode(body, steps, known))
      }),
    hashes: (since, upTo) => safely(() => of(hashesAfter).pluck().all(officeId, since, upTo) as string[]),
    verifyFrom: (from) => safely(() => verifyChain(db, { from })),
    answer: (commandId) => safely(() => answers.of(officeId, commandId)),
    personal: (kind) => safely(() => personalRows(prepared, officeId, kind)),
    personalRow: (kind, id) => safely(() => personalRow(prepared, officeId, { kind, id })),
    snapshot: () =>
      safely(() => {
        const row = of(oneSnapshot).get(officeId) as SnapshotsTable | undefined
        return row && { seq: row.seq, evolveVersion: row.evolve_version, state: row.state }
      }),
    saveSnapshot: ({ seq, evolveVersion, state }) =>
      safely(() => void of(replaceSnapshot).run(officeId, seq, evolveVersion, state)),
    expired: (now) => safely(() => expiredRows(prepared, officeId, now)),
    purge: (now) =>
      safely(() => {
        const purged = whole(() => {
          // The answer that says the head may have had its time.
          const end = head.read()
          if (end) keepHead(prepared, officeId, end)
          return purgeRows(prepared, officeId, now, answers.forget)
        })
        // What was erased must leave the log too, and not only the tables.
        db.pragma('wal_checkpoint(truncate)')
        return purged
      }),
    close: () => {
      checkpoints.stop()
      return safely(() => void db.close())
    },
    others: null,
    anchor: null,
    followed: {
      ...followed,
      take: (delta) => {
        reread()
        return followed.take(delta)
      },
    },
    jobs: sqliteJobs(prepared, () => officeId, safely),
    ...tablesOf({
      sql: sqliteCompiler,
      officeId: () => officeId,
      ask,
      run: (query) => safely(() => prepared.run(query)),
    }),
  }
}

/** The office of a journal that has no event yet: the one that is born here takes the rows that were there. */
function adopt({ of }: Statements, first: NewEvent | undefined): OfficeId {
  if (first?.event.type !== 'officeCreated') return nilOffice
  const { officeId } = first.event.data
  for (const table of adopted) of(`update ${table} set office_id = ?`).run(officeId)
  return officeId
}

/** Chains the events after the head: what is stored, and where the journal ends then. */
function storeEvents(
  { of }: Statements,
  before: Place | undefined,
  events: readonly NewEvent[],
  { office, known }: { readonly office: OfficeId; readonly known: Versions },
): { readonly stored: readonly Recorded[]; readonly end: Place } {
  let { seq, hash, at } = before ?? { seq: 0, hash: noHash, at: 0 }
  const stored = events.map((event): Recorded => {
    if (event.at < at) throw new RangeError(`an event at ${event.at} can't follow one at ${at}`)
    seq += 1
    at = event.at
    const body = encode(seq, event, known)
    hash = chainHash(hash, body)
    of(insertEvent).run(office, seq, body, hash)
    return { seq, ...event }
  })
  return { stored, end: { seq, hash, at } }
}
