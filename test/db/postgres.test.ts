import { afterAll, beforeAll } from 'vitest'
import { usePostgres, type Postgres } from '../runtime/postgres.ts'
import { journalSuite } from './journal.suite.ts'
import { migrated } from './postgresMade.ts'
import { hostOf } from './postgresPlace.ts'

let postgres: Postgres
let made: string
beforeAll(async () => {
  postgres = await usePostgres()
  made = await migrated(postgres)
})
afterAll(() => postgres.stop())

journalSuite('PostgreSQL', async () => {
  const open = hostOf(await postgres.database(made))
  const journal = await open()
  const reopen = async () => {
    await journal.close()
    return open()
  }
  return { journal, reopen }
})
