import { isDeepStrictEqual } from 'node:util'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { connect, type Sqlite } from '../connect.ts'
import { verifyChain } from '../journal/verify.ts'
import { BackupError } from './errors.ts'
import type { Manifest } from './manifest.ts'

/** What a database says of its office: enough to name a backup and to compare a restored one. */
export type OfficeSaid = Pick<Manifest, 'officeId' | 'office' | 'school' | 'seq' | 'hash' | 'schema'> & {
  readonly publicKey: string
}

const birth = `select json_extract(body, '$.data.school') as school, json_extract(body, '$.data.publicKey') as publicKey
  from events where type = 'officeCreated' order by seq limit 1`
const named = `select coalesce(json_extract(body, '$.data.address.name'), json_extract(body, '$.data.settings.address.name'))
  from events where type in ('officeCreated', 'addressSet') order by seq desc limit 1`

/**
 * The office of a database of any supported schema.
 * @throws BackupError when no office was created in it
 */
export function officeOf(db: Sqlite): OfficeSaid {
  const head = db.prepare('select office_id as officeId, seq, hash from head').get() as
    | Pick<OfficeSaid, 'officeId' | 'seq' | 'hash'>
    | undefined
  const born = db.prepare(birth).get() as { school: number; publicKey: string } | undefined
  if (!head || !born) throw new BackupError(backups.noOffice)
  const schema = Number(db.prepare('select max(version) from schema_version').pluck().get())
  const office = String(db.prepare(named).pluck().get())
  return { ...head, office, schema, school: born.school === 1, publicKey: born.publicKey ?? '' }
}

/**
 * Checks a database that nobody else holds: its pages, and its chain's end or the whole chain.
 * @throws BackupError saying what does not hold
 */
export function checkDatabase(file: string, chain: Manifest['chain']): OfficeSaid {
  const db = connect(file, { readonly: false, timeout: 0 })
  try {
    // One file: what a log beside it would hold is in it.
    db.pragma('journal_mode = delete')
    const check = chain === 'whole' ? 'integrity_check(1)' : 'quick_check(1)'
    const pages = db.prepare(`pragma ${check}`).pluck().get()
    if (pages !== 'ok') throw new BackupError(backups.damagedPages, String(pages))
    const last = db.prepare('select seq, hash from events order by seq desc limit 1').get()
    if (!isDeepStrictEqual(last, db.prepare('select seq, hash from head').get()))
      throw new BackupError(backups.chainBroken(backups.cutEnd))
    const found = chain === 'whole' ? verifyChain(db) : undefined
    if (found?.ok === false) throw new BackupError(backups.chainBroken(found.reason))
    return officeOf(db)
  } finally {
    db.close()
  }
}
