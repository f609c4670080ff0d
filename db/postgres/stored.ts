import type { OfficeId } from '../../shared/contract/ids.ts'
import { broken, compareHead, follow, type HeadRow, type Link, type Verification } from '../journal/verify.ts'
import { nilOffice, noHash } from '../journal/rows.ts'
import { postgresError } from './errors.ts'
import { sent, type Send, type Server } from './server.ts'

/** An event as stored: its text, byte for byte, and its hash. */
export type StoredEvent = { readonly seq: number; readonly body: string; readonly hash: string }

const headOf = 'select office_id, seq, hash, at from head where office_id = $1'
const page = 'select seq, body, hash from events where office_id = $1 and seq > $2 order by seq limit 2000'

/** Reads the database as it is at one moment, whatever the hosts store meanwhile. */
export async function atOneMoment<T>(server: Server, work: (send: Send) => Promise<T>): Promise<T> {
  const connection = await server.connect()
  try {
    await connection.query('begin transaction isolation level repeatable read')
    return await work((queries) => sent(connection, queries))
  } catch (cause) {
    throw postgresError(cause, server.name)
  } finally {
    await connection.end().catch(() => {})
  }
}

/** The office's events, in order. */
export async function* storedEvents(send: Send, office: OfficeId): AsyncGenerator<StoredEvent> {
  for (let after = 0; ;) {
    const [rows = []] = await send([{ text: page, values: [office, after] }])
    yield* rows as unknown as readonly StoredEvent[]
    const last = rows.at(-1)
    if (!last) return
    after = last['seq'] as number
  }
}

/** Follows the office's whole chain over the stored texts, up to its head. */
export async function verifyStored(send: Send, office: OfficeId): Promise<Verification> {
  const [[said] = []] = await send([{ text: headOf, values: [office] }])
  const head: HeadRow = said
    ? [office, said['seq'] as number, said['hash'] as string, said['at'] as number]
    : [nilOffice, 0, noHash, 0]
  let last: Link = { seq: 0, hash: noHash, at: 0 }
  for await (const { seq, body, hash } of storedEvents(send, office)) {
    // The engine keeps nothing that isn't UTF-8.
    const next = follow(head, last, [head[0], seq, body, hash], () => true)
    if (typeof next === 'string') return broken(last.seq + 1, next)
    last = next
  }
  return compareHead(head, last) ?? { ok: true, count: last.seq, head: { seq: last.seq, hash: last.hash } }
}
