import type { ConsultationRow, ConsultationStore } from '../../../../db/journal/port.ts'
import type { Instant } from '../../../../shared/contract/ids.ts'
import { dateIn } from '../../../../shared/domain/core/calendar/index.ts'
import { consultationWords } from '../../../../shared/messages/privacy/accessLog.fr.ts'
import type { Cell, Sheet } from '../../history/files.ts'
import { namesOf, type Numbered } from './names.ts'

/** Lines read at once. */
const page = 1000

/** The rows of a period, the latest first, read by pages: a year of a town is no more than the memory holds. */
export async function periodOf(
  { list }: Pick<ConsultationStore, 'list'>,
  period: { readonly from?: Instant; readonly to?: Instant },
): Promise<readonly ConsultationRow[]> {
  const rows: ConsultationRow[] = []
  for (;;) {
    const last = rows.at(-1)
    const found = await list(last ? { ...period, before: last.consultationId } : period, page)
    rows.push(...found)
    if (found.length < page) return rows
  }
}

/** The journal of a period as a sheet, the oldest first: one row for each thing shown. */
export async function consultationsSheet(
  rows: readonly ConsultationRow[],
  tables: Numbered,
  zone: string,
): Promise<Sheet> {
  const { sheet, headings } = consultationWords.export
  const name = namesOf(tables)
  const lines: (readonly Cell[])[] = []
  for (const { consultationId, at, agentId, stationId, what, about } of rows.toReversed()) {
    for (const id of about.length === 0 ? [null] : about)
      lines.push([
        new Date(at).toISOString(),
        { date: dateIn(zone, at) },
        agentId,
        stationId,
        consultationWords.whats[what],
        id === null ? null : await name(what, id),
        id,
        consultationId,
      ])
  }
  return { title: sheet, headings, rows: lines }
}
