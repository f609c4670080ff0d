import type { CompiledQuery } from 'kysely'
import type { EventData, Recorded } from '../../shared/contract/events.ts'
import type { OfficeId } from '../../shared/contract/ids.ts'
import {
  entered,
  ticketJoinedRows,
  prioritySet,
  replaced,
  requested,
  ticketTakenRow,
} from './visit/arriving.ts'
import type { Compiler } from './compile.ts'
import {
  documentHandedOver,
  documentIssued,
  documentPrinted,
  documentRelated,
  documentsClosed,
} from './documents/rows.ts'
import { onFile } from './files/rows.ts'
import { callCounted, endCounted, endingCounted, remembered } from './visit/counting.ts'
import * as serving from './visit/serving.ts'
import { tillEntered, tillPaperGiven, tillPeriodClosed } from './till.ts'
import { dayEnded, undone } from './visit/undoing.ts'

/** The tables that `project` writes, all of them and only them. */
export const readTables = [
  'visits',
  'visits_day',
  'acts_day',
  'calls',
  'endings',
  'documents',
  'document_closings',
  'document_duplicates',
  'files',
  'file_acts',
  'till_entries',
  'till_closings',
] as const

/** The version of what follows: read tables made by another are made again when the journal is opened. */
export const projectionVersion = 7

/**
 * What one event changes in the read tables, as statements; the journal runs them in its own transaction, and
 * running them all again from the first event makes the same tables. Total: no event makes a statement fail.
 */
export function project(sql: Compiler, office: OfficeId, recorded: Recorded): readonly CompiledQuery[] {
  const { seq, at, event } = recorded
  switch (event.type) {
    case 'ticketTaken':
      return [ticketTakenRow(sql, office, at, event.data)]
    case 'ticketJoined':
      return ticketJoinedRows(sql, office, event.data)
    case 'ticketEntered': {
      const { ticketId: ticket, endedAt, arrivedAt, outcome } = event.data
      const row = entered(sql, office, event.data)
      if (outcome === null) return [row]
      return [row, endingCounted(sql, { office, seq, ticket, at: endedAt ?? arrivedAt, outcome })]
    }
    case 'ticketReplaced':
      return [replaced(sql, { office, ticket: event.data.ticketId, code: event.data.code })]
    case 'prioritySet':
      return [prioritySet(sql, office, event.data)]
    case 'requestAdded':
      return [requested(sql, { office, ticket: event.data.ticketId })]
    case 'ticketCalled': {
      const { ticketId: ticket, reason } = event.data
      const { code, overtaken } = reason
      return [
        callCounted(sql, { office, seq, ticket, at, code, overtaken }),
        serving.called(sql, atCounter(office, at, event.data)),
      ]
    }
    case 'visitStarted':
      return [
        remembered(sql, { office, seq, ticket: event.data.ticketId, at }),
        serving.started(sql, atCounter(office, at, event.data)),
      ]
    case 'ticketAbsent': {
      const { ticketId: ticket } = event.data
      return [remembered(sql, { office, seq, ticket, at }), serving.absent(sql, { office, ticket, at })]
    }
    case 'ticketReturned':
      return [serving.returned(sql, { office, ticket: event.data.ticketId, at })]
    case 'ticketParked': {
      const { ticketId: ticket } = event.data
      return [remembered(sql, { office, seq, ticket, at }), serving.parked(sql, { office, ticket, at })]
    }
    case 'ticketResumed':
      return [
        remembered(sql, { office, seq, ticket: event.data.ticketId, at }),
        serving.resumed(sql, atCounter(office, at, event.data)),
      ]
    case 'ticketTransferred': {
      const { ticketId: ticket, serviceId: service } = event.data
      return [
        remembered(sql, { office, seq, ticket, at }),
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
        endCounted(sql, { office, seq, ticket, at, outcome }),
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
    case 'documentIssued':
      return [documentIssued(sql, office, event.data)]
    case 'documentPrinted':
      return [documentPrinted(sql, { office, document: event.data.documentId, copy: event.data.copy })]
    case 'documentHandedOver':
      return [documentHandedOver(sql, { office, document: event.data.documentId, at })]
    case 'documentsClosed':
      return [documentsClosed(sql, office, seq, event.data)]
    case 'documentRelated':
      return documentRelated(sql, office, event.data)
    case 'fileOpened':
    case 'fileDescribed':
    case 'filePieceAdded':
    case 'filePiecesRequested':
    case 'fileAcknowledged':
    case 'fileLetterTold':
    case 'fileLetterCancelled':
    case 'fileForwarded':
    case 'fileForwardingCancelled':
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
    case 'tillEntered':
      return [tillEntered(sql, office, event.data)]
    case 'tillPaperGiven':
      return [tillPaperGiven(sql, office, event.data)]
    case 'tillPeriodClosed':
      return [tillPeriodClosed(sql, office, event.data)]
    case 'tillDeedSet':
    case 'tillOpened':
    case 'tillCounted':
    case 'officeCreated':
    case 'drillBegun':
    case 'addressSet':
    case 'printersSet':
    case 'agentSet':
    case 'rulesSet':
    case 'calendarSet':
    case 'dayOpened':
    case 'seriesLent':
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
    case 'serviceSet':
    case 'serviceWithdrawn':
    case 'counterSet':
    case 'counterWithdrawn':
    case 'pieceAskedAgain':
    case 'ticketRecalled':
    case 'promiseMoved':
    case 'appointmentsImported':
    case 'appointmentBooked':
    case 'appointmentMoved':
    case 'appointmentCancelled':
    case 'appointmentsFollowed':
    case 'appointmentGoneOutside':
    case 'appointmentSourceSet':
    case 'coordinationSet':
    case 'slotSearchSet':
    case 'paperSet':
    case 'textsReviewed':
    case 'recordingAdded':
    case 'recordingRemoved':
    case 'agentShielded':
    case 'agentRightsSet':
    case 'agentSecretSet':
    case 'agentInvited':
    case 'agentLocked':
    case 'agentUnlocked':
    case 'agentBadgeSet':
    case 'agentBadgeRemoved':
    case 'agentLoginSet':
    case 'agentLoginRemoved':
    case 'loginSet':
    case 'accessSet':
    case 'counterRelieved':
    case 'stationPaired':
    case 'screenSet':
    case 'officeMessageSet':
    case 'officeMessageRemoved':
    case 'stationRevoked':
    case 'stationSuspended':
    case 'stationResumed':
    case 'doorAnnounced':
    case 'hostPromoted':
    case 'journalResumed':
    case 'followerRenewed':
    case 'personalPurged':
    case 'personalErased':
    case 'fileLimited':
    case 'archiveTermSet':
    case 'slipDrawn':
    case 'slipWithdrawn':
    case 'slipVisaRecorded':
    case 'archivesEliminated':
    case 'archivesTransferred':
    case 'apiTokenCreated':
    case 'apiTokenRevoked':
    case 'webhookSet':
    case 'webhookRemoved':
    case 'softwareSet':
    case 'placesSet':
    case 'placeKept':
    case 'placeTaken':
    case 'placeWithdrawn':
    case 'placeAsking':
    case 'placeAsked':
    case 'placeGivenUp':
    case 'placeReturned':
    case 'alertRaised':
    case 'alertAnswered':
    case 'incidentRecorded':
    case 'lessonBegun':
    case 'lessonArrived':
    case 'lessonSheetSeen':
    case 'noticeAsked':
    case 'noticeWithdrawn':
    case 'noticeSent':
    case 'noticeFailed':
    case 'noticeTold':
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
