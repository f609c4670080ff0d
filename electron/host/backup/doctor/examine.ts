import { existsSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { backupsIn } from '../../../../db/backup/before.ts'
import { officeOf } from '../../../../db/backup/check.ts'
import { readBackup } from '../../../../db/backup/read.ts'
import { fingerprint } from '../../../../db/journal/signature.ts'
import { furthest } from '../../../../db/journal/anchor.ts'
import { lastAnchor } from '../../../../db/journal/anchorFile.ts'
import { readBackupSettings } from '../../../../db/backup/settings.ts'
import { listBackups } from '../../../../db/backup/write.ts'
import type { Sqlite } from '../../../../db/connect.ts'
import { StorageError } from '../../../../db/errors.ts'
import { verifyAnchored, type Signed } from '../../../../db/journal/anchored.ts'
import { latestVersion } from '../../../../db/migrations/migrate.ts'
import { refuseMoved } from '../../../../db/moved.ts'
import { journalFile, openAsIs } from '../../../../db/open.ts'
import { metropolitanZone } from '../../../../shared/contract/office/zone.ts'
import { comparedSaid } from '../../../../shared/messages/backup/journal.fr.ts'
import { doctor } from '../../../../shared/messages/backup/doctor.fr.ts'
import { ledgerIn } from '../ledgerFound.ts'
import { keyIn, signedIn } from '../verify.ts'
import { leftRestoreStages } from '../restoreStage.ts'
import { apartFiles, apartFolder } from '../apart.ts'
import { servesDatabase } from '../../core/journalPlace.ts'
import { publicKeyIn } from '../../office/key.ts'
import { officeCertificate } from '../../network/certificate.ts'
import { networkFolder } from '../../network/folder.ts'
import { wideEntries } from '../../core/ownFolder.ts'
import { StartError } from '../../core/startError.ts'

/** One thing looked at. `code` is for programs, `sentence` for a person, in French. */
export type Finding = {
  readonly code: string
  readonly level: 'wrong' | 'warning' | 'fine'
  readonly sentence: string
}

const day = 24 * 3_600_000
/** Files named at most. */
const mostNamed = 8
const gigabyte = 1e9
/** Below it, an hour of a busy office and its backup still fit. */
const tooLittle = gigabyte / 2
/** An hour's backup, and the time of a start. */
const backupLate = 3 * 3_600_000

const wrong = (code: string, sentence: string): Finding => ({ code, level: 'wrong', sentence })
const warning = (code: string, sentence: string): Finding => ({ code, level: 'warning', sentence })
const fine = (code: string, sentence: string): Finding => ({ code, level: 'fine', sentence })

/**
 * Examines an office's folder, on a stopped or a running host, and changes nothing in it.
 * @param now milliseconds, UTC
 */
export async function examine(folder: string, now: number): Promise<readonly Finding[]> {
  // The folder of a host whose journal a database keeps: nothing is missing in it.
  if (servesDatabase(folder) && !existsSync(journalFile(folder)))
    return [
      ...rights(folder),
      await space(folder),
      fine('elsewhere', doctor.elsewhere),
      ...leftRestores(folder),
      faults(folder, now),
    ]
  let db: Sqlite
  try {
    db = await openAsIs(folder)
  } catch (error) {
    if (error instanceof StorageError) return [wrong(error.code, error.message), ...leftRestores(folder)]
    throw error
  }
  try {
    const all = await signed(folder, db)
    const findings = [...rights(folder), await space(folder), ...schema(db)]
    const born = db.prepare("select 1 from events where type = 'officeCreated'").get() !== undefined
    if (!born)
      return [...findings, ...database(db, all, metropolitanZone), warning('noOffice', doctor.noOffice)]
    const { office, school, publicKey, zone } = officeOf(db)
    return [
      ...findings,
      ...database(db, all, zone),
      fine('office', doctor.office(office)),
      key(folder, publicKey, school),
      ...(school ? [fine('school', doctor.school)] : await backups(folder, now, zone)),
      ...(school ? [] : await anchorsKept(folder, db)),
      ...(await ledger(folder, db)),
      printing(db),
      clock(db, now, zone),
      ...certificate(folder, now, zone),
      ...moved(folder),
      ...apart(folder),
      ...leftRestores(folder),
      faults(folder, now),
    ]
  } finally {
    db.close()
  }
}

/** Windows has no such bits: its folders are the account's own. */
function rights(folder: string): readonly Finding[] {
  if (process.platform === 'win32') return []
  const open = wideEntries(folder).map(({ path }) => relative(folder, path) || folder)
  if (open.length === 0) return [fine('rights', doctor.rightsFine)]
  return [wrong('rights', doctor.open(open.slice(0, mostNamed).join(', '), open.length - mostNamed))]
}

async function space(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free < tooLittle) return wrong('space', doctor.littleSpace(free))
  return free < 5 * gigabyte ? warning('space', doctor.littleSpace(free)) : fine('space', doctor.space(free))
}

