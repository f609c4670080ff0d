import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate } from '../ids.ts'
import { Identity } from '../visit/sheet.ts'

/** What a code proves, once it is authentic: fields are to be compared with what is printed. */
const proofs = ['domicile', 'resources', 'identity', 'priority'] as const

export const scanVerdicts = [
  'authentic',
  'forged',
  'unverifiable',
  'expired',
  'revoked',
  'specimen',
  'malformed',
] as const

const Datum = z.strictObject({ label: z.string(), value: z.string(), truncated: z.boolean() })

/** What was read of a document shown at the counter. Nothing of it is kept: the agent's acts say what is. */
export const Scanned = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mrz'),
    valid: z.boolean(),
    expired: z.boolean().nullable(),
    /** The identity to note, without any number; null where the zone is no title of identity, or is not valid. */
    identity: Identity.nullable(),
    person: z
      .strictObject({
        familyName: z.string(),
        firstName: z.string().nullable(),
        birthDate: LocalDate.nullable(),
        /** A name fills its field: it may be cut. */
        truncated: z.boolean(),
      })
      .nullable(),
    /** Until when it is valid, when the law says otherwise than the document; with its text. */
    extended: z
      .strictObject({ until: z.string().nullable(), source: z.string(), toConfirm: z.boolean() })
      .nullable(),
    /** What is wrong with the zone, in French. */
    errors: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('2ddoc'),
    verdict: z.enum(scanVerdicts),
    typeName: z.string().nullable(),
    sentence: z.string(),
    /** What the agent may conclude. */
    conclusion: z.string(),
    proves: z.enum(proofs).nullable(),
    /** Signed data, beside what is printed. */
    data: z.array(Datum),
    /** Data of the annex, that nobody signed. */
    unsigned: z.array(Datum),
    validUntil: LocalDate.nullable(),
  }),
  z.strictObject({ kind: z.literal('unknown') }),
])
export type Scanned = z.infer<typeof Scanned>

export const identityCalls = {
  /** A text that a scanner, a camera or a picture gave: a machine-readable zone, a 2D-Doc, or neither. */
  'scan.read': read({
    roles: ['agent'],
    input: z.strictObject({ text: z.string().min(1).max(40_000) }),
    output: Scanned,
    refusals: ['officeNotCreated'],
  }),
} as const
