import type { ReasonId } from '../../contract/ids.ts'
import type { DemandRefusal } from '../../contract/law/demands.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { yearsBefore } from '../../procedures/engine.ts'
import type { Decide, Refused, Decisions } from '../decision.ts'
import { serviceOf } from '../state.ts'
import { issueFor } from './papers/visit.ts'
import { transmittedOf } from './papers/visitFacts.ts'
import { cutShort } from '../files/term.ts'
import { fileLeft, openedFileEvents, titleTaker } from '../files/visit.ts'
import { demandOf, judgedSheet, mayLack } from '../law/lacking.ts'
import {
  strangeLabel,
  strangeLines,
  strangePerson,
  strangePieceName,
  strangeReceipt,
  type NotAName,
} from '../law/names.ts'
import { procedureNow, rulesNow, type RulesNow } from '../law/rulesNow.ts'
import { givenUpByClosing } from '../partners/wanted.ts'
import {
  answersAhead,
  assessSheet,
  pieceTitle,
  strangeAnswers,
  withAnswersThatMatter,
} from '../law/checklist.ts'
import { sameHousehold } from './household.ts'
import { servedHere } from '../queue/sheet.ts'
import { patched, withPiece } from './patched.ts'
import { printObligations } from './obligations.ts'
import { provingPieces, withProofAsListed } from './proving.ts'
import { printTrail } from './trail.ts'
import { lackUnnamed, refusalIsNoEnd } from './ending.ts'
import { serveAtReception } from './reception.ts'
import { takeFile } from './takeFile.ts'
import { certifyPresence, settleAll, settleTicket } from './settling.ts'
import { undoLast } from './undo.ts'

/** Nobody has lived for so many years: an older birth is a slip of the keyboard. */
const longestLife = 130

/** A receipt of more pieces than this would be read by nobody. */
const mostPieces = 200

/** The sheet is a personal row: noting changes no fact of the office, so the journal receives nothing. */
const updateSheet: Decide<'sheet.update'> = (office, patch, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { now } = context
  const rules = rulesNow(office, context)
  // The case first: whether a piece may lack is judged on the procedure and the answers that are noted with it.
  const change = { before: here.sheet, sheet: patched(here.sheet, { ...patch, pieces: [] }) }
  const sheet = withProofAsListed(rules, change, patch)
  if (sheet.procedureId !== null && !procedureNow(office, context, sheet.procedureId))
    return { refusal: 'unknownProcedure' }
  const birth = sheet.person?.birthDate ?? rules.date
  if (birth > rules.date) return { refusal: 'birthInFuture' }
  if (birth < yearsBefore(rules.date, longestLife)) return { refusal: 'birthTooOld' }
  const { issuedOn, validUntil } = sheet.identity ?? {}
  if (issuedOn && validUntil && validUntil < issuedOn) return { refusal: 'issuedAfterEnd' }
  const askedOn = sheet.person?.usageName?.askedOn
  if ((issuedOn ?? rules.date) > rules.date || (askedOn ?? rules.date) > rules.date)
    return { refusal: 'dateInFuture' }
  const strange = strangeAnswers(rules, sheet)
  if (strange.length > 0) return { refusal: 'unknownAnswer', details: strange }
  const ahead = answersAhead(rules, sheet)
  if (ahead.length > 0) return { refusal: 'dateInFuture', details: ahead }
  const unnamed =
    strangeLabel(patch.label) ??
    strangePerson(patch.person) ??
    strangeReceipt(patch.ministry) ??
    strangeLines([patch.identity?.issuer, patch.capacitySeen?.scope]) ??
    strangePieceName((patch.originals ?? []).map((label) => ({ label })))
  if (unnamed) return unnamed
  const proving = provingPieces(rules, { before: here.sheet, sheet }, patch)
  const noted = notedPieces(rules, sheet, [...(patch.pieces ?? []), ...proving])
  if ('refusal' in noted) return noted
  const whole = { ...sheet, pieces: noted.pieces.reduce(withPiece, sheet.pieces) }
  if (whole.pieces.length > mostPieces) return { refusal: 'tooManyPieces' }
  const refused = refusedProof(rules, here.sheet, noted.pieces)
  if (refused) return refused
  const { sheet: clean, setBack } = judgedSheet(rules, withAnswersThatMatter(rules, whole))
  return {
    events: [],
    personal: [{ op: 'put', kind: 'sheet', id: here.ticket.visit.visitId, value: clean, at: now }],
    output: { sheet: clean, setBack: [...setBack] },
  }
}

/**
 * Pieces as the sheet has them: what lacks is named by the text that requires it. Refused are an id that no rule knows, and
 * what may not lack, judged with all that is noted in the same act.
 */
