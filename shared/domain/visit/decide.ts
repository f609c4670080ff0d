import type { FilePerson } from '../../contract/files/file.ts'
import type { ReasonId } from '../../contract/ids.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Decide, Decisions } from '../decision.ts'
import { serviceOf, zoneOf } from '../state.ts'
import { issueFor } from './papers/visit.ts'
import { transmittedOf } from './papers/visitFacts.ts'
import { rowOf, sheetPieces } from '../files/recorded.ts'
import { strangeTerm } from '../files/term.ts'
import { fileLeft, openedFileEvents } from '../files/visit.ts'
import { decidedFile, titleTaker, withoutAwaited } from '../files/goingOn.ts'
import { noticeGone } from '../queue/gone.ts'
import { procedureNow, rulesNow } from '../law/rulesNow.ts'
import { givenUpByClosing } from '../partners/wanted.ts'
import { assessSheet } from '../law/checklist.ts'
import { sameHousehold } from './household.ts'
import { requestHere } from '../queue/sheet.ts'
import { withPiece } from './patched.ts'
import { updateSheet } from './noting.ts'
import { printObligations } from './obligations.ts'
import { printTrail } from './trail.ts'
import { lackUnnamed, otherRecipient, recipientRefused, refusalIsNoEnd } from './ending.ts'
import { serveAtReception } from './reception.ts'
import { certifyPresence, settleAll, settleTicket } from './settling.ts'
import { undoLast } from './undo.ts'

/** A piece that an administration holds, asked all the same: the exchange could not give it, and the reason is kept. */
const askAgain: Decide<'piece.askAgain'> = (office, { pieceId, reason, ...on }, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const { sheet, ticket, counter } = here
  const rules = rulesNow(office, context)
  const assessment = assessSheet(rules, sheet)
  const piece = assessment?.pieces.find((one) => one.pieceId === pieceId)
  if (!piece || !assessment) return { refusal: 'unknownPiece', details: [pieceId] }
  if (piece.status === 'mayNotBeAsked') return { refusal: 'pieceMayNotBeAsked', details: [piece.title] }
  if (piece.status !== 'heldByAdministration' || !piece.exchange) return { refusal: 'pieceNotHeld' }
  if (decidedFile(office, { sheet, outcome: 'filed' }, rules.date) !== null)
    return { refusal: 'fileAlreadyDecided' }
  const { visitId } = ticket.visit
  const updated: Sheet = {
    ...sheet,
    pieces: withPiece(sheet.pieces, { pieceId, state: 'missing', askedAgain: true }),
  }
  const reasonId = context.newId() as ReasonId
  return {
    events: [
      {
        type: 'pieceAskedAgain',
        data: {
          ticketId: ticket.ticketId,
          visitId,
          counterId: counter.counterId,
          procedureId: assessment.procedureId,
          pieceId,
          exchangeId: piece.exchange.exchangeId,
          reasonId,
        },
      },
    ],
    personal: [
      { op: 'put', kind: 'sheet', id: visitId, value: updated, at: context.now },
      { op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now },
    ],
    output: { sheet: updated },
  }
}

/** What a sheet says of a person: how to reach them stays on the file. */
const personOf = ({ contact: _contact, ...person }: FilePerson): Sheet['person'] => person

/** A person who comes back: their file on the sheet, with its pieces, those that still lack first. */
const takeFile: Decide<'visit.takeFile'> = (office, { fileId, reference, ...on }, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const file =
    fileId === undefined ? office.files.find((one) => one.reference === reference) : office.files.get(fileId)
  if (!file || file.closed !== null) return { refusal: 'fileNotOpen' }
  const row = rowOf(file, context)
  const pieces = sheetPieces(file, row)
  const { sheet, ticket } = here
  const taken: Sheet = {
    ...sheet,
    fileId: file.fileId,
    procedureId: file.procedureId,
    label: row.label,
    answers: { ...row.answers },
    pieces: pieces.toSorted((a, b) => Number(a.state === 'presented') - Number(b.state === 'presented')),
    person: row.person && personOf(row.person),
    ministry: row.ministry,
  }
  const today = dateIn(zoneOf(office), context.now)
  const value = withoutAwaited(office, { sheet: taken, outcome: 'filed' }, today)
  return {
    events: [],
    personal: [{ op: 'put', kind: 'sheet', id: ticket.visit.visitId, value, at: context.now }],
    output: { fileId: file.fileId, reference: file.reference },
  }
}

/** A visit of more requests than this is another visit. */
const mostRequests = 20

