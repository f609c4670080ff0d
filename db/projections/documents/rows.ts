import type { CompiledQuery } from 'kysely'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import type { EventData } from '../../../shared/contract/events.ts'
import { template, type Compiler } from '../compile.ts'

// What the journal says of documents, as rows of their table.

type Issued = {
  readonly office: string
  readonly document: string
  readonly kind: string
  readonly number: string
  readonly year: number
  readonly issuedAt: number
  readonly visit: string | null
  readonly ticket: string | null
  readonly counter: string | null
  readonly file: string | null
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
      file_id: slots.file,
      seal: slots.seal,
      copies: 0,
      handed_at: null,
      cancelled_by: null,
      corrected_by: null,
    })
    .onConflict((on) => on.doNothing()),
)

/** The row of a document that has just been issued, with its seal; a document that has one already keeps it. */
export function documentIssued(
  sql: Compiler,
  office: string,
  data: EventData<'documentIssued'>,
): CompiledQuery {
  const { ticketId: ticket, visitId: visit, counterId: counter, fileId: file, ...whole } = data
  const { documentId: document, kind, number, year, issuedAt } = whole satisfies DocumentSeal
  // Canonical: the event as decided and the event as read again have their keys in different orders.
  const seal = canonicalJson(whole)
  return issued(sql, {
    office,
    document,
    kind,
    number,
    year,
    issuedAt,
    visit,
    ticket,
    counter,
    file,
    seal,
  })
}

export const documentPrinted = template<{
  readonly office: string
  readonly document: string
  readonly copy: number
}>((sql, { office, document, copy }) =>
  sql
    .updateTable('documents')
    .set({ copies: copy })
    .where('office_id', '=', office)
    .where('document_id', '=', document),
)

/** The first time alone: what was handed over is not handed over again. */
export const documentHandedOver = template<{
  readonly office: string
  readonly document: string
  readonly at: number
}>((sql, { office, document, at }) =>
  sql
    .updateTable('documents')
    .set({ handed_at: at })
    .where('office_id', '=', office)
    .where('document_id', '=', document)
    .where('handed_at', 'is', null),
)

type By = { readonly office: string; readonly document: string; readonly number: string }
const cancelled = template<By>((sql, { office, document, number }) =>
  sql
    .updateTable('documents')
    .set({ cancelled_by: number })
    .where('office_id', '=', office)
    .where('document_id', '=', document),
)
const corrected = template<By>((sql, { office, document, number }) =>
  sql
    .updateTable('documents')
    .set({ corrected_by: number })
    .where('office_id', '=', office)
    .where('document_id', '=', document),
)

const duplicated = template<{
  readonly office: string
  readonly document: string
  readonly duplicate: string
}>((sql, { office, document, duplicate }) =>
  sql
    .insertInto('document_duplicates')
    .values({ office_id: office, document_id: document, duplicate_id: duplicate })
    .onConflict((on) => on.doNothing()),
)

/** A duplicate changes nothing of the first. */
export function documentRelated(
  sql: Compiler,
  office: string,
  { documentId: document, by: duplicate, number, how }: EventData<'documentRelated'>,
): readonly CompiledQuery[] {
  switch (how) {
    case 'duplicate':
      return [duplicated(sql, { office, document, duplicate })]
    case 'cancellation':
      return [cancelled(sql, { office, document, number })]
    case 'correction':
      return [corrected(sql, { office, document, number })]
  }
}

const closed = template<{ readonly office: string; readonly seq: number; readonly closing: string }>(
  (sql, { office, seq, closing }) =>
    sql
      .insertInto('document_closings')
      .values({ office_id: office, seq, closing })
      .onConflict((on) => on.doNothing()),
)

/** One more closing of the journal of documents. Canonical, as the seal of a document is. */
export const documentsClosed = (
  sql: Compiler,
  office: string,
  seq: number,
  closing: EventData<'documentsClosed'>,
): CompiledQuery => closed(sql, { office, seq, closing: canonicalJson(closing) })
