import type { UndoableAct } from '../../shared/contract/queue/counters.ts'
import type { Relation } from '../../shared/contract/documents/said.ts'
import type { Outcome } from '../../shared/contract/queue/outcomes.ts'
import type { Event, EventData, Who } from '../../shared/contract/events.ts'
import type { CommandId, DocumentNumber, FileId, Instant } from '../../shared/contract/ids.ts'
import type { Priority } from '../../shared/contract/queue/rules.ts'
import type { CallCode, Fault } from '../../shared/contract/queue/reasons.ts'
import type { Batch, NewEvent } from '../../db/journal/port.ts'

/** A UUID of version 7 made of a number: the same one each time. */
export const v7 = (count: number): string => `0195f000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`

const morning = 1_772_524_800_000

/** An instant, `seconds` after 8 o'clock on the 3rd of March 2026. */
export const at = (seconds: number): Instant => (morning + seconds * 1000) as Instant

export const commandId = (count: number): CommandId => v7(900_000 + count) as CommandId

const who = { officeId: null, role: 'host', stationId: 'hote', agentId: null } as Who

/** A fact, as if the command number `seconds` had decided it then. */
export const newEvent = (seconds: number, event: Event): NewEvent => ({
  at: at(seconds),
  who,
  commandId: commandId(seconds),
  event,
})

/** A batch with these parts; what isn't given is empty. */
export const batch = (parts: Partial<Batch>): Batch => ({
  events: [],
  personal: [],
  answers: [],
  jobs: [],
  ...parts,
})

export const office = v7(1)

