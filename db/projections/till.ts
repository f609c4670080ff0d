import type { CompiledQuery } from 'kysely'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { OfficeId } from '../../shared/contract/ids.ts'
import type { TillClosing, TillEntry } from '../../shared/contract/till/books.ts'
import type { TillPaper } from '../../shared/contract/documents/tillPaper.ts'
import type { TillTable } from '../journal/port.ts'
import { template, type Compiler } from './compile.ts'

/** Asks the database; each journal has its own way. */
type Ask = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>

type EntryRow = {
  readonly office: string
  readonly number: number
  readonly date: string
  readonly entry: string
}
const entryRow = template<EntryRow>((sql, slots) =>
  sql
    .insertInto('till_entries')
    .values({ office_id: slots.office, number: slots.number, date: slots.date, entry: slots.entry })
    .onConflict((on) => on.doNothing()),
)

/** One more line of the books. Canonical: the event as decided and as read again have their keys in different orders. */
export const tillEntered = (sql: Compiler, office: OfficeId, entry: TillEntry): CompiledQuery =>
  entryRow(sql, { office, number: entry.number, date: entry.date, entry: canonicalJson(entry) })

type PaperRow = {
  readonly office: string
  readonly entry: number
  readonly document: string
  readonly number: string
}
const paperRow = template<PaperRow>((sql, slots) =>
  sql
    .updateTable('till_entries')
    .set({ document_id: slots.document, document: slots.number })
    .where('office_id', '=', slots.office)
    .where('number', '=', slots.entry),
)

/** The paper that an entry gave. */
export const tillPaperGiven = (
  sql: Compiler,
  office: OfficeId,
  { entry, documentId: document, number }: TillPaper,
): CompiledQuery => paperRow(sql, { office, entry, document, number })

type ClosingRow = { readonly office: string; readonly number: number; readonly closing: string }
const closingRow = template<ClosingRow>((sql, slots) =>
  sql
    .insertInto('till_closings')
    .values({ office_id: slots.office, number: slots.number, closing: slots.closing })
    .onConflict((on) => on.doNothing()),
)

/** One more closing. */
export const tillPeriodClosed = (sql: Compiler, office: OfficeId, closing: TillClosing): CompiledQuery =>
  closingRow(sql, { office, number: closing.number, closing: canonicalJson(closing) })

/** The readers of the till's books, for either engine. `officeId` is asked each time: birth changes it. */
export function tillTable(sql: Compiler, officeId: () => OfficeId, ask: Ask): TillTable {
  const rows = () => sql.selectFrom('till_entries').where('office_id', '=', officeId()).select('entry')
  const entries = async (query: ReturnType<typeof rows>) =>
    (await ask(query.compile())).map(({ entry }) => JSON.parse(entry) as TillEntry)
  return {
    async entries({ date, before, limit }) {
      let query = rows().orderBy('number', 'desc').limit(limit)
      if (date !== undefined) query = query.where('date', '=', date)
      if (before !== undefined) query = query.where('number', '<', before)
      return entries(query)
    },
    async entry(number) {
      const query = sql
        .selectFrom('till_entries')
        .where('office_id', '=', officeId())
        .where('number', '=', number)
        .select(['entry', 'document_id', 'document'])
        .compile()
      const [row] = await ask(query)
      return (
        row && {
          entry: JSON.parse(row.entry) as TillEntry,
          document:
            row.document_id === null || row.document === null
              ? null
              : {
                  documentId: row.document_id as TillPaper['documentId'],
                  number: row.document as TillPaper['number'],
                },
        }
      )
    },
    period: ({ from, to, after, limit }) =>
      entries(
        rows()
          .where('date', '>=', from)
          .where('date', '<=', to)
          .where('number', '>', after)
          .orderBy('number')
          .limit(limit),
      ),
    async closings({ before, limit }) {
      let query = sql
        .selectFrom('till_closings')
        .where('office_id', '=', officeId())
        .select('closing')
        .orderBy('number', 'desc')
        .limit(limit)
      if (before !== undefined) query = query.where('number', '<', before)
      return (await ask(query.compile())).map(({ closing }) => JSON.parse(closing) as TillClosing)
    },
  }
}
