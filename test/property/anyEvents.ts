import { fc } from '@fast-check/vitest'
import { eventKinds, type Event, type EventType, type Recorded } from '../../shared/contract/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/state.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { whoIs } from '../fixtures/pureOffice.ts'
import { dayEvents } from './office/dayEvents.ts'
import { uuidOf } from './fewIds.ts'
import { filesEvents } from './files/events.ts'
import { archiveEvents, privacyEvents } from './privacy/events.ts'
import { backupEvents } from './backup/events.ts'
import { trainingEvents } from './training/events.ts'
import { foundingEvents } from './office/foundingEvents.ts'
import { issuedEvents, documentsEvents } from './documents/events.ts'
import { peopleEvents } from './people/events.ts'
import { servicesEvents } from './office/servicesEvents.ts'
import { mediaEvents } from './media/events.ts'
import { safetyEvents } from './safety/events.ts'
import { integrationsEvents } from './integrations/events.ts'
import { networkEvents } from './network/events.ts'
import { queueEvents } from './queue/events.ts'
import { tillEvents } from './till/events.ts'
import { partnersEvents } from './partners/events.ts'
import { visitEvents } from './visit/events.ts'

// Any event of the journal, in any order, of ids that meet now and then.

/** The order is that of the cases which a seed draws: what comes is added at the end. */
const data: { readonly [T in EventType]: fc.Arbitrary<unknown> } = {
  ...integrationsEvents,
  ...tillEvents,
  ...partnersEvents,
  ...safetyEvents,
  ...trainingEvents,
  ...peopleEvents,
  ...privacyEvents,
  ...servicesEvents,
  ...networkEvents,
  ...foundingEvents,
  ...dayEvents,
  ...queueEvents,
  ...visitEvents,
  ...issuedEvents,
  ...filesEvents,
  ...documentsEvents,
  ...mediaEvents,
  ...backupEvents,
  ...archiveEvents,
}

/** One event of a type: told apart by its type alone, what a hundred types have in common is found at once. */
const eventOf = (type: EventType, some: fc.Arbitrary<unknown>): fc.Arbitrary<Event> =>
  some.map((one) => ({ type, data: eventKinds[type].data.parse(one) }) as Event)

const anyEvent = fc.oneof(
  ...(Object.entries(data) as [EventType, fc.Arbitrary<unknown>][]).map(([type, some]) =>
    eventOf(type, some),
  ),
)

/** Any events one after another, as no office would make them. */
export const recorded = fc.array(anyEvent, { maxLength: 60 }).map((all) =>
  all.map((event, at): Recorded => ({
    seq: at + 1,
    at: (1_772_523_000_000 + at) as Recorded['at'],
    who: whoIs('admin', emptyOffice),
    commandId: uuidOf(at) as Recorded['commandId'],
    event,
  })),
)

export const born = (office: typeof emptyOffice) =>
  evolve(office, {
    ...whole,
    event: {
      type: 'officeCreated',
      data: { officeId: uuidOf(1) as never, settings: schoolOffice.settings, school: true, publicKey: '' },
    },
  })
export const whole = {
  seq: 0,
  at: 0 as Recorded['at'],
  who: whoIs('admin', emptyOffice),
  commandId: uuidOf(0) as Recorded['commandId'],
}
