import type { DayId, ReasonId, TicketId } from '../../contract/ids.ts'
import type { Recipient } from '../../contract/office/recipient.ts'
import { closingAt, dateIn, hoursOn, isPastBusinessDay, openServicesOn } from '../core/calendar/index.ts'
import type { Context, Decide, NewJob, PersonalChange } from '../decision.ts'
import { endedRows } from '../files/ending.ts'
import { sheetJob } from './morning.ts'
import { counterOf, serviceOf, zoneOf, type Office } from '../state.ts'
import { emptied, seriesFrom } from './dayEvolve.ts'
import { closedBeforeDay, closedWithDay } from '../documents/closing.ts'
import { leftOvernight } from '../visit/settling.ts'
import { isDayOver } from '../queue/newTicket.ts'
import { nextNumber } from '../queue/tickets.ts'
import { recipientRefused, refusalIsNoEnd } from '../visit/ending.ts'
import { strangeNotice } from '../law/notices.ts'

/**
 * The business day is an id fixed here, whatever the clock does afterwards. A day of another date that was never
 * closed (a machine left on overnight) is closed first, and nobody of it is erased.
 */
export const openDay: Decide<'day.open'> = (office, _input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { calendar, rules, services } = office.settings
  const { now } = context
  const left = office.day
  if (left !== null && !isPastBusinessDay(left.date, now, calendar.zone)) return { refusal: 'dayAlreadyOpen' }
  const unserved = left === null ? [] : leftOvernight(office)
  const date = dateIn(calendar.zone, now)
  const closed = closedBeforeDay(office, context, { left: left?.date ?? null, date })
  const dayId = context.newId() as DayId
  const ids = services.map(({ serviceId }) => serviceId)
  const open = hoursOn(calendar, date).length === 0 ? ids : openServicesOn(calendar, date, ids)
  // Numbers begin again with the day: the sheet says so, whatever was given the day before.
  const jobs: readonly NewJob[] =
    rules.sheetPrinterId === null
      ? []
      : sheetJob({ ...office, series: seriesFrom(office, date) }, context, rules.sheetPrinterId)
  return {
    events: [
      ...unserved,
      ...closed.withLeft,
      ...(left === null ? [] : [{ type: 'dayClosed' as const, data: { dayId: left.dayId } }]),
      ...closed.over,
      {
        type: 'dayOpened',
        data: {
          dayId,
          date,
          closesAt: closingAt(calendar, date, now),
          closedServices: ids.filter((id) => !open.includes(id)),
        },
      },
    ],
    jobs,
    personal: left === null ? [] : hadTheirTime(office, context),
    output: { dayId, date, unserved: unserved.length },
  }
}

/** What closes a day that was left open overnight: nobody of it is erased, whoever was unsettled was not received. */
function closingLeft(office: Office, day: NonNullable<Office['day']>, context: Context) {
  const date = dateIn(zoneOf(office), context.now)
  return {
    events: [
      ...leftOvernight(office),
      ...closedBeforeDay(office, context, { left: day.date, date }).withLeft,
      { type: 'dayClosed' as const, data: { dayId: day.dayId } },
    ],
    personal: hadTheirTime(office, context),
  }
}

/**
 * Opening one's counter, the first act of a morning, closes the day that was left open the evening before: no ticket of yesterday
 * is called any more.
 */
export const closingLeftDay =
  (open: Decide<'counter.open'>): Decide<'counter.open'> =>
  (office, input, context) => {
    const { day } = office
    if (day === null || !isDayOver(office, context.now)) return open(office, input, context)
    const opened = open({ ...emptied(office), day: null }, input, context)
    if ('refusal' in opened) return opened
    const left = closingLeft(office, day, context)
    return {
      ...opened,
      events: [...left.events, ...opened.events],
      personal: [...left.personal, ...(opened.personal ?? [])],
    }
  }

/** Calling first thing in the morning, at a counter held since the evening before, closes that day, and calls nobody of it. */
export const closingRatherThanCalling =
  (call: Decide<'ticket.callNext'>): Decide<'ticket.callNext'> =>
  (office, input, context) => {
    const { day } = office
    if (day === null || !isDayOver(office, context.now)) return call(office, input, context)
    if (!counterOf(office, context.who.agentId)) return { refusal: 'counterNotOpen' }
    return { ...closingLeft(office, day, context), output: { ticket: null, reason: null } }
  }

/** Personal rows that no act of the day needs any more: sheets, grounds, the appointments of those who came, files that ended. */
const hadTheirTime = (office: Office, context: Context): PersonalChange[] => [
  ...[...context.personal.sheets.keys()].map((id) => ({ op: 'drop' as const, kind: 'sheet' as const, id })),
  ...[...context.personal.closedSheets.keys()].map((id) => ({
    op: 'drop' as const,
    kind: 'closedSheet' as const,
    id,
  })),
  ...[...context.personal.grounds.keys()].map((id) => ({ op: 'drop' as const, kind: 'ground' as const, id })),
  ...[...context.personal.notices.keys()].map((id) => ({ op: 'drop' as const, kind: 'notice' as const, id })),
  ...[...context.personal.preApplications]
    .filter(([, { declared }]) => declared.every(({ startsAt }) => startsAt <= context.now))
    .map(([id]) => ({ op: 'drop' as const, kind: 'preApplication' as const, id })),
  ...office.appointments
    .valueSeq()
    .filter(({ state }) => state === 'here')
    .map(({ appointmentId: id }) => ({ op: 'drop' as const, kind: 'appointment' as const, id }))
    .toArray(),
  ...endedRows(office, context),
]

