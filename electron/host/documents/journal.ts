import type { Sqlite } from '../../../db/connect.ts'
import { decode } from '../../../db/journal/rows.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { followClosings } from './closed.ts'
import type { Checked, Flaw, Follower } from './follower.ts'
import { followKept, type KeptCount } from './kept.ts'
import { followSeries } from './series.ts'
import { issuingOffice } from './stored.ts'
import { followTable } from './table.ts'

/** The events that say something of documents: the others are read by the chain's own check alone. */
const types = [
  '"type":"documentIssued"',
  '"type":"documentPrinted"',
  '"type":"documentHandedOver"',
  '"type":"documentRelated"',
  '"type":"documentsClosed"',
] as const

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
 * are kept, against what was sealed. Reads event after event, as one moment of the file; on a stopped or a running host.
 * @param signatures verifies each document's signature too: 0.1 ms each
 */
export function verifyDocuments(db: Sqlite, { signatures }: { signatures: boolean }): DocumentsVerification {
  const chain = verifyChain(db)
  if (!chain.ok) return { ok: false, number: numberAt(db, chain.seq), why: chain.reason }
  const count: KeptCount = { documents: 0, erased: 0, signatures: 0 }
  db.exec('begin')
  try {
    const office = issuingOffice(db)
    const checked = office && { db, office, signatures }
    const flaw = checked && firstFlaw(db, followers(checked, count))
    if (flaw) return { ok: false, ...flaw }
    return { ok: true, ...count, signatures: signatures ? count.signatures : null }
  } finally {
    db.exec('commit')
  }
}

/** Every check, in the order in which they say what is wrong of one document. */
const followers = (checked: Checked, count: KeptCount): readonly Follower[] => [
  followSeries(),
  followTable(checked),
  followKept(checked, count),
  followClosings(checked),
]

function firstFlaw(db: Sqlite, checks: readonly Follower[]): Flaw | undefined {
  const rows = db.prepare('select body from events order by office_id, seq').pluck()
  for (const body of rows.iterate() as Iterable<string>) {
    // The column `type` would have SQLite read each event as JSON, and this twice as long.
    if (!types.some((type) => body.includes(type))) continue
    const recorded = decode(body)
    for (const check of checks) {
      const flaw = check.event(recorded)
      if (flaw) return flaw
    }
  }
  for (const check of checks) {
    const flaw = check.end()
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
