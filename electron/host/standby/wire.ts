import { z } from 'zod'
import { OfficeId } from '../../../shared/contract/ids.ts'
import { OfficeHost, Pin } from '../../../shared/contract/network/calls.ts'

// What two machines of one office say to each other, over HTTP, with the token that opens this door alone. Each question is
// a POST of JSON; the whole copy alone is a file.

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().min(0)
/** An anchor's line (`db/journal/anchor.ts`). */
const Line = z.string().max(64 * 1024)

/** A machine of the office as another one finds it. An address in clear is this very machine's. */
export const Peer = z.strictObject({
  hostId: z.uuid(),
  urls: z.array(z.string().max(300)).max(40),
  pins: z.array(Pin).max(8),
})
export type Peer = z.infer<typeof Peer>

/** How far a copy is: `db/journal/followed.ts`. */
export const Place = z.strictObject({
  seq: Count,
  hash: Hash,
  rev: Count,
  lineage: z.string().max(64).nullable(),
  follows: z.boolean(),
})

/** `state`: who asks, whether it acts, and how many times a machine took the relay as far as it knows. */
export const StateAsked = z.strictObject({ us: Peer, acts: z.boolean(), epoch: Count })
export type StateAsked = z.infer<typeof StateAsked>
export const State = z.strictObject({
  us: Peer,
  acts: z.boolean(),
  epoch: Count,
  office: OfficeId.nullable(),
  /** Both must have the same: rows cross as they are. */
  schema: Count,
  place: Place,
})
export type State = z.infer<typeof State>

/** `next`: what was taken in so far is durable here; what comes after it is asked. */
export const NextAsked = z.strictObject({
  us: Peer,
  epoch: Count,
  place: Place,
  /** The digest of the files beside the database. */
  files: z.string().max(64),
  /** How far it knows the office's key to have signed that the journal goes: the anchor's line. */
  anchor: Line.nullable().default(null),
  /** Whether the answer may wait for something to say; the first does not. */
  holds: z.boolean(),
  /** Where this machine would answer stations, for them to know. */
  door: OfficeHost.nullable(),
})
export type NextAsked = z.infer<typeof NextAsked>

const Cell = z.union([z.string(), z.number(), z.null()])
export const Next = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('delta'),
    epoch: Count,
    events: z.array(z.tuple([Count, z.string(), Hash])),
    rows: z.array(z.tuple([z.string(), z.string(), z.record(z.string(), Cell).nullable()])),
    rev: Count,
    /** The host's last anchor, where the one asked with is another. */
    anchor: Line.optional(),
    /** All of them, by name, in base64; absent when they are the same. */
    files: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ t: z.enum(['apart', 'diverged']) }),
])
export type Next = z.infer<typeof Next>

export const HashAsked = z.strictObject({ seq: Count })
export const HashSaid = z.strictObject({ hash: Hash.nullable() })

/** `promote`, asked by a person of the machine itself. */
export const Promoted = z.strictObject({ epoch: z.int().min(1) })

/** `renew`, asked by a person of the machine itself. */
export const Renewed = z.strictObject({ token: z.string().min(32) })

/** What the door answers when it does what is asked and has nothing to say. */
export const Done = z.strictObject({})
