import { Temporal } from 'temporal-polyfill'
import type { Journal, NewEvent } from '../../db/journal/port.ts'
import type { Outcome } from '../../shared/contract/queue/outcomes.ts'
import type { Event, Who } from '../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../shared/contract/ids.ts'
import { OfficeSettings } from '../../shared/contract/office/settings.ts'
import type { Priority } from '../../shared/contract/queue/rules.ts'
import type { CallCode } from '../../shared/contract/queue/reasons.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { batch, v7 } from './facts.ts'

/** An instant of the wall clock in Paris: `2026-03-29T03:30`, or with its offset. */
export const paris = (wall: string): Instant =>
  (wall.includes('+')
    ? Temporal.Instant.from(wall).epochMilliseconds
    : Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Paris').epochMilliseconds) as Instant

/** Somebody who came one day; seconds. */
export type Came = {
  readonly at: Instant
  readonly service?: string
  /** From the ticket to the first call, or to the departure. */
  readonly wait: number
  readonly served?: number
  readonly end: Outcome | 'left' | 'absent' | 'unserved' | 'waiting'
  readonly announcedP90?: number
  readonly priority?: Priority
  readonly arrangement?: boolean
  readonly call?: readonly [code: CallCode, overtaken: number]
}

const who = { officeId: v7(1), role: 'host', stationId: 'hote', agentId: null } as unknown as Who

/** Stores an office's birth, and these people's days one after another, as their events would have been told. */
export async function storeDays(journal: Journal, people: readonly Came[]): Promise<void> {
  const told: { at: number; event: Event }[] = people.flatMap((person, index) => story(person, index))
  const born = {
    type: 'officeCreated',
    data: {
      officeId: v7(1),
      settings: OfficeSettings.parse(schoolOffice.settings),
      school: true,
      publicKey: '',
    },
  } as unknown as Event
  const ordered = told.toSorted((one, other) => one.at - other.at)
  const first = ordered[0]?.at ?? paris('2026-01-01T00:00')
  const events = [{ at: first - 1, event: born }, ...ordered].map(({ at, event }, index): NewEvent => ({
    at: at as Instant,
    who,
    commandId: v7(500_000 + index) as CommandId,
    event,
  }))
  await journal.append(0, batch({ events }))
}

function story(person: Came, index: number): { at: number; event: Event }[] {
  const { at, wait, served = 300, end, call = ['arrivalOrder', 0], service = 'titres' } = person
  const ids = { ticketId: v7(10_000 + index), visitId: v7(200_000 + index), counterId: '1' }
  const { ticketId } = ids
  const took = {
    ticketId,
    number: `A${(index % 9999) + 1}`,
    serviceId: service,
    procedureId: null,
    purpose: 'request',
    lang: 'fr',
    arrangements: person.arrangement ? ['seatedCall'] : [],
    requests: 1,
    priority: person.priority ?? null,
    appointmentId: null,
    dueAt: null,
    channel: 'kiosk',
    announced:
      person.announcedP90 === undefined
        ? null
        : { p50: person.announcedP90 / 2, p90: person.announcedP90, sure: 1 },
    code: 'K7M2',
  }
  const acts: [seconds: number, type: string, data: object][] = [[0, 'ticketTaken', took]]
  const [code, overtaken] = call
  const reason = { code, overtaken, longestWait: 0, reasonId: null }
  const ending = { ...ids, procedureId: null, rule: null, fault: null }
  if (end === 'left') acts.push([wait, 'ticketLeft', { ticketId, fault: 'person' }])
  else if (end === 'unserved')
    acts.push([
      wait,
      'ticketUnserved',
      { ticketId, how: 'certificate', fault: 'service', reasonId: null, appointmentId: null },
    ])
  else if (end !== 'waiting') {
    acts.push([wait, 'ticketCalled', { ...ids, callId: v7(400_000 + index), reason }])
    if (end === 'absent') acts.push([wait + 60, 'ticketAbsent', ids])
    else {
      acts.push([wait, 'visitStarted', ids])
      acts.push([wait + served, 'visitClosed', { ...ending, outcome: end }])
    }
  }
  return acts.map(([seconds, type, data]) => ({
    at: at + seconds * 1000,
    event: { type, data } as unknown as Event,
  }))
}
