import type { OfficeId } from '../../shared/contract/ids.ts'
import { decode } from '../journal/rows.ts'
import { postgresCompiler } from '../projections/compile.ts'
import { project, projectionVersion, readTables } from '../projections/project.ts'
import { queryOf } from './append.ts'
import { postgresError } from './errors.ts'
import { sent, type Query, type Server } from './server.ts'

const versionOf = 'select version from projected where office_id = $1'
const page = 'select seq, body from events where office_id = $1 and seq > $2 order by seq limit 500'
const made = `insert into projected (office_id, version) values ($1, $2)
  on conflict (office_id) do update set version = excluded.version`

/**
 * Makes the read tables of one office again when another version of the program made them, or none has yet: in one
 * transaction, while the other hosts' appends wait at the head's row.
 */
export async function rebuildOlder(server: Server, office: OfficeId): Promise<void> {
  const [found] = await server.ask<{ version: number }>({ text: versionOf, values: [office] })
  if (found?.version === projectionVersion) return
  const connection = await server.connect()
  const send = (queries: readonly Query[]) => sent(connection, queries)
  try {
    await send([{ text: 'begin' }])
    await send([{ text: 'select 1 from head where office_id = $1 for update', values: [office] }])
    // Another host may have made them while this one waited.
    const [[again] = []] = await send([{ text: versionOf, values: [office] }])
    if (again?.['version'] !== projectionVersion) {
      await send(
        readTables.map((table) => ({ text: `delete from ${table} where office_id = $1`, values: [office] })),
      )
      for (let after = 0; ;) {
        const [rows = []] = await send([{ text: page, values: [office, after] }])
        for (const { body } of rows)
          await send(project(postgresCompiler, office, decode(body as string)).map(queryOf))
        const last = rows.at(-1)
        if (!last) break
        after = last['seq'] as number
      }
      await send([{ text: made, values: [office, projectionVersion] }])
    }
    await send([{ text: 'commit' }])
  } catch (cause) {
    throw postgresError(cause, server.name)
  } finally {
    await connection.end().catch(() => {})
  }
}