/** Refused while someone waits, is called, is received or is due back: nobody is erased by a closing. */
export const closeDay: Decide<'day.close'> = (office, _input, context) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const unsettled = office.tickets.filter(({ state }) =>
    ['waiting', 'called', 'serving', 'parked'].includes(state),
  )
  if (!unsettled.isEmpty())
    return {
      refusal: 'peopleUnsettled',
      details: unsettled
        .valueSeq()
        .sortBy(({ arrival }) => arrival)
        .take(20)
        .map(({ number }) => number)
        .toArray(),
    }
  const { dayId, date } = office.day
  return {
    events: [...closedWithDay(office, context, date), { type: 'dayClosed', data: { dayId } }],
    personal: hadTheirTime(office, context),
    output: { dayId, tickets: office.tickets.size },
  }
}

/** No new ticket for this service, with the office's words for the public: a strike closes them one by one. */
export const closeService: Decide<'service.close'> = (office, { serviceId, words }, context) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  if (!serviceOf(office, serviceId)) return { refusal: 'unknownService' }
  if (office.closed.has(serviceId)) return { refusal: 'serviceClosed' }
  const said = strangeNotice([words])
  if (said) return said
  const reasonId = words ? (context.newId() as ReasonId) : null
  return {
    events: [{ type: 'serviceClosed', data: { serviceId, reasonId } }],
    personal:
      reasonId === null || !words
        ? []
        : [{ op: 'put', kind: 'reason', id: reasonId, value: words, at: context.now }],
    output: { waiting: office.waiting.get(serviceId)?.size ?? 0 },
  }
}

/** A service closed to new tickets gives them again. */
export const openService: Decide<'service.open'> = (office, { serviceId }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  if (!serviceOf(office, serviceId)) return { refusal: 'unknownService' }
  if (!office.closed.has(serviceId)) return { refusal: 'serviceNotClosed' }
  return { events: [{ type: 'serviceOpened', data: { serviceId } }], output: {} }
}

/** Hours and days; those of today count at once. */
export const setCalendar: Decide<'office.setCalendar'> = (office, { calendar }, { now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const serviceIds = new Set(office.settings.services.map(({ serviceId }) => serviceId))
  if (calendar.exceptional.some(({ services }) => services?.some((id) => !serviceIds.has(id))))
    return { refusal: 'unknownService' }
  const closesAt = closingAt(calendar, office.day?.date ?? dateIn(calendar.zone, now), now)
  return { events: [{ type: 'calendarSet', data: { calendar, closesAt } }], output: { closesAt } }
}

/** To whom a person was sent, in one line. */
const recipientLine = ({ name, address, contact }: Recipient): string =>
  [name, address, contact].filter((part) => part !== undefined).join(', ')

/**
 * What was written by hand during a failure: the times are the sheet's own, in the past of this very day. An « incomplète »
 * has no list here: no paper comes of it, and the one that was written by hand named what lacked.
 */
export const enterByHand: Decide<'day.enterByHand'> = (office, input, context) => {
  const next = nextNumber(
    office,
    { serviceId: input.serviceId, procedureId: input.procedureId ?? null },
    context,
  )
  if ('refusal' in next) return next
  const { arrivedAt, startedAt, endedAt, outcome, to } = input
  if (outcome === 'refused') return refusalIsNoEnd
  const unsent = recipientRefused(office, outcome, to, false)
  if (unsent) return unsent
  const sentTo = outcome === 'forwarded' && to ? recipientLine(to) : null
  const reasonId = sentTo === null ? null : (context.newId() as ReasonId)
  const times = [
    arrivedAt,
    ...(startedAt === null ? [] : [startedAt]),
    ...(endedAt === null ? [] : [endedAt]),
  ]
  const inOrder = times.every((at, rank) => rank === 0 || at >= times[rank - 1]!)
  const zone = zoneOf(office)
  const sameDay = dateIn(zone, arrivedAt) === office.day?.date
  const whole = outcome === null ? startedAt === null : startedAt !== null && endedAt !== null
  if (!inOrder || !sameDay || !whole || times.at(-1)! > context.now) return { refusal: 'timesMixedUp' }
  return {
    events: [
      {
        type: 'ticketEntered',
        data: {
          ticketId: context.newId() as TicketId,
          number: next.number,
          serviceId: input.serviceId,
          procedureId: input.procedureId ?? null,
          arrivedAt,
          startedAt,
          endedAt,
          outcome,
          ...(reasonId && { reasonId }),
        },
      },
    ],
    personal:
      reasonId === null || sentTo === null
        ? []
        : [{ op: 'put', kind: 'reason', id: reasonId, value: sentTo, at: context.now }],
    output: { number: next.number },
  }
}

/** The day's sheet, on the printer asked, else the one of the rules, else the first that takes A4, else the first. */
export const printSheet: Decide<'day.printSheet'> = (office, { printerId }, context) => {
  const { settings } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  if (printerId !== undefined && !settings.printers.some((known) => known.printerId === printerId))
    return { refusal: 'unknownPrinter' }
  const wide = settings.printers.find(({ paper }) => paper === 'a4')
  const chosen =
    printerId ?? settings.rules.sheetPrinterId ?? wide?.printerId ?? settings.printers[0]?.printerId
  const job = chosen === undefined ? undefined : sheetJob(office, context, chosen)[0]
  if (!job) return { refusal: 'noPrinter' }
  return { events: [], jobs: [job], output: { jobId: job.jobId } }
}
