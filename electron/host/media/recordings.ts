import { pieceKey } from '../../../shared/domain/media/recordings.ts'
import type { Reading } from '../reading.ts'

/** One piece of a recording that the office has. */
export const getPiece: Reading<'recording.piece'> = async ({ recordingId, index }, { journal, office }) => {
  const exists = office.recordings.has(recordingId)
  const bytes = exists ? await journal.personalRow('recording', pieceKey(recordingId, index)) : undefined
  return typeof bytes === 'string' ? { bytes } : { refusal: 'unknownRecording' }
}
