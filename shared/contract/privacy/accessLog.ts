import { z } from 'zod'
import { read } from '../define.ts'
import { AgentId, ConsultationId, Instant, LocalDate, StationId } from '../ids.ts'

/**
 * What can be consulted of personal data: a file looked up (by its reference or the ministry's receipt, by a name and a
 * birth date) or opened with its person, a document read, a person's trace, the appointments of a day, an entry of the
 * till with what was typed for it, the till's books, the forms of incidents, and this journal itself when it leaves the office.
 */
export const Consulted = z.enum([
  'fileReference',
  'fileName',
  'file',
  'document',
  'trail',
  'appointments',
  'tillEntry',
  'tillBooks',
  'incidents',
  'consultations',
])
export type Consulted = z.infer<typeof Consulted>

export const Consultation = z.strictObject({
  consultationId: ConsultationId,
  at: Instant,
  agentId: AgentId.nullable(),
  stationId: StationId,
  what: Consulted,
  /** What was shown: its id, and its number or date as people say it, null once it is gone. */
  about: z.array(z.strictObject({ id: z.string(), name: z.string().nullable() })),
})

/** How long one of the journals that the law keeps apart is kept, in French for who answers for it. */
const KeptJournal = z.strictObject({
  journal: z.enum(['acts', 'consultations', 'exchanges']),
  /** Days; null where no term of ours ends it. */
  keepDays: z.int().nullable(),
  rule: z.string(),
  why: z.string(),
  toConfirm: z.boolean(),
})

export const consultations = {
  /** Who consulted what, the latest first, 50 a page. Nothing is counted by agent: it serves no evaluation. */
  'consultations.list': read({
    roles: ['admin'],
    input: z.strictObject({ before: ConsultationId.optional() }),
    output: z.strictObject({
      consultations: z.array(Consultation).max(50),
      more: z.boolean(),
      journals: z.array(KeptJournal),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** The journal of a period for the data protection officer: CSV and the description of its columns, in one archive. */
  'consultations.export': read({
    pace: { admin: 'exports' },
    roles: ['admin'],
    input: z.strictObject({ from: LocalDate, to: LocalDate }),
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
} as const
