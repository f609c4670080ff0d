import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../contract/ids.ts'
import type { Context, PersonalChange } from '../decision.ts'
import type { Office } from '../state.ts'
import type { FileRow, FileState } from './state.ts'

/**
 * What was typed about a file, set aside at its end for as long as its rules say. A duration that nobody knows is no
 * duration: nothing is eliminated without the archives (code du patrimoine L212-2, L214-3).
 */
export function closedRow(
  { fileId, regime }: Pick<FileState, 'fileId' | 'regime'>,
  row: FileRow,
  at: Instant,
): PersonalChange[] {
  const { keepMonths } = regime
  return [
    { op: 'drop', kind: 'file', id: fileId },
    {
      op: 'put',
      kind: 'closedFile',
      id: fileId,
      value: row,
      at,
      until: keepMonths === null ? null : monthsAfter(at, keepMonths),
    },
  ]
}

/** The instant that is so many calendar months after another; which zone's months it is changes hours of a term of years. */
const monthsAfter = (at: Instant, months: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').add({ months })
    .epochMilliseconds as Instant

/** At the end of the day the rows of files that a visit ended are set aside too: their closing can't be taken back any more. */
export const endedRows = (
  { files }: Pick<Office, 'files'>,
  { personal, now }: Pick<Context, 'personal' | 'now'>,
): PersonalChange[] =>
  files
    .valueSeq()
    .filter(({ closed }) => closed !== null)
    .flatMap((file) => {
      const row = personal.files.get(file.fileId)
      return row ? closedRow(file, row, now) : []
    })
    .toArray()
