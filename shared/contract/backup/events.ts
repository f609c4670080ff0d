import { z } from 'zod'
import { Instant, LocalDate, Seq } from '../ids.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().min(0)
/** The last of a chain: its number, and the hash that the next one covers. */
const Link = z.strictObject({ number: Count, hash: Hash })

/** The last numbers that an office gave: none of them is given again. */
export const KnownNumbers = z.strictObject({
  /** The last ticket of each letter, on a date. */
  tickets: z.strictObject({ date: LocalDate, counts: z.record(z.string().max(4), Count) }).nullable(),
  /** The last document of each kind and year, `RD-2026`, and the hash of its seal. */
  documents: z.record(z.string().max(12), z.strictObject({ count: Count, hash: Hash })),
  /** The last reference of a request in each year: `DO-2026-12`. */
  files: z.record(z.string().regex(/^[0-9]{4}$/), Count),
  /** The last entry and the last closing of the till. */
  till: z.strictObject({ entry: Link, closing: Link }),
})
export type KnownNumbers = z.infer<typeof KnownNumbers>

/** How far the office's key signed that the journal went, and after how many resumptions. */
const Known = z.strictObject({ seq: Seq, hash: Hash, at: Instant, resumed: z.int().min(0) })

/** The journal is gone on with after a restore: up to where it was known to go, and the numbers that are not given again. */
export const backupEvents = {
  journalResumed: {
    v: 1,
    data: z.strictObject({
      /** The last event that the office's key signed and that is not here; null where none is known of. */
      known: Known.nullable(),
      numbers: KnownNumbers,
      /** The last event here that is known to have been signed: what was signed after it is of events that are lost. */
      since: Seq,
      /** How many times the journal was gone on with, this one included, on whichever branch. */
      resumed: z.int().min(1),
    }),
  },
} as const
