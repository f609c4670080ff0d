import type { CompiledQuery } from 'kysely'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { DocumentSeal } from '../../shared/contract/documents.ts'
import type { Recorded } from '../../shared/contract/events.ts'
import type { OfficeId } from '../../shared/contract/ids.ts'
import { template, type Compiler } from './compile.ts'

/** The tables that `project` writes, all of them and only them. */
export const readTables = ['visits', 'documents'] as const

/**
 * What one event changes in the read tables, as statements; the journal runs them in its own transaction, and
 * running them all again from the first event makes the same tables. Total: no event makes a statement fail.
 */
export function project(sql: Compiler, office: OfficeId, { at, event }: Recorded): readonly CompiledQuery[] {
  switch (event.type) {
    case 'ticketTaken': {
      const { ticketId: ticket, number, serviceId: service, procedureId: procedure } = event.data
      return [taken(sql, { office, ticket, number, service, procedure, at })]
    }
    case 'ticketCalled': {
      const { ticketId: ticket, visitId: visit, counterId: counter } = event.data
      return [called(sql, { office, ticket, visit, counter, at })]
    }
    case 'visitStarted':
      return [started(sql, { office, ticket: event.data.ticketId, at })]
    case 'ticketAbsent':
      return [gone(sql, { office, ticket: event.data.ticketId, at, state: 'absent' })]
    case 'ticketLeft':
      return [gone(sql, { office, ticket: event.data.ticketId, at, state: 'left' })]
    case 'visitClosed': {
      const { ticketId: ticket, outcome, procedureId: procedure } = event.data
      return [closed(sql, { office, ticket, at, outcome, procedure })]
    }
    case 'documentIssued': {
      const { ticketId: ticket, visitId: visit, counterId: counter, ...whole } = event.data
      const { documentId: document, kind, number, year, issuedAt } = whole satisfies DocumentSeal
      // Canonical: the event as decided and the event as read again have their keys in different orders.
      const seal = canonicalJson(whole)
      return [issued(sql, { office, document, kind, number, year, issuedAt, visit, ticket, counter, seal })]
    }
    case 'documentPrinted':
      return [printed(sql, { office, document: event.data.documentId, copy: event.data.copy })]
    case 'officeCreated':
    case 'addressSet':
    case 'printersSet':
    case 'agentSet':
    case 'dayOpened':
    case 'dayClosed':
    case 'counterOpened':
    case 'counterClosed':
    case 'ticketRecalled':
      return []
    default:
      event satisfies never
      return []
  }
}

/** A visit's place, and when it changed. */
type OfTicket = { readonly office: string; readonly ticket: string; readonly at: number }

type Taken = OfTicket & {
  readonly number: string
  readonly service: string
  readonly procedure: string | null
}
const taken = template<Taken>((sql, { office, ticket, number, service, procedure, at }) =>
  sql
    .insertInto('visits')
    .values({
      office_id: office,
      ticket_id: ticket,
      number,
      service_id: service,
      procedure_id: procedure,
      taken_at: at,
      state: 'waiting',
    })
    .onConflict((on) => on.doNothing()),
)

const visits = (sql: Compiler, { office, ticket }: OfTicket) =>
  sql.updateTable('visits').where('office_id', '=', office).where('ticket_id', '=', ticket)

const called = template<OfTicket & { readonly visit: string; readonly counter: string }>((sql, slots) =>
  visits(sql, slots).set({
    visit_id: slots.visit,
    counter_id: slots.counter,
    called_at: slots.at,
    started_at: null,
    ended_at: null,
    state: 'called',
  }),
)

const started = template<OfTicket>((sql, slots) =>
  visits(sql, slots).set({ started_at: slots.at, state: 'serving' }),
)

const gone = template<OfTicket & { readonly state: 'absent' | 'left' }>((sql, slots) =>
  visits(sql, slots).set({ ended_at: slots.at, state: slots.state }),
)

const closed = template<OfTicket & { readonly outcome: string; readonly procedure: string | null }>(
  (sql, slots) =>
    visits(sql, slots).set({
      ended_at: slots.at,
      state: 'closed',
      outcome: slots.outcome,
      procedure_id: slots.procedure,
    }),
)

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
