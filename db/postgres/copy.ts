import { rm, stat } from 'node:fs/promises'
import type { OfficeId } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'
import { StorageError } from '../errors.ts'
import { holdFolder } from '../hold.ts'
import { answerPlace, given } from '../journal/answers.ts'
import type { Head } from '../journal/port.ts'
import { statements } from '../journal/statements.ts'
import type { Verification } from '../journal/verification.ts'
import { verifyChain } from '../journal/verify.ts'
import { markMoved, refuseMoved } from '../moved.ts'
import { journalFile, openDatabase, openForReading } from '../open.ts'
import { readTables } from '../projections/project.ts'
import { rebuildProjections } from '../projections/rebuild.ts'
import { claiming } from './append.ts'
import { markMoved as markMovedOffice, refuseMoved as refuseMovedOffice } from './moved.ts'
import { noneAttends } from './notices.ts'
import { rebuildOlder } from './rebuild.ts'
import { parted } from './connection.ts'
import { sent, type Query, type Send, type Server } from './server.ts'
import { atOneMoment, verifyStored } from './stored.ts'

type Cell = string | number | null
type Row = Readonly<Record<string, unknown>>
type Columns = { readonly table: string; readonly columns: readonly string[] }

/** Made again from the journal, or of one engine's own hosts. */
const left: ReadonlySet<string> = new Set([
  ...readTables,
  'projected',
  'personal_changes',
  'office_roles',
  'moved_offices',
])

const batch = 200

export type CopyOptions = {
  /** Copies once more an office that was copied already. */
  readonly again?: boolean
  /** Milliseconds, UTC. */
  readonly now?: () => number
}

/** What was copied: up to which event, and how many rows of each table. */
export type Copied = { readonly head: Head; readonly rows: Readonly<Record<string, number>> }

const busy = (name: string) =>
  new StorageError(
    'held',
    `Un hôte de cet office travaille sur la base « ${name} ». Arrêtez-le, puis recommencez : ce qu’il écrirait pendant la copie manquerait.`,
  )
const taken = (name: string) =>
  new StorageError(
    'held',
    `« ${name} » a déjà un journal : rien n’y a été changé. Choisissez une destination vide.`,
  )
const rotten = (found: Verification & { ok: false }) =>
  new StorageError('corrupt', `Rien n’a été copié : le journal ne tient pas. ${found.reason}`)

/**
 * Copies the office of a folder into a database: events byte for byte, and all that is kept beside them; what is made from
 * the events is made again. One transaction: all of it, found to hold, or nothing. The folder then says where its office went.
 * @throws StorageError when a host works on the folder, when the database has this office, when a chain doesn't hold
 */
export async function copyToPostgres(
  folder: string,
  server: Server,
  { again = false, now = Date.now }: CopyOptions = {},
): Promise<Copied> {
  const hold = await holdFolder(folder, { wait: 0 })
  try {
    const db = await openForReading(folder)
    try {
      const office = officeIn(db)
      const found = verifyChain(db)
      if (!found.ok) throw rotten(found)
      if (!again) refuseMoved(folder)
      const copied = await written(server, office, db, found.head)
      await rebuildOlder(server, office)
      await markMoved(folder, `${server.name}, office ${office}`, now())
      return copied
    } finally {
      db.close()
    }
  } finally {
    await hold.release()
  }
}

async function written(server: Server, office: OfficeId, db: Sqlite, head: Head): Promise<Copied> {
  const connection = await server.connect()
  const send = (queries: readonly Query[]) => sent(connection, queries)
  try {
    await send([{ text: 'begin' }])
    await send([claiming(office)])
    const [[there] = []] = await send([{ text: 'select 1 from head where office_id = $1', values: [office] }])
    if (there) throw taken(`${server.name}, office ${office}`)
    const rows: Record<string, number> = {}
    for (const { table, columns } of await common(send, db)) {
      const kept = table === 'answers' ? ` and ${given}` : ''
      const all = db.prepare(`select ${columns.join(', ')} from ${table} where office_id = ?${kept}`).raw()
      let waiting: Cell[][] = []
      rows[table] = 0
      const flush = async () => {
        if (waiting.length > 0)
          await connection.query(insertion(table, columns, waiting.length), waiting.flat())
        rows[table]! += waiting.length
        waiting = []
      }
      for (const row of all.iterate(office) as Iterable<Cell[]>)
        if (waiting.push(row) === batch) await flush()
      await flush()
    }
    const found = await verifyStored(send, office)
    if (!found.ok || found.head.hash !== head.hash)
      throw new StorageError('corrupt', `La copie ne tient pas : rien n’a été gardé dans « ${server.name} ».`)
    await send([{ text: 'commit' }])
    return { head, rows }
  } catch (cause) {
    throw await server.trouble(cause)
  } finally {
    await parted(connection)
  }
}

