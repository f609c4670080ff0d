import { z } from 'zod'
import { command, read, type IsOwnAddress } from '../define.ts'
import { Instant, Seq, ServiceId, TicketId, TicketNumber } from '../ids.ts'
import { hostOf, isHostAddress } from '../network/hostAddresses.ts'
import { Language } from '../text.ts'
import { TurnNoticeMeans } from '../queue/rows.ts'
import { spaced, written } from '../typed.ts'

/**
 * What a token of other software opens, in words that a manager can choose from. Which calls each opens is in
 * `scopes.ts`.
 */
export const Scope = z.enum([
  'queue',
  'tickets',
  'appointments',
  'calendar',
  'statistics',
  'events',
  'metrics',
  'places',
])
export type Scope = z.infer<typeof Scope>

export const ApiTokenId = z.uuid().brand('ApiTokenId')
export type ApiTokenId = z.infer<typeof ApiTokenId>
export const WebhookId = z.uuid().brand('WebhookId')
export type WebhookId = z.infer<typeof WebhookId>

const Label = spaced.min(1).max(80)

/** What leaves for other software (`published.ts`): the same types over the stream and over webhooks. */
const EventTypeName = z.string().regex(/^[a-z][A-Za-z]{2,39}$/)

/** An address of other software. Which addresses may be reached is decided when it is called, after DNS. */
const Url = z.url({ protocol: /^https?$/ }).max(500)

