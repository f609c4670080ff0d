import type { CompiledQuery } from 'kysely'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { OfficeId } from '../../shared/contract/ids.ts'
import type { TillClosing, TillEntry } from '../../shared/contract/tillBooks.ts'
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
    entry: async (number) => (await entries(rows().where('number', '=', number)))[0],
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
