import type { Instant, LocalDate } from '../../contract/ids.ts'
import type { EventData, Recorded } from '../../contract/events.ts'
import type { KioskSeries, ProvisionalTicket } from '../../contract/queue/provisional.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Decide, Evolve } from '../decision.ts'
import { inLine } from './line.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'
import type { Ticket, Lent, Silence } from './state.ts'
import { newTicket, numbered, seriesOf, isDayOver } from './newTicket.ts'

// Numbers that a kiosk gives without its host, in a series of its own, and how they join the line at the return.

/** Series of one station at most: its windows, or browsers that keep nothing. The 27 series are for all the stations. */
export const seriesOfStation = 4

/** A kiosk that has just come back may give one number more before it knows, in milliseconds. */
const comingBack = 10_000

/** A kiosk that came back later than this is refused, and its papers are entered by hand; in milliseconds. */
const latest = 7 * 86_400_000

const all = ['P', ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `P${letter}`)] as KioskSeries[]

/**
 * A series is its station's, which the session proves: the id that a kiosk says tells its station's kiosks apart and gives
 * it nothing of another's. The kiosk's own; else one that nobody has; else one of another day, lent the longest ago. A
 * station that has its share takes among its own: one that gave no number today before one that did, so that a browser that
 * keeps nothing has a series each time.
 */
function seriesFor(office: Office, { kioskId, stationId, date }: Omit<Lent, 'at'>): KioskSeries | undefined {
  const { lent, settings } = office
  const ofStation = lent.filter((one) => one.stationId === stationId)
  const mine = ofStation.findKey((one) => one.kioskId === kioskId)
  if (mine !== undefined) return mine
  const oldest = (among: Office['lent']): KioskSeries | undefined =>
    all
      .filter((series) => among.has(series))
      .toSorted((one, other) => among.get(one)!.at - among.get(other)!.at)[0]
  if (ofStation.size >= seriesOfStation) {
    const unused = ofStation.filter((_, series) => countOf(office, series, date) === 0)
    return oldest(unused) ?? oldest(ofStation)
  }
  const letters = new Set((settings?.services ?? []).map(({ letter }) => letter))
  const usable = all.filter((series) => !letters.has(series))
  return (
    usable.find((series) => !lent.has(series)) ??
    oldest(lent.filter((one, series) => one.date < date && usable.includes(series)))
  )
}

/** Lent for the day: asked again on the same one, nothing is written. */
export const lendSeries: Decide<'series.lend'> = (office, { kioskId }, { now, who: { stationId } }) => {
  const { officeId } = office
  if (office.settings === null || officeId === null) return { refusal: 'officeNotCreated' }
  const date = dayOfNumbers(office, now)
  const series = seriesFor(office, { kioskId, stationId, date })
  if (series === undefined) return { refusal: 'seriesExhausted' }
  const loan = office.lent.get(series)
  return {
    events:
      loan?.kioskId === kioskId && loan.stationId === stationId && loan.date === date
        ? []
        : [{ type: 'seriesLent', data: { series, kioskId, date } }],
    output: { officeId, series, date, count: countOf(office, series, date) },
  }
}

/** The day that goes on, past midnight too: a number of its eve is not given again. Else the date. */
const dayOfNumbers = (office: Office, now: Instant): LocalDate =>
  office.day !== null && !isDayOver(office, now) ? office.day.date : dateIn(zoneOf(office), now)

const countOf = ({ series: given }: Office, series: KioskSeries, date: LocalDate): number =>
  given?.date === date ? (given.counts.get(series) ?? 0) : 0

/**
 * Nobody who holds such a paper is left without a trace: while their day goes on they wait at the rank of their true
 * arrival, once it is over they are written as not received. A morning begun without the host gives numbers before its day
 * is opened: they are asked again then. Refused for good only where the paper can't be one of this office's.
 */
export const joinTicket: Decide<'ticket.join'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { ticketId, number, serviceId, purpose, lang, code } = input
  const existing = office.tickets.get(ticketId)
  // Another command of the same paper: it is in line already.
  if (existing)
    return { events: [], output: { ticketId, number, takenAt: existing.takenAt, received: 'waiting' } }
  // Withdrawn since: nobody waits for it any more, but whoever did has their trace.
  const receiving = serviceOf(office, serviceId)
  const service = receiving ?? office.formerServices.get(serviceId)
  if (!service) return { refusal: 'unknownService' }
  if (context.now - input.takenAt > latest) return { refusal: 'joinTooLate' }
  if (office.lent.get(seriesOf(number) as KioskSeries)?.stationId !== context.who.stationId)
    return { refusal: 'seriesNotLent' }
  const procedureId = service.procedures.find((id) => id === input.procedureId) ?? null
  const takenAt = boundedHour(office, input, context)
  const missed = !receiving || !isOfToday(office, takenAt, context.now)
  if (missed && isBeforeItsDay(office, takenAt, context.now)) return { refusal: 'dayNotOpen' }
  if (!missed && office.byNumber.has(number)) return { refusal: 'numberUsed' }
  // Whoever shows a code is whose ticket it is: no other paper of the day has it.
  if (office.tickets.some((ticket) => ticket.code === code)) return { refusal: 'codeUsed' }
  const data = { ticketId, number, serviceId, procedureId, purpose, lang, code, takenAt, missed }
  return {
    events: [{ type: 'ticketJoined', data }],
    output: { ticketId, number, takenAt, received: missed ? 'missed' : 'waiting' },
  }
}

/**
 * Within what the host knows, whatever the kiosk says: while the host did not hear this station, after this day's opening,
 * not in the future. An hour at which the kiosk was answered is no hour of such a paper: it comes as of now.
 */
function boundedHour(
  office: Office,
  { takenAt, awaySince }: Pick<ProvisionalTicket, 'takenAt' | 'awaySince'>,
  { now, silences }: { readonly now: Instant; readonly silences: readonly Silence[] },
): Instant {
  const { day } = office
  const claimedAt = Math.max(takenAt, awaySince)
  const silence = silences.find(({ to }) => claimedAt <= to + comingBack)
  const silent = Math.min(now, silence === undefined ? now : Math.max(claimedAt, silence.from)) as Instant
  const opened = day !== null && isOfToday(office, silent, now) ? day.openedAt : 0
  return Math.min(now, Math.max(silent, opened)) as Instant
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

/** The series lent to kiosks, and the tickets that they gave without the host. */
export const evolveProvisional: Evolve = (office, { event, who, at }) => {
  switch (event.type) {
    case 'seriesLent': {
      const { series, kioskId, date } = event.data
      return { ...office, lent: office.lent.set(series, { kioskId, stationId: who.stationId, date, at }) }
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

/** When each kiosk's station last did something: a host that never heard it bounds what it says by that. */
export const withHeard = (office: Office, { who, at }: Recorded): Office =>
  who.role === 'kiosk' ? { ...office, kiosksHeard: office.kiosksHeard.set(who.stationId, at) } : office

/** A station that is one no more gives its series back: nothing of it joins. */
export const withoutSeriesOfRevoked: Evolve = (office, { event }) => {
  if (event.type !== 'stationRevoked') return undefined
  const { stationId } = event.data
  return {
    ...office,
    lent: office.lent.filter((one) => one.stationId !== stationId),
    kiosksHeard: office.kiosksHeard.delete(stationId),
  }
}

/** At the day's end, series that no paper can join by any more are given back. */
export const withoutOldSeries = (office: Office, at: Instant): Office => {
  const oldest = dateIn(zoneOf(office), (at - latest) as Instant)
  return { ...office, lent: office.lent.filter(({ date }) => date >= oldest) }
}
