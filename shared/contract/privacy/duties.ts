import { z } from 'zod'
import { read } from '../define.ts'
import { Scope } from '../integrations/calls.ts'
import { TurnNoticeMeans } from '../queue/rows.ts'
import { PairedRole } from '../network/calls.ts'

/** What the papers that an office owes about its own tool are filled from: its settings and what the program keeps. */
export const DutyFacts = z.strictObject({
  office: z.string(),
  postal: z.string(),
  /** Telephone and e-mail of the office, those that there are. */
  contact: z.array(z.string()),
  school: z.boolean(),
  /** Names of the services; how many counters, and how many agents are known. */
  services: z.array(z.string()),
  counters: z.int(),
  agents: z.int(),
  /** Whether each opens their station by a secret of their own. */
  signIn: z.boolean(),
  /** How a provider of the office says who is there, where one does. */
  login: z.string().nullable(),
  stations: z.array(z.strictObject({ role: PairedRole, count: z.int() })),
  /** Machines that hold the office: one, or those that follow it beside. */
  machines: z.int(),
  /** What keeps the journal and the personal data: a file of the office's machine (SQLite), or a PostgreSQL server's database. */
  keptIn: z.enum(['file', 'database']).default('file'),
  tokens: z.array(z.strictObject({ label: z.string(), scopes: z.array(Scope) })),
  /** Other software that is notified of events: its name, and the host name of its address. */
  webhooks: z.array(z.strictObject({ label: z.string(), host: z.string() })),
  notices: z.array(TurnNoticeMeans),
  /** Other offices where a place can be asked. */
  partners: z.array(z.string()),
  till: z.boolean(),
  kinds: z.array(
    z.strictObject({ kind: z.string(), rule: z.string(), why: z.string(), toConfirm: z.boolean() }),
  ),
  consultationsKeptDays: z.int(),
  backupsKeptDays: z.int(),
})
export type DutyFacts = z.infer<typeof DutyFacts>

export const duties = {
  /** The facts of the impact analysis (GDPR 35) and of the notice to the staff's committee, as the office is set now. */
  'duties.get': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: DutyFacts,
    refusals: ['officeNotCreated'],
  }),
} as const
