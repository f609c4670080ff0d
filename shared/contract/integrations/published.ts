import { z } from 'zod'
import { events, type Event, type EventType } from '../events.ts'
import { ServiceRule, ServiceSetting } from '../queue/rules.ts'

/** A service's setting, without the words of the text that founds its limit of tickets. */
const serviceShown = ServiceSetting.extend({
  rule: ServiceRule.extend({ quota: z.strictObject({ tickets: z.int() }).nullable().optional() }),
})

/**
 * The events that leave for other software, and what of each: codes, opaque ids, hours and figures. Whatever somebody
 * types stays here, settings and agents' short names among it, and so do the ticket's code and every secret. A type
 * that is not named leaves without its facts, so that positions have no gap.
 */
export const published = {
  officeCreated: events.officeCreated.data.pick({ officeId: true, school: true }),
  calendarSet: events.calendarSet.data.pick({ closesAt: true }),
  rulesSet: events.rulesSet.data.extend({ services: z.array(serviceShown) }),
  dayOpened: events.dayOpened.data,
  dayClosed: events.dayClosed.data,
  serviceClosed: events.serviceClosed.data,
  serviceOpened: events.serviceOpened.data,
  counterOpened: events.counterOpened.data.pick({ counterId: true }),
  counterClosed: events.counterClosed.data.pick({ counterId: true }),
  counterPaused: events.counterPaused.data,
  counterResumed: events.counterResumed.data,
  counterSkillsSet: events.counterSkillsSet.data,
  interrupted: events.interrupted.data,
  interruptionEnded: events.interruptionEnded.data,
  informed: events.informed.data,
  ticketTaken: events.ticketTaken.data.omit({ code: true }),
  ticketEntered: events.ticketEntered.data,
  ticketJoined: events.ticketJoined.data.omit({ code: true }),
  ticketLeft: events.ticketLeft.data,
  ticketReturned: events.ticketReturned.data,
  ticketReplaced: events.ticketReplaced.data.omit({ code: true }),
  prioritySet: events.prioritySet.data,
  ticketCalled: events.ticketCalled.data,
  ticketRecalled: events.ticketRecalled.data,
  ticketAbsent: events.ticketAbsent.data,
  ticketParked: events.ticketParked.data,
  promiseMoved: events.promiseMoved.data,
  ticketResumed: events.ticketResumed.data,
  ticketTransferred: events.ticketTransferred.data,
  ticketUnserved: events.ticketUnserved.data,
  visitStarted: events.visitStarted.data,
  requestAdded: events.requestAdded.data,
  requestClosed: events.requestClosed.data.omit({ rule: true }),
  visitClosed: events.visitClosed.data.omit({ rule: true }),
  actUndone: events.actUndone.data,
  placeKept: events.placeKept.data.omit({ code: true }),
  placeTaken: events.placeTaken.data,
  placeWithdrawn: events.placeWithdrawn.data,
  placeAsking: events.placeAsking.data,
  placeGivenUp: events.placeGivenUp.data,
  placeReturned: events.placeReturned.data,
  placeAsked: events.placeAsked.data,
  appointmentsImported: events.appointmentsImported.data,
  appointmentBooked: events.appointmentBooked.data,
  appointmentMoved: events.appointmentMoved.data,
  appointmentCancelled: events.appointmentCancelled.data,
  appointmentsFollowed: events.appointmentsFollowed.data,
  appointmentGoneOutside: events.appointmentGoneOutside.data,
  documentIssued: events.documentIssued.data,
  documentHandedOver: events.documentHandedOver.data,
  documentRelated: events.documentRelated.data,
  documentPrinted: events.documentPrinted.data,
  fileOpened: events.fileOpened.data.omit({ rule: true, regime: true }),
  fileDescribed: events.fileDescribed.data.omit({ rule: true, regime: true }),
  filePieceAdded: events.filePieceAdded.data,
  filePiecesRequested: events.filePiecesRequested.data,
  fileAcknowledged: events.fileAcknowledged.data,
  fileLetterTold: events.fileLetterTold.data,
  fileLetterCancelled: events.fileLetterCancelled.data,
  fileForwarded: events.fileForwarded.data,
  fileForwardingCancelled: events.fileForwardingCancelled.data,
  fileDecided: events.fileDecided.data,
  fileTitleArrived: events.fileTitleArrived.data.omit({ slot: true }),
  fileNoticeSent: events.fileNoticeSent.data,
  fileTitleDestroyed: events.fileTitleDestroyed.data,
  fileHandedOver: events.fileHandedOver.data,
  originalsHeld: events.originalsHeld.data,
  originalsReturned: events.originalsReturned.data,
  fileClosed: events.fileClosed.data,
  fileActUndone: events.fileActUndone.data,
} as const satisfies { readonly [T in EventType]?: z.ZodObject }

export type PublishedType = keyof typeof published

/** Whether facts of this type leave. */
export const isPublished = (type: string): type is PublishedType => Object.hasOwn(published, type)

/** What of an event leaves: the facts that its published schema names, and no other. */
export function publishedFacts(event: Event): Readonly<Record<string, unknown>> {
  if (!isPublished(event.type)) return {}
  const data =
    event.type === 'rulesSet' && Object.hasOwn(event.data, 'services') ? withoutTexts(event.data) : event.data
  const names = Object.keys(published[event.type].shape)
  return Object.fromEntries(names.flatMap((name) => facts(data, name)))
}

const withoutTexts = ({ services, ...rest }: Extract<Event, { readonly type: 'rulesSet' }>['data']) => ({
  ...rest,
  services: services.map(({ rule: { quota, ...rule }, ...service }) => ({
    ...service,
    rule: quota
      ? { ...rule, quota: { tickets: quota.tickets } }
      : { ...rule, ...(quota === null ? { quota } : {}) },
  })),
})

const facts = (data: object, name: string): readonly (readonly [string, unknown])[] =>
  Object.hasOwn(data, name) ? [[name, (data as Readonly<Record<string, unknown>>)[name]]] : []