/** « values ($1, $2), ($3, $4) » for so many rows. */
function insertion(table: string, columns: readonly string[], count: number): string {
  const row = (at: number) =>
    `(${columns.map((_, index) => `$${at * columns.length + index + 1}`).join(', ')})`
  return `insert into ${table} (${columns.join(', ')}) values ${Array.from({ length: count }, (_, at) => row(at)).join(', ')}`
}

/**
 * Copies one office of a database into an empty folder, in the same way.
 * @throws StorageError when a host of the office works, when the folder has a journal, when a chain doesn't hold
 */
export async function copyToFolder(
  server: Server,
  office: OfficeId,
  folder: string,
  { again = false, now = Date.now }: CopyOptions = {},
): Promise<Copied> {
  const hold = await holdFolder(folder, { wait: 0 })
  try {
    const size = (await stat(journalFile(folder)).catch(() => undefined))?.size ?? 0
    if (size > 0) throw taken(folder)
    const db = await openDatabase(folder)
    try {
      if (!again) await refuseMovedOffice(server, office)
      return await atOneMoment(server, async (send) => {
        const [[from] = []] = await send([
          { text: 'select seq, rev from head where office_id = $1', values: [office] },
        ])
        const copied = await filled(send, server, office, db)
        // No host may attend until this ends; one that began just before has stored nothing, or this is no copy of it.
        const at = from as { readonly seq: number; readonly rev: number }
        if (!(await markMovedOffice(server, office, at, folder, now()))) throw busy(server.name)
        return copied
      })
    } catch (cause) {
      db.close()
      for (const end of ['', '-wal', '-shm']) await rm(`${journalFile(folder)}${end}`, { force: true })
      throw cause
    } finally {
      db.close()
    }
  } finally {
    await hold.release()
  }
}

async function filled(send: Send, server: Server, office: OfficeId, db: Sqlite): Promise<Copied> {
  const [[free] = []] = await send([noneAttends(office)])
  if (free?.['free'] !== true) throw busy(server.name)
  const source = await verifyStored(send, office)
  if (!source.ok) throw rotten(source)
  const rows: Record<string, number> = {}
  const prepared = statements(db)
  db.exec('begin immediate')
  for (const { table, columns } of await common(send, db)) {
    // A file keeps answers by their place in it.
    const place =
      table === 'answers' ? (row: Row) => [answerPlace(prepared, String(row['command_id']))] : () => []
    const all = [...columns, ...(table === 'answers' ? ['key'] : [])]
    const insert = db.prepare(
      // A file's head is a view of this row, and of answers that say nothing of it yet.
      `insert into ${table === 'head' ? 'head_row' : table} (${all.join(', ')}) values (${all.map(() => '?').join(', ')})`,
    )
    rows[table] = 0
    const cursor = `copied_${table}`
    await send([
      {
        text: `declare ${cursor} no scroll cursor for select ${columns.join(', ')} from ${table} where office_id = '${office}'`,
      },
    ])
    for (;;) {
      const [found = []] = await send([{ text: `fetch ${batch} from ${cursor}` }])
      for (const row of found) insert.run([...columns.map((column) => row[column] as Cell), ...place(row)])
      rows[table] += found.length
      if (found.length === 0) break
    }
    await send([{ text: `close ${cursor}` }])
  }
  db.exec('commit')
  rebuildProjections(db)
  const found = verifyChain(db)
  if (!found.ok || found.head.hash !== source.head.hash)
    throw new StorageError('corrupt', `La copie ne tient pas : rien n’a été gardé dans « ${db.name} ».`)
  return { head: source.head, rows }
}

/** The office that a folder's journal is. */
function officeIn(db: Sqlite): OfficeId {
  const office = db.prepare('select office_id from head').pluck().get() as OfficeId | undefined
  if (office === undefined)
    throw new StorageError('missing', `Le journal « ${db.name} » est vide : il n’y a rien à copier.`)
  return office
}

/** The columns that both engines keep and that nothing makes, table by table; the events and their head last. */
async function common(send: Send, db: Sqlite): Promise<readonly Columns[]> {
  const [there = []] = await send([
    {
      text: `select table_name as table, column_name as column from information_schema.columns
        where table_schema = current_schema() and is_generated = 'NEVER'`,
    },
  ])
  const names = db
    .prepare("select name from sqlite_master where type = 'table' or name = 'head'")
    .pluck()
    .all() as string[]
  const last = (table: string) => (table === 'head' ? 2 : table === 'events' ? 1 : 0)
  return names
    .filter((table) => !left.has(table))
    .map((table) => {
      const other = new Set(there.filter((one) => one['table'] === table).map((one) => one['column']))
      const columns = db.prepare(`pragma table_info(${table})`).all() as { name: string }[]
      return { table, columns: columns.map(({ name }) => name).filter((name) => other.has(name)) }
    })
    .filter(({ columns }) => columns.includes('office_id'))
    .toSorted((a, b) => last(a.table) - last(b.table))
}
