import type { Instant, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { Motive } from '../../contract/queue/room.ts'
import type { Output } from '../../contract/index.ts'
import type { Purpose } from '../../contract/queue/rows.ts'
import { resourceTold } from '../waits/announce.ts'
import { nextSlots } from '../appointments/slots.ts'
import { dateIn, instantOf, nextOpening, spansAt } from '../core/calendar/index.ts'
import { shownMessages } from './officeMessages.ts'
import { chosenPictogram } from './pictograms.ts'
import { procedureNow } from '../law/rulesNow.ts'
import { aheadFor } from '../waits/ahead.ts'
import { ticketsLeft } from '../queue/quota.ts'
import { openFor } from '../people/skills.ts'
import { isDayOver } from '../queue/newTicket.ts'
import { placeOf, serviceOf, zoneOf, type Office } from '../state.ts'
import { followAddress } from '../network/addresses.ts'
import { hallAddress } from '../queue/hall.ts'
import { groundsHere, publishedRule } from '../queue/rules.ts'
import { backAt, closedToPublic, isLastTickets, officeName } from '../queue/rows.ts'
import type { View, ViewContext } from '../view.ts'

const closesAt = (office: Office) => office.day?.closesAt ?? null

/** A day left open overnight gives no number any more, and nobody waits for its call. */
const isOpen = (office: Office, { now }: ViewContext) => office.day !== null && !isDayOver(office, now)

/** When the office opens next, while it is closed; not while its own hours say that it should be open by now. */
function reopensAt(office: Office, context: ViewContext): Instant | null {
  if (isOpen(office, context) || !office.settings) return null
  const { calendar } = office.settings
  const { now } = context
  // A day opened today and closed is over; one not yet opened is about to be.
  const doneToday = office.series?.date === dateIn(calendar.zone, now)
  const due = spansAt(calendar, dateIn(calendar.zone, now)).some(([from, to]) => from <= now && now < to)
  return due && !doneToday ? null : nextOpening(calendar, now)
}

/** The tickets' printer, as it last said it was; undefined where the number is only shown. */
const ticketPrinter = ({ settings }: Office, { model }: ViewContext) =>
  model.printers.find(({ printerId, screen }) => printerId === settings?.ticketPrinterId && !screen)

/** Whether a ticket comes out on paper. */
export const printsTickets = (office: Office, context: ViewContext): boolean =>
  ticketPrinter(office, context)?.problem === null

const titleToCollect = {
  fr: 'Retirer carte ou passeport',
  en: 'Collect my card or passport',
  es: 'Recoger carné o pasaporte',
  ar: 'استلام بطاقتي أو جواز سفري',
  uk: 'Забрати мою картку або паспорт',
}

/** One motive for each procedure that brings people to a service; the service itself where it names none; and what it hands over. */
export function motivesOf(office: Office, context: ViewContext): Motive[] {
  const { now, model } = context
  const motive = (serviceId: ServiceId, procedureId: ProcedureId | null, purpose: Purpose): Motive => {
    const service = serviceOf(office, serviceId)!
    const procedure = procedureId === null ? undefined : procedureNow(office, context, procedureId)
    return {
      serviceId,
      procedureId: procedure ? procedureId : null,
      purpose,
      title: purpose === 'collection' ? titleToCollect : (procedure?.title ?? service.name),
      pictogram: purpose === 'collection' ? null : chosenPictogram(service, procedureId),
      access: service.access,
      waiting: isOpen(office, context) ? aheadFor(office, serviceId) : 0,
      openCounters: openFor(office, serviceId),
      backAt: backAt(office, serviceId),
      wait: model.waits.said.get(serviceId) ?? null,
      closed: closedToPublic(office, serviceId, model.personal),
      ticketsLeft: ticketsLeft(office, serviceId),
      bring: procedure?.bring.map((piece) => ({ ...piece })) ?? [],
      slots: [...nextSlots(office, serviceId, now, 3)],
    }
  }
  return (office.settings?.services ?? []).flatMap(({ serviceId, procedures, access }) => [
    ...(procedures.length === 0
      ? [motive(serviceId, null, 'request')]
      : procedures.map((procedureId) => motive(serviceId, procedureId, 'request'))),
    ...(access.includes('collection') ? [motive(serviceId, null, 'collection')] : []),
  ])
}

/** What everyone in the hall is told, said once: no kiosk says of the day what the display does not. */
const toldToAll = (office: Office, context: ViewContext) => ({
  officeName: officeName(office),
  zone: zoneOf(office),
  school: office.school,
  open: isOpen(office, context),
  closesAt: closesAt(office),
  reopensAt: reopensAt(office, context),
  lastTickets: isLastTickets(office, context.now),
  rule: publishedRule(office),
  resource: resourceTold(office, context.model.waits, context.now),
  hall: isOpen(office, context) ? hallAddress(office, context.model.hallCode) : null,
  messages: shownMessages(office, context.now),
})

/** All that a kiosk shows before a ticket: nothing of any person. */
export const kioskView: View<'kiosk.view'> = (office, _input, context) => ({
  ...toldToAll(office, context),
  printsTickets: printsTickets(office, context),
  printerTrouble: (ticketPrinter(office, context)?.problem ?? null) !== null,
  appointments: !office.appointments.isEmpty(),
  grounds: [...groundsHere(office)],
  notices: office.software.settings.notices.means,
  follow: followAddress(office),
  accessContact: office.software.settings.accessibility?.contact ?? '',
  motives: motivesOf(office, context),
})

/** Whether the room is to stay silent now: the office has no voice, or these are its silent hours. */
function isSilent({ settings }: Office, { now }: ViewContext): boolean {
  if (!settings) return true
  const { rules, calendar } = settings
  if (!rules.voice) return true
  const date = dateIn(calendar.zone, now)
  return rules.silentHours.some(
    ([from, to]) => now >= instantOf(calendar.zone, date, from) && now < instantOf(calendar.zone, date, to),
  )
}

/** All that the waiting room shows: numbers and counters, never a name or a reason. */
export const displayView: View<'display.view'> = (office, _input, context) => ({
  ...toldToAll(office, context),
  waiting: isOpen(office, context) ? office.queue.size : 0,
  services: (office.settings?.services ?? []).map(({ serviceId, letter, name }) => ({
    serviceId,
    letter,
    name,
    waiting: isOpen(office, context) ? (office.waiting.get(serviceId)?.size ?? 0) : 0,
    openCounters: openFor(office, serviceId),
    backAt: backAt(office, serviceId),
    wait: context.model.waits.said.get(serviceId) ?? null,
    closed: closedToPublic(office, serviceId, context.model.personal),
    ticketsLeft: ticketsLeft(office, serviceId),
  })),
  silent: isSilent(office, context),
  calls: lastCalls(office),
})

/** Who is called or was received lately: whoever went since (absent, gone for a paper, waiting again) is not shown. */
function lastCalls(office: Office): Output<'display.view'>['calls'] {
  const shown: Output<'display.view'>['calls'] = []
  const inTheirs = office.settings?.rules.voiceInTheirs ?? true
  for (const { callId, ticketId, counterId, at } of office.calls) {
    const ticket = office.tickets.get(ticketId)
    const place = placeOf(office, counterId)
    if (!ticket || !place || !['called', 'serving', 'closed'].includes(ticket.state)) continue
    const state = ticket.state === 'called' ? ('called' as const) : ('here' as const)
    const aloud = !ticket.arrangements.includes('screenOnly')
    const lang = ticket.lang !== 'fr' && inTheirs && aloud ? ticket.lang : null
    shown.push({ callId, number: ticket.number, counter: place.name, at, state, aloud, lang })
    if (shown.length === 6) break
  }
  return shown
}
