import type { Instant, LocalDate } from '../contract/ids.ts'
import type { EventData } from '../contract/events.ts'
import type { KioskId, KioskSeries, ProvisionalTicket } from '../contract/provisional.ts'
import { dateIn } from './calendar.ts'
import type { Decide, Evolve } from './decision.ts'
import { inLine } from './line.ts'
import { isDayOver } from './openDay.ts'
import { serviceOf, zoneOf, type Office, type Ticket } from './office.ts'
import { newTicket, numbered, seriesOf } from './ticket.ts'

// Numbers that a kiosk gives without its host, in a series of its own, and how they join the line at the return.

/** Who has a series, and on which date it was last asked. */
export type Lent = { readonly kioskId: KioskId; readonly date: LocalDate }

/** A kiosk that came back later than this is told so: its papers are entered by hand, in milliseconds. */
const latest = 7 * 86_400_000

const all = ['P', ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `P${letter}`)] as KioskSeries[]

/** The kiosk's own series; else one that nobody has; else the one that was asked for last the longest ago. */
function seriesFor(office: Office, kioskId: KioskId, date: LocalDate): KioskSeries | undefined {
  const mine = office.lent.findKey((lent) => lent.kioskId === kioskId)
  if (mine !== undefined) return mine
  const letters = new Set((office.settings?.services ?? []).map(({ letter }) => letter))
  const usable = all.filter((series) => !letters.has(series))
  return (
    usable.find((series) => !office.lent.has(series)) ??
    usable
      .filter((series) => (office.lent.get(series)?.date ?? date) < date)
      .toSorted((a, b) => (office.lent.get(a)!.date < office.lent.get(b)!.date ? -1 : 1))[0]
  )
}

/** Lent for the date: asked again on the same one, nothing is written. */
export const lendSeries: Decide<'series.lend'> = (office, { kioskId }, { now }) => {
  const { officeId } = office
  if (office.settings === null || officeId === null) return { refusal: 'officeNotCreated' }
  const date = dateIn(zoneOf(office), now)
  const series = seriesFor(office, kioskId, date)
  if (series === undefined) return { refusal: 'seriesExhausted' }
  const known = office.lent.get(series)
  return {
    events:
      known?.kioskId === kioskId && known.date === date
        ? []
        : [{ type: 'seriesLent', data: { series, kioskId, date } }],
    output: { officeId, series, date, count: countOf(office, series, date) },
  }
}

const countOf = ({ series: given }: Office, series: KioskSeries, date: LocalDate): number =>
  given?.date === date ? (given.counts.get(series) ?? 0) : 0

/**
 * Nobody who holds such a paper is left without a trace: while their day goes on they wait at the rank of their true
 * arrival, once it is over they are written as not received. A morning begun without the host gives numbers before its day
 * is opened: they are asked again then. Refused for good only where the paper can't be one of this office's.
 */
export const joinTicket: Decide<'ticket.join'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { ticketId, number, serviceId, kioskId, purpose, lang, code } = input
  const known = office.tickets.get(ticketId)
  // Another command of the same paper: it is in line already.
  if (known) return { events: [], output: { ticketId, number, takenAt: known.takenAt, received: 'waiting' } }
  // Withdrawn since: nobody waits for it any more, but whoever did has their trace.
  const receiving = serviceOf(office, serviceId)
  const service = receiving ?? office.formerServices.get(serviceId)
  if (!service) return { refusal: 'unknownService' }
  if (context.now - input.takenAt > latest) return { refusal: 'joinTooLate' }
  if (office.lent.get(seriesOf(number) as KioskSeries)?.kioskId !== kioskId)
    return { refusal: 'seriesNotLent' }
  const procedureId = service.procedures.find((id) => id === input.procedureId) ?? null
  const takenAt = boundedHour(office, input, context.now)
  const missed = !receiving || !isOfToday(office, takenAt, context.now)
  if (missed && isBeforeItsDay(office, takenAt, context.now)) return { refusal: 'dayNotOpen' }
  if (!missed && office.byNumber.has(number)) return { refusal: 'numberUsed' }
  const data = { ticketId, number, serviceId, procedureId, purpose, lang, code, takenAt, missed }
  return {
    events: [{ type: 'ticketJoined', data }],
    output: { ticketId, number, takenAt, received: missed ? 'missed' : 'waiting' },
  }
}

/** Within what the host knows, whatever the kiosk's clock: after the cut, after this day's opening, not in the future. */
function boundedHour(
  office: Office,
  { takenAt, awaySince }: Pick<ProvisionalTicket, 'takenAt' | 'awaySince'>,
  now: Instant,
): Instant {
  const { day } = office
  const opened = day !== null && isOfToday(office, takenAt, now) ? day.openedAt : 0
  return Math.min(now, Math.max(takenAt, awaySince, opened)) as Instant
}

const isOfToday = (office: Office, at: Instant, now: Instant): boolean =>
  office.day !== null && !isDayOver(office, now) && dateIn(zoneOf(office), at) >= office.day.date

/** Whether it is of this date, whose day no one has opened yet. */
const isBeforeItsDay = (office: Office, at: Instant, now: Instant): boolean => {
  const today = dateIn(zoneOf(office), now)
  return dateIn(zoneOf(office), at) === today && office.series?.date !== today
}

/**
 * The rank of an arrival in the past: after whoever had theirs before, in the order of the hours. A journal's position
 * is a whole number: what lies between two of them is the part gone by of the hours around the opening, in milliseconds.
 * Exact up to the sixteen-millionth event of a journal; beyond, what a millisecond apart makes equal may change order.
 */
export function rankAt(office: Pick<Office, 'tickets' | 'day'>, at: Instant): number {
  let before = 0
  let taken = -1
  for (const { rankedAt, arrival } of office.tickets.values()) {
    if (rankedAt > at) continue
    before = Math.max(before, Math.floor(arrival))
    if (rankedAt === at && !Number.isInteger(arrival)) taken = Math.max(taken, arrival)
  }
  const since = at - (office.day?.openedAt ?? at) + span / 2
  const within = before + (Math.min(span - 1, Math.max(0, since)) + 1) / (span + 1)
  // Of the same millisecond (the opening's, for all who came before it): the first to join is the first in line, by the
  // next number that there is.
  return taken >= within ? taken * (1 + Number.EPSILON) : within
}

/**
 * 74 hours, in milliseconds: 37 on each side of the opening, since whoever is sent by another office may have come there before.
 * A power of two, so that no hour is lost in the fraction.
 */
const span = 2 ** 28

/** The ticket of such a paper. @param arrival its rank */
export const joinedAs = (data: EventData<'ticketJoined'>, arrival: number): Ticket => ({
  ...newTicket(data, data.takenAt, arrival),
  purpose: data.purpose,
  lang: data.lang,
  code: data.code,
  ...(data.missed ? { state: 'unserved', fault: 'service' } : {}),
})

export const evolveProvisional: Evolve = (office, { event }) => {
  switch (event.type) {
    case 'seriesLent': {
      const { series, kioskId, date } = event.data
      return { ...office, lent: office.lent.set(series, { kioskId, date }) }
    }
    case 'ticketJoined': {
      const { data } = event
      // A day that is over is no longer in the state: the read tables have the trace.
      if (data.missed) return office
      const ticket = joinedAs(data, rankAt(office, data.takenAt))
      return inLine(numbered(office, ticket), ticket)
    }
    default:
      return undefined
  }
}
