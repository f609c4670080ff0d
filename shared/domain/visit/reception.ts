import type { CallId, ProcedureId, VisitId } from '../../contract/ids.ts'
import type { Decide } from '../decision.ts'
import { issueFor } from './papers/visit.ts'
import { entrance, entranceVisit } from '../queue/entrance.ts'
import { blankSheet } from '../queue/sheet.ts'
import { usedAtEntrance } from '../queue/tickets.ts'
import { strangeLabel, strangePieceName } from '../law/names.ts'

/**
 * Received at the entrance in one act: a number is used, so that the passage is counted like every other. A late piece
 * leaves with its dated receipt; a title handed over leaves none.
 */
export const serveAtReception: Decide<'reception.serve'> = (office, input, context) => {
  const { outcome, serviceId } = input
  const label = input.label === '' ? undefined : input.label
  const pieces = input.pieces ?? []
  if (outcome === 'filed' && office.settings !== null && office.day !== null) {
    if (label === undefined) return { refusal: 'labelMissing' }
    if (pieces.length === 0) return { refusal: 'pieceMissing' }
  }
  // The receipt prints both.
  const unnamed = strangeLabel(label) ?? strangePieceName(pieces.map((piece) => ({ label: piece })))
  if (unnamed) return unnamed
  const purpose = outcome === 'handedOver' ? 'collection' : 'request'
  const used = usedAtEntrance(office, { serviceId, purpose }, context)
  if ('refusal' in used) {
    // No procedure was named: none can be unknown.
    if (used.refusal === 'unknownProcedure') throw new Error('a procedure that nobody named is unknown')
    return { refusal: used.refusal }
  }
  const present = used.ticket
  const { ticketId, number } = present
  const visit = { ...entranceVisit(context.newId() as VisitId, context.now), startedAt: context.now }
  const sheet = {
    ...blankSheet(present),
    procedureId: 'autre' as ProcedureId,
    label: label ?? null,
    pieces: pieces.map((piece) => ({ label: piece, state: 'presented' as const })),
  }
  const issued = issueFor(office, context, { ticket: { ...present, visit }, sheet, outcome })
  if ('refusal' in issued) return issued
  const of = { ticketId, visitId: visit.visitId, counterId: entrance }
  const seal = issued.documents[0]?.seal
  return {
    events: [
      used.event,
      {
        type: 'ticketCalled',
        data: { ...of, callId: context.newId() as CallId, reason: visit.reason },
      },
      { type: 'visitStarted', data: of },
      ...issued.events,
      {
        type: 'visitClosed',
        data: { ...of, outcome, procedureId: null, rule: issued.rule, fault: null },
      },
    ],
    personal: issued.personal,
    jobs: issued.jobs,
    output: { number, document: seal ? { documentId: seal.documentId, number: seal.number } : null },
  }
}
