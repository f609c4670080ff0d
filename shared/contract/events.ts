import { backupEvents } from './backup/events.ts'
import { roles } from './define.ts'
import { AgentId, CommandId, Instant, OfficeId, Seq, StationId } from './ids.ts'
import { z } from 'zod'
import { officeEvents } from './office/events.ts'
import { mediaEvents } from './media/events.ts'
import { partnersEvents } from './partners/events.ts'
import { safetyEvents } from './safety/events.ts'
import { trainingEvents } from './training/events.ts'
import { appointmentsEvents } from './appointments/events.ts'
import { queueEvents } from './queue/events.ts'
import { documentsEvents } from './documents/events.ts'
import { filesEvents } from './files/events.ts'
import { peopleEvents } from './people/events.ts'
import { privacyEvents } from './privacy/events.ts'
import { lawEvents } from './law/events.ts'
import { visitEvents } from './visit/events.ts'
import { tillEvents } from './till/events.ts'
import { integrationsEvents } from './integrations/events.ts'
import { networkEvents } from './network/events.ts'

/** Who did it: from the session, never from the message. */
export const Who = z.strictObject({
  officeId: OfficeId.nullable(),
  role: z.enum([...roles, 'host']),
  stationId: StationId,
  agentId: AgentId.nullable(),
})
export type Who = z.infer<typeof Who>

/**
 * Every fact that the journal holds, with its version. Nothing here is personal: pseudonymous ids, codes,
 * salted commitments. An event is never edited; an older version is read through its upcaster.
 */
const declared = {
  ...officeEvents,
  ...lawEvents,
  ...queueEvents,
  ...visitEvents,
  ...appointmentsEvents,
  ...documentsEvents,
  ...tillEvents,
  ...filesEvents,
  ...peopleEvents,
  ...integrationsEvents,
  ...networkEvents,
  ...privacyEvents,
  ...partnersEvents,
  ...safetyEvents,
  ...mediaEvents,
  ...trainingEvents,
  ...backupEvents,
} as const

type Facts<G> = G

/** What each event is, exactly: an interface of named groups, as `Contract` is and for the same reason. */
export interface Events
  extends
    Facts<typeof officeEvents>,
    Facts<typeof lawEvents>,
    Facts<typeof queueEvents>,
    Facts<typeof visitEvents>,
    Facts<typeof appointmentsEvents>,
    Facts<typeof documentsEvents>,
    Facts<typeof tillEvents>,
    Facts<typeof filesEvents>,
    Facts<typeof peopleEvents>,
    Facts<typeof integrationsEvents>,
    Facts<typeof networkEvents>,
    Facts<typeof privacyEvents>,
    Facts<typeof partnersEvents>,
    Facts<typeof safetyEvents>,
    Facts<typeof mediaEvents>,
    Facts<typeof trainingEvents>,
    Facts<typeof backupEvents> {}

export const events: Events = declared

export type EventKind = { readonly v: number; readonly data: z.ZodType }

/** The declaration of an event by a type that is known at run time only: what all events have. */
export const eventKinds: Readonly<Record<keyof Events, EventKind>> = declared

export type EventType = keyof Events

/** Every type of event. A group that `Events` forgets does not compile here. */
export const eventTypes: readonly EventType[] = Object.keys(declared) as (keyof typeof declared)[]

export type EventData<T extends EventType> = z.infer<Events[T]['data']>
export type Event = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType]

/** An event as the journal gives it back: `at` in milliseconds, UTC, never decreasing. */
export const Recorded = z.strictObject({
  seq: Seq,
  at: Instant,
  who: Who,
  commandId: CommandId,
  type: z.string(),
  v: z.int(),
  data: z.unknown(),
})
export type Recorded = {
  readonly seq: Seq
  readonly at: Instant
  readonly who: Who
  readonly commandId: CommandId
  readonly event: Event
}
