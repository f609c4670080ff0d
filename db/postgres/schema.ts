import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { latestVersion, migrate } from '../migrations/migrate.ts'
import { codeOf } from '../errors.ts'
import { postgresError, postgresTrouble } from './errors.ts'
import { parted } from './connection.ts'
import type { Server } from './server.ts'

/** « GUIC »: the advisory lock held while the tables are migrated; other hosts wait for it, then find them migrated. */
const schemaLock = 0x47554943

/**
 * Brings the database up to the schema of this program: two hosts that start together do it once.
 * @param mayMigrate migrates an older or empty schema; when false, it throws instead
 * @throws StorageError with the sentence to show
 */
export async function bringUp(server: Server, mayMigrate = true): Promise<void> {
  const found = await schemaOf(server)
  if (found.version > latestVersion) throw postgresTrouble('newerSchema', server.name)
  if (isWhole(found)) return
  if (!mayMigrate) {
    if (found.version === latestVersion) return
    throw postgresTrouble(found.version === 0 ? 'missing' : 'olderSchema', server.name)
  }
  const connection = await server.connect()
  try {
    const db = onlyOn(connection)
    await sql`select pg_advisory_lock(${schemaLock})`.execute(db)
    if (isWhole(await schemaOf(server))) return
    await migrate(db, 'postgres')
    await sql.raw(protecting).execute(db)
  } catch (cause) {
    if (codeOf(cause) === '42501') throw postgresTrouble('olderSchema', server.name, cause)
    throw postgresError(cause, server.name)
  } finally {
    // Closing the connection releases the lock.
    await parted(connection)
  }
}

type SchemaState = {
  /** 0 in an empty database. */
  readonly version: number
  /** Tables without row-level security: a migration was cut after it made them and before it protected them. */
  readonly unprotected: number
}

const isWhole = ({ version, unprotected }: SchemaState): boolean =>
  version === latestVersion && unprotected === 0

async function schemaOf(server: Server): Promise<SchemaState> {
  const [found] = await server.ask<{ table: string | null; others: number; unprotected: number }>({
    text: `select to_regclass('schema_version')::text as table,
      (select count(*) from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace) as others,
      (select count(*) ${unprotectedTables}) as unprotected`,
  })
  if (!found?.table) {
    if (found && found.others > 0) throw postgresTrouble('notOurs', server.name)
    return { version: 0, unprotected: 0 }
  }
  const [row] = await server.ask<{ version: number | null }>({
    text: 'select max(version) as version from schema_version',
  })
  return { version: row?.version ?? 0, unprotected: found.unprotected }
}

/** A Kysely on one connection, which it doesn't end. */
function onlyOn(connection: pg.Client): Kysely<unknown> {
  const only = Object.assign(connection, { release: () => {} }) as unknown as pg.PoolClient
  const pool = { connect: () => Promise.resolve(only), end: () => Promise.resolve() } as unknown as pg.Pool
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}

/** The tables that have an office column and no row-level security policy. */
const unprotectedTables = `from pg_class c join pg_attribute a on a.attrelid = c.oid
    where a.attname = 'office_id' and not a.attisdropped and c.relkind = 'r'
      and c.relnamespace = current_schema()::regnamespace
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'own_office')`

/**
 * Row-level security on every table that has an office, those of later migrations too: a role that isn't the tables' owner
 * reads and writes the rows of its own offices only, whatever it asks.
 */
const protecting = `do $$
declare t name;
begin
  for t in select c.relname ${unprotectedTables}
  loop
    execute format('alter table %I enable row level security', t);
    if t = 'office_roles' then
      execute format('create policy own_office on %I for select using (role = current_user)', t);
    else
      execute format('create policy own_office on %I using (office_id in (select office_id from office_roles where role = current_user))', t);
    end if;
  end loop;
end $$`
