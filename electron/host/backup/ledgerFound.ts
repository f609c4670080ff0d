import { backupsIn } from '../../../db/backup/before.ts'
import { officeBorn } from '../../../db/backup/check.ts'
import { ledgerOf } from '../../../db/backup/ledger.ts'
import { ledgerTexts, readLedger, unsaid } from '../../../db/backup/ledgerFile.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { ledgerFound } from '../../../shared/messages/backup/ledger.fr.ts'

/** How the ledger beside an office's backups stands, for programs and in a sentence. */
export type LedgerFound = {
  readonly is: 'fine' | 'unsigned' | 'unsaid' | 'lacking' | 'forged'
  readonly sentence: string
}

/**
 * Compares the ledger of a folder's backups with its journal and its signatures; null where there is none to make.
 * @param publicKey the office's
 * @throws StorageError when the ledger can't be read
 */
export async function ledgerIn(folder: string, publicKey: string, db: Sqlite): Promise<LedgerFound | null> {
  const born = officeBorn(db)
  if (born === undefined) return null
  const { officeId, school } = born
  const backups = backupsIn(folder)
  // Before the file: what is committed meanwhile is no lack.
  const facts = ledgerOf(db)
  if (school || (facts.length === 0 && (await ledgerTexts(backups)).length === 0)) return null
  const ledger = await readLedger(backups, { publicKey, officeId })
  const missing = unsaid(facts, ledger)
  if (ledger.forged > 0) return { is: 'forged', sentence: ledgerFound.forged(ledger.forged) }
  if (ledger.lacking > 0) return { is: 'lacking', sentence: ledgerFound.lacking }
  if (missing > 0) return { is: 'unsaid', sentence: ledgerFound.unsaid(missing) }
  if (ledger.unsigned.length > 0)
    return { is: 'unsigned', sentence: ledgerFound.unsigned(ledger.unsigned.length) }
  return { is: 'fine', sentence: ledgerFound.fine(ledger.signed.length) }
}
