import { sql, type Kysely } from 'kysely'

/** The journal: events that nothing can change, and the head that each append moves. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  // PostgreSQL's own JSON functions refuse a text that holds the escape \u0000; the body is canonical, so that
  // `at` is always its first member, and `type` the last but two, before the flat `who`.
  const type = sqlite
    ? sql`json_extract(body, '$.type')`
    : sql`substring(body from '"type":"([^"]*)","v":[0-9]+,"who":[{][^{}]*[}][}]$')`
  const at = sqlite
    ? sql`json_extract(body, '$.at')`
    : sql`(substring(body from '^[{]"at":([0-9]+)'))::bigint`
  await db.schema
    .createTable('events')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) =>
      sqlite ? column.generatedAlwaysAs(type) : column.generatedAlwaysAs(type).stored(),
    )
    .addColumn('at', int, (column) =>
      sqlite ? column.generatedAlwaysAs(at) : column.generatedAlwaysAs(at).stored(),
    )
    .addPrimaryKeyConstraint('events_key', ['office_id', 'seq'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('head')
    .addColumn('office_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .modifyEnd(strict)
    .execute()
  for (const statement of sqlite ? sqliteTriggers : postgresTriggers) await statement.execute(db)
}

/** Changes and deletions of events, refused. INSERT OR REPLACE deletes without firing the trigger of DELETE: hence the last one. */
export const eventTriggers: readonly string[] = [
  "create trigger events_no_update before update on events begin select raise(abort, 'the journal is append-only'); end",
  "create trigger events_no_delete before delete on events begin select raise(abort, 'the journal is append-only'); end",
  `create trigger events_no_replace before insert on events
    when exists (select 1 from events where office_id = new.office_id and seq = new.seq)
    begin select raise(abort, 'the journal is append-only'); end`,
]

const sqliteTriggers = eventTriggers.map((trigger) => sql.raw(trigger))

const postgresTriggers = [
  sql`create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the journal is append-only'; end $$`,
  sql`create trigger events_no_change before update or delete on events for each row execute function refuse_change()`,
  sql`create trigger events_no_truncate before truncate on events for each statement execute function refuse_change()`,
]
