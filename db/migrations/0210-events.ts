import { sql, type Kysely } from 'kysely'

/**
 * The events of a SQLite file by their number alone: it has one office. An append then goes to the end of the last page,
 * where a key of two columns had three pages balanced again every few events. Every stored byte stays, and the journal is as
 * append-only as before. PostgreSQL keeps several offices, each by its own numbers.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'postgres') return
  for (const statement of statements) await statement.execute(db)
}

/** Changes and deletions of events, refused. INSERT OR REPLACE deletes without firing the trigger of DELETE: hence the last one. */
export const eventTriggers: readonly string[] = [
  "create trigger events_no_update before update on events begin select raise(abort, 'the journal is append-only'); end",
  "create trigger events_no_delete before delete on events begin select raise(abort, 'the journal is append-only'); end",
  `create trigger events_no_replace before insert on events
    when exists (select 1 from events where seq = new.seq)
    begin select raise(abort, 'the journal is append-only'); end`,
]

const statements = [
  sql`create table events_by_number (
    office_id text not null,
    seq integer not null primary key,
    body text not null,
    hash text not null,
    type text generated always as (json_extract(body, '$.type')),
    at integer generated always as (json_extract(body, '$.at'))) strict`,
  sql`insert into events_by_number (office_id, seq, body, hash)
    select office_id, seq, body, hash from events order by office_id, seq`,
  // Its triggers go with it.
  sql`drop table events`,
  sql`alter table events_by_number rename to events`,
  ...eventTriggers.map((trigger) => sql.raw(trigger)),
]
