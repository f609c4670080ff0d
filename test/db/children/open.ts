import { StorageError } from '../../../db/errors.ts'
import { holdFolder } from '../../../db/hold.ts'
import { openForReading, openJournal } from '../../../db/open.ts'

// Tries each way of opening each folder, and says what a person would read.
for (const folder of process.argv.slice(2))
  for (const [name, open] of Object.entries({ holdFolder, openJournal, openForReading })) {
    try {
      await open(folder)
      console.log(JSON.stringify({ name, code: 'opened' }))
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      console.log(JSON.stringify({ name, code: error.code, message: error.message }))
    }
  }
process.exit(0)
