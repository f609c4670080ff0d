import { StorageError } from '../../../db/errors.ts'
import { holdFolder } from '../../../db/hold.ts'

// Holds a folder until it is killed; says `held`, or why not.
const [folder = '', wait = '3000'] = process.argv.slice(2)
try {
  const hold = await holdFolder(folder, { wait: Number(wait) })
  hold.announce('http://127.0.0.1:4321')
  console.log('held')
  // One that nobody keeps is let go with its memory.
  setInterval(() => hold, 1000)
} catch (error) {
  if (!(error instanceof StorageError)) throw error
  console.log(JSON.stringify({ code: error.code, message: error.message }))
}
