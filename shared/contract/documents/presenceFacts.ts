import { z } from 'zod'
import { toldAct } from '../queue/counters.ts'
import { DocumentKind } from './kinds.ts'
import { nature } from './nature.ts'
import { DocumentNumber, Instant, Seq } from '../ids.ts'
import { Outcome } from '../queue/outcomes.ts'
import { RuleVersion } from '../law/assessment.ts'
import { PublishedRule } from '../queue/rules.ts'
import { CallCode, Fault } from '../queue/reasons.ts'
import { Announced } from '../waits/waits.ts'

/** Where a person was in their visit when their presence was attested, until when they were there, and by whose doing not received. */
export const Presence = z.strictObject({
  stage: z.enum(['waiting', 'called', 'serving', 'away', 'absent', 'left', 'closed']),
  /** Null for who is still here. */
  until: Instant.nullable(),
  fault: Fault.nullable(),
})
export type Presence = z.infer<typeof Presence>

/** Why somebody who came was not received. `leftOvernight`: the day was never closed, and nobody settled them. */
export const NotReceivedWhy = z.enum([
  'serviceClosed',
  'noTimeLeft',
  'nobodyServes',
  'closing',
  'notReceived',
  'leftOvernight',
])
export type NotReceivedWhy = z.infer<typeof NotReceivedWhy>

/** « Certificat de non-réception »: came, was not received, why, and by whose doing. */
export const NonReceptionFacts = z.strictObject({
  arrivedAt: Instant,
  /** A reception that began and was not ended: elsewhere, or before a counter was closed. */
  receivedAt: Instant.nullable(),
  /** When it was known that they would not be received. */
  until: Instant,
  why: NotReceivedWhy,
  /** The office's words for the public (« Grève »), or what was typed. */
  detail: z.string().nullable(),
  fault: Fault,
  /** The appointment given instead. */
  appointmentAt: Instant.nullable(),
})

// One act of the office about a ticket: its place in the journal, so that the export of the journal tells the same.
const step = <const K extends string, S extends z.ZodRawShape>(is: K, shape: S) =>
  z.strictObject({ is: z.literal(is), seq: Seq, at: Instant, ...shape })
/** A counter's name; null at the entrance. */
const counter = z.string().nullable()

/** What happened to a ticket, one after another. No ground of priority is there: it touches health. */
export const PassageStep = z.discriminatedUnion('is', [
  step('taken', {
    channel: z.enum(['kiosk', 'reception', 'counter', 'entrance']),
    service: z.string(),
    announced: Announced.nullable(),
    appointmentAt: Instant.nullable(),
    requests: z.int().min(1),
  }),
  /** Given by the kiosk while it was cut off; in line since `at`, at the hour when it was taken, or too late for its day. */
  step('joined', { service: z.string(), takenAt: Instant, missed: z.boolean() }),
  /** Written by hand during a failure, and entered afterwards. */
  step('entered', {
    service: z.string(),
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    outcome: Outcome.nullable(),
  }),
  step('priority', { given: z.boolean() }),
  /** Why then: `overtaken` people who came before still waited. */
  step('called', { counter, reason: CallCode, overtaken: z.int().min(0) }),
  step('recalled', { counter }),
  step('absent', { counter }),
  step('returned', { keepsRank: z.boolean() }),
  step('received', { counter }),
  step('parked', { promisedAt: Instant.nullable() }),
  step('promised', { promisedAt: Instant }),
  step('resumed', { counter }),
  /** `back`: to the line of the same service, as their counter was closed or a visit was given back. */
  step('transferred', { service: z.string(), back: z.literal(true).optional() }),
  step('replaced', {}),
  step('requestAdded', { service: z.string() }),
  step('requestEnded', { outcome: Outcome, rule: RuleVersion.nullable(), ...nature }),
  step('ended', { outcome: Outcome, rule: RuleVersion.nullable(), fault: Fault.nullable(), ...nature }),
  step('left', { fault: Fault }),
  step('notReceived', {
    how: z.enum(['appointment', 'certificate', 'reason', 'dayNeverClosed']),
    fault: Fault,
  }),
  step('undone', toldAct),
])
export type PassageStep = z.infer<typeof PassageStep>

/** « Mon passage »: a person's own trace of their visit, with what is needed to check it without the office. */
export const PassageFacts = z.strictObject({
  takenAt: Instant,
  steps: z.array(PassageStep),
  /** How often somebody who came after was called before, while this person waited for a counter that could have called them: by reason. */
  overtakes: z.array(z.strictObject({ reason: CallCode, count: z.int().min(1) })),
  documents: z.array(
    z.strictObject({
      kind: DocumentKind,
      number: DocumentNumber,
      issuedAt: Instant,
      shortCode: z.string(),
      /** The number of the document by which it no longer holds. */
      replacedBy: DocumentNumber.nullable(),
    }),
  ),
  /** The queue's rule, as it is published. */
  queueRule: PublishedRule,
  /** Where the journal was when this was drawn, its hash there, and the office's Ed25519 key, base64url. */
  chain: z.strictObject({ seq: Seq, hash: z.string(), publicKey: z.string() }),
})
