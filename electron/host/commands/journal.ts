import { once } from 'node:events'
import { resolve } from 'node:path'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'

const folderOf = (args: readonly string[]): string | undefined =>
  args.length === 1 && args[0] !== '' ? args[0] : undefined

const misused = (usage: string): number => {
  process.stderr.write(`Usage : npm run -s guichet -- ${usage}\n`)
  return 2
}

/** `journal verify DIR`: the whole chain, and how many events it has; or the first event that breaks it. */
export async function verifyJournal(args: readonly string[]): Promise<number> {
  const folder = folderOf(args)
  if (folder === undefined) return misused('journal verify DOSSIER')
  const db = await openForReading(resolve(folder))
  try {
    const found = verifyChain(db)
    process.stdout.write(
      found.ok
        ? `Journal vérifié : ${found.count} événements, la chaîne tient.\n`
        : `Journal rompu à l’événement ${found.seq} : ${found.reason}\n`,
    )
    return found.ok ? 0 : 1
  } finally {
    db.close()
  }
}

/** `journal show DIR`: one JSON line for each event, as stored, with its hash. */
export async function showJournal(args: readonly string[]): Promise<number> {
  const folder = folderOf(args)
  if (folder === undefined) return misused('journal show DOSSIER')
  const db = await openForReading(resolve(folder))
  // A reader who has seen enough (`| head`) closes the pipe: that is no fault.
  process.stdout.on('error', () => process.exit(0))
  try {
    const rows = db.prepare('select body, hash from events order by office_id, seq').raw()
    for (const row of rows.iterate() as Iterable<readonly [body: string, hash: string]>) {
      const line = `${row[0].slice(0, -1)},"hash":${JSON.stringify(row[1])}}\n`
      if (!process.stdout.write(line)) await once(process.stdout, 'drain')
    }
    return 0
  } finally {
    db.close()
  }
}
