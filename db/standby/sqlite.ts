import { randomUUID } from 'node:crypto'
import type { OfficeId, Seq } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'
import type { PersonalChanged } from '../journal/changed.ts'
import { keepHead, readHead } from '../journal/head.ts'
import { chainHash, decode, noHash } from '../journal/rows.ts'
import { statements, type Statements } from '../journal/statements.ts'
import { sqliteCompiler } from '../projections/compile.ts'
import { project } from '../projections/project.ts'
import type { HeadTable } from '../schema.ts'
import type { CopyPlace, Delta, FollowedStore, RawEvent, RowNow } from '../journal/followed.ts'
import { followedTables, isFollowed, noteChanges, noteNothing, type FollowedTable } from './tables.ts'
import type { PersonalKind } from '../../shared/domain/decision.ts'

/** Events, and rows, that one part of what a copy takes in holds at most. */
const mostEvents = 1000
const mostRows = 1000
/** Letters of rows in one part, above which the next ones wait: a recording is of many long rows. */
const mostLetters = 4 * 1024 * 1024

const noHead = { office_id: '', seq: 0, hash: noHash, at: 0 }
const followingOf = 'select lineage, floor, taken from following'
const lastRev = "select coalesce((select seq from sqlite_sequence where name = 'changes'), 0)"
const oneHash = 'select hash from events where office_id = ? and seq = ?'
const eventsAfter = 'select seq, body, hash from events where office_id = ? and seq > ? order by seq limit ?'
const changesAfter = 'select rev, tbl, key from changes where rev > ? order by rev limit ?'
const insertEvent = 'insert into events (office_id, seq, body, hash) values (?, ?, ?, ?)'

type Following = { readonly lineage: string | null; readonly floor: number; readonly taken: number | null }

const where = (table: FollowedTable): string =>
  ['office_id = ?', ...followedTables[table].map((column) => `${column} = ?`)].join(' and ')

/**
 * What a copy needs of one SQLite file, whichever end it is: the host's, or the copy's.
 * @param safely runs a function with failures of the disk made into `StorageError`
 * @param whole runs a function in one transaction
 */
