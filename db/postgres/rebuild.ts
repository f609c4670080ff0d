import type { OfficeId } from '../../shared/contract/ids.ts'
import { decode } from '../journal/rows.ts'
import { postgresCompiler } from '../projections/compile.ts'
import { project, projectionVersion, readTables } from '../projections/project.ts'
import { queryOf } from './append.ts'
import { parted } from './connection.ts'
import { sent, type Query, type Server } from './server.ts'

const versionOf = 'select version from projected where office_id = $1'
/** Events replayed between two looks at the head: fewer are left when it is held. */
const enough = 500
const page = `select seq, body from events where office_id = $1 and seq > $2 order by seq limit ${enough}`
const noteVersion = `insert into projected (office_id, version) values ($1, $2)
  on conflict (office_id) do update set version = excluded.version`

export type RebuildOptions = {
  /** Called between two batches, while nothing is held. */
  readonly between?: () => Promise<void>
}

/**
 * Makes the read tables of one office again when another version of the program made them, or none has yet. They are made
 * beside, in tables of this connection alone, from the events as they are; the head is held, and the other hosts' appends wait,
 * only for the last events and while the rows take the place of the former ones, which is one transaction.
 */
export async function rebuildOlder(
  server: Server,
  office: OfficeId,
  { between = () => Promise.resolve() }: RebuildOptions = {},
): Promise<void> {
  const [found] = await server.ask<{ version: number }>({ text: versionOf, values: [office] })
  if (found?.version === projectionVersion) return
  const connection = await server.connect()
  const send = (queries: readonly Query[]) => sent(connection, queries)
  /** Replays the events after `after`, `enough` at most. @returns the last one's place, and whether it is the end */
  const replay = async (after: number): Promise<{ readonly after: number; readonly last: boolean }> => {
    const [rows = []] = await send([{ text: page, values: [office, after] }])
    for (const { body } of rows)
      await send(project(postgresCompiler, office, decode(body as string)).map(queryOf))
    return { after: (rows.at(-1)?.['seq'] as number | undefined) ?? after, last: rows.length < enough }
  }
  try {
    // One host at a time makes them; the next one finds them made.
    await send([{ text: 'select pg_advisory_lock(hashtextextended($1, 83))', values: [office] }])
    const [[schema] = []] = await send([{ text: 'select quote_ident(current_schema()) as name' }])
    const real = String(schema?.['name'])
    // A name without its schema is now the table made beside, for this connection.
    await send(
      readTables.map((table) => ({
        text: `create temporary table ${table} (like ${real}.${table} including all)`,
      })),
    )
    let after = 0
    for (;;) {
      await send([{ text: 'begin' }])
      const done = await replay(after)
      await send([{ text: 'commit' }])
      after = done.after
      await between()
      if (done.last) break
    }
    // From here on the other hosts wait: this one is not waited for if it says nothing more.
    await send([{ text: 'begin' }, { text: "set local idle_in_transaction_session_timeout = '60s'" }])
    await send([{ text: 'select 1 from head where office_id = $1 for update', values: [office] }])
    const [[again] = []] = await send([{ text: versionOf, values: [office] }])
    if (again?.['version'] !== projectionVersion) {
      for (let last = false; !last;) ({ after, last } = await replay(after))
      for (const table of readTables)
        await send([
          { text: `delete from ${real}.${table} where office_id = $1`, values: [office] },
          { text: `insert into ${real}.${table} select * from pg_temp.${table}` },
        ])
      await send([{ text: noteVersion, values: [office, projectionVersion] }])
    }
    await send([{ text: 'commit' }])
  } catch (cause) {
    throw await server.trouble(cause)
  } finally {
    // Closing the connection releases the lock and drops the temporary tables.
    await parted(connection)
  }
}
