import type { Sqlite } from '../../../db/connect.ts'
import { recordedOf, type StoredBody } from '../../../db/journal/rows.ts'
import { followChain } from '../../../db/journal/verify.ts'
import type { EventType } from '../../../shared/contract/events.ts'
import { followClosings } from './closed.ts'
import type { Checked, Flaw, Check } from './checking.ts'
import { followKept, type KeptCount } from './kept.ts'
import { followSeries } from './series.ts'
import type { IssuingOffice } from './stored.ts'
import { followTable } from './table.ts'

/** The events that say something of documents: the others are read by the chain's own check alone. */
const types: ReadonlySet<string> = new Set<EventType>([
  'documentIssued',
  'documentPrinted',
  'documentHandedOver',
  'documentRelated',
  'documentsClosed',
  'journalResumed',
])

/** All holds, and how much was looked at; or the first thing that does not. */
export type DocumentsVerification =
  | {
      readonly ok: true
      readonly documents: number
      readonly erased: number
      readonly signatures: number | null
    }
  | ({ readonly ok: false } & Flaw)

/**
 * The whole journal of documents: the events' chain, each series' numbers and links, the read table, and the facts that
 * are kept, against what was sealed. Reads each event once, as one moment of the file; on a stopped or a running host.
 * @param signatures verifies each document's signature too: 0.1 ms each
 */
export function verifyDocuments(db: Sqlite, { signatures }: { signatures: boolean }): DocumentsVerification {
  const count: KeptCount = { documents: 0, erased: 0, signatures: 0 }
  db.exec('begin')
  try {
    const check = checking(db, signatures, count)
    const chain = followChain(db, { each: check.event })
    // A chain that does not hold says nothing that could be believed of its documents.
    if (!chain.ok) return { ok: false, number: numberAt(db, chain.seq), why: chain.reason }
    const flaw = check.end()
    if (flaw) return { ok: false, ...flaw }
    return { ok: true, ...count, signatures: signatures ? count.signatures : null }
  } finally {
    if (db.inTransaction) db.exec('commit')
  }
}

/** Every check, in the order in which they say what is wrong of one document. */
const followers = (checked: Checked, count: KeptCount): readonly Check[] => [
  followSeries(),
  followTable(checked),
  followKept(checked, count),
  followClosings(checked),
]

/** All the checks as one: from the office's birth to the first flaw, which is kept until the chain was followed to its end. */
function checking(db: Sqlite, signatures: boolean, count: KeptCount) {
  let checks: readonly Check[] = []
  let found: Flaw | undefined
  let trouble: { readonly cause: unknown } | undefined
  const follow = (said: StoredBody): Flaw | undefined => {
    if (said.type === 'officeCreated' && checks.length === 0)
      checks = followers({ db, office: said.data as IssuingOffice, signatures }, count)
    if (!types.has(said.type)) return undefined
    const recorded = recordedOf(said)
    return firstOf(checks, (check) => check.event(recorded))
  }
  return {
    event: (said: StoredBody): void => {
      if (found !== undefined || trouble !== undefined) return
      try {
        found = follow(said)
      } catch (cause) {
        trouble = { cause }
      }
    },
    /** @throws what a check threw on the way */
    end: (): Flaw | undefined => {
      if (trouble !== undefined) throw trouble.cause
      return found ?? firstOf(checks, (check) => check.end())
    },
  }
}

function firstOf(checks: readonly Check[], ask: (check: Check) => Flaw | undefined): Flaw | undefined {
  for (const check of checks) {
    const flaw = ask(check)
    if (flaw) return flaw
  }
  return undefined
}

/** The document that a broken event issued, as far as it can still be read. */
function numberAt(db: Sqlite, seq: number): string | null {
  const body = db.prepare('select body from events where seq = ?').pluck().get(seq)
  if (typeof body !== 'string' || !body.includes('"documentIssued"')) return null
  return /"number":"([A-Z]{2}-[0-9]{4}-[0-9]+)"/.exec(body)?.[1] ?? null
}
