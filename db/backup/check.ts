import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { metropolitanZone } from '../../shared/contract/office/zone.ts'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { connect, type Sqlite } from '../connect.ts'
import { codeOf } from '../errors.ts'
import { verifyChain } from '../journal/verify.ts'
import { eventTriggers as firstTriggers } from '../migrations/0010-journal.ts'
import { eventTriggers } from '../migrations/0210-events.ts'
import { headView } from '../migrations/0300-head-in-answers.ts'
import { noteChanges } from '../standby/tables.ts'
import { BackupError } from './errors.ts'
import { Manifest } from './manifest.ts'

/** What a database says of its office: enough to name a backup and to compare a restored one. */
export const OfficeSaid = Manifest.pick({
  officeId: true,
  office: true,
  school: true,
  seq: true,
  hash: true,
  schema: true,
  resumed: true,
}).extend({
  publicKey: z.string(),
  /** The IANA zone of its calendar, in which its hours are said. */
  zone: z.string(),
})
export type OfficeSaid = z.infer<typeof OfficeSaid>

/** In one reading of the journal: its birth, its last address and calendar, and how often it was gone on with. */
const facts = `select type, json_extract(body, '$.data') as data from events
  where seq > ? and type in ('officeCreated', 'addressSet', 'calendarSet', 'journalResumed') order by seq`

type Fact = {
  readonly school?: boolean
  readonly publicKey?: string
  readonly address?: { readonly name: string }
  readonly calendar?: { readonly zone: string }
  readonly settings?: Pick<Fact, 'address' | 'calendar'>
  readonly resumed?: number
}

/**
 * The office of a database of any supported schema.
 * @param known what a verified copy said of it, whose events are not read again where the journal has that copy's end
 * @throws BackupError when no office was created in it
 */
export function officeOf(db: Sqlite, known?: OfficeSaid): OfficeSaid {
  const head = db.prepare('select office_id as officeId, seq, hash from head').get() as
    | Pick<OfficeSaid, 'officeId' | 'seq' | 'hash'>
    | undefined
  const before = known && goesOn(db, known) ? known : undefined
  const said = (db.prepare(facts).all(before?.seq ?? 0) as { type: string; data: string }[]).map(
    ({ type, data }) => ({ type, ...(JSON.parse(data) as Fact) }),
  )
  const born = said.find(({ type }) => type === 'officeCreated') ?? before
  if (!head || !born) throw new BackupError(backups.noOffice)
  const set = said.flatMap(({ address, calendar, settings }) => [settings ?? {}, { address, calendar }])
  const name = set.findLast(({ address }) => address !== undefined)?.address?.name
  const zone = set.findLast(({ calendar }) => calendar !== undefined)?.calendar?.zone
  return {
    ...head,
    office: String(name ?? before?.office ?? null),
    schema: Number(db.prepare('select max(version) from schema_version').pluck().get()),
    school: born.school === true,
    publicKey: born.publicKey ?? '',
    zone: zone ?? before?.zone ?? metropolitanZone,
    resumed: said.findLast(({ type }) => type === 'journalResumed')?.resumed ?? before?.resumed ?? 0,
  }
}

/** What the event of an office's birth says of it, which nothing changes. */
type OfficeBorn = Pick<OfficeSaid, 'officeId' | 'school' | 'publicKey'>

/** The same without the rest: no other event is read. Undefined where no office was created. */
export function officeBorn(db: Sqlite): OfficeBorn | undefined {
  const born = db
    .prepare(
      "select office_id as officeId, json_extract(body, '$.data') as data from events where type = 'officeCreated' order by seq limit 1",
    )
    .get() as { readonly officeId: OfficeSaid['officeId']; readonly data: string } | undefined
  if (born === undefined) return undefined
  const { school, publicKey } = JSON.parse(born.data) as Fact
  return { officeId: born.officeId, school: school === true, publicKey: publicKey ?? '' }
}

/** Whether a journal has the event where a copy ended. */
const goesOn = (db: Sqlite, { officeId, seq, hash }: OfficeSaid): boolean =>
  db.prepare('select 1 from events where office_id = ? and seq = ? and hash = ?').get(officeId, seq, hash) !==
  undefined

