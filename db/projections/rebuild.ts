import type { OfficeId } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'
import { decode } from '../journal/rows.ts'
import { statements } from '../journal/statements.ts'
import type { Upcasters } from '../journal/upcaster.ts'
import { sqliteCompiler } from './compile.ts'
import { project, projectionVersion, readTables } from './project.ts'

/**
 * Makes the read tables again from the journal, in one transaction: the tables before, or the tables after.
 * @returns how many events were read
 */
export function rebuildProjections(db: Sqlite, steps?: Upcasters): number {
  const { of, run } = statements(db)
  const page = of('select office_id, seq, body from events where seq > ? order by seq limit 500')
  return db
    .transaction(() => {
      for (const table of readTables) of(`delete from ${table}`).run()
      let count = 0
      let after = 0
      // By pages: a statement that is being iterated keeps others from writing on the same connection.
      for (;;) {
        const rows = page.all(after) as { office_id: OfficeId; seq: number; body: string }[]
        for (const { office_id, body } of rows) {
          for (const query of project(sqliteCompiler, office_id, decode(body, steps))) run(query)
        }
        count += rows.length
        const last = rows.at(-1)
        if (!last) break
        after = last.seq
      }
      of('update projected set version = ?').run(projectionVersion)
      return count
    })
    .immediate()
}

/** Makes the read tables again when another version of the program made them, or none has yet. */
export function rebuildOlder(db: Sqlite): void {
  const version = db.prepare('select version from projected').pluck().get()
  if (version !== projectionVersion) rebuildProjections(db)
}
