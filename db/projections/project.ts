import type { CompiledQuery } from 'kysely'
import type { Recorded } from '../../shared/contract/events.ts'
import type { DocumentSeal } from '../../shared/contract/documents.ts'
import type { OfficeId, TicketId } from '../../shared/contract/ids.ts'
import type { VisitsTable } from '../schema.ts'
import type { Compiler } from './compile.ts'

/** The tables that `project` writes, all of them and only them. */
export const readTables = ['days', 'visits', 'documents'] as const

/**
 * What one event changes in the read tables, as statements; the journal runs them in its own transaction, and
 * running them all again from the first event makes the same tables. Total: no event makes a statement fail.
 */
export function project(sql: Compiler, office_id: OfficeId, recorded: Recorded): readonly CompiledQuery[] {
  const { at, event } = recorded
  const visit = (ticketId: TicketId, change: Partial<VisitsTable>) => [
    sql
      .updateTable('visits')
      .set(change)
      .where('office_id', '=', office_id)
      .where('ticket_id', '=', ticketId)
      .compile(),
  ]
  switch (event.type) {
    case 'dayOpened': {
      const { dayId, date } = event.data
      const row = { office_id, day_id: dayId, date, opened_at: at, closed_at: null }
      return [
        sql
          .insertInto('days')
          .values(row)
          .onConflict((on) => on.doNothing())
          .compile(),
      ]
    }
    case 'dayClosed':
      return [
        sql
          .updateTable('days')
          .set({ closed_at: at })
          .where('office_id', '=', office_id)
          .where('day_id', '=', event.data.dayId)
          .compile(),
      ]
    case 'ticketTaken': {
      const { ticketId, number, serviceId, procedureId } = event.data
      return [
        sql
          .insertInto('visits')
          .values((eb) => ({
            office_id,
            ticket_id: ticketId,
            // The day is the one that is open: the event needs not repeat it.
            day_id: eb
              .selectFrom('days')
              .select('days.day_id')
              .where('days.office_id', '=', office_id)
              .where('days.closed_at', 'is', null)
              .orderBy('days.opened_at', 'desc')
              .orderBy('days.day_id', 'desc')
              .limit(1),
            number,
            service_id: serviceId,
            procedure_id: procedureId,
            taken_at: at,
            state: 'waiting' as const,
          }))
          .onConflict((on) => on.doNothing())
          .compile(),
      ]
    }
    case 'ticketCalled': {
      const { ticketId, visitId, counterId } = event.data
      return visit(ticketId, {
        visit_id: visitId,
        counter_id: counterId,
        called_at: at,
        started_at: null,
        ended_at: null,
        state: 'called',
      })
    }
    case 'visitStarted':
      return visit(event.data.ticketId, { started_at: at, state: 'serving' })
    case 'ticketAbsent':
      return visit(event.data.ticketId, { ended_at: at, state: 'absent' })
    case 'ticketLeft':
      return visit(event.data.ticketId, { ended_at: at, state: 'left' })
    case 'visitClosed': {
      const { ticketId, outcome, procedureId } = event.data
      return visit(ticketId, { ended_at: at, state: 'closed', outcome, procedure_id: procedureId })
    }
    case 'documentIssued': {
      const { ticketId, visitId, counterId, ...seal } = event.data
      const row = {
        office_id,
        document_id: seal.documentId,
        kind: seal.kind,
        number: seal.number,
        year: seal.year,
        issued_at: seal.issuedAt,
        visit_id: visitId,
        ticket_id: ticketId,
        counter_id: counterId,
        seal: JSON.stringify(seal satisfies DocumentSeal),
        copies: 0,
      }
      return [
        sql
          .insertInto('documents')
          .values(row)
          .onConflict((on) => on.doNothing())
          .compile(),
      ]
    }
    case 'documentPrinted':
      return [
        sql
          .updateTable('documents')
          .set({ copies: event.data.copy })
          .where('office_id', '=', office_id)
          .where('document_id', '=', event.data.documentId)
          .compile(),
      ]
    case 'officeCreated':
    case 'addressSet':
    case 'printersSet':
    case 'agentSet':
    case 'counterOpened':
    case 'counterClosed':
    case 'ticketRecalled':
      return []
    default:
      event satisfies never
      return []
  }
}
