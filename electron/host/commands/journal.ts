import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyAnchored } from '../../../db/journal/anchored.ts'
import type { Verification } from '../../../db/journal/verification.ts'
import { reopenFolder } from '../../../db/moved.ts'
import { openForReading } from '../../../db/open.ts'
import { isPostgres } from '../../../db/postgres/address.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { shortCodeOf } from '../../../shared/documents/seal.ts'
import { codeSaid, comparedSaid, rowSaid } from '../../../shared/messages/backup/journal.fr.ts'
import { ledgerIn } from '../backup/ledgerFound.ts'
import { keyIn, signedIn, zoneIn } from '../backup/verify.ts'

const misused = (usage: string): number => {
  process.stderr.write(`Usage : guichet ${usage}\n`)
  return 2
}

type Arguments = {
  readonly places: readonly string[]
  readonly office?: string
  readonly role?: string
  readonly again?: boolean
  readonly code?: string
}

/** What the command's words say; undefined when they aren't so many places. */
function argumentsIn(args: readonly string[], places: number): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        office: { type: 'string' },
        role: { type: 'string' },
        again: { type: 'boolean' },
        code: { type: 'string' },
      },
      allowPositionals: true,
    })
    return positionals.length === places && positionals.every((place) => place !== '')
      ? { places: positionals, ...values }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * `journal verify PLACE [--code CODE]`: the whole chain, and how many events it has, or the first event that breaks it; whether it
 * is what was signed of it, and was what a paper's code says.
 */
export async function verifyJournal(args: readonly string[]): Promise<number> {
  const what = argumentsIn(args, 1)
  const [place] = what?.places ?? []
  if (!what || place === undefined)
    return misused('journal verify DOSSIER [--code CODE]   ou   journal verify postgres://… [--office ID]')
  if (isPostgres(place)) {
    const { chain, compared, zone } = await (await inDatabase()).verify(place, what.office)
    if (reportVerification(chain) !== 0) return 1
    process.stdout.write(`${rowSaid(compared, zone)}\n`)
    return compared === null || compared.is === 'sound' ? 0 : 1
  }
  const folder = resolve(place)
  const db = await openForReading(folder)
  try {
    const all = await signedIn(folder, keyIn(folder, db))
    const { chain, compared } = verifyAnchored(db, all)
    if (reportVerification(chain) !== 0) return 1
    process.stdout.write(`${comparedSaid(compared, all.length, zoneIn(db))}\n`)
    const ledger = await ledgerSound(folder, db)
    const isThere = what.code === undefined || saidCode(what.code, codeAt(db, what.code))
    return compared.is === 'sound' && ledger && isThere ? 0 : 1
  } finally {
    db.close()
  }
}

// The driver is read when a database is named: a folder needs none of it.
const inDatabase = () => import('./journalDatabase.ts')

/** Says how the ledger beside the backups stands; false where somebody else wrote in it, or took from it. */
async function ledgerSound(folder: string, db: Sqlite): Promise<boolean> {
  const found = await ledgerIn(folder, keyIn(folder, db), db)
  if (found === null) return true
  process.stdout.write(`${found.sentence}\n`)
  return found.is !== 'forged' && found.is !== 'lacking'
}

/** The event of a code that a paper shows; undefined where the journal never was what it says. */
function codeAt(db: Sqlite, code: string): number | undefined {
  const wanted = code.toUpperCase().replaceAll(/[\s-]/g, '')
  const rows = db.prepare('select seq, hash from events order by seq').raw()
  for (const [seq, hash] of rows.iterate() as Iterable<readonly [number, string]>)
    if (shortCodeOf(hash).replace('-', '') === wanted) return seq
  return undefined
}

function saidCode(code: string, seq: number | undefined): boolean {
  process.stdout.write(`${codeSaid(code, seq)}\n`)
  return seq !== undefined
}

/** Prints what was found. @returns the command's exit code */
function reportVerification(found: Verification): number {
  process.stdout.write(
    found.ok
      ? `Journal vérifié : ${found.count} événements, la chaîne tient.\n`
      : `Journal rompu à l’événement ${found.seq} : ${found.reason}\n`,
  )
  return found.ok ? 0 : 1
}

