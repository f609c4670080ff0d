import { sql, type Kysely } from 'kysely'

/**
 * Fewer pages written by each act: the visits of the day lie in a table of their own, without the indexes that find those of
 * all days, and what an act counts lies with what it replaced, in one line. Once the day is closed they go to the tables of all
 * days. All are made again from the journal at the opening.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  await db.schema.dropTable('visits_before').execute()

  let visits = db.schema
    .createTable('visits_day')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('taken_at', int, (column) => column.notNull())
    .addColumn('sure', sqlite ? sql`real` : sql`double precision`)
  for (const name of [...lifeTexts, 'code', 'priority', 'channel', 'how'])
    visits = visits.addColumn(name, 'text')
  for (const name of [...lifeInstants, 'announced_p50', 'announced_p90', 'interrupted_at'])
    visits = visits.addColumn(name, int)
  for (const [name, usual] of numbers)
    visits = visits.addColumn(name, int, (column) => column.notNull().defaultTo(sql.lit(usual)))
  await visits
    .addPrimaryKeyConstraint('visits_day_key', ['office_id', 'ticket_id'])
    .modifyEnd(sqlite ? sql`strict, without rowid` : sql``)
    .execute()

  let acts = db.schema
    .createTable('acts_day')
    .addColumn('office_id', 'text', (column) => column.notNull())
    // In a file, which has one office, it is the place in the table: each act is appended at its end.
    .addColumn('seq', int, (column) => (sqlite ? column.notNull().primaryKey() : column.notNull()))
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('overtaken', int)
    .addColumn('ended', 'text')
  for (const name of [...lifeTexts, 'service_id', 'state']) acts = acts.addColumn(name, 'text')
  for (const name of [...lifeInstants, 'away_ms']) acts = acts.addColumn(name, int)
  if (!sqlite) acts = acts.addPrimaryKeyConstraint('acts_day_key', ['office_id', 'seq'])
  await acts.modifyEnd(sqlite ? sql`strict` : sql``).execute()
}

const lifeTexts = ['visit_id', 'procedure_id', 'counter_id', 'outcome', 'fault']
const lifeInstants = ['called_at', 'first_called_at', 'started_at', 'ended_at', 'absent_at', 'parked_at']
const numbers = [
  ['arrangement', 0],
  ['appointment', 0],
  ['by_hand', 0],
  ['away_ms', 0],
  ['interrupted_ms', 0],
  ['requests', 1],
] as const
