import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { openPostgresJournal } from '../../db/postgres/open.ts'
import type { OfficeId } from '../../shared/contract/ids.ts'
import { usePostgres, type Postgres } from '../runtime/postgres.ts'
import { journalSuite } from './journal.suite.ts'

let postgres: Postgres
let made: string
beforeAll(async () => {
  postgres = await usePostgres()
  made = await postgres.database()
  await (await place(made)()).close()
})
afterAll(() => postgres.stop())

/** A host's folder, as far as the journal knows it. */
function place(url: string) {
  const kept: { office: OfficeId | undefined; born: boolean } = { office: undefined, born: false }
  return () =>
    openPostgresJournal(url, {
      ...kept,
      publicKey: 'cle',
      holder: 'hote',
      keep: (office, born) => Object.assign(kept, { office, born }),
    })
}

journalSuite('PostgreSQL', async () => {
  const open = place(await postgres.database(made))
  let journal = await open()
  onTestFinished(() => journal.close())
  const reopen = async () => {
    await journal.close()
    journal = await open()
    return journal
  }
  return { journal, reopen }
})
