import { hash } from 'node:crypto'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { Recorded, Who } from '../../shared/contract/events.ts'
import type { CommandId, Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import type { NewEvent } from './port.ts'
import { upcast, versions, type Versions } from './upcast.ts'
import type { Upcasters } from './upcaster.ts'

/** The hash before the first event. */
export const noHash = '0'.repeat(64)

/** The office before its birth: rows stored then are few, and adopted by `officeCreated`. */
export const nilOffice = '00000000-0000-0000-0000-000000000000' as OfficeId

/** The chain's rule: SHA-256, in hex, of the previous hash in hex followed by the body. */
export const chainHash = (previous: string, body: string): string => hash('sha256', previous + body, 'hex')

/** The stored text of an event: canonical JSON, made once; nothing reserialises it afterwards. */
export function encode(
  seq: Seq,
  { at, who, commandId, event }: NewEvent,
  known: Versions = versions,
): string {
  return canonicalJson({ at, commandId, data: event.data, seq, type: event.type, v: known[event.type], who })
}

/** What `encode` wrote: this program or an older one. */
export type StoredBody = {
  readonly at: Instant
  readonly commandId: CommandId
  readonly data: unknown
  readonly seq: Seq
  readonly type: string
  readonly v: number
  readonly who: Who
}

/** The event that a stored text says, through the upcasters. */
export const decode = (text: string, steps?: Upcasters, known?: Versions): Recorded =>
  recordedOf(JSON.parse(text) as StoredBody, steps, known)

/** The event that a body says, through the upcasters. */
export function recordedOf(body: StoredBody, steps?: Upcasters, known?: Versions): Recorded {
  const { at, commandId, data, seq, type, v, who } = body
  return { seq, at, who, commandId, event: upcast(type, v, data, steps, known) }
}
