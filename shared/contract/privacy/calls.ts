import { z } from 'zod'
import { command, read } from '../define.ts'
import { KindCounts } from './kindCounts.ts'
import { FileId, FileReference, Instant, ReasonId, Seq, TicketId } from '../ids.ts'
import { written } from '../typed.ts'

/** How a person names what is theirs: a file's reference, or the code of their ticket's paper. */
const named = {
  reference: FileReference.optional(),
  code: written.toUpperCase().min(1).max(20).optional(),
}
const note = written.max(2000).nullable().default(null)

/** What is kept of a person, for how long, and what they may ask of it. */
export const privacy = {
  /** Everything that the office has of one person (GDPR 15): what is kept of them, until when and why, and the facts. */
  'person.get': read({
    pace: { admin: 'consultations' },
    roles: ['admin'],
    input: z.strictObject(named),
    output: z.strictObject({
      fileId: FileId.nullable(),
      ticketId: TicketId.nullable(),
      limited: z.boolean(),
      rows: z.array(
        z.strictObject({
          kind: z.string(),
          id: z.string(),
          value: z.unknown(),
          rule: z.string(),
          why: z.string(),
        }),
      ),
      /** What was asked for this person under their rights, and what was done (GDPR 5.2), the latest first. */
      requests: z.array(
        z.strictObject({
          requestId: ReasonId,
          at: Instant,
          right: z.enum(['erasure', 'limitation', 'lifting']),
          visa: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
      facts: z.array(z.strictObject({ seq: Seq, at: Instant, type: z.string(), data: z.unknown() })),
    }),
    refusals: ['officeNotCreated', 'unknownPerson'],
  }),
  /** The register of processing (GDPR 30), made from what the program really keeps: kinds of personal rows, then tables. */
  'register.get': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      office: z.string(),
      kinds: z.array(
        z.strictObject({
          kind: z.string(),
          rule: z.string(),
          why: z.string(),
          toConfirm: z.boolean(),
          /** The kind is a public archive: nothing of it goes without the archives' visa. */
          archive: z.boolean().default(false),
        }),
      ),
      tables: z.array(
        z.strictObject({ table: z.string(), holds: z.string(), personal: z.boolean(), keeps: z.string() }),
      ),
      backupsKeptDays: z.int(),
    }),
    refusals: ['officeNotCreated'],
  }),
  /**
   * Erases what no text keeps (GDPR 17). Public archives are kept (GDPR 17.3.b and d): they go by `archives.eliminate` alone,
   * under the archives' visa.
   */
  'person.erase': command({
    names: ['person'],
    onLimited: 'beside',
    roles: ['admin'],
    input: z.strictObject({
      ...named,
      /** A station of the version before may name one: it is kept with what was asked, and lets no archive go. */
      visa: written.min(1).max(200).nullable().default(null),
      note,
    }),
    output: z.strictObject({ erased: KindCounts, kept: KindCounts }),
    refusals: ['unknownPerson', 'personLimited'],
  }),
  /** Keeps a file's personal data without using them, or uses them again (GDPR 18). */
  'person.limit': command({
    names: ['person'],
    onLimited: 'beside',
    roles: ['admin'],
    input: z.strictObject({ reference: FileReference, limited: z.boolean(), note }),
    output: z.strictObject({}),
    refusals: ['unknownPerson'],
  }),
} as const
