import type { OfficeSaid } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { backupsIn } from '../../../db/backup/before.ts'
import { ledgerSaid } from '../../../db/backup/ledger.ts'
import {
  addFacts,
  copyLedger,
  readLedger,
  type Ledger,
  type LedgerTold,
} from '../../../db/backup/ledgerFile.ts'
import { lastAnchor } from '../../../db/journal/anchorFile.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { publicKeyIn, signerIn } from '../office/key.ts'

// What was erased since a backup is told by the ledger beside it: what a restore takes of it, refuses without it, and passes on.

/** What of a ledger was taken, and what was left: lines, by who signed them. */
export type LedgerTaken = {
  /** Lines that no key signed, and that were taken: of before signatures, or asked for. */
  readonly unsigned: number
  /** Lines that the office's key did not sign, where it signed others: none was done again. */
  readonly left: number
  /** Lines that it signed and that are there no more. */
  readonly lacking: number
  /** Lines that could not be read. */
  readonly unread: number
  /** Why the restored office has it with what lacks: no key there, or one that the system alone opens, to sign its lines again. */
  readonly gap: 'noKey' | 'protected' | null
  /** It says nothing at all of this office, which writes a line before there is a file. */
  readonly silent: boolean
}

/**
 * What of a ledger is the office's, and how many of its other lines are taken where it is asked. Lines that no key signed are
 * where nothing there says that lines were signed by then: whoever writes in the folder can't have one of their own among
 * those that are.
 */
export async function trusted(
  folder: string,
  { publicKey, officeId }: OfficeSaid,
  { unsigned: asked = false }: { readonly unsigned?: boolean },
): Promise<{
  readonly lines: Ledger['signed']
  readonly taken: Omit<LedgerTaken, 'gap'>
  readonly askable: number
}> {
  const anchored = (await lastAnchor(folder, publicKey))?.anchor.ledger
  const ledger = await readLedger(folder, { publicKey, officeId }, anchored)
  const { signed, unsigned, forged, lacking, unread } = ledger
  const isBefore = signed.length === 0 && forged === 0 && anchored === undefined
  const takes = asked || isBefore
  return {
    lines: takes ? [...signed, ...unsigned] : signed,
    askable: takes ? 0 : unsigned.length,
    taken: {
      unsigned: takes ? unsigned.length : 0,
      left: forged + (takes ? 0 : unsigned.length),
      lacking,
      unread,
      silent: signed.length + unsigned.length + forged === 0,
    },
  }
}

/** Refuses to bring back whom the office erased where nothing tells who, unless it is asked. */
export function requireLedger(
  told: (Pick<LedgerTaken, 'lacking'> & { readonly lines: number; readonly askable: number }) | null,
  { withoutLedger = false }: { readonly withoutLedger?: boolean },
): void {
  if (withoutLedger) return
  if (told === null) throw new BackupError(backups.ledgerNeeded)
  if (told.lines === 0)
    throw new BackupError(told.askable > 0 ? backups.ledgerLeft(told.askable) : backups.ledgerSilent)
  if (told.lacking > 0) throw new BackupError(backups.ledgerLacking)
}

/**
 * The lines of a ledger that lacks some say which ones they follow: they are signed again, each after the one that is there,
 * or every later restore would miss what was lost before this one. Those that no key signed stay so.
 * @returns why the gap stays, where the key that would sign them can't be had here; null where nothing lacks any more
 */
export async function passLedger(
  stage: string,
  told: Ledger['signed'],
  { lacking }: Pick<LedgerTaken, 'lacking'>,
  ours: Parameters<typeof readLedger>[1],
): Promise<LedgerTaken['gap']> {
  const folder = backupsIn(stage)
  const signer = lacking > 0 ? signerIn(stage) : null
  const isSigned = ({ text }: LedgerTold) =>
    signer !== null && ledgerSaid(text, signer.publicKey)?.is === 'signed'
  if (signer)
    await addFacts(
      folder,
      told.filter(isSigned).map(({ line }) => line),
      signer,
    )
  await copyLedger(
    folder,
    told.filter((one) => !isSigned(one)).map(({ text }) => text),
  )
  if (lacking === 0 || signer !== null) return null
  // Lines at the end that an anchor alone told of are followed by none: nothing says any more that they lack.
  if ((await readLedger(folder, ours)).lacking === 0) return null
  return publicKeyIn(stage) === undefined ? 'noKey' : 'protected'
}
