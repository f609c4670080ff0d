import { shippedCatalogue } from '../../shared/procedures/catalogue.ts'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { events, type Event, type EventType, type Recorded } from '../../shared/contract/events.ts'
import { contract, type ViewName } from '../../shared/contract/index.ts'
import { usualRules, usualServiceRule } from '../../shared/contract/rules.ts'
import { noWaits } from '../../shared/domain/announce.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/office.ts'
import { freeze, thaw } from '../../shared/domain/snapshot.ts'
import { views, type View } from '../../shared/domain/views.ts'
import { schoolOffice } from '../../electron/host/school.ts'
import { officeText } from '../fixtures/officeText.ts'
import { noPersonal, PureOffice, whoIs } from '../fixtures/pureOffice.ts'
import { tillEvents } from './tillEvents.ts'

const uuidOf = (n: number) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`
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

const data: { readonly [T in EventType]: fc.Arbitrary<unknown> } = {
  ...tillEvents,
  officeCreated: fc.record({
    officeId: id,
    settings: fc.constant(schoolOffice.settings),
    school: fc.boolean(),
    publicKey: fc.constant('clef'),
  }),
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
  agentShielded: fc.record({ agentId, pseudonym: fc.option(fc.constant('Agent 7')), reasonId: id }),
  documentPrinted: fc.record({ documentId: id, copy: fc.integer({ min: 1, max: 9 }) }),
}

const anyEvent = fc.oneof(
  ...(Object.keys(data) as EventType[]).map((type) =>
    data[type].map((some) => ({ type, data: events[type].data.parse(some) }) as Event),
  ),
)

/** Any events one after another, as no office would make them. */
const recorded = fc.array(anyEvent, { maxLength: 60 }).map((all) =>
  all.map((event, at): Recorded => ({
    seq: at + 1,
    at: (1_772_523_000_000 + at) as Recorded['at'],
    who: whoIs('admin', emptyOffice),
    commandId: uuidOf(at) as Recorded['commandId'],
    event,
  })),
)

const born = (office: typeof emptyOffice) =>
  evolve(office, {
    ...whole,
    event: {
      type: 'officeCreated',
      data: { officeId: uuidOf(1) as never, settings: schoolOffice.settings, school: true, publicKey: '' },
    },
  })
const whole = {
  seq: 0,
  at: 0 as Recorded['at'],
  who: whoIs('admin', emptyOffice),
  commandId: uuidOf(0) as Recorded['commandId'],
}

/** What is asked of the views that ask something; the others ask nothing. */
const inputs: Partial<Record<ViewName, object>> = {
  'document.draft': { what: { kind: 'attestation', ticketId: uuidOf(1) } },
}

describe('evolve is total: whatever the journal holds, it never throws', () => {
  test.prop([recorded, fc.boolean()])('on any events in any order', (all, created) => {
    const office = all.reduce(evolve, created ? born(emptyOffice) : emptyOffice)
    expect(officeText(thaw(freeze(office)))).toBe(officeText(office))
  })

  test.prop([recorded])('and every view of what comes out is what its contract says', (all) => {
    const office = all.reduce(evolve, born(emptyOffice))
    for (const name of Object.keys(views) as ViewName[]) {
      const view = views[name] as unknown as View<ViewName>
      const output = view(office, (inputs[name] ?? {}) as never, {
        now: 1_772_523_000_000 as never,
        who: whoIs(contract[name].roles[0] === 'agent' ? 'agent1' : 'supervisor', office),
        model: { personal: noPersonal, jobs: [], printers: [], waits: noWaits },
        catalogue: shippedCatalogue(),
      })
      expect(() => contract[name].output.parse(output), name).not.toThrow()
    }
  })

  test('on an event that this version does not know', () => {
    const strange = { ...whole, event: { type: 'moonLanded', data: {} } as unknown as Event }
    expect(evolve(emptyOffice, strange)).toBe(emptyOffice)
  })

  test.prop([recorded])('and never changes the office that it reads', (all) => {
    let office = born(emptyOffice)
    for (const event of all) {
      const before = officeText(office)
      const after = evolve(office, event)
      expect(officeText(office)).toBe(before)
      office = after
    }
  })
})

describe('what a crowd does to an office', () => {
  const opening = Date.UTC(2026, 2, 3, 7, 30)

  test('views show 200 people and say how many there are', () => {
    const pure = PureOffice.school(opening)
    pure.careful = false
    pure.act('day.open', {}, 'supervisor')
    pure.act('counter.open', { counterId: '1' }, 'agent1')
    for (let at = 0; at < 250; at++) {
      pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      pure.act('ticket.take', { serviceId: 'etat-civil' }, 'kiosk')
    }
    const queue = pure.view('queue.view', 'supervisor')
    expect([queue.total, queue.waiting.length]).toEqual([500, 200])
    const mine = pure.view('counter.view', 'agent1')
    expect([mine.total, mine.waiting.length]).toEqual([500, 200])
    // Two lines merged by arrival: one of each, in turn.
    expect(mine.waiting.slice(0, 4).map(({ number }) => number)).toEqual(['A1', 'B1', 'A2', 'B2'])
  })

  test('absences are bounded too', () => {
    const pure = PureOffice.school(opening)
    pure.careful = false
    pure.act('day.open', {}, 'supervisor')
    pure.act('counter.open', { counterId: '1' }, 'agent1')
    pure.act('rules.set', { rules: { absentCalls: 1, absentDelaySeconds: 0 } }, 'admin')
    for (let at = 0; at < 210; at++) {
      pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      pure.act('ticket.callNext', {}, 'agent1')
      pure.act('ticket.markAbsent', {}, 'agent1')
    }
    expect(pure.view('queue.view', 'supervisor').absent.length).toBe(200)
    expect(pure.view('display.view', 'display').calls).toEqual([])
  })

  test('a series ends at 9999 with a refusal, and the others go on', () => {
    const pure = PureOffice.school(opening)
    pure.act('day.open', {}, 'supervisor')
    const { office } = pure
    pure.office = {
      ...office,
      series: office.series && { ...office.series, counts: office.series.counts.set('A', 9998) },
    }
    const last = pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    expect('output' in last && last.output.number).toBe('A9999')
    expect(pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')).toEqual({ refusal: 'seriesExhausted' })
    const other = pure.act('ticket.take', { serviceId: 'etat-civil' }, 'kiosk')
    expect('output' in other && other.output.number).toBe('B1')
  })

  test('a day closed by mistake and opened again goes on with its series', () => {
    const pure = PureOffice.school(opening)
    const number = () => {
      const taken = pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      if ('refusal' in taken) throw new Error(taken.refusal)
      pure.act('ticket.leave', { ticketId: taken.output.ticketId }, 'kiosk')
      return taken.output.number
    }
    pure.act('day.open', {}, 'supervisor')
    expect(number()).toBe('A1')
    pure.act('day.close', {}, 'supervisor')
    pure.act('day.open', {}, 'supervisor')
    expect(number()).toBe('A2')
    pure.act('day.close', {}, 'supervisor')
    pure.clock += 24 * 3_600_000
    pure.act('day.open', {}, 'supervisor')
    expect(number()).toBe('A1')
  })
})
