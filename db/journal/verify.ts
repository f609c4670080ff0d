import type { Seq } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'
import { codeOf } from '../errors.ts'
import { chainHash, nilOffice, noHash, type StoredBody } from './rows.ts'
import type { Verification } from './verification.ts'

/** An event as its row says it. */
export type Stored = readonly [office: string, seq: number, body: string, hash: string]
export type HeadRow = readonly [office: string, seq: number, hash: string, at: number]

/**
 * Follows the chain over the stored bytes, as one moment of the file, on a stopped or a running host.
 * @param from trusts the events up to this one, and begins after it
 */
export function verifyChain(db: Sqlite, { from = 0 }: { from?: Seq } = {}): Verification {
  db.exec('begin')
  try {
    return followChain(db, { from })
  } finally {
    if (db.inTransaction) db.exec('commit')
  }
}

/**
 * The same, in the caller's own transaction, who looks at each event on the way: a long journal is then read and parsed once.
 * @param each receives a link's body once that link is verified; later links may still break: report nothing of an event before
 * the whole chain was found to hold. What it throws must not be SQLite's, which would be taken for the journal's own trouble.
 */
export function followChain(
  db: Sqlite,
  { from = 0, each }: { from?: Seq; each?: (content: StoredBody) => void } = {},
): Verification {
  let reached = from
  try {
    const heads = db.prepare('select office_id, seq, hash, at from head').raw().all() as HeadRow[]
    const head = heads[0] ?? [nilOffice, 0, noHash, 0]
    if (heads.length > 1) return broken(0, 'le journal a plusieurs têtes.')
    const start = from === 0 ? noHash : trusted(db, head[0], from)
    if (start === undefined) return broken(from, 'cet événement manque.')
    let last: Link = { seq: from, hash: start, at: 0 }
    const rows = db.prepare('select office_id, seq, body, hash from events where seq > ? order by seq').raw()
    // From the first event, what was put before it is met too; a foreign office's rows are met at their number.
    for (const row of rows.iterate(from === 0 ? Number.MIN_SAFE_INTEGER : from) as Iterable<Stored>) {
      const next = follow(head, last, row, () => sameBytes(db, row), each)
      if (typeof next === 'string') return broken(last.seq + 1, next)
      last = next
      reached = last.seq
    }
    const cut = compareHead(head, last)
    if (cut) return cut
    return { ok: true, count: last.seq - from, head: { seq: last.seq, hash: last.hash } }
  } catch (cause) {
    if (!codeOf(cause).startsWith('SQLITE_')) throw cause
    return broken(reached + 1, 'le fichier est abîmé à partir de cet événement.')
  }
}

/** How far the chain was followed. */
export type Link = { readonly seq: number; readonly hash: string; readonly at: number }

/**
 * The next link of the chain, or why it isn't one.
 * @param whole whether the text has the very bytes that are stored, where an engine may say otherwise
 */
export function follow(
  [office]: HeadRow,
  last: Link,
  [rowOffice, seq, body, hash]: Stored,
  whole: () => boolean,
  each?: (content: StoredBody) => void,
): Link | string {
  if (rowOffice !== office) return 'cet événement est rangé sous un autre bureau.'
  if (seq !== last.seq + 1) return `cet événement manque (le suivant porte le numéro ${seq}).`
  if (chainHash(last.hash, body) !== hash || !whole()) {
    return 'son empreinte ne correspond pas à son contenu et à l’événement précédent.'
  }
  const content = parse(body)
  if (!content) return 'son contenu n’est pas lisible.'
  if (content.seq !== seq) return `son contenu porte un autre numéro (${String(content.seq)}).`
  if (typeof content.at !== 'number' || content.at < last.at)
    return 'son instant précède celui de l’événement d’avant.'
  each?.(content as StoredBody)
  return { seq, hash, at: content.at }
}

/** A byte that isn't UTF-8 reads as U+FFFD: only then do the text and its bytes have to be compared. */
function sameBytes(db: Sqlite, [office, seq, body]: Stored): boolean {
  if (!body.includes('\uFFFD')) return true
  const bytes = db
    .prepare('select cast(body as blob) from events where office_id = ? and seq = ?')
    .pluck()
    .get(office, seq)
  return Buffer.isBuffer(bytes) && bytes.equals(Buffer.from(body))
}

function parse(body: string): { seq?: unknown; at?: unknown } | undefined {
  try {
    const content: unknown = JSON.parse(body)
    return typeof content === 'object' && content ? content : undefined
  } catch {
    return undefined
  }
}

/** The head is moved by each append: a tail cut off, or rows added by hand, differ from it. */
export function compareHead([, seq, hash, at]: HeadRow, last: Link): Verification | undefined {
  if (last.seq < seq) return broken(last.seq + 1, `la fin du journal manque (il allait jusqu’à ${seq}).`)
  if (last.seq > seq) return broken(seq + 1, 'cet événement n’a pas été ajouté par Guichet.')
  if (last.hash !== hash)
    return broken(seq, 'son empreinte n’est pas celle que la tête du journal a retenue.')
  if (last.at !== at && last.at !== 0)
    return broken(seq, 'son instant n’est pas celui que la tête du journal a retenu.')
  return undefined
}

function trusted(db: Sqlite, office: string, seq: Seq): string | undefined {
  const row = db.prepare('select hash from events where office_id = ? and seq = ?').raw().get(office, seq)
  return (row as readonly [string] | undefined)?.[0]
}

/** What breaks the chain, and where. */
export const broken = (seq: Seq, why: string): Verification => ({
  ok: false,
  seq,
  reason: `Événement ${seq} : ${why}`,
})