export const ApiToken = z.strictObject({
  tokenId: ApiTokenId,
  label: Label,
  scopes: z.array(Scope).min(1).max(10),
  /** The token opens nothing from then on; null: until it is revoked. */
  until: Instant.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export const Webhook = z.strictObject({
  webhookId: WebhookId,
  label: Label,
  url: Url,
  /** Types of events; empty: all that leave. */
  types: z.array(EventTypeName).max(100),
  /** A pause loses nothing: what happened meanwhile is sent afterwards. */
  active: z.boolean(),
})
export type Webhook = z.infer<typeof Webhook>

/** What the office lets other software do beyond its own machine. */
export const SoftwareSettings = z.strictObject({
  /** Webhooks may reach this machine and private networks, and by http. */
  privateAddresses: z.boolean(),
  /** By which means a person may be told that their turn is near, and when few enough are before. */
  notices: z.strictObject({ means: z.array(TurnNoticeMeans).max(2), ahead: z.int().min(0).max(20) }),
  /** What the declaration of accessibility says of the administration itself (loi 2005-102, art. 47); '' where not said. */
  accessibility: z.strictObject({ contact: written.max(200), plan: written.max(300) }).optional(),
  /** Whether the year's commitments are a page that anyone of the network reads, `/engagements`. */
  commitments: z.strictObject({ published: z.boolean() }).optional(),
})
export type SoftwareSettings = z.infer<typeof SoftwareSettings>
export const noSoftwareSettings: SoftwareSettings = {
  privateAddresses: false,
  notices: { means: [], ahead: 2 },
}

/** Why a delivery failed: a code, never what the other side answered. */
export const deliveryProblems = [
  'privateAddress',
  'insecureAddress',
  'unresolved',
  'unreachable',
  'timeout',
  'redirected',
  'refused',
] as const
export const DeliveryProblem = z.enum(deliveryProblems)
export type DeliveryProblem = z.infer<typeof DeliveryProblem>

/** An address of the host's own machine, with its port and its path: one that stands allows no other. */
const ofHost = ({ url }: { readonly url: string }, isOwn: IsOwnAddress) => {
  const host = hostOf(url)
  return isHostAddress(host) || isOwn(host) ? [url] : []
}

export const software = {
  /** A token for other software. It is shown once: the act repeated answers null. */
  'apiToken.create': command({
    shownOnce: 'token',
    roles: ['admin'],
    input: ApiToken.omit({ tokenId: true }),
    output: z.strictObject({ tokenId: ApiTokenId, token: z.string().nullable() }),
    refusals: ['officeNotCreated', 'timeInPast', 'softwareFull'],
  }),
  'apiToken.revoke': command({
    roles: ['admin'],
    input: z.strictObject({ tokenId: ApiTokenId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownApiToken'],
  }),
  /** An address notified of events from now on. Its secret is shown once: the act repeated answers null. */
  'webhook.create': command({
    ofHost,
    shownOnce: 'secret',
    roles: ['admin'],
    input: Webhook.omit({ webhookId: true, active: true }),
    output: z.strictObject({ webhookId: WebhookId, secret: z.string().nullable() }),
    refusals: ['officeNotCreated', 'unknownEventType', 'webhookInsecure', 'softwareFull'],
  }),
  'webhook.set': command({
    ofHost,
    roles: ['admin'],
    input: Webhook,
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownWebhook', 'unknownEventType', 'webhookInsecure'],
  }),
  /** No more is sent there; what could not be delivered is forgotten. */
  'webhook.remove': command({
    roles: ['admin'],
    input: z.strictObject({ webhookId: WebhookId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownWebhook'],
  }),
  /** What was given up is sent again. */
  'webhook.replay': command({
    by: 'integrations',
    pace: { admin: 'elsewhere' },
    roles: ['admin'],
    input: z.strictObject({ webhookId: WebhookId, seq: Seq }),
    output: z.strictObject({}),
    refusals: ['unknownWebhook', 'unknownDelivery'],
  }),
  'software.set': command({
    // Once said there, webhooks reach the machine and its networks.
    ofHost: ({ privateAddresses }: SoftwareSettings) => (privateAddresses ? ['privateAddresses'] : []),
    roles: ['admin'],
    input: SoftwareSettings,
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** Everything that the administration shows of other software. */
  'software.show': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      settings: SoftwareSettings,
      tokens: z.array(ApiToken.extend({ createdAt: Instant, usedAt: Instant.nullable() })).max(100),
      webhooks: z
        .array(
          Webhook.extend({
            /** The last event delivered or given up, and the journal's own. */
            seq: Seq,
            head: Seq,
            attempts: z.int(),
            problem: DeliveryProblem.nullable(),
            nextAt: Instant.nullable(),
            dead: z.int(),
          }),
        )
        .max(20),
      /** Given up, the latest first. */
      dead: z
        .array(
          z.strictObject({
            webhookId: WebhookId,
            seq: Seq,
            type: z.string(),
            at: Instant,
            attempts: z.int(),
            problem: DeliveryProblem,
            /** Asked to be sent again, and not yet sent. */
            again: z.boolean(),
          }),
        )
        .max(200),
      types: z.array(z.string()),
    }),
    refusals: [],
  }),
  /** A person asks to be told when their turn is near: kept beside the journal, until it is sent or they are called. */
  'notice.ask': command({
    pace: { kiosk: 'notices', agent: 'notices' },
    roles: ['kiosk', 'agent'],
    input: z.strictObject({
      ticketId: TicketId,
      means: TurnNoticeMeans,
      /** A telephone number or an e-mail address: the person said yes to this one use of it. */
      to: written.min(3).max(254),
      consent: z.literal(true),
      lang: Language.optional(),
    }),
    output: z.strictObject({ number: TicketNumber, ahead: z.int() }),
    refusals: [
      'dayNotOpen',
      'unknownTicket',
      'ticketNotWaiting',
      'noticeNotOffered',
      'noticeAddressWrong',
      'noticesFull',
    ],
  }),
  /** The person changed their mind: the number or the address is erased. */
  'notice.withdraw': command({
    pace: { kiosk: 'codes' },
    roles: ['kiosk', 'agent'],
    input: z.strictObject({ ticketId: TicketId }),
    output: z.strictObject({}),
    refusals: ['unknownTicket', 'noNotice'],
  }),
  /** Sends the notice of a turn now, once; the host does so by itself when few are before. The number or the address is erased. */
  'notice.send': command({
    by: 'integrations',
    decided: true,
    pace: { agent: 'notices', supervisor: 'notices' },
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ ticketId: TicketId }),
    output: z.strictObject({}),
    refusals: ['dayNotOpen', 'unknownTicket', 'ticketNotWaiting', 'noNotice'],
  }),
  /** What the host itself notes of a notice that no gateway took, asked at that event. Nobody asks it through a door. */
  'notice.fail': command({
    roles: [],
    input: z.strictObject({ ticketId: TicketId, means: TurnNoticeMeans, asked: Seq }),
    output: z.strictObject({}),
    refusals: ['unknownTicket', 'noNotice'],
  }),
  /** The person whose notice did not leave was told by word of mouth. */
  'notice.told': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ ticketId: TicketId }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['unknownTicket', 'noNotice'],
  }),
  /** Appointments as a calendar (RFC 5545): hours and services, nobody's name. */
  'appointments.calendar': read({
    pace: { supervisor: 'exports', admin: 'exports', integration: 'exports' },
    roles: ['supervisor', 'admin', 'integration'],
    input: z.strictObject({ serviceId: ServiceId.optional() }),
    output: z.strictObject({ text: z.string(), total: z.int() }),
    refusals: ['officeNotCreated'],
  }),
} as const
