import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/**
 * Fewer pages written by each act. Whoever is at a counter is found among the day's acts, without an index of its own. In a
 * SQLite file, which has one office, an act is appended at the end of its table, an ending lies in the order of its instant, a
 * personal row in its key, an answer in the order of its command id's instant: none needs a second tree, nor a balanced one.
 * What is made from the journal is made again at the opening.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  await db.schema.dropIndex('visits_counter').execute()
  if (engine === 'postgres') return
  for (const statement of readTables) await statement.execute(db)
  for (const statement of personal) await statement.execute(db)
  await movedAnswers(db)
}

/** Each answer at the first free place from its command id's instant. */
async function movedAnswers(db: Kysely<unknown>): Promise<void> {
  await answersTable.execute(db)
  const { rows } = await sql<{
    id: string
  }>`select command_id as id from answers order by command_id`.execute(db)
  const next = new Map<number, number>()
  let beyond = -1
  for (const { id } of rows) {
    const first = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    const from = Number.isNaN(first) ? 0 : first * 32
    const place = next.get(from) ?? from
    next.set(from, place + 1)
    const key = place < from + 32 ? place : beyond--
    await sql`insert into answers_by_key (key, office_id, command_id, input_hash, output, at, about_kind, about_id)
      select ${key}, office_id, command_id, input_hash, output, at, about_kind, about_id from answers
      where command_id = ${id}`.execute(db)
  }
  for (const statement of answersMoved) await statement.execute(db)
  await sql`update following set lineage = ${randomUUID()} where lineage is not null`.execute(db)
}

const readTables = [
  sql`drop table calls`,
  sql`create table calls (
    office_id text not null,
    seq integer not null primary key,
    ticket_id text not null,
    service_id text not null,
    at integer not null,
    code text not null,
    overtaken integer not null) strict`,
  sql`create index calls_overtaking on calls (office_id, at) where overtaken > 0`,
  sql`drop table endings`,
  sql`create table endings (
    office_id text not null,
    seq integer not null,
    ticket_id text not null,
    at integer not null,
    outcome text not null,
    constraint endings_key primary key (at, seq)) strict, without rowid`,
  sql`drop table visits_before`,
  sql`create table visits_before (
    office_id text not null,
    seq integer not null primary key,
    ticket_id text not null,
    visit_id text,
    service_id text not null,
    procedure_id text,
    called_at integer,
    first_called_at integer,
    started_at integer,
    ended_at integer,
    absent_at integer,
    parked_at integer,
    away_ms integer not null,
    counter_id text,
    state text not null,
    outcome text,
    fault text) strict`,
]

const personal = [
  sql`create table personal_by_key (
    office_id text not null,
    kind text not null,
    id text not null,
    value text not null,
    written_at integer not null,
    expires_at integer,
    constraint personal_key primary key (office_id, kind, id)) strict, without rowid`,
  sql`insert into personal_by_key (office_id, kind, id, value, written_at, expires_at)
    select office_id, kind, id, value, written_at, expires_at from personal order by office_id, kind, id`,
  sql`drop table personal`,
  sql`alter table personal_by_key rename to personal`,
]

const answersTable = sql`create table answers_by_key (
    key integer not null primary key,
    office_id text not null,
    command_id text not null,
    input_hash text not null,
    output text not null,
    at integer not null,
    about_kind text,
    about_id text) strict`

const answersMoved = [
  // Its index and its triggers go with it.
  sql`drop table answers`,
  sql`alter table answers_by_key rename to answers`,
  sql`create index answers_about on answers (office_id, about_kind, about_id) where about_id is not null`,
  sql`create index answers_beyond on answers (office_id, command_id) where key < 0`,
  // What noted the changes of these rows went with their tables: another lineage makes a copy that follows take all again.
  sql`delete from changes`,
]
