import { openJournal } from '../../db/open.ts'
import { journalSuite } from './journal.suite.ts'
import { ownFolder } from './folder.ts'

journalSuite('SQLite', async () => {
  const folder = ownFolder()
  const journal = await openJournal(folder)
  const reopen = async () => {
    await journal.close()
    return openJournal(folder)
  }
  return { journal, reopen }
})