export function sqliteFollowed(
  db: Sqlite,
  prepared: Statements,
  { safely, whole }: { safely: <T>(work: () => T) => Promise<T>; whole: <T>(work: () => T) => T },
): FollowedStore {
  const { of, run } = prepared
  const head = () => readHead(prepared) ?? noHead
  const following = () => of(followingOf).get() as Following
  const rev = () => Number(of(lastRev).pluck().get())

  const place = (): CopyPlace => placeOf(head(), following(), rev())

  const rowNow = ({ tbl, key }: { tbl: string; key: string }): RowNow => {
    if (!isFollowed(tbl)) throw new Error(`no such table to follow: ${tbl}`)
    const row = of(`select * from ${tbl} where ${where(tbl)}`).get(
      head().office_id,
      ...(JSON.parse(key) as string[]),
    )
    return [tbl, key, (row as RowNow[2] | undefined) ?? null]
  }

  const since = (copy: CopyPlace): Delta | 'apart' | 'diverged' => {
    const { office_id: office, seq } = head()
    const { lineage, floor, taken } = following()
    const ourHash = copy.seq === 0 ? noHash : of(oneHash).pluck().get(office, copy.seq)
    if (copy.seq > seq || ourHash !== copy.hash) return 'diverged'
    if (taken !== null || lineage === null || copy.lineage !== lineage) return 'apart'
    if (copy.rev < floor || copy.rev > rev()) return 'apart'
    const events = of(eventsAfter).raw().all(office, copy.seq, mostEvents) as unknown as RawEvent[]
    // A row may answer for an act whose event is not there yet: rows come with the last events.
    if (events.length === mostEvents) return { events, rows: [], rev: copy.rev }
    const changed = of(changesAfter).all(copy.rev, mostRows) as { rev: number; tbl: string; key: string }[]
    const rows: RowNow[] = []
    let letters = 0
    let reached = copy.rev
    for (const one of changed) {
      if (letters > mostLetters) break
      const row = rowNow(one)
      for (const cell of Object.values(row[2] ?? {})) letters += typeof cell === 'string' ? cell.length : 0
      rows.push(row)
      reached = one.rev
    }
    return { events, rows, rev: reached }
  }

  const storeEvent = (
    office: string,
    last: { seq: number; hash: string; at: number },
    [seq, body, hash]: RawEvent,
  ) => {
    const recorded = decode(body)
    const follows = seq === last.seq + 1 && recorded.seq === seq && recorded.at >= last.at
    if (!follows || chainHash(last.hash, body) !== hash)
      throw new Error(`event ${seq} does not follow event ${last.seq}`)
    of(insertEvent).run(office, seq, body, hash)
    for (const query of project(sqliteCompiler, office as OfficeId, recorded)) run(query)
    return { seq, hash, at: recorded.at }
  }

  const storeRow = (office: string, [table, key, row]: RowNow): PersonalChanged | undefined => {
    if (!isFollowed(table)) throw new Error(`no such table to follow: ${table}`)
    const names = JSON.parse(key) as string[]
    of(`delete from ${table} where ${where(table)}`).run(office, ...names)
    if (row) {
      const columns = Object.keys(row).filter((column) => /^[a-z_]+$/.test(column))
      of(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`).run(
        ...columns.map((column) => (column === 'office_id' ? office : row[column])),
      )
    }
    if (table !== 'personal') return undefined
    const [kind, id] = names as [PersonalKind, string]
    return { kind, id, value: row ? (JSON.parse(String(row['value'])) as unknown) : undefined }
  }

  return {
    place: () => safely(place),
    begin: () =>
      safely(() =>
        whole(() => {
          if (following().lineage === null) of('update following set lineage = ?').run(randomUUID())
          for (const trigger of noteChanges) db.exec(trigger)
        }),
      ),
    hashAt: (seq) =>
      safely(() =>
        seq === 0 ? noHash : (of(oneHash).pluck().get(head().office_id, seq) as string | undefined),
      ),
    since: (copy) => safely(() => since(copy)),
    forget: (upTo) =>
      safely(() =>
        whole(() => {
          of('delete from changes where rev <= ?').run(upTo)
          of('update following set floor = max(floor, ?)').run(upTo)
        }),
      ),
    take: ({ events, rows, rev: after }) =>
      safely(() =>
        whole(() => {
          const before = head()
          let last: { seq: number; hash: string; at: number } = before
          for (const event of events) last = storeEvent(before.office_id, last, event)
          // The answer that said the head may be among the rows that go.
          if (before.office_id) keepHead(prepared, before.office_id, last)
          const changed = rows.flatMap((row) => storeRow(before.office_id, row) ?? [])
          of('update following set taken = ?').run(after)
          return changed
        }),
      ),
    become: () =>
      safely(() =>
        whole(() => {
          of('update following set lineage = ?, floor = ?, taken = null').run(randomUUID(), rev())
          for (const trigger of noteChanges) db.exec(trigger)
        }),
      ),
    clean: () => safely(() => void db.pragma('wal_checkpoint(truncate)')),
  }
}

function placeOf({ seq, hash }: HeadTable, { lineage, taken }: Following, rev: number): CopyPlace {
  return { seq: seq as Seq, hash, rev: taken ?? rev, lineage, follows: taken !== null }
}

/** How far the copy, or the host, of a file is, and of which office. */
export function placeIn(db: Sqlite): { readonly office: string; readonly place: CopyPlace } {
  const head = readHead(statements(db)) ?? noHead
  const rev = Number(db.prepare(lastRev).pluck().get())
  return { office: head.office_id, place: placeOf(head, db.prepare(followingOf).get() as Following, rev) }
}

/** At most so many events after one, as they are stored. */
export const rawEvents = (db: Sqlite, after: Seq, limit: number): readonly RawEvent[] =>
  db
    .prepare('select seq, body, hash from events where seq > ? order by seq limit ?')
    .raw()
    .all(after, limit) as RawEvent[]

/** Makes a copy of a host's file one that follows: what the host noted is its own business from then on. */
export function followFrom(db: Sqlite): void {
  db.transaction(() => {
    for (const trigger of noteNothing) db.exec(trigger)
    db.exec(`update following set taken = (${lastRev}); delete from changes`)
  })()
}