/** One more request in the same visit, done after those that it still has to do. */
const addService: Decide<'visit.addService'> = (office, { serviceId, procedureId, ...on }, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const service = serviceOf(office, serviceId)
  if (!service) return { refusal: 'unknownService' }
  if (procedureId !== undefined && !procedureNow(office, context, procedureId))
    return { refusal: 'unknownProcedure' }
  const { ticket, counter } = here
  if (ticket.visit.requests.length + ticket.visit.done >= mostRequests) return { refusal: 'requestsFull' }
  return {
    events: [
      {
        type: 'requestAdded',
        data: {
          ticketId: ticket.ticketId,
          visitId: ticket.visit.visitId,
          counterId: counter.counterId,
          serviceId,
          procedureId: procedureId ?? null,
        },
      },
    ],
    output: { requests: ticket.visit.requests.length + 1 },
  }
}

/**
 * The request under way ends with its outcome and the papers that this outcome requires, in one act; the visit with
 * its last request, and the name of an appointment with it. The sheet is set aside for as long as the closing can be taken back.
 */
const closeVisit: Decide<'visit.close'> = (
  office,
  { outcome, last, fault, dueOn, to, proof, receiver, ...on },
  context,
) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const { ticket, counter } = here
  const visit = { ticketId: ticket.ticketId, visitId: ticket.visit.visitId, counterId: counter.counterId }
  if (outcome === 'refused') return refusalIsNoEnd
  const rules = rulesNow(office, context)
  const unnamed = lackUnnamed(office, rules, { sheet: here.sheet, outcome })
  if (unnamed) return unnamed
  const sheet = withoutAwaited(office, { sheet: here.sheet, outcome }, rules.date)
  const short = dueOn && strangeTerm(assessSheet(rules, sheet), { asked: rules.date, dueOn })
  if (short) return short
  const taken = titleTaker(office, { sheet, outcome, proof }, receiver)
  if ('refusal' in taken) return taken
  const onFiles = openedFileEvents(office, context, { ticket, sheet, outcome, proof, taker: taken.taker })
  const left = fileLeft(office, context, { sheet }, onFiles)
  const sent = transmittedOf(left)
  const keeping = sheet.elsewhere?.office
  const unsent =
    recipientRefused(office, outcome, to, sent !== null, keeping) ?? otherRecipient(outcome, to, sent?.to)
  if (unsent) return unsent
  const notServedBy = outcome === 'notServed' ? (fault ?? 'service') : null
  const issued = issueFor(office, context, {
    ticket,
    sheet,
    outcome,
    file: onFiles.reference,
    ...(left ? { left } : {}),
    dueOn,
    ...(outcome === 'forwarded' && to ? { to } : {}),
    fault: notServedBy,
  })
  if ('refusal' in issued) return issued
  const remaining = last ? 0 : Math.max(0, ticket.visit.requests.length - 1)
  const next = remaining > 0 ? sameHousehold(rules, ticket, sheet) : null
  const ending = { ...visit, outcome, procedureId: sheet.procedureId, rule: issued.rule }
  return {
    events: [
      ...issued.events,
      ...onFiles.events,
      ...issued.onFile,
      ...givenUpByClosing(office, { visit: ticket.visit, sheet }, { outcome, to }),
      remaining > 0
        ? { type: 'requestClosed', data: ending }
        : {
            type: 'visitClosed',
            data: { ...ending, fault: notServedBy },
          },
    ],
    personal: [
      ...issued.personal,
      ...onFiles.personal,
      // Their call can't be taken back any more, while their name stays for as long as this can be.
      ...noticeGone(context.personal, ticket.ticketId),
      { op: 'put', kind: 'closedSheet', id: visit.visitId, value: here.sheet, at: context.now },
      next === null
        ? { op: 'drop', kind: 'sheet', id: visit.visitId }
        : { op: 'put', kind: 'sheet', id: visit.visitId, value: next, at: context.now },
    ],
    jobs: issued.jobs,
    output: {
      remaining,
      documents: issued.documents.map(({ seal }) => ({
        documentId: seal.documentId,
        kind: seal.kind,
        number: seal.number,
      })),
      fileId: left?.file.fileId ?? null,
    },
  }
}

/** Each command of a visit, and what decides it. */
export const visitDecisions = {
  'sheet.update': updateSheet,
  'piece.askAgain': askAgain,
  'obligations.print': printObligations,
  'visit.addService': addService,
  'visit.close': closeVisit,
  'visit.takeFile': takeFile,
  'trail.print': printTrail,
  'reception.serve': serveAtReception,
  'counter.undo': undoLast,
  'ticket.settle': settleTicket,
  'ticket.certify': certifyPresence,
  'day.settleAll': settleAll,
} satisfies Decisions
