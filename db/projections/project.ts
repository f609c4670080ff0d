import type { CompiledQuery } from 'kysely'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { DocumentSeal } from '../../shared/contract/documents.ts'
import type { EventData, Recorded } from '../../shared/contract/events.ts'
import type { OfficeId } from '../../shared/contract/ids.ts'
import { entered, prioritySet, requested, taken } from './arriving.ts'
import { template, type Compiler } from './compile.ts'
import { onFile } from './files.ts'
import { callCounted, endingCounted } from './counting.ts'
import * as serving from './serving.ts'
import { dayEnded, remembered, undone } from './undoing.ts'

/** The tables that `project` writes, all of them and only them. */
export const readTables = [
  'visits',
  'visits_before',
  'calls',
  'endings',
  'documents',
  'files',
  'file_acts',
] as const

/** The version of what follows: read tables made by another are made again when the journal is opened. */
export const projectionVersion = 3

/**
 * What one event changes in the read tables, as statements; the journal runs them in its own transaction, and
 * running them all again from the first event makes the same tables. Total: no event makes a statement fail.
 */
export function project(sql: Compiler, office: OfficeId, recorded: Recorded): readonly CompiledQuery[] {
  const { seq, at, event } = recorded
  switch (event.type) {
    case 'ticketTaken':
      return [taken(sql, office, at, event.data)]
    case 'ticketEntered': {
      const { ticketId: ticket, endedAt, arrivedAt, outcome } = event.data
      const row = entered(sql, office, event.data)
      if (outcome === null) return [row]
      return [row, endingCounted(sql, { office, seq, ticket, at: endedAt ?? arrivedAt, outcome })]
    }
    case 'prioritySet':
      return [prioritySet(sql, office, event.data)]
    case 'requestAdded':
      return [requested(sql, { office, ticket: event.data.ticketId })]
    case 'ticketCalled': {
      const { ticketId: ticket, reason } = event.data
      const { code, overtaken } = reason
      return [
        remembered(sql, { office, seq, ticket }),
        callCounted(sql, { office, seq, ticket, at, code, overtaken }),
        serving.called(sql, atCounter(office, at, event.data)),
      ]
    }
    case 'visitStarted':
      return [
        remembered(sql, { office, seq, ticket: event.data.ticketId }),
        serving.started(sql, atCounter(office, at, event.data)),
      ]
    case 'ticketAbsent': {
      const { ticketId: ticket } = event.data
      return [remembered(sql, { office, seq, ticket }), serving.absent(sql, { office, ticket, at })]
    }
    case 'ticketReturned':
      return [serving.returned(sql, { office, ticket: event.data.ticketId, at })]
    case 'ticketParked': {
      const { ticketId: ticket } = event.data
      return [remembered(sql, { office, seq, ticket }), serving.parked(sql, { office, ticket, at })]
    }
    case 'ticketResumed':
      return [
        remembered(sql, { office, seq, ticket: event.data.ticketId }),
        serving.resumed(sql, atCounter(office, at, event.data)),
      ]
    case 'ticketTransferred': {
      const { ticketId: ticket, serviceId: service } = event.data
      return [
        remembered(sql, { office, seq, ticket }),
        serving.transferred(sql, { office, ticket, at, service }),
      ]
    }
    case 'ticketLeft': {
      const { ticketId: ticket, fault } = event.data
      return [serving.gone(sql, { office, ticket, at, state: 'left', fault, how: null })]
    }
    case 'ticketUnserved': {
      const { ticketId: ticket, fault, how } = event.data
      return [serving.gone(sql, { office, ticket, at, state: 'unserved', fault, how })]
    }
    case 'requestClosed': {
      const { ticketId: ticket, outcome } = event.data
      return [endingCounted(sql, { office, seq, ticket, at, outcome })]
    }
    case 'visitClosed': {
      const { ticketId: ticket, outcome, procedureId: procedure, fault } = event.data
      return [
        remembered(sql, { office, seq, ticket }),
        endingCounted(sql, { office, seq, ticket, at, outcome }),
        serving.closed(sql, { office, ticket, at, outcome, procedure, fault }),
      ]
    }
    case 'interrupted':
      return [serving.interrupted(sql, { office, counter: event.data.counterId, at })]
    case 'interruptionEnded':
      return [serving.undisturbed(sql, { office, counter: event.data.counterId, at })]
    case 'actUndone':
      return undone.map((step) => step(sql, { office, of: event.data.of }))
    case 'dayClosed':
      return dayEnded.map((step) => step(sql, { office }))
    case 'documentIssued': {
      const { ticketId: ticket, visitId: visit, counterId: counter, ...whole } = event.data
      const { documentId: document, kind, number, year, issuedAt } = whole satisfies DocumentSeal
      // Canonical: the event as decided and the event as read again have their keys in different orders.
      const seal = canonicalJson(whole)
      return [issued(sql, { office, document, kind, number, year, issuedAt, visit, ticket, counter, seal })]
    }
    case 'documentPrinted':
      return [printed(sql, { office, document: event.data.documentId, copy: event.data.copy })]
    case 'fileOpened':
    case 'fileDescribed':
    case 'filePieceAdded':
    case 'filePiecesRequested':
    case 'fileAcknowledged':
    case 'fileForwarded':
    case 'fileDecided':
    case 'fileTitleArrived':
    case 'fileNoticeSent':
    case 'fileTitleDestroyed':
    case 'fileHandedOver':
    case 'originalsHeld':
    case 'originalsReturned':
    case 'fileClosed':
    case 'fileActUndone':
      return onFile(sql, office, recorded, event)
    case 'officeCreated':
    case 'addressSet':
    case 'printersSet':
    case 'agentSet':
    case 'rulesSet':
    case 'calendarSet':
    case 'dayOpened':
    case 'serviceClosed':
    case 'serviceOpened':
    case 'counterOpened':
    case 'counterClosed':
    case 'counterPaused':
    case 'counterResumed':
    case 'counterSkillsSet':
    case 'informed':
    case 'rulesPublished':
    case 'rulesWithdrawn':
    case 'procedureValidated':
    case 'draftValidated':
    case 'lawSet':
    case 'pieceAskedAgain':
    case 'ticketReplaced':
    case 'ticketRecalled':
    case 'promiseMoved':
    case 'appointmentsImported':
    case 'appointmentBooked':
    case 'appointmentCancelled':
      return []
    default:
      event satisfies never
      return []
  }
}

const atCounter = (office: OfficeId, at: number, visit: EventData<'ticketResumed'>) => ({
  office,
  ticket: visit.ticketId,
  visit: visit.visitId,
  counter: visit.counterId,
  at,
})

type Issued = {
  readonly office: string
  readonly document: string
  readonly kind: string
  readonly number: string
  readonly year: number
  readonly issuedAt: number
  readonly visit: string
  readonly ticket: string
  readonly counter: string
  readonly seal: string
}
const issued = template<Issued>((sql, slots) =>
  sql
    .insertInto('documents')
    .values({
      office_id: slots.office,
      document_id: slots.document,
      kind: slots.kind,
      number: slots.number,
      year: slots.year,
      issued_at: slots.issuedAt,
      visit_id: slots.visit,
      ticket_id: slots.ticket,
      counter_id: slots.counter,
      seal: slots.seal,
      copies: 0,
    })
    .onConflict((on) => on.doNothing()),
)

const printed = template<{ readonly office: string; readonly document: string; readonly copy: number }>(
  (sql, { office, document, copy }) =>
    sql
      .updateTable('documents')
      .set({ copies: copy })
      .where('office_id', '=', office)
      .where('document_id', '=', document),
)