function notedPieces(
  rules: RulesNow,
  before: Sheet,
  noted: readonly SheetPiece[],
): Refused<DemandRefusal> | NotAName | { readonly pieces: readonly SheetPiece[] } {
  const strange = noted.find(
    (piece) =>
      'pieceId' in piece &&
      (before.procedureId === null || pieceTitle(rules, before.procedureId, piece.pieceId) === undefined),
  )
  if (strange && 'pieceId' in strange) return { refusal: 'unknownPiece', details: [strange.pieceId] }
  const unnamed = strangePieceName(noted.filter(({ state }) => state === 'presented'))
  if (unnamed) return unnamed
  const sheet = { ...before, pieces: noted.reduce(withPiece, before.pieces) }
  const pieces: SheetPiece[] = []
  for (const piece of noted) {
    if (piece.state !== 'missing') {
      pieces.push(piece)
      continue
    }
    const ground = mayLack({ rules, sheet }, piece)
    if ('refusal' in ground) return ground
    pieces.push({ ...demandOf(ground), state: 'missing' })
  }
  return { pieces }
}

/**
 * A proof of domicile whose 2D-Doc was verified can't be refused where the domicile must be proved (CRPA R113-8); a slip of
 * the hand is still taken back, to « non examinée ».
 */
function refusedProof(
  rules: RulesNow,
  before: Sheet,
  pieces: readonly SheetPiece[],
): Refused<'proofCannotBeRefused'> | null {
  const assessment = assessSheet(rules, before)
  if (assessment?.domicile.proof !== 'required') return null
  for (const piece of pieces) {
    if (!('pieceId' in piece) || piece.state !== 'missing') continue
    const was = before.pieces.find((one) => 'pieceId' in one && one.pieceId === piece.pieceId)
    const assessed = assessment.pieces.find(({ pieceId }) => pieceId === piece.pieceId)
    if (was && 'read' in was && was.read === '2ddoc' && assessed?.domicile)
      return { refusal: 'proofCannotBeRefused', details: [assessed.title] }
  }
  return null
}

/** A piece that an administration holds, asked all the same: the exchange could not give it, and the reason is kept. */
const askAgain: Decide<'piece.askAgain'> = (office, { pieceId, reason }, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { sheet, ticket, counter } = here
  const assessment = assessSheet(rulesNow(office, context), sheet)
  const piece = assessment?.pieces.find((one) => one.pieceId === pieceId)
  if (!piece || !assessment) return { refusal: 'unknownPiece', details: [pieceId] }
  if (piece.status === 'mayNotBeAsked') return { refusal: 'pieceMayNotBeAsked', details: [piece.title] }
  if (piece.status !== 'heldByAdministration' || !piece.exchange) return { refusal: 'pieceNotHeld' }
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

/** A visit of more requests than this is another visit. */
const mostRequests = 20

/** One more request in the same visit, done after those that it still has to do. */
const addService: Decide<'visit.addService'> = (office, { serviceId, procedureId }, context) => {
  const here = servedHere(office, context)
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
 * its last request. The sheet is set aside for as long as the closing can be taken back.
 */
const closeVisit: Decide<'visit.close'> = (
  office,
  { outcome, last, fault, dueOn, to, proof, receiver },
  context,
) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, sheet, counter } = here
  const visit = { ticketId: ticket.ticketId, visitId: ticket.visit.visitId, counterId: counter.counterId }
  if (outcome === 'refused') return refusalIsNoEnd
  const speaking = strangeLines([to?.name, to?.address, to?.contact])
  if (speaking) return speaking
  const rules = rulesNow(office, context)
  const unnamed = lackUnnamed(rules, sheet, outcome)
  if (unnamed) return unnamed
  if (dueOn !== undefined && dueOn < rules.date) return { refusal: 'datesMixedUp' }
  const short = dueOn && cutShort(assessSheet(rules, sheet), { asked: rules.date, dueOn })
  if (short) return short
  const taken = titleTaker(office, { sheet, outcome, proof }, receiver)
  if ('refusal' in taken) return taken
  const onFiles = openedFileEvents(office, context, { ticket, sheet, outcome, proof, taker: taken.taker })
  const left = fileLeft(office, context, { sheet }, onFiles)
  // Who is competent is named, or nothing proves that the person was sent there (CRPA L114-2).
  if (outcome === 'forwarded' && to === undefined && transmittedOf(left) === null)
    return { refusal: 'mentionMissing', details: ['recipient'] }
  const issued = issueFor(office, context, {
    ticket,
    sheet,
    outcome,
    file: onFiles.reference,
    ...(left ? { left } : {}),
    dueOn,
    ...(outcome === 'forwarded' && to ? { to } : {}),
  })
  if ('refusal' in issued) return issued
  const remaining = last ? 0 : Math.max(0, ticket.visit.requests.length - 1)
  const next = remaining > 0 ? sameHousehold(rules, ticket.visit, sheet) : null
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
            data: { ...ending, fault: outcome === 'notServed' ? (fault ?? 'service') : null },
          },
    ],
    personal: [
      ...issued.personal,
      ...onFiles.personal,
      { op: 'put', kind: 'closedSheet', id: visit.visitId, value: sheet, at: context.now },
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