/** What SQLite says of the disk, or of whoever else holds the file, and not of what is in it. */
const ofTheDisk = /^SQLITE_(?:FULL|IOERR|CANTOPEN|READONLY|BUSY|LOCKED|NOMEM)/

/**
 * The same of a database that somebody gave, which may be none or say anything. What is read of a view may never end, and a
 * trigger may undo each erasure: those that are not an office's own are taken out first.
 * @throws BackupError saying what does not hold
 */
export function checkGiven(file: string, chain: Manifest['chain']): OfficeSaid {
  try {
    dropStrange(file)
    return checkDatabase(file, chain)
  } catch (cause) {
    const code = codeOf(cause)
    const isItsOwn = cause instanceof SyntaxError || (code.startsWith('SQLITE_') && !ofTheDisk.test(code))
    throw isItsOwn ? new BackupError(backups.notWhole, cause) : cause
  }
}

type Told = { readonly type: 'trigger' | 'view'; readonly name: string; readonly sql: string }

/** SQLite keeps a view or a trigger as it was written, its first words in capitals and without its condition. */
const written = (statement: string): string =>
  statement.toLowerCase().replace('trigger if not exists', 'trigger').replaceAll(/\s+/g, ' ')

/**
 * An office's own: its view and its triggers on events, of any schema; those that note changes, of this one. On `answers`,
 * earlier schemas wrote others, which go: a following makes them again. One of the same name that does something else is
 * none.
 */
const own = new Set([headView, ...firstTriggers, ...eventTriggers, ...noteChanges].map(written))

function dropStrange(file: string): void {
  const db = connect(file, { readonly: false, timeout: 0 })
  try {
    // Triggers first: those of a view go with it.
    const told = db
      .prepare("select type, name, sql from sqlite_schema where type in ('trigger', 'view') order by type")
      .all() as Told[]
    for (const { type, name, sql } of told)
      if (!own.has(written(sql))) db.exec(`drop ${type} "${name.replaceAll('"', '""')}"`)
  } finally {
    db.close()
  }
}

/** What checks a copy (`checkDatabase`), here or in a thread of its own. */
export type CheckCopy = (
  file: string,
  chain: Manifest['chain'],
  known: OfficeSaid | undefined,
) => Promise<OfficeSaid>

/**
 * Makes a copy one file: what a log beside it would hold is in it.
 * @param durable whether the disk is waited for; one that is made again after a power cut waits for none
 */
export function makeOneFile(file: string, { durable = true } = {}): void {
  const db = connect(file, { readonly: false, timeout: 0 })
  try {
    if (!durable) db.pragma('synchronous = off')
    db.pragma('journal_mode = delete')
  } finally {
    db.close()
  }
}

/**
 * Checks a database that nobody else holds: its pages, and its chain's end or the whole chain.
 * @param known what a verified copy of the same journal said
 * @throws BackupError saying what does not hold
 */
export function checkDatabase(file: string, chain: Manifest['chain'], known?: OfficeSaid): OfficeSaid {
  makeOneFile(file)
  const db = connect(file, { readonly: false, timeout: 0 })
  try {
    const check = chain === 'whole' ? 'integrity_check(1)' : 'quick_check(1)'
    const pages = db.prepare(`pragma ${check}`).pluck().get()
    if (pages !== 'ok') throw new BackupError(backups.damagedPages, String(pages))
    const last = db.prepare('select seq, hash from events order by seq desc limit 1').get()
    if (!isDeepStrictEqual(last, db.prepare('select seq, hash from head').get()))
      throw new BackupError(backups.chainBroken(backups.cutEnd))
    const found = chain === 'whole' ? verifyChain(db) : undefined
    if (found?.ok === false) throw new BackupError(backups.chainBroken(found.reason))
    return officeOf(db, known)
  } finally {
    db.close()
  }
}

/** The same, in the caller's own thread. */
export const checkHere: CheckCopy = async (...asked) => checkDatabase(...asked)
