import { sql, type Kysely } from 'kysely'

/**
 * What the figures of a waiting room need of each visit, call and request ended; what an act replaced, until it can't be taken
 * back any more; and which version of the projections made the read tables, 0 asking for another making.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const real = sqlite ? sql`real` : sql`double precision`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  const texts = ['priority', 'channel', 'how', 'fault']
  const instants = ['first_called_at', 'absent_at', 'parked_at', 'interrupted_at']
  const seconds = ['announced_p50', 'announced_p90']
  const zeros = ['arrangement', 'appointment', 'by_hand', 'away_ms', 'interrupted_ms']
  const kinds = [
    [texts, sql`text`] as const,
    [[...instants, ...seconds], int] as const,
    [['sure'], real] as const,
  ]
  for (const [names, type] of kinds)
    for (const name of names) await db.schema.alterTable('visits').addColumn(name, type).execute()
  for (const [name, usual] of [...zeros.map((zero) => [zero, 0] as const), ['requests', 1] as const])
    await db.schema
      .alterTable('visits')
      .addColumn(name, int, (column) => column.notNull().defaultTo(sql.lit(usual)))
      .execute()
  await db.schema.createIndex('visits_taken').on('visits').columns(['office_id', 'taken_at']).execute()
  // Partial: only the day's visits know their counter.
  await db.schema
    .createIndex('visits_counter')
    .on('visits')
    .columns(['counter_id'])
    .where(sql.ref('counter_id'), 'is not', null)
    .execute()

  await db.schema
    .createTable('calls')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('overtaken', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('calls_key', ['office_id', 'seq'])
    .modifyEnd(strict)
    .execute()
  // Partial: most calls overtake nobody.
  await db.schema
    .createIndex('calls_overtaking')
    .on('calls')
    .columns(['office_id', 'at'])
    .where(sql.ref('overtaken'), '>', sql.lit(0))
    .execute()

  await db.schema
    .createTable('endings')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('endings_key', ['office_id', 'seq'])
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('endings_at').on('endings').columns(['office_id', 'at']).execute()

  await db.schema
    .createTable('visits_before')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('visit_id', 'text')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('procedure_id', 'text')
    .addColumn('called_at', int)
    .addColumn('first_called_at', int)
    .addColumn('started_at', int)
    .addColumn('ended_at', int)
    .addColumn('absent_at', int)
    .addColumn('parked_at', int)
    .addColumn('away_ms', int, (column) => column.notNull())
    .addColumn('counter_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('fault', 'text')
    .addPrimaryKeyConstraint('visits_before_key', ['office_id', 'seq'])
    .modifyEnd(strict)
    .execute()

  await db.schema
    .createTable('projected')
    .addColumn('version', int, (column) => column.notNull())
    .modifyEnd(sqlite ? sql`strict` : sql``)
    .execute()
  await sql`insert into projected (version) values (0)`.execute(db)
}
