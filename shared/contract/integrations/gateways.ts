import { z } from 'zod'
import { command, read } from '../define.ts'
import { TurnNoticeMeans } from '../queue/rows.ts'
import { written } from '../typed.ts'

// By what notices leave: facts of the host's machine, kept in a file of its folder that its owner alone reads. What opens a
// gateway is never shown again, nor kept by the journal.

/** Of a header of HTTP, or of a password: visible characters, spaces among them. */
const secret = written
  .min(1)
  .max(1000)
  .regex(/^[\x20-\x7e\u00a1-\u00ff]+$/)

/** An HTTP gateway: it receives `POST {"to": "+33…", "text": "…"}`, and answers 2xx once it has taken the message. */
export const SmsGateway = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** The header that opens it (« Authorization »); null where none does. */
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,80}$/)
    .nullable(),
})
export type SmsGateway = z.infer<typeof SmsGateway>

/** An SMTP server. `starttls` is required once asked; `clear` is for a server of the office's own network. */
export const EmailGateway = z.strictObject({
  host: written.min(1).max(200),
  port: z.int().min(1).max(65_535),
  security: z.enum(['starttls', 'tls', 'clear']),
  user: written.min(1).max(200).nullable(),
  from: z.email().max(200),
})
export type EmailGateway = z.infer<typeof EmailGateway>

/** Why a message was not taken: a code, never what the other side answered. `noGateway`: none is set; `unreadable`: its file. */
export const GatewayProblem = z.enum([
  'noGateway',
  'unreadable',
  'unresolved',
  'unreachable',
  'timeout',
  'redirected',
  'refused',
  'login',
  'security',
  'recipient',
])
export type GatewayProblem = z.infer<typeof GatewayProblem>

/** How long an address or a number that a test is sent to may be. */
const To = written.min(3).max(200)

export const gateways = {
  'gateways.show': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Null where there is none. `hasSecret`: its header has a value. */
      sms: SmsGateway.extend({ hasSecret: z.boolean() }).nullable(),
      email: EmailGateway.extend({ hasSecret: z.boolean() }).nullable(),
      /** The file was written by hand and says nothing that can be read: setting a gateway replaces it. */
      unreadable: z.boolean(),
    }),
    refusals: [],
  }),
  /** One gateway, or none any more. The secret that is absent stays as it is. */
  'gateways.set': command({
    by: 'integrations',
    only: 'ownSeat',
    secrets: ['secret'],
    roles: ['admin'],
    input: z.strictObject({
      gateway: z.discriminatedUnion('means', [
        z.strictObject({ means: z.literal('sms'), sms: SmsGateway.nullable() }),
        z.strictObject({ means: z.literal('email'), email: EmailGateway.nullable() }),
      ]),
      secret: secret.optional(),
    }),
    output: z.strictObject({}),
    refusals: [],
  }),
  /** A test message, by the gateway that is set, to whom whoever tries it says: kept nowhere. */
  'gateways.try': command({
    by: 'integrations',
    only: 'ownSeat',
    secrets: ['to'],
    pace: { admin: 'elsewhere' },
    roles: ['admin'],
    input: z.strictObject({ means: TurnNoticeMeans, to: To }),
    output: z.strictObject({
      /** What was sent, word for word. */
      text: z.string(),
      problem: GatewayProblem.nullable(),
    }),
    refusals: [],
  }),
} as const
