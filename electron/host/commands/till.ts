import { resolve } from 'node:path'
import type { Sqlite } from '../../../db/connect.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import type { TillEntry } from '../../../shared/contract/till/books.ts'
import type { TillNote } from '../../../shared/domain/till/state.ts'
import { euros } from '../../../shared/messages/format/numbers.ts'
import { tillWords } from '../../../shared/messages/till/till.fr.ts'
import { describedFiles, isTaken, outputOf, storedDescribed } from '../documents/outFile.ts'
import { csv } from '../history/files.ts'
import { booksSheet, type Noted } from '../till/sheet.ts'
import { isBackwards, periodAsked } from './periodAsked.ts'
import { tillEventsOf, verifyBooks } from '../till/verify.ts'

const usage = `Usage : guichet till <commande>

  export DOSSIER --out FICHIER [--from AAAA-MM-JJ] [--to AAAA-MM-JJ] [--replace]
      écrit le journal de la régie en CSV, et sa description dans FICHIER.txt ; avec --replace, remplace ceux qui existent
  verify DOSSIER
      vérifie les écritures et les clôtures de la régie : la chaîne, les sommes, les numéros ; sort avec 0,
      ou avec 1 en nommant la première qui ne tient pas

Les colonnes du CSV (séparateur « ; », UTF-8 avec marque d’ordre, virgule décimale) :
${tillWords.export.describe()}
`

const misunderstood = (): number => {
  process.stderr.write(usage)
  return 2
}

/** `till export DIR --out FILE`, `till verify DIR`: the till's books as a file, and whether they hold. */
export async function till(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage)
    return 0
  }
  const [name, ...rest] = args
  if (name === 'export') return exportTill(rest)
  if (name === 'verify' && rest.length === 1 && rest[0]! !== '') return verifyTill(rest[0]!)
  return misunderstood()
}

async function exportTill(args: readonly string[]): Promise<number> {
  const options = periodAsked(args)
  if (options === undefined || isBackwards(options)) return misunderstood()
  const { folder, out, from, to, replace } = options
  if (isTaken(describedFiles(out), replace)) return 1
  const db = await openForReading(resolve(folder))
  try {
    const { entries, name, school } = booksOf(db)
    const noted = entries
      .filter(({ date }) => (from === null || date >= from) && (to === null || date <= to))
      .map((entry): Noted => ({ entry, note: noteOf(db, entry) }))
    const { header } = tillWords.export
    const described = header(name, from, to, noted.length)
    if (!(await storedDescribed(out, csv(booksSheet(noted, school)), described, replace))) return 1
    // The output asked for has the content alone.
    if (outputOf(out) !== process.stdout)
      process.stdout.write(`${JSON.stringify({ entries: noted.length, file: resolve(out) })}\n`)
    return 0
  } finally {
    db.close()
  }
}

/** The books of the journal itself, not of the tables made from it. */
function booksOf(db: Sqlite): {
  readonly entries: readonly TillEntry[]
  readonly name: string
  readonly school: boolean
} {
  const entries: TillEntry[] = []
  let name: string = tillWords.export.noName
  for (const { event } of tillEventsOf(db)) {
    if (event.type === 'tillEntered') entries.push(event.data)
    if (event.type === 'tillDeedSet') name = event.data.deed.name
  }
  const school = db
    .prepare(
      "select json_extract(body, '$.data.school') from events where type = 'officeCreated' order by seq limit 1",
    )
    .pluck()
    .get()
  return { entries, name, school: school === 1 }
}

function noteOf(db: Sqlite, { noteId }: TillEntry): TillNote | undefined {
  if (noteId === null) return undefined
  const value = db
    .prepare("select value from personal where kind = 'tillNote' and id = ?")
    .pluck()
    .get(noteId)
  return typeof value === 'string' ? (JSON.parse(value) as TillNote) : undefined
}

async function verifyTill(folder: string): Promise<number> {
  const db = await openForReading(resolve(folder))
  try {
    const chain = verifyChain(db)
    if (!chain.ok) return finish(`${chain.reason}`, 1)
    const found = verifyBooks(db)
    const { entry, closing, holds } = tillWords.verify
    if (found.ok) return finish(holds(found.entries, found.closings, euros(found.perpetual)), 0)
    return finish((found.is === 'entry' ? entry : closing)(found.number, found.fault), 1)
  } finally {
    db.close()
  }
}

const finish = (sentence: string, code: number): number => {
  process.stdout.write(`${sentence}\n`)
  return code
}
