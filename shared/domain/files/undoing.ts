import type { FileId } from '../../contract/ids.ts'
import type { Context, PersonalChange } from '../decision.ts'
import type { Office } from '../state.ts'
import type { Visit } from '../queue/state.ts'
import { closingKey } from './file.ts'
import { keptRow } from './recorded.ts'
import type { FileState } from './state.ts'
import type { OnFiles } from './visit.ts'

/** The closing of the request under way in a visit, as its events name it. */
type Closing = Pick<Visit, 'visitId' | 'done'> | null

type Files = Pick<Office, 'files' | 'filesOfVisits'>

/** Files that this closing touched today, each with what gives it back; null where it is not the last act on the file. */
function touched(
  { files, filesOfVisits }: Files,
  closing: Closing,
): readonly { readonly fileId: FileId; readonly undo: FileState['undo'] }[] {
  if (closing === null) return []
  const key = closingKey({ visitId: closing.visitId, request: closing.done })
  return (filesOfVisits.get(key)?.toArray() ?? []).map((fileId) => {
    const undo = files.get(fileId)?.undo ?? null
    return { fileId, undo: undo !== null && closingKey(undo.visit) === key ? undo : null }
  })
}

/**
 * Somebody did something on a file that this closing touched, at another visit or not, whoever had opened it: what the
 * closing left there can't be taken back any more, and its papers would be cancelled alone.
 */
export const filesWentOn = (office: Files, closing: Closing): boolean =>
  touched(office, closing).some(({ undo }) => undo === null)

/** What a closing did on files, taken back: a file that it opened is annulled, and its number stays used. */
export function undoneFiles(
  office: Files,
  { personal, now }: Pick<Context, 'personal' | 'now'>,
  closing: Closing,
): Omit<OnFiles, 'reference'> {
  const undone = touched(office, closing).flatMap(({ fileId, undo }) => (undo ? [{ fileId, undo }] : []))
  return {
    events: undone.map(({ fileId, undo }) => ({
      type: 'fileActUndone',
      data: { fileId, visit: undo.visit },
    })),
    personal: undone.flatMap(({ fileId, undo }): PersonalChange[] => {
      if (undo.before === null) return [{ op: 'drop', kind: 'file', id: fileId }]
      const row = personal.files.get(fileId)
      const handed = (office.files.get(fileId)?.handedOver.length ?? 0) - undo.before.handedOver.length
      // Who had taken the title has not taken it.
      return row === undefined || handed <= 0
        ? []
        : [keptRow(fileId, { ...row, handedOver: row.handedOver.slice(0, -handed) }, now)]
    }),
  }
}