function schema(db: Sqlite): readonly Finding[] {
  const version = Number(db.prepare('select max(version) from schema_version').pluck().get())
  return version < latestVersion ? [warning('olderSchema', doctor.older(version, latestVersion))] : []
}

/** What was signed of the journal, or why that can't be read. */
async function signed(folder: string, db: Sqlite): Promise<readonly Signed[] | Finding> {
  try {
    return await signedIn(folder, keyIn(folder, db))
  } catch (error) {
    if (error instanceof StorageError) return wrong('anchors', error.message)
    throw error
  }
}

function database(db: Sqlite, all: readonly Signed[] | Finding, zone: string): readonly Finding[] {
  const found = String(db.prepare('pragma integrity_check(1)').pluck().get())
  if (found !== 'ok') return [wrong('pages', doctor.pages(found))]
  const unread = 'code' in all ? all : undefined
  const known = 'code' in all ? [] : all
  const { chain, compared } = verifyAnchored(db, known)
  return [
    fine('pages', doctor.pagesFine),
    chain.ok ? fine('chain', doctor.chainFine(chain.count)) : wrong('chain', doctor.chain(chain.reason)),
    ...signatures(),
  ]

  /** A chain that is broken was compared with nothing. */
  function signatures(): readonly Finding[] {
    if (unread) return [unread]
    if (!chain.ok) return []
    const said = comparedSaid(compared, known.length, zone)
    return [compared.is === 'sound' ? fine('anchors', said) : wrong('anchors', said)]
  }
}

/** A training office's papers have no value: it goes on without its key. */
function key(folder: string, expected: string, school: boolean): Finding {
  try {
    const found = publicKeyIn(folder)
    if (found !== undefined && (found === expected || school))
      return fine('key', doctor.keyFine(fingerprint(found)))
    if (school) return fine('key', doctor.school)
    return wrong('key', found === undefined ? doctor.noKey : doctor.otherKey)
  } catch (error) {
    if (error instanceof StartError || error instanceof StorageError) return wrong('key', error.message)
    throw error
  }
}

async function backups(folder: string, now: number, zone: string): Promise<readonly Finding[]> {
  const out = backupsIn(folder)
  // One that somebody put there encrypted opens with a key that the doctor hasn't.
  const [last] = (await listBackups(out)).filter(({ name }) => !name.endsWith('.age'))
  const here =
    last === undefined
      ? warning('backup', doctor.neverBackedUp)
      : (await readsWhole(join(out, last.name)))
        ? now - last.at > backupLate
          ? warning('backup', doctor.oldBackup(last.at, zone))
          : fine('backup', doctor.backup(last.at, zone))
        : wrong('backup', doctor.badBackup(last.name))
  const { outside } = readBackupSettings(folder)
  if (outside === null) return [here, warning('outside', doctor.noOutside)]
  const copy = (await listBackups(outside.folder))[0]
  const fresh = copy !== undefined && now - copy.at <= 2 * day
  return [
    here,
    fresh
      ? fine('outside', doctor.outside(outside.folder, copy.at, zone))
      : warning('outside', doctor.oldOutside(outside.folder, copy?.at ?? null, zone)),
  ]
}

