import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OfficeId } from '../../shared/contract/ids.ts'
import { ledgerBegun, ledgerMark, ledgerSaid, signedLedgerLine, type LedgerLine } from './ledger.ts'
import { addLines, appendLines, lastLines, readLines } from '../journal/lineFile.ts'
import type { Signer } from '../journal/signature.ts'

/** The ledger of a folder of backups: one signed line a fact, only ever added to. */
export const ledgerFile = (folder: string): string => join(folder, 'effacements.jsonl')

/** A line, and the text that says it in the file. */
export type LedgerTold = { readonly line: LedgerLine; readonly text: string }

/** A folder's ledger of one office, as its key tells it. */
export type Ledger = {
  readonly signed: readonly LedgerTold[]
  /** What no key signed, and that no signed line says: of before signatures, or of anybody. */
  readonly unsigned: readonly LedgerTold[]
  /** Lines that say that they are the office's and that its key did not sign. */
  readonly forged: number
  /** Lines that the office signed and that are there no more, as far as the others tell. */
  readonly lacking: number
  /** Lines that say nothing that can be read: cut by a power cut, or written over. */
  readonly unread: number
}

/**
 * What a folder's ledger says of an office; nothing where there is none. A line that can't be read (cut by a power cut) is
 * counted alone.
 * @param anchored the last line that an anchor says was there
 * @throws StorageError when what is there can't be read
 */
export async function readLedger(
  folder: string,
  { publicKey, officeId }: { readonly publicKey: string; readonly officeId: OfficeId },
  anchored?: string,
): Promise<Ledger> {
  const signed = new Map<string, LedgerTold>()
  const unsigned = new Map<string, LedgerTold>()
  /** The line before each: a line that was signed again, one before it being lost, follows another. */
  const followed = new Map<string, string | null>()
  let [forged, unread] = [0, 0]
  for (const text of await readLines(ledgerFile(folder))) {
    const said = ledgerSaid(text, publicKey)
    if (said === undefined) unread++
    if (said?.line.office !== officeId) continue
    const { is, line } = said
    if (is === 'forged') forged++
    else (is === 'signed' ? signed : unsigned).set(ledgerMark(line), { line, text })
    if (is === 'signed') followed.set(ledgerMark(line), said.before)
  }
  const before = new Set([anchored ?? null, ...followed.values()].filter((mark) => mark !== null))
  return {
    signed: [...signed.values()],
    unsigned: [...unsigned].flatMap(([mark, told]) => (signed.has(mark) ? [] : [told])),
    forged,
    lacking: [...before].filter((mark) => !signed.has(mark)).length,
    unread,
  }
}

/** The mark of the last line of a folder that this key signed, as its end tells; null where it tells of none. */
export async function lastMark(folder: string, publicKey: string): Promise<string | null> {
  for (const text of (await lastLines(ledgerFile(folder))).toReversed()) {
    const said = ledgerSaid(text, publicKey)
    if (said?.is === 'signed') return ledgerMark(said.line)
  }
  return null
}

/**
 * Signs facts that are new, each after the last line of the folder, and adds them: durable when it resolves. A host and the
 * thread that backs it up both add: each only ever writes after the end.
 * @returns what was added, for the folders that have a copy
 */
export async function addFacts(
  folder: string,
  facts: readonly LedgerLine[],
  signer: Signer,
): Promise<readonly string[]> {
  if (facts.length === 0) return []
  let before = await lastMark(folder, signer.publicKey)
  const texts: string[] = []
  for (const fact of facts) {
    texts.push(await signedLedgerLine(fact, before, signer))
    before = ledgerMark(fact)
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await appendLines(ledgerFile(folder), texts)
  return texts
}

/**
 * Begins the ledger of a folder that has none of this key: that one is missing can then be told from one that says nothing.
 * Lines of before signatures say something, and would be taken no more after one that is signed.
 */
export async function beginLedger(
  folder: string,
  about: Omit<LedgerLine, 'fact'>,
  signer: Signer,
): Promise<void> {
  if ((await lastMark(folder, signer.publicKey)) !== null) return
  const { unsigned } = await readLedger(folder, { publicKey: signer.publicKey, officeId: about.office })
  if (unsigned.length === 0) await addFacts(folder, [ledgerBegun(about)], signer)
}

/** The same, of facts that may be there: those that are signed there are not said twice. */
export async function addMissing(
  folder: string,
  facts: readonly LedgerLine[],
  signer: Signer,
): Promise<void> {
  const byOffice = Map.groupBy(facts, ({ office }) => office)
  for (const [officeId, theirs] of byOffice) {
    const { signed } = await readLedger(folder, { publicKey: signer.publicKey, officeId })
    const there = new Set(signed.map(({ line }) => ledgerMark(line)))
    await addFacts(
      folder,
      theirs.filter((fact) => !there.has(ledgerMark(fact))),
      signer,
    )
  }
}

/** Facts of a journal that a ledger does not say. */
export function unsaid(facts: readonly LedgerLine[], { signed, unsigned }: Ledger): number {
  const said = new Set([...signed, ...unsigned].map(({ line }) => ledgerMark(line)))
  return facts.filter((fact) => !said.has(ledgerMark(fact))).length
}

/** Copies lines as they are; those that are there are not said twice. */
export async function copyLedger(folder: string, texts: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await addLines(ledgerFile(folder), texts)
}

/** All that a folder's ledger has, as it is. */
export const ledgerTexts = (folder: string): Promise<readonly string[]> => readLines(ledgerFile(folder))
