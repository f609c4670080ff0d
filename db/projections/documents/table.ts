import type { CompiledQuery } from 'kysely'
import type { DocumentsClosing } from '../../../shared/contract/documents/closings.ts'
import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import type { OfficeId, Seq } from '../../../shared/contract/ids.ts'
import type { DocumentDuplicate, DocumentRow, DocumentTable } from '../../journal/readTables.ts'
import type { Compiler } from '../compile.ts'

/** Asks the database; each journal has its own way. */
type Ask = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>

/** The readers of the documents' table, for either engine. `officeId` is asked each time: birth changes it. */
export function documentTable(sql: Compiler, officeId: () => OfficeId, ask: Ask): DocumentTable {
  const rows = () =>
    sql
      .selectFrom('documents as d')
      .leftJoin('visits as v', (join) =>
        join.onRef('v.office_id', '=', 'd.office_id').onRef('v.ticket_id', '=', 'd.ticket_id'),
      )
      // Its day may be open yet.
      .leftJoin('visits_day as t', (join) =>
        join.onRef('t.office_id', '=', 'd.office_id').onRef('t.ticket_id', '=', 'd.ticket_id'),
      )
      .leftJoin('personal as p', (join) =>
        join
          .onRef('p.office_id', '=', 'd.office_id')
          .on('p.kind', '=', 'document')
          .onRef('p.id', '=', 'd.document_id'),
      )
      .leftJoin('files as f', (join) =>
        join.onRef('f.office_id', '=', 'd.office_id').onRef('f.file_id', '=', 'd.file_id'),
      )
      .where('d.office_id', '=', officeId())
      .select((eb) => [
        eb.fn.coalesce('v.number', 't.number').as('ticket'),
        'd.document_id as documentId',
        'd.kind',
        'd.number',
        'd.year',
        'd.issued_at as issuedAt',
        'd.visit_id as visitId',
        'd.ticket_id as ticketId',
        'd.counter_id as counterId',
        'd.file_id as fileId',
        'd.copies',
        'd.handed_at as handedAt',
        'd.cancelled_by as cancelledBy',
        'd.corrected_by as correctedBy',
        'f.reference as file',
        'p.id as facts',
      ])
      .orderBy('d.issued_at', 'desc')
      .orderBy('d.document_id', 'desc')
  type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
  const typed = ({ facts, ticket, ...row }: Row) =>
    ({ ...row, ticket: ticket ?? '', erased: facts === null }) as DocumentRow
  return {
    async list({ from, to, before, after, kind, number, fileId, ticket, limit }) {
      let query = rows().limit(limit + 1)
      if (from !== undefined) query = query.where('d.issued_at', '>=', from)
      if (to !== undefined) query = query.where('d.issued_at', '<', to)
      if (before !== undefined)
        query = query.where((eb) =>
          after === undefined
            ? eb('d.issued_at', '<', before)
            : eb.or([
                eb('d.issued_at', '<', before),
                eb.and([eb('d.issued_at', '=', before), eb('d.document_id', '<', after)]),
              ]),
        )
      if (kind !== undefined) query = query.where('d.kind', '=', kind)
      if (fileId !== undefined)
        query = query.where((eb) =>
          // Issued for it, or by the visit that opened it, for no other file.
          eb.or([
            eb('d.file_id', '=', fileId),
            eb.and([
              eb('d.file_id', 'is', null),
              eb('d.visit_id', 'in', (own) =>
                own
                  .selectFrom('files as own')
                  .where('own.office_id', '=', officeId())
                  .where('own.file_id', '=', fileId)
                  .where('own.visit_id', 'is not', null)
                  .select('own.visit_id'),
              ),
            ]),
          ]),
        )
      if (ticket !== undefined)
        query = query.where((eb) => eb(eb.fn.coalesce('v.number', 't.number'), '=', ticket))
      // A prefix between two bounds: the index then serves it, on either engine.
      if (number !== undefined)
        query = query.where('d.number', '>=', number).where('d.number', '<', `${number}\uffff`)
      const found = (await ask(query.compile())).map(typed)
      return { documents: wholeInstants(found, limit), more: found.length > limit }
    },
    async seal(documentId) {
      const query = sql
        .selectFrom('documents')
        .select('seal')
        .where('office_id', '=', officeId())
        .where('document_id', '=', documentId)
        .compile()
      const [row] = await ask(query)
      return row && (JSON.parse(row.seal) as DocumentSeal)
    },
    async row(documentId) {
      const [row] = await ask(rows().where('d.document_id', '=', documentId).compile())
      return row && typed(row)
    },
    async numbered(number) {
      const [row] = await ask(rows().where('d.number', '=', number).compile())
      return row && typed(row)
    },
    async ofTicket(ticketId) {
      const query = rows()
        .select('d.seal')
        .where('d.ticket_id', '=', ticketId)
        .clearOrderBy()
        .orderBy('d.issued_at')
        .orderBy('d.document_id')
        .compile()
      return (await ask(query)).map(({ seal, ...row }) => ({
        ...typed(row),
        hash: (JSON.parse(seal) as DocumentSeal).hash,
      }))
    },
    async duplicates(documentId) {
      const query = sql
        .selectFrom('document_duplicates as r')
        .innerJoin('documents as d', (join) =>
          join.onRef('d.office_id', '=', 'r.office_id').onRef('d.document_id', '=', 'r.duplicate_id'),
        )
        .where('r.office_id', '=', officeId())
        .where('r.document_id', '=', documentId)
        .select([
          'd.document_id as documentId',
          'd.number',
          'd.issued_at as issuedAt',
          'd.handed_at as handedAt',
        ])
        .orderBy('d.issued_at')
        .orderBy('d.document_id')
        .compile()
      return (await ask(query)) as readonly DocumentDuplicate[]
    },
    async closings({ before, limit }) {
      let query = sql
        .selectFrom('document_closings')
        .where('office_id', '=', officeId())
        .select(['seq', 'closing'])
        .orderBy('seq', 'desc')
      if (before !== undefined) query = query.where('seq', '<', before)
      if (limit !== undefined) query = query.limit(limit)
      return (await ask(query.compile())).map(({ seq, closing }) => ({
        seq: seq as Seq,
        closing: JSON.parse(closing) as DocumentsClosing,
      }))
    },
    async hashes(numbers) {
      const found: { number: string; hash: string }[] = []
      // An engine takes so many parameters, and no more.
      for (let from = 0; from < numbers.length; from += 500) {
        const query = sql
          .selectFrom('documents')
          .where('office_id', '=', officeId())
          .where('number', 'in', numbers.slice(from, from + 500))
          .select('seal')
          .compile()
        for (const { seal } of await ask(query)) found.push(JSON.parse(seal) as DocumentSeal)
      }
      return found
    },
    async count({ kind, from, to }) {
      const query = sql
        .selectFrom('documents')
        .where('office_id', '=', officeId())
        .where('kind', '=', kind)
        .where('issued_at', '>=', from)
        .where('issued_at', '<', to)
        .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
        .compile()
      const [row] = await ask(query)
      return row?.count ?? 0
    },
    async ofCounter(counterId, since, limit) {
      const query = rows()
        .where('d.counter_id', '=', counterId)
        .where('d.issued_at', '>=', since)
        .limit(limit)
        .compile()
      return (await ask(query)).map(typed)
    },
  }
}

/**
 * The first `limit` rows, less those of the last instant when the page would split them: a station of the version before asks for
 * the next page by an instant alone, and would lose documents of a split one.
 */
function wholeInstants(rows: readonly DocumentRow[], limit: number): readonly DocumentRow[] {
  const page = rows.slice(0, limit)
  const next = rows[limit]
  if (!next) return page
  const whole = page.filter(({ issuedAt }) => issuedAt !== next.issuedAt)
  return whole.length > 0 ? whole : page
}
