import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { StorageError } from '../../../db/errors.ts'
import { holdFolder } from '../../../db/hold.ts'
import { journalFile, openForReading } from '../../../db/open.ts'
import { keyCli, keyTrouble } from '../../../shared/messages/office/key.fr.ts'
import { failed } from '../documents/folder.ts'
import { officeBorn } from '../../../db/backup/check.ts'
import { recoverKey } from '../office/keyKeeping.ts'
import { StartError } from '../core/startError.ts'

const usage = `Usage : guichet key recover DOSSIER

  Remet la clé de l’office dans un dossier copié d’une autre machine, à partir de sa copie (office.key.age) et de la
  clé de récupération imprimée quand elle a été protégée, lue sur l’entrée standard (AGE-SECRET-KEY-1…).`

/** `key recover DIR`: the office's key, out of its copy, by the recovery key on the standard input. */
export async function recoverOfficeKey(args: readonly string[]): Promise<number> {
  const [folder = '', ...more] = args
  if (folder === '' || folder.startsWith('-') || more.length > 0) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const dir = resolve(folder)
  if (!existsSync(dir)) return failed(keyTrouble.noCopy)
  // A host that runs has its key open, and may be protecting it. One that was killed holds nothing, whatever it left there:
  // a folder saved from a machine that fell is the very case.
  const hold = await holdFolder(dir, { wait: 0 }).catch((error: unknown) => {
    if (error instanceof StorageError && error.code === 'held') return undefined
    throw error
  })
  if (!hold) return failed(keyTrouble.running)
  if (process.stdin.isTTY) process.stderr.write(`${keyCli.ask}\n`)
  try {
    await recoverKey(dir, (await text(process.stdin)).trim(), await expectedKey(dir))
  } catch (error) {
    if (error instanceof StartError) return failed(error.message)
    throw error
  } finally {
    await hold.release()
  }
  process.stdout.write(`${keyCli.recovered}\n`)
  return 0
}

/** The public key that the journal's office was created with; undefined where the folder has none. */
async function expectedKey(dir: string): Promise<string | undefined> {
  if (!existsSync(journalFile(dir))) return undefined
  const db = await openForReading(dir)
  try {
    return officeBorn(db)?.publicKey
  } finally {
    db.close()
  }
}