/** `journal show PLACE`: one JSON line for each event, as stored, with its hash. */
export async function showJournal(args: readonly string[]): Promise<number> {
  const what = argumentsIn(args, 1)
  const [place] = what?.places ?? []
  if (!what || place === undefined) return misused('journal show DOSSIER|postgres://… [--office ID]')
  // A reader who has seen enough (`| head`) closes the pipe: that is no fault.
  process.stdout.on('error', () => process.exit(0))
  if (isPostgres(place)) {
    await (await inDatabase()).show(place, what.office, ({ body, hash }) => writeLine(body, hash))
    return 0
  }
  const db = await openForReading(resolve(place))
  try {
    const rows = db.prepare('select body, hash from events order by seq').raw()
    for (const [body, hash] of rows.iterate() as Iterable<readonly [body: string, hash: string]>)
      await writeLine(body, hash)
    return 0
  } finally {
    db.close()
  }
}

async function writeLine(body: string, hash: string): Promise<void> {
  const line = `${body.slice(0, -1)},"hash":${JSON.stringify(hash)}}\n`
  if (!process.stdout.write(line)) await once(process.stdout, 'drain')
}

/** `journal copy FROM TO`: an office moves between a folder and a database, with all that it keeps. */
export async function copyJournal(args: readonly string[]): Promise<number> {
  const what = argumentsIn(args, 2)
  const [from, to] = what?.places ?? []
  if (!what || from === undefined || to === undefined || isPostgres(from) === isPostgres(to))
    return misused(
      'journal copy DOSSIER postgres://… [--again]   ou   journal copy postgres://… DOSSIER [--office ID] [--again]',
    )
  const { toDatabase, toFolder } = await inDatabase()
  const { head, rows } = isPostgres(to)
    ? await toDatabase(resolve(from), to, what.again === true)
    : await toFolder(from, what.office, resolve(to), what.again === true)
  const beside = Object.entries(rows)
    .filter(([table, count]) => count > 0 && table !== 'events' && table !== 'head')
    .map(([table, count]) => `${table} ${count}`)
  process.stdout.write(
    `Journal copié et vérifié : ${head.seq} événements, la chaîne tient (${head.hash.slice(0, 16)}…).\n` +
      (beside.length > 0 ? `À côté : ${beside.join(', ')}.\n` : '') +
      'L’office continue là-bas : aucun hôte ne démarre plus d’ici (« guichet journal reopen » y revient).\n' +
      'La clé (office.key) et les autres fichiers du dossier de l’hôte se copient avec lui.\n',
  )
  return 0
}

/** `journal reopen PLACE`: an office that was copied elsewhere is worked on here again, as it was then. */
export async function reopenJournal(args: readonly string[]): Promise<number> {
  const what = argumentsIn(args, 1)
  const [place] = what?.places ?? []
  if (!what || place === undefined) return misused('journal reopen DOSSIER|postgres://… [--office ID]')
  const was = isPostgres(place)
    ? await (await inDatabase()).reopen(place, what.office)
    : await reopenFolder(resolve(place))
  process.stdout.write(
    was
      ? 'L’office reprend ici, tel qu’il était à la copie : ne lancez plus la copie, ce qui y a été fait depuis n’est pas ici.\n'
      : 'Cet office n’a pas été déplacé : rien n’a été changé.\n',
  )
  return 0
}

/** `journal roles URL`: the SQL that makes the account of a host, with the least rights. */
export async function journalRoles(args: readonly string[]): Promise<number> {
  const what = argumentsIn(args, 1)
  const [place] = what?.places ?? []
  if (!what || place === undefined || !isPostgres(place))
    return misused('journal roles postgres://… [--office ID] [--role COMPTE]')
  process.stdout.write(await (await inDatabase()).roles(place, what.role, what.office))
  return 0
}

/** `journal migrate URL`: the database is brought up to this version, by the account to which it belongs. */
export async function migrateJournal(args: readonly string[]): Promise<number> {
  const [place] = argumentsIn(args, 1)?.places ?? []
  if (place === undefined || !isPostgres(place)) return misused('journal migrate postgres://…')
  await (await inDatabase()).migrate(place)
  process.stdout.write('La base a les tables de cette version.\n')
  return 0
}