/** Facts by their few interesting parts; the brands are the contract's, the values are valid by construction. */
export const facts = {
  officeCreated: () =>
    ({
      type: 'officeCreated',
      data: { officeId: office, settings: { personWord: 'usager' }, school: true, publicKey: 'cle' },
    }) as unknown as Event,
  taken: (ticket: number, code = 'K7M2', more: Partial<EventData<'ticketTaken'>> = {}) =>
    ({
      type: 'ticketTaken',
      data: {
        ticketId: v7(1000 + ticket),
        number: `A${ticket + 1}`,
        serviceId: 'titres',
        procedureId: null,
        purpose: 'request',
        lang: 'fr',
        arrangements: [],
        requests: 1,
        priority: null,
        appointmentId: null,
        dueAt: null,
        channel: 'kiosk',
        announced: null,
        code,
        ...more,
      },
    }) as unknown as Event,
  /** Given by a kiosk without its host, at this second. */
  joined: (ticket: number, taken: number, missed: boolean) =>
    ({
      type: 'ticketJoined',
      data: {
        ticketId: v7(1000 + ticket),
        number: `P${ticket + 1}`,
        serviceId: 'titres',
        procedureId: null,
        purpose: 'request',
        lang: 'fr',
        code: `P7M${ticket}`,
        takenAt: at(taken),
        missed,
      },
    }) as unknown as Event,
  /** Done by hand: arrived, began and ended at these seconds. */
  entered: (
    ticket: number,
    [arrived, started, ended]: readonly number[],
    outcome: Outcome | null = 'filed',
  ) =>
    ({
      type: 'ticketEntered',
      data: {
        ticketId: v7(1000 + ticket),
        number: `A${ticket + 1}`,
        serviceId: 'titres',
        procedureId: null,
        arrivedAt: at(arrived ?? 0),
        startedAt: started === undefined ? null : at(started),
        endedAt: ended === undefined ? null : at(ended),
        outcome,
      },
    }) as unknown as Event,
  /** Archives that went under a visa. */
  archivesEliminated: (rows: readonly { readonly kind: string; readonly id: string }[]) =>
    ({
      type: 'archivesEliminated',
      data: {
        slipId: v7(8000),
        number: 1,
        visaNumber: 'AD77-2026-12',
        on: '2026-03-03',
        counts: [],
        rows: rows.map(({ kind, id }) => ({ kind, id })),
      },
    }) as unknown as Event,
  left: (ticket: number, fault: Fault = 'person') =>
    ({ type: 'ticketLeft', data: { ticketId: v7(1000 + ticket), fault } }) as Event,
  called: (ticket: number, code: CallCode = 'arrivalOrder', overtaken = 0) =>
    ({
      type: 'ticketCalled',
      data: {
        ...visit(ticket),
        callId: v7(3000 + ticket),
        reason: { code, overtaken, longestWait: 60 * overtaken, reasonId: null },
      },
    }) as Event,
  absent: (ticket: number) => ({ type: 'ticketAbsent', data: visit(ticket) }) as Event,
  returned: (ticket: number, keepsRank = true) =>
    ({ type: 'ticketReturned', data: { ticketId: v7(1000 + ticket), keepsRank } }) as Event,
  started: (ticket: number) => ({ type: 'visitStarted', data: visit(ticket) }) as Event,
  parked: (ticket: number) =>
    ({
      type: 'ticketParked',
      data: { ...visit(ticket), reasonId: v7(6000 + ticket), promisedAt: null },
    }) as Event,
  resumed: (ticket: number) => ({ type: 'ticketResumed', data: visit(ticket) }) as Event,
  transferred: (ticket: number, serviceId = 'etat-civil') =>
    ({
      type: 'ticketTransferred',
      data: {
        ticketId: v7(1000 + ticket),
        counterId: visit(ticket).counterId,
        serviceId,
        reasonId: v7(6000 + ticket),
      },
    }) as Event,
  unserved: (ticket: number, fault: Fault = 'service') =>
    ({
      type: 'ticketUnserved',
      data: {
        ticketId: v7(1000 + ticket),
        how: 'certificate',
        fault,
        reasonId: null,
        appointmentId: null,
      },
    }) as Event,
  replaced: (ticket: number, code: string) =>
    ({ type: 'ticketReplaced', data: { ticketId: v7(1000 + ticket), code } }) as Event,
  prioritySet: (ticket: number, priority: Priority | null) =>
    ({ type: 'prioritySet', data: { ticketId: v7(1000 + ticket), priority } }) as Event,
  requestAdded: (ticket: number) =>
    ({
      type: 'requestAdded',
      data: { ...visit(ticket), serviceId: 'titres', procedureId: null },
    }) as unknown as Event,
  requestClosed: (ticket: number, outcome: Outcome = 'filed') =>
    ({
      type: 'requestClosed',
      data: { ...visit(ticket), outcome, procedureId: 'cni', rule: null },
    }) as unknown as Event,
  closed: (ticket: number, outcome: Outcome = 'filed') =>
    ({
      type: 'visitClosed',
      data: { ...visit(ticket), outcome, procedureId: 'cni', rule: null, fault: null },
    }) as unknown as Event,
  interrupted: (counter: number) =>
    ({ type: 'interrupted', data: { counterId: `${counter}`, kind: 'telephone' } }) as Event,
  undisturbed: (counter: number) =>
    ({ type: 'interruptionEnded', data: { counterId: `${counter}` } }) as Event,
  undone: (ticket: number, act: UndoableAct, of: number) =>
    ({
      type: 'actUndone',
      data: { counterId: visit(ticket).counterId, act, ticketId: v7(1000 + ticket), of },
    }) as Event,
  dayClosed: () => ({ type: 'dayClosed', data: { dayId: v7(8000) } }) as Event,
  issued: (
    document: number,
    seconds: number,
    ticket = document,
    more: Partial<EventData<'documentIssued'>> = {},
  ) =>
    ({
      type: 'documentIssued',
      data: {
        ...visit(ticket),
        fileId: null,
        documentId: v7(5000 + document),
        kind: 'recepisse',
        number: `RD-2026-${document + 1}`,
        year: 2026,
        issuedAt: at(seconds),
        commitment: 'c'.repeat(64),
        previous: '0'.repeat(64),
        hash: 'd'.repeat(64),
        signature: 's',
        ...more,
      },
    }) as unknown as Event,
  /** Of a file: there is no visit. */
  issuedOfFile: (document: number, seconds: number, file: number) =>
    facts.issued(document, seconds, 0, {
      ticketId: null,
      visitId: null,
      counterId: null,
      fileId: v7(7000 + file) as FileId,
      kind: 'refus',
      number: `RF-2026-${document + 1}` as DocumentNumber,
    }),
  handedOverTo: (document: number) =>
    ({
      type: 'documentHandedOver',
      data: { documentId: v7(5000 + document), means: 'counter', to: 'self', refused: false },
    }) as unknown as Event,
  related: (document: number, how: Relation['how'], by = document + 1) =>
    ({
      type: 'documentRelated',
      data: {
        documentId: v7(5000 + document),
        by: v7(5000 + by),
        number: `AN-2026-${by + 1}`,
        how,
        reasonId: null,
      },
    }) as unknown as Event,
  tillEntered: (number: number, date = '2026-03-03') =>
    ({ type: 'tillEntered', data: { number: number + 1, date, kind: 'float' } }) as unknown as Event,
  tillPaperGiven: (number: number) =>
    ({
      type: 'tillPaperGiven',
      data: {
        entry: number + 1,
        documentId: v7(5000 + number),
        kind: 'quittance',
        number: `QT-2026-${number + 1}`,
        issuedAt: at(number),
      },
    }) as unknown as Event,
  tillPeriodClosed: (number: number) =>
    ({
      type: 'tillPeriodClosed',
      data: { number: number + 1, kind: 'day', period: '2026-03-03' },
    }) as unknown as Event,
  fileOpened: (file: number, more: Partial<EventData<'fileOpened'>> = {}) =>
    ({
      type: 'fileOpened',
      data: {
        fileId: v7(7000 + file),
        reference: `DO-2026-${file + 1}`,
        serviceId: 'titres',
        procedureId: 'cni',
        rule: null,
        regime: {},
        named: true,
        commitment: 'c'.repeat(64),
        channel: 'post',
        sentOn: '2026-03-01',
        receivedOn: '2026-03-03',
        firstReceivedOn: '2026-03-03',
        pieces: [],
        assistance: null,
        visit: null,
        ...more,
      },
    }) as unknown as Event,
  fileDescribed: (file: number) =>
    ({
      type: 'fileDescribed',
      data: { fileId: v7(7000 + file), serviceId: 'etat-civil', procedureId: 'passeport', visit: null },
    }) as unknown as Event,
  fileAcknowledged: (file: number) =>
    ({
      type: 'fileAcknowledged',
      data: { fileId: v7(7000 + file), form: 'ar', on: '2026-03-03' },
    }) as unknown as Event,
  fileClosed: (file: number) =>
    ({
      type: 'fileClosed',
      data: { fileId: v7(7000 + file), reason: 'done', visit: null },
    }) as unknown as Event,
  fileActUndone: (file: number, ofVisit: number) =>
    ({
      type: 'fileActUndone',
      data: { fileId: v7(7000 + file), visit: fromVisit(ofVisit) },
    }) as unknown as Event,
  printed: (document: number, copy: number) =>
    ({ type: 'documentPrinted', data: { documentId: v7(5000 + document), copy } }) as unknown as Event,
}

function visit(ticket: number) {
  return { ticketId: v7(1000 + ticket), visitId: v7(2000 + ticket), counterId: `${(ticket % 3) + 1}` }
}

/** The first request of a visit, as what its closing does on a file names it. */
export const fromVisit = (ticket: number) =>
  ({ visitId: v7(2000 + ticket), request: 0 }) as EventData<'fileActUndone'>['visit']
