import { sql, type Kysely } from 'kysely'

/**
 * What people consult of personal data, whatever it is and not files alone: by whom, from which station, of what, in ids.
 * The looks at files that were noted before are its first lines.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sqlite = engine === 'sqlite'
  const int = sqlite ? sql`integer` : sql`bigint`
  const strict = sqlite ? sql`strict, without rowid` : sql``
  await db.schema
    .createTable('consultations')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('consultation_id', 'text', (column) => column.notNull())
    .addColumn('at', int, (column) => column.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('consultations_key', ['office_id', 'consultation_id'])
    .modifyEnd(strict)
    .execute()
  await sql`insert into consultations (office_id, consultation_id, at, agent_id, station_id, what, about)
    select office_id, look_id, at, agent_id, station_id,
      case "by" when 'reference' then 'fileReference' when 'name' then 'fileName' else 'file' end, files
    from looks`.execute(db)
  await db.schema.dropTable('looks').execute()
  await db.schema.createIndex('consultations_at').on('consultations').columns(['office_id', 'at']).execute()
}
