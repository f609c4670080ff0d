import { fc } from '@fast-check/vitest'
import { eventKinds, type Event, type EventType, type Recorded } from '../../shared/contract/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/state.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { whoIs } from '../fixtures/pureOffice.ts'
import { dayEvents } from './dayEvents.ts'
import { uuidOf } from './fewIds.ts'
import { filesEvents } from './filesEvents.ts'
import { archiveEvents, privacyEvents } from './privacyEvents.ts'
import { journalEvents } from './journalEvents.ts'
import { trainingEvents } from './trainingEvents.ts'
import { foundingEvents } from './foundingEvents.ts'
import { issuedEvents, documentsEvents } from './documentsEvents.ts'
import { peopleEvents } from './peopleEvents.ts'
import { servicesEvents } from './servicesEvents.ts'
import { recordingEvents } from './recordingEvents.ts'
import { safetyEvents } from './safetyEvents.ts'
import { integrationsEvents } from './integrationsEvents.ts'
import { stationEvents } from './stationEvents.ts'
import { ticketEvents } from './ticketEvents.ts'
import { tillEvents } from './tillEvents.ts'
import { partnersEvents } from './partnersEvents.ts'
import { visitEvents } from './visitEvents.ts'

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
  ...stationEvents,
  ...foundingEvents,
  ...dayEvents,
  ...ticketEvents,
  ...visitEvents,
  ...issuedEvents,
  ...filesEvents,
  ...documentsEvents,
  ...recordingEvents,
  ...journalEvents,
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
