import { afterAll, beforeAll } from 'vitest'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { journalSuite, type OpenJournal } from '../journal/journal.suite.ts'
import { journalRowsSuite } from '../journal/rows.suite.ts'
import { journalTablesSuite } from '../journal/tables.suite.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'

let postgres: Postgres
let made: string
beforeAll(async () => {
  postgres = await usePostgres()
  made = await migrated(postgres)
})
afterAll(() => postgres.stop())

const open: OpenJournal = async () => {
  const host = hostOf(await postgres.database(made))
  const journal = await host()
  const reopen = async () => {
    await journal.close()
    return host()
  }
  return { journal, reopen }
}

for (const suite of [journalSuite, journalRowsSuite, journalTablesSuite]) suite('PostgreSQL', open)
