import type { Journal } from '../../../db/journal/port.ts'
import type { FileActRow } from '../../../db/journal/readTables.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { toHearBefore, unheardUntil } from '../../../shared/domain/files/standing.ts'
import type { FileRow, FileState } from '../../../shared/domain/files/state.ts'

/** A file has fewer refusals, with their duplicates and corrections. */
const mostRefusals = 200

/**
 * The day before which a refusal signed here was to reach the person, and did not; null where none was. What was typed of the file
 * says where it was signed. Once that is erased, its papers tell what was noted from what was signed, but not which version signed:
 * unless the person heard of it in time, nobody knows whether silence overtook it.
 */
export async function unheardOf(
  journal: Journal,
  file: FileState,
  { acts, zone }: { readonly acts: readonly FileActRow[]; readonly zone: string },
): Promise<LocalDate | 'unknown' | null> {
  const day = toHearBefore(file)
  if (day === null) return null
  const open = await journal.personalRow('file', file.fileId)
  const row = (open ?? (await journal.personalRow('closedFile', file.fileId))) as FileRow | undefined
  if (row !== undefined) return unheardUntil(file, row)
  const { documents } = await journal.documents.list({
    fileId: file.fileId,
    kind: 'refus',
    limit: mostRefusals,
  })
  // Signed here, its paper was issued by the act that decided; a refusal that was noted stands as it was.
  const decidedAt = acts.findLast(({ event }) => event.type === 'fileDecided')?.at
  if (!documents.some(({ issuedAt }) => issuedAt === decidedAt)) return null
  // An earlier version handed a paper over without telling its file; given once the file ended, it answered nothing any more.
  const end = file.closed?.at ?? Infinity
  const heard = documents.some(
    ({ handedAt }) => handedAt !== null && handedAt <= end && dateIn(zone, handedAt) < day,
  )
  return heard ? null : 'unknown'
}
