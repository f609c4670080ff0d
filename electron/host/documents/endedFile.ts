import type { Batch, Journal } from '../../../db/journal/port.ts'
import type { FileId } from '../../../shared/contract/ids.ts'
import { fileAfter } from '../../../shared/domain/files/evolve.ts'
import type { FileRow, FileState } from '../../../shared/domain/files/state.ts'
import type { Office } from '../../../shared/domain/state.ts'

type EndedFile = { readonly file: FileState; readonly row: FileRow | undefined }

/**
 * A file that ended, as it ended, with what is still kept of what was typed; undefined of an open one. The office drops it at its
 * end, or at that of the day: the journal tells it.
 * @param pending what acts decided just before change, not stored yet
 */
export async function endedFile(
  journal: Pick<Journal, 'files' | 'personalRow'>,
  files: Office['files'],
  fileId: FileId,
  pending: Pick<Batch, 'events' | 'personal'>,
): Promise<EndedFile | undefined> {
  const held = files.get(fileId)
  if (held && held.closed === null) return undefined
  const file = held ?? (await told(journal, fileId, pending.events))
  if (file === null) return undefined
  const last = pending.personal.findLast(({ kind, id }) => kind === 'closedFile' && id === fileId)
  const row = last
    ? last.op === 'put'
      ? last.value
      : undefined
    : await journal.personalRow('closedFile', fileId)
  return { file, row: row as FileRow | undefined }
}

/** The file as its acts leave it; null of one that nothing tells, or that was annulled. */
async function told(
  journal: Pick<Journal, 'files'>,
  fileId: FileId,
  events: Batch['events'],
): Promise<FileState | null> {
  let file: FileState | null = null
  for (const act of await journal.files.acts(fileId)) file = fileAfter(file, act)
  for (const act of events)
    // Another file may be opened just before: it is not this one.
    if (act.event.type !== 'fileOpened' || act.event.data.fileId === fileId) file = fileAfter(file, act)
  return file
}
