import type { Input } from '../contract/index.ts'
import type { Sheet, SheetPiece } from '../contract/visits.ts'
import { assessSheet, procedureTitled, strangeAnswers, withAnswersThatMatter } from './checklist.ts'
import { issuedEvents, issueFor, keptDocuments } from './documents.ts'
import type { Context, Decide, Refused } from './decision.ts'
import { counterOf, serviceOf, ticketAt, zoneOf, type Office, type Ticket, type Visit } from './office.ts'

/** The working sheet before anything was noted: the procedure that the person chose at the kiosk. */
export const blankSheet = (ticket: Pick<Ticket, 'procedureId' | 'visit'>): Sheet => ({
  procedureId: ticket.visit?.requests[0]?.procedureId ?? ticket.procedureId,
  label: null,
  capacity: null,
  identity: null,
  answers: {},
  pieces: [],
  note: null,
})

type ServedHere = {
  readonly counter: NonNullable<ReturnType<typeof counterOf>>
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
}

/** The person received at this agent's counter, with the sheet of their visit. */
export function servedHere(
  office: Office,
  { who, personal }: Pick<Context, 'who' | 'personal'>,
): Refused<'counterNotOpen' | 'nobodyServed'> | ServedHere {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const ticket = ticketAt(office, counter)
  if (!ticket || ticket.state !== 'serving') return { refusal: 'nobodyServed' }
  const sheet = personal.sheets.get(ticket.visit.visitId) ?? blankSheet(ticket)
  return { counter, ticket, sheet }
}

/** A receipt of more pieces than this would be read by nobody. */
const mostPieces = 200

/** The sheet is a personal row: noting changes no fact of the office, so the journal receives nothing. */
export const updateSheet: Decide<'sheet.update'> = (office, patch, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const sheet = patched(here.sheet, patch)
  const { now } = context
  const zone = zoneOf(office)
  if (sheet.procedureId !== null && !procedureTitled(sheet.procedureId, now, zone))
    return { refusal: 'unknownProcedure' }
  if (sheet.pieces.length > mostPieces) return { refusal: 'tooManyPieces' }
  const strange = strangeAnswers(sheet, now, zone)
  if (strange.length > 0) return { refusal: 'unknownAnswer', details: strange }
  const clean = withAnswersThatMatter(sheet, now, zone)
  const assessment = assessSheet(clean, now, zone)
  for (const piece of patch.pieces ?? []) {
    if (!('pieceId' in piece)) continue
    const assessed = assessment?.pieces.find(({ pieceId }) => pieceId === piece.pieceId)
    if (!assessed) return { refusal: 'unknownPiece', details: [piece.pieceId] }
    // What the law forbids to ask can't be missing; the person may still show it.
    if (piece.state === 'missing' && assessed.status === 'mayNotBeAsked')
      return {
        refusal: 'pieceMayNotBeAsked',
        details: [assessed.title, ...assessed.sources.map(({ title }) => title)],
      }
  }
  const { visitId } = here.ticket.visit
  return {
    events: [],
    personal: [{ op: 'put', kind: 'sheet', id: visitId, value: clean, at: context.now }],
    output: { sheet: clean },
  }
}

/** What is given replaces, `null` forgets, what isn't given stays. Another procedure forgets what was for the one before. */
function patched(sheet: Sheet, patch: Input<'sheet.update'>): Sheet {
  const moved = patch.procedureId !== undefined && patch.procedureId !== sheet.procedureId
  const base = moved
    ? { ...sheet, answers: {}, pieces: sheet.pieces.filter((piece) => 'label' in piece) }
    : sheet
  const answers = Object.entries({ ...base.answers, ...patch.answers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return {
    procedureId: patch.procedureId === undefined ? base.procedureId : patch.procedureId,
    label: patch.label === undefined ? base.label : patch.label,
    capacity: patch.capacity === undefined ? base.capacity : patch.capacity,
    identity: patch.identity === undefined ? base.identity : patch.identity,
    answers: Object.fromEntries(answers),
    pieces: (patch.pieces ?? []).reduce(withPiece, base.pieces),
    note: patch.note === undefined ? base.note : patch.note,
  }
}

const nameOfPiece = (piece: SheetPiece) =>
  'pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`

const withPiece = (pieces: SheetPiece[], piece: SheetPiece): SheetPiece[] => {
  const at = pieces.findIndex((other) => nameOfPiece(other) === nameOfPiece(piece))
  return at < 0 ? [...pieces, piece] : pieces.with(at, piece)
}

/** A visit of more requests than this is another visit. */
const mostRequests = 20

/** One more request in the same visit, done after those that it still has to do. */
export const addService: Decide<'visit.addService'> = (office, { serviceId, procedureId }, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const service = serviceOf(office, serviceId)
  if (!service) return { refusal: 'unknownService' }
  if (procedureId !== undefined && !procedureTitled(procedureId, context.now, zoneOf(office)))
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
export const closeVisit: Decide<'visit.close'> = (office, { outcome, last, fault }, context) => {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, sheet, counter } = here
  const visit = { ticketId: ticket.ticketId, visitId: ticket.visit.visitId, counterId: counter.counterId }
  const issued = issueFor(office, context, { ticket, sheet, outcome })
  if ('refusal' in issued) return issued
  const remaining = last ? 0 : Math.max(0, ticket.visit.requests.length - 1)
  const ending = { ...visit, outcome, procedureId: sheet.procedureId, rule: issued.rule }
  return {
    events: [
      ...issuedEvents(issued.documents, visit),
      remaining > 0
        ? { type: 'requestClosed', data: ending }
        : {
            type: 'visitClosed',
            data: { ...ending, fault: outcome === 'notServed' ? (fault ?? 'service') : null },
          },
    ],
    personal: [
      ...keptDocuments(issued.documents, context.now),
      { op: 'put', kind: 'closedSheet', id: visit.visitId, value: sheet, at: context.now },
      { op: 'drop', kind: 'sheet', id: visit.visitId },
    ],
    jobs: issued.jobs,
    output: {
      remaining,
      documents: issued.documents.map(({ seal }) => ({
        documentId: seal.documentId,
        kind: seal.kind,
        number: seal.number,
      })),
    },
  }
}
