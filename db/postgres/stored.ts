import type { OfficeId } from '../../shared/contract/ids.ts'
import type { Verification } from '../journal/verification.ts'
import { broken, compareHead, follow, type HeadRow, type Link } from '../journal/verify.ts'
import { nilOffice, noHash } from '../journal/rows.ts'
import { parted } from './connection.ts'
import { sent, type Send, type Server } from './server.ts'

/** An event as stored: its text, byte for byte, and its hash. */
export type StoredEvent = { readonly seq: number; readonly body: string; readonly hash: string }

const headOf = 'select office_id, seq, hash, at from head where office_id = $1'
const hashAt = 'select hash from events where office_id = $1 and seq = $2'
const page = 'select seq, body, hash from events where office_id = $1 and seq > $2 order by seq limit 2000'

/** Reads the database as it is at one moment, whatever the hosts store meanwhile. */
export async function atOneMoment<T>(server: Server, work: (send: Send) => Promise<T>): Promise<T> {
  const connection = await server.connect()
  try {
    await connection.query('begin transaction isolation level repeatable read')
    return await work((queries) => sent(connection, queries))
  } catch (cause) {
    throw await server.trouble(cause)
  } finally {
    await parted(connection)
  }
}

/** The office's events after one, in order. */
export async function* storedEvents(send: Send, office: OfficeId, from = 0): AsyncGenerator<StoredEvent> {
  for (let after = from; ;) {
    const [rows = []] = await send([{ text: page, values: [office, after] }])
    yield* rows as unknown as readonly StoredEvent[]
    const last = rows.at(-1)
    if (!last) return
    after = last['seq'] as number
  }
}

/**
 * Follows the office's chain over the stored texts, up to its head.
 * @param from trusts the events up to this one, and begins after it
 */
export async function verifyStored(send: Send, office: OfficeId, from = 0): Promise<Verification> {
  const [[said] = [], [trusted] = []] = await send([
    { text: headOf, values: [office] },
    { text: hashAt, values: [office, from] },
  ])
  if (from > 0 && trusted === undefined) return broken(from, 'cet événement manque.')
  const head: HeadRow = said
    ? [office, said['seq'] as number, said['hash'] as string, said['at'] as number]
    : [nilOffice, 0, noHash, 0]
  let last: Link = { seq: from, hash: (trusted?.['hash'] as string | undefined) ?? noHash, at: 0 }
  for await (const { seq, body, hash } of storedEvents(send, office, from)) {
    // The engine keeps nothing that isn't UTF-8.
    const next = follow(head, last, [head[0], seq, body, hash], () => true)
    if (typeof next === 'string') return broken(last.seq + 1, next)
    last = next
  }
  return (
    compareHead(head, last) ?? { ok: true, count: last.seq - from, head: { seq: last.seq, hash: last.hash } }
  )
}
