import { fc } from '@fast-check/vitest'
import type { z } from 'zod'
import { events, type Event, type EventType, type Recorded } from '../../shared/contract/events.ts'
import { usualRules, usualServiceRule } from '../../shared/contract/rules.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/office.ts'
import { schoolOffice } from '../../electron/host/school.ts'
import { whoIs } from '../fixtures/pureOffice.ts'
import { stationEvents } from './stationEvents.ts'
import { keepingEvents } from './keepingEvents.ts'
import { premisesEvents } from './premisesEvents.ts'
import { peopleEvents } from './peopleEvents.ts'
import { tillEvents } from './tillEvents.ts'
import { safetyEvents } from './safetyEvents.ts'
import { lessonEvents } from './lessonEvents.ts'
import { townEvents } from './townEvents.ts'

// Any event of the journal, in any order, of ids that meet now and then.

export const uuidOf = (n: number) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`
// Few ids, so that events meet one another.
const id = fc.nat(5).map(uuidOf)
const counterId = fc.constantFrom('1', '2', '3', 'inconnu')
const serviceId = fc.constantFrom('titres', 'etat-civil', 'inconnu')
const agentId = fc.constantFrom('agent1', 'agent2', 'agent9')
const printer = { ...schoolOffice.settings.printers[0], printerId: 'p' }
const visit = { ticketId: id, visitId: id, counterId }
const hex = fc.constantFrom('0'.repeat(64), 'a'.repeat(64))
const reason = fc.record({
  code: fc.constantFrom('arrivalOrder', 'legalPriority', 'outOfOrder', 'appointment'),
  overtaken: fc.nat(3),
  longestWait: fc.nat(),
  reasonId: fc.constantFrom(null, uuidOf(9)),
})
const instant = fc.constantFrom(1_772_523_000_000, 1_772_550_000_000, 1_780_000_000_000)
const number = fc.constantFrom('A1', 'A2', 'B1', 'Z9999')
const procedureId = fc.constantFrom(null, 'cni', 'autre', 'inconnue')
const outcome = fc.constantFrom('filed', 'notServed')
const priority = fc.constantFrom(null, 'law', 'local', 'deadline')
const fault = fc.constantFrom('person', 'service', 'thirdParty')
const appointment = fc.record({
  appointmentId: id,
  serviceId,
  procedureId,
  startsAt: instant,
  minutes: fc.integer({ min: 1, max: 60 }),
  files: fc.integer({ min: 1, max: 3 }),
})

const day = fc.constantFrom('2026-02-28', '2026-03-03', '2026-05-31')
const pieceState = fc.constantFrom('presented', 'missing', 'notExamined')
const pieceKeys = fc.array(
  fc.oneof(fc.record({ pieceId: fc.constantFrom('photo', 'inconnue') }), fc.record({ labelled: fc.nat(2) })),
  { maxLength: 3 },
)
const ofClosing = fc.option(fc.record({ visitId: id, request: fc.nat(1) }), { nil: undefined })
const fromVisit = fc.option(fc.record({ visitId: id, request: fc.nat(1) }))
const delay = fc.constantFrom(null, { count: 2, unit: 'months' }, { count: 30, unit: 'days' })
const founded = { sources: fc.constant([]), toConfirm: fc.boolean() }
const askedOfFile = {
  fileId: id,
  procedureId,
  rule: fc.constant(null),
  serviceId,
  named: fc.boolean(),
  commitment: hex,
  regime: fc.record({
    silence: fc.record({
      sense: fc.constantFrom('rejet', 'acceptation', 'inconnu', 'sansObjet'),
      delay,
      title: fc.constant('Le silence'),
      ...founded,
    }),
    right: fc.boolean(),
    acknowledgement: fc.record({ due: fc.boolean(), ...founded }),
    collectsOnly: fc.boolean(),
    destruction: fc.record({ delay, ...founded }),
    keepMonths: fc.constantFrom(null, 12),
  }),
}

const webhook = fc.record({
  webhookId: id,
  label: fc.constant('Affichage de la mairie'),
  url: fc.constant('https://exemple.fr/guichet'),
  types: fc.constantFrom([], ['ticketCalled']),
  active: fc.boolean(),
})

const data: { readonly [T in EventType]: fc.Arbitrary<unknown> } = {
  apiTokenCreated: fc.record({
    tokenId: id,
    label: fc.constant('Site de la mairie'),
    scopes: fc.constantFrom(['queue'], ['events', 'metrics']),
    until: fc.constantFrom(null, 1_780_000_000_000),
    hash: hex,
  }),
  apiTokenRevoked: fc.record({ tokenId: id }),
  webhookSet: webhook,
  webhookRemoved: fc.record({ webhookId: id }),
  softwareSet: fc.record({
    settings: fc.record({
      privateAddresses: fc.boolean(),
      notices: fc.record({ means: fc.constantFrom([], ['sms'], ['email', 'sms']), ahead: fc.nat(3) }),
      accessibility: fc.constantFrom(undefined, { contact: 'Accueil', plan: '' }),
    }),
  }),
  noticeAsked: fc.record({ ticketId: id, means: fc.constantFrom('sms', 'email') }),
  noticeWithdrawn: fc.record({ ticketId: id }),
  noticeSent: fc.record({ ticketId: id, means: fc.constantFrom('sms', 'email') }),
  ...tillEvents,
  ...townEvents,
  ...safetyEvents,
  ...lessonEvents,
  ...peopleEvents,
  ...keepingEvents,
  ...premisesEvents,
  ...stationEvents,
  officeCreated: fc.record({
    officeId: id,
    settings: fc.constant(schoolOffice.settings),
    school: fc.boolean(),
    publicKey: fc.constant('clef'),
  }),
  drillBegun: fc.constant({}),
  addressSet: fc.record({ address: fc.constant(schoolOffice.settings.address) }),
  printersSet: fc.record({
    printers: fc.constantFrom([], [printer]),
    ticketPrinterId: fc.constantFrom(null, 'p', 'inconnue'),
    counters: fc.array(fc.record({ counterId, printerId: fc.constantFrom(null, 'p') }), { maxLength: 3 }),
  }),
  agentSet: fc.record({ agentId, services: fc.array(serviceId, { maxLength: 3 }) }),
  lawSet: fc.record({
    law: fc.record({
      exchanges: fc.constantFrom([], ['foyer-fiscal'], ['inconnu']),
      ballots: fc.constantFrom([], ['2026-03-15']),
      remedies: fc.constant([]),
    }),
  }),
  procedureValidated: fc.record({
    procedureId: fc.constant('cni'),
    version: number,
    hash: hex,
    validationId: id,
  }),
  rulesPublished: fc.record({ hash: hex, name: number, version: number, validationId: id }),
  rulesWithdrawn: fc.record({ hash: hex }),
  draftValidated: fc.record({
    draftId: fc.constantFrom('f2191', 'inconnu'),
    partIds: fc.constantFrom([], ['titre']),
    validationId: id,
  }),
  pieceAskedAgain: fc.record({
    ...visit,
    procedureId: fc.constant('cni'),
    pieceId: fc.constant('photo'),
    exchangeId: fc.constantFrom('foyer-fiscal', 'inconnu'),
    reasonId: id,
  }),
  dayOpened: fc.record({
    dayId: id,
    date: fc.constantFrom('2026-03-03', '2026-03-04'),
    closesAt: fc.constantFrom(null, 1_772_550_000_000),
    closedServices: fc.array(serviceId, { maxLength: 2 }),
  }),
  dayClosed: fc.record({ dayId: id }),
  rulesSet: fc.record({
    rules: fc.record({
      ...Object.fromEntries(Object.entries(usualRules).map(([name, value]) => [name, fc.constant(value)])),
      overtakesPerPerson: fc.constantFrom(null, 1),
    }),
    services: fc.array(
      fc.record({
        serviceId,
        rule: fc.constantFrom(usualServiceRule, { ...usualServiceRule, cap: 1, targetMinutes: 1 }),
        access: fc.constant(['walkIn']),
        slotMinutes: fc.constantFrom(null, 20),
      }),
      { maxLength: 2 },
    ),
  }),
  calendarSet: fc.record({
    calendar: fc.constant(schoolOffice.settings.calendar),
    closesAt: fc.constantFrom(null, 1_772_550_000_000),
  }),
  serviceClosed: fc.record({ serviceId, reasonId: fc.constantFrom(null, uuidOf(9)) }),
  serviceOpened: fc.record({ serviceId }),
  counterPaused: fc.record({
    counterId,
    kind: fc.constantFrom('break', 'post'),
    until: fc.option(instant),
    reasonId: id,
  }),
  counterResumed: fc.record({ counterId }),
  counterSkillsSet: fc.record({ counterId, services: fc.option(fc.array(serviceId, { maxLength: 2 })) }),
  interrupted: fc.record({ counterId, kind: fc.constantFrom('telephone', 'colleague') }),
  interruptionEnded: fc.record({ counterId }),
  informed: fc.record({ kind: fc.constantFrom('information', 'telephone') }),
  counterOpened: fc.record({ counterId, agentId }),
  counterClosed: fc.record({ counterId }),
  ticketTaken: fc.record({
    ticketId: id,
    number,
    serviceId,
    procedureId,
    purpose: fc.constantFrom('request', 'collection'),
    lang: fc.constantFrom('fr', 'ar'),
    arrangements: fc.constantFrom([], ['wheelchair']),
    requests: fc.integer({ min: 1, max: 3 }),
    priority,
    appointmentId: fc.option(id),
    dueAt: fc.option(instant),
    channel: fc.constantFrom('kiosk', 'reception', 'counter'),
    announced: fc.constantFrom(null, { p50: 1, p90: 2, sure: 0.5 }),
    code: fc.constant('23456789'),
  }),
  ticketEntered: fc.record({
    ticketId: id,
    number,
    serviceId,
    procedureId,
    arrivedAt: instant,
    startedAt: fc.option(instant),
    endedAt: fc.option(instant),
    outcome: fc.option(outcome),
  }),
  seriesLent: fc.record({
    series: fc.constantFrom('P', 'PA'),
    kioskId: id,
    date: fc.constantFrom('2026-03-03', '2026-03-04'),
  }),
  ticketJoined: fc.record({
    ticketId: id,
    number: fc.constantFrom('P1', 'P2', 'PA1'),
    serviceId,
    procedureId,
    purpose: fc.constantFrom('request', 'collection'),
    lang: fc.constantFrom('fr', 'ar'),
    code: fc.constant('23456789'),
    takenAt: instant,
    missed: fc.boolean(),
  }),
  ticketLeft: fc.record({ ticketId: id, fault }),
  ticketReturned: fc.record({ ticketId: id, keepsRank: fc.boolean() }),
  ticketReplaced: fc.record({ ticketId: id, code: fc.constant('98765432') }),
  prioritySet: fc.record({ ticketId: id, priority }),
  ticketCalled: fc.record({ ...visit, callId: id, reason }),
  ticketRecalled: fc.record({ ...visit, callId: id }),
  ticketAbsent: fc.record(visit),
  ticketParked: fc.record({ ...visit, reasonId: id, promisedAt: fc.option(instant) }),
  promiseMoved: fc.record({ ticketId: id, promisedAt: instant }),
  ticketResumed: fc.record(visit),
  ticketTransferred: fc.record({
    ticketId: id,
    counterId: fc.constantFrom(null, '1', '2'),
    serviceId,
    reasonId: id,
  }),
  ticketUnserved: fc.record({
    ticketId: id,
    how: fc.constantFrom('certificate', 'reason', 'appointment', 'dayNeverClosed'),
    fault,
    reasonId: fc.option(id),
    appointmentId: fc.option(id),
  }),
  visitStarted: fc.record(visit),
  requestAdded: fc.record({ ...visit, serviceId, procedureId }),
  requestClosed: fc.record({ ...visit, outcome, procedureId, rule: fc.constant(null) }),
  visitClosed: fc.record({
    ...visit,
    outcome,
    procedureId,
    rule: fc.constant(null),
    fault: fc.option(fault),
  }),
  actUndone: fc.record({
    counterId,
    act: fc.constantFrom('call', 'start', 'absent', 'park', 'transfer', 'close', 'pause'),
    ticketId: fc.option(id),
    of: fc.nat(60),
  }),
  appointmentsImported: fc.record({ appointments: fc.array(appointment, { maxLength: 3 }) }),
  appointmentBooked: fc.record({ appointment, ticketId: fc.option(id) }),
  appointmentCancelled: fc.record({ appointmentId: id }),
  documentIssued: fc.record({
    ticketId: fc.option(id),
    visitId: fc.option(id),
    counterId: fc.option(counterId),
    fileId: fc.option(id),
    documentId: id,
    kind: fc.constantFrom('recepisse', 'attestation'),
    number: fc.constantFrom('RD-2026-1', 'RD-2026-7', 'AP-2027-1'),
    year: fc.constantFrom(2026, 2027),
    issuedAt: fc.nat(),
    commitment: hex,
    previous: hex,
    hash: hex,
    signature: fc.constant('signature'),
  }),
  fileOpened: fc.record({
    ...askedOfFile,
    reference: fc.constantFrom('DO-2026-1', 'DO-2026-2', 'DO-2027-1'),
    channel: fc.constantFrom('counter', 'post', 'email', 'depositBox', 'title', 'assisted'),
    sentOn: fc.constantFrom(null, '2026-03-01'),
    receivedOn: day,
    firstReceivedOn: day,
    pieces: fc.array(
      fc.oneof(
        fc.record({ pieceId: fc.constantFrom('photo', 'inconnue'), state: pieceState }),
        fc.record({ labelled: fc.nat(2), state: pieceState }),
      ),
      { maxLength: 3 },
    ),
    assistance: fc.constantFrom(null, 'filing', 'account'),
    visit: fromVisit,
  }),
  fileDescribed: fc.record({ ...askedOfFile, visit: fromVisit }),
  filePieceAdded: fc.record({
    fileId: id,
    pieces: pieceKeys,
    sentOn: fc.constantFrom(null, '2026-03-01'),
    receivedOn: day,
    visit: fromVisit,
  }),
  filePiecesRequested: fc.record({
    fileId: id,
    kind: fc.constantFrom('missing', 'original'),
    pieces: pieceKeys,
    on: day,
    dueOn: fc.option(day),
    moves: fc.boolean(),
    visit: ofClosing,
  }),
  fileAcknowledged: fc.record({
    fileId: id,
    form: fc.constantFrom('ar', 'aee', 'are'),
    on: day,
    visit: ofClosing,
  }),
  fileForwarded: fc.record({ fileId: id, competent: fc.boolean(), on: day, receivedOn: fc.option(day) }),
  fileDecided: fc.record({
    fileId: id,
    decision: fc.constantFrom('granted', 'refused', 'implicitRejection'),
    by: fc.constantFrom('office', 'authority'),
    on: day,
  }),
  fileTitleArrived: fc.record({ fileId: id, arrivedOn: day, slot: fc.constantFrom(null, '14') }),
  fileNoticeSent: fc.record({ fileId: id, means: fc.constantFrom('sms', 'post'), on: day }),
  fileTitleDestroyed: fc.record({ fileId: id, on: day }),
  fileHandedOver: fc.record({
    fileId: id,
    what: fc.constantFrom('title', 'decision', 'document'),
    means: fc.constantFrom('counter', 'post'),
    on: day,
    to: fc.constantFrom('self', 'mandate'),
    refused: fc.boolean(),
    visit: fromVisit,
  }),
  originalsHeld: fc.record({ fileId: id, pieces: pieceKeys, on: day, visit: fromVisit }),
  originalsReturned: fc.record({
    fileId: id,
    means: fc.constantFrom('counter', 'post'),
    on: day,
    to: fc.constantFrom('self', 'mandate'),
  }),
  fileClosed: fc.record({
    fileId: id,
    reason: fc.constantFrom('done', 'withdrawn', 'assisted'),
    visit: fromVisit,
  }),
  fileActUndone: fc.record({ fileId: id, visit: fc.record({ visitId: id, request: fc.nat(1) }) }),
  documentHandedOver: fc.record({
    documentId: id,
    means: fc.constantFrom('counter', 'post', 'registeredPost', 'email'),
    to: fc.constantFrom('self', 'mandate'),
    refused: fc.boolean(),
  }),
  documentRelated: fc.record({
    documentId: id,
    by: id,
    number: fc.constantFrom('AN-2026-1', 'RD-2026-8'),
    how: fc.constantFrom('duplicate', 'correction', 'cancellation'),
    reasonId: fc.option(id),
  }),
  documentsClosed: fc.record({
    period: fc.constantFrom('day', 'month', 'year'),
    name: fc.constantFrom('2026-03-03', '2026-03', '2026'),
    series: fc.constant([]),
    count: fc.nat(9),
    perpetual: fc.nat(99),
    previous: hex,
    hash: hex,
    signature: fc.constant('signature'),
  }),
  paperSet: fc.record({
    paper: fc.record({
      lines: fc.array(fc.constant('Département'), { maxLength: 2 }),
      logo: fc.constant(null),
      dataContact: fc.option(fc.constant('dpd@office.example')),
      delegations: fc.constant([]),
    }),
  }),
  textsReviewed: fc.record({
    set: fc.constantFrom('kiosk', 'voice'),
    lang: fc.constantFrom('en', 'uk'),
    review: fc.option(
      fc.record({
        by: fc.constant('translator'),
        on: fc.constant('2026-03-03'),
        digest: fc.constant('0123456789abcdef'),
      }),
    ),
  }),
  agentShielded: fc.record({ agentId, pseudonym: fc.option(fc.constant('Agent 7')), reasonId: id }),
  documentPrinted: fc.record({ documentId: id, copy: fc.integer({ min: 1, max: 9 }) }),
}

/** One event of a type: told apart by its type alone, what a hundred types have in common is found at once. */
const eventOf = (type: EventType, some: fc.Arbitrary<unknown>): fc.Arbitrary<Event> =>
  some.map((one) => ({ type, data: (events[type] as { data: z.ZodType }).data.parse(one) }) as Event)

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