/** Anchors that the copies have and the journal's folder has no more: somebody took them from it. */
async function anchorsKept(folder: string, db: Sqlite): Promise<readonly Finding[]> {
  try {
    const publicKey = keyIn(folder, db)
    const [here, copied] = [
      await lastAnchor(folder, publicKey),
      await lastAnchor(backupsIn(folder), publicKey),
    ]
    return copied === undefined || furthest(here, copied) === here
      ? []
      : [warning('anchorsLacking', doctor.anchorsLacking)]
  } catch (error) {
    // An anchor that can't be read is said already.
    if (error instanceof StorageError) return []
    throw error
  }
}

/** A line that was never the office's, or that it signed and is there no more, was written by somebody. */
async function ledger(folder: string, db: Sqlite): Promise<readonly Finding[]> {
  try {
    const found = await ledgerIn(folder, keyIn(folder, db), db)
    if (found === null) return []
    const { is, sentence } = found
    if (is === 'fine') return [fine('ledger', sentence)]
    return [is === 'forged' || is === 'lacking' ? wrong('ledger', sentence) : warning('ledger', sentence)]
  } catch (error) {
    if (error instanceof StorageError) return [wrong('ledger', error.message)]
    throw error
  }
}

const readsWhole = (file: string): Promise<boolean> =>
  readBackup(file).then(
    () => true,
    () => false,
  )

/** Papers that a printer has refused, by its last problem. */
function printing(db: Sqlite): Finding {
  const [row] = db
    .prepare(
      "select count(*) as count, max(problem) as problem from jobs where state in ('waiting', 'retrying', 'printing') and problem is not null",
    )
    .all() as { count: number; problem: string | null }[]
  return row && row.count > 0
    ? warning('printing', doctor.stuck(row.count, row.problem ?? ''))
    : fine('printing', doctor.printing)
}

/** A minute is what clocks of a network differ by. */
function clock(db: Sqlite, now: number, zone: string): Finding {
  const at = Number(db.prepare('select max(at) from head').pluck().get() ?? 0)
  return at > now + 60_000 ? warning('clock', doctor.future(at, zone)) : fine('clock', doctor.clock)
}

/** The end of the certificate that the door on the network serves; nothing where it has none yet. */
function certificate(folder: string, now: number, zone: string): readonly Finding[] {
  const network = networkFolder(folder)
  const { served, settings } = network.read()
  if (settings.certificate !== null) {
    const read = officeCertificate(settings.certificate, now)
    return 'problem' in read
      ? [wrong('certificate', doctor.badCertificate(read.problem))]
      : [ending(read.credentials.until, now, zone)]
  }
  const own = served === null ? undefined : network.credentials(served)
  // The host renews its own by itself, thirty days before its end.
  return own ? [ending(own.until, now, zone)] : []
}

const ending = (until: number, now: number, zone: string): Finding =>
  until <= now
    ? wrong('certificate', doctor.certificateOver(until, zone))
    : until - now < 15 * day
      ? warning('certificate', doctor.certificateSoon(until, zone))
      : fine('certificate', doctor.certificate(until, zone))

/** The office was copied elsewhere: no host starts here. */
function moved(folder: string): readonly Finding[] {
  try {
    refuseMoved(folder)
    return []
  } catch (error) {
    if (error instanceof StorageError) return [warning(error.code, error.message)]
    throw error
  }
}

/** What the office went on without, when another machine took the relay. */
const apart = (folder: string): readonly Finding[] => {
  const files = apartFiles(folder)
  return files.length === 0 ? [] : [warning('apart', doctor.apart(apartFolder(folder), files))]
}

/** A whole office's data, beside the folder: the next start removes it where this account may. */
function leftRestores(folder: string): readonly Finding[] {
  const left = leftRestoreStages(folder)
  return left.length === 0 ? [] : [warning('restoreLeft', doctor.restoreLeft(left))]
}

function faults(folder: string, now: number): Finding {
  const file = join(folder, 'logs', 'host.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const recent = lines.filter((line) => line.includes('"level":"fault"') && since(line) > now - day)
  return recent.length > 0 ? warning('faults', doctor.faults(recent.length)) : fine('faults', doctor.noFault)
}

function since(line: string): number {
  try {
    return Date.parse((JSON.parse(line) as { at: string }).at)
  } catch {
    return 0
  }
}
