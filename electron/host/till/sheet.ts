import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { TillEntry } from '../../../shared/contract/till/books.ts'
import type { TillNote } from '../../../shared/domain/till/state.ts'
import { tillWords } from '../../../shared/messages/till/till.fr.ts'
import type { Cell, Sheet } from '../history/files.ts'

/** An entry with what was typed for it, until that is erased. */
export type Noted = { readonly entry: TillEntry; readonly note: TillNote | undefined }

/** Cents as euros: at most two decimals, which a double holds exactly enough to be written back. */
const euros = (cents: number): Cell => cents / 100

/** The books as a sheet, the oldest entry first: one row a product, the entry's own amounts on its first row alone. */
export function booksSheet(entries: readonly Noted[], school: boolean): Sheet {
  const { title, columns, yes, no } = tillWords.export
  return {
    title,
    headings: columns,
    rows: entries.flatMap(({ entry, note }) => rowsOf(entry, note, school ? yes : no)),
  }
}

function rowsOf(entry: TillEntry, note: TillNote | undefined, school: string): readonly (readonly Cell[])[] {
  const { kinds, means: names } = tillWords
  const lines = entry.lines.length === 0 ? [null] : entry.lines
  return lines.map((line, rank): readonly Cell[] => {
    const first = rank === 0
    const once = (cell: Cell): Cell => (first ? cell : null)
    const { moves, cheques, given, change } = entry
    return [
      entry.number,
      rank + 1,
      new Date(entry.at).toISOString(),
      { date: entry.date },
      kinds[entry.kind],
      entry.agentId,
      entry.counterId,
      line?.productId ?? null,
      line?.title ?? null,
      line?.quantity ?? null,
      line ? euros(line.unitCents) : null,
      line ? euros(line.cents) : null,
      line?.exemptionId ?? null,
      entry.means === null ? null : names[entry.means],
      once(euros(moves.cash)),
      once(euros(moves.cheque)),
      once(euros(moves.card)),
      once(euros(moves.transfer)),
      once(euros(moves.online)),
      once(cheques),
      once(euros(given)),
      once(euros(change)),
      entry.of,
      note?.payer ?? null,
      note?.reference ?? null,
      note?.reason ?? null,
      school,
      entry.previous,
      entry.hash,
      once(canonicalJson({ ...entry, hash: undefined })),
    ]
  })
}
