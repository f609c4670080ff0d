import type { FileTable } from '../../../db/journal/readTables.ts'
import type { ProcedureId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { fileWords } from '../../../shared/messages/files/files.fr.ts'
import type { Catalogue } from '../../../shared/procedures/catalogue.ts'
import { csv, ods, odsType, type Sheet } from './files.ts'

type Helped = Awaited<ReturnType<FileTable['assisted']>>

/** The title of a procedure whatever the version: the year may have known several. */
const titleOf = ({ procedures }: Catalogue, procedureId: ProcedureId | null): string =>
  procedureId === null
    ? fileWords.assisted.noProcedure
    : (procedures.findLast((one) => one.procedureId === procedureId)?.title.fr ?? procedureId)

/** How many were helped online, by month, procedure and nature: no name, no number, no agent. */
function assistedSheet(helped: Helped, zone: string, catalogue: Catalogue): Sheet {
  const { title, headings, natures } = fileWords.assisted
  const counts = new Map<string, { readonly line: readonly string[]; count: number }>()
  for (const { openedAt, procedureId, nature } of helped) {
    const line = [
      dateIn(zone, openedAt).slice(0, 7),
      titleOf(catalogue, procedureId),
      natures[nature ?? 'unsaid'],
    ]
    const key = JSON.stringify(line)
    const entry = counts.get(key) ?? { line, count: 0 }
    entry.count++
    counts.set(key, entry)
  }
  const rows = [...counts.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { line, count }]) => [...line, count])
  return { title, headings, rows }
}

/** The yearly count that a France services must give, as a file. */
export async function assistedFile({
  year,
  format,
  zone,
  catalogue,
  helped,
}: {
  readonly year: number
  readonly format: 'csv' | 'ods'
  readonly zone: string
  readonly catalogue: Catalogue
  readonly helped: Helped
}): Promise<Output<'assisted.export'>> {
  const sheet = assistedSheet(helped, zone, catalogue)
  const bytes = format === 'csv' ? csv(sheet) : await ods([sheet])
  return {
    name: `${fileWords.assisted.fileName(year)}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : odsType,
    base64: Buffer.from(bytes).toString('base64'),
  }
}
