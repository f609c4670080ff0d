import { openJournal } from '../../db/open.ts'
import { journalSuite, type OpenJournal } from './journal/journal.suite.ts'
import { journalRowsSuite } from './journal/rows.suite.ts'
import { journalTablesSuite } from './journal/tables.suite.ts'
import { ownFolder } from './folder.ts'

const open: OpenJournal = async () => {
  const folder = ownFolder()
  const journal = await openJournal(folder)
  const reopen = async () => {
    await journal.close()
    return openJournal(folder)
  }
  return { journal, reopen }
}

for (const suite of [journalSuite, journalRowsSuite, journalTablesSuite]) suite('SQLite', open)
