import { createHash } from 'node:crypto'
import { pieceBytes, recordingBytes } from '../../../shared/contract/media/recordings.ts'
import type { Sent } from '../../../shared/domain/media/state.ts'
import { done } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import { startSendings, type Sendings } from '../core/sendings.ts'
import type { Sequencer } from '../core/sequencer.ts'

/** Letters of a whole piece, in base64. */
const wholePiece = (pieceBytes / 3) * 4

/**
 * Takes in recordings piece by piece, one at a time for each station, in memory: what is cut on its way leaves nothing, and
 * what is kept is stored with its fact, in one transaction.
 */
export function mediaHandlers(act: Sequencer['act']): HandlersOf<'media'> {
  const sendings = startSendings({
    sizeOf: (piece) => Buffer.byteLength(piece, 'base64'),
    most: recordingBytes.sign,
  })

  return {
    'recording.send': ({ who: { stationId }, input: { index, bytes } }) => {
      const before = sendings.of(stationId)?.pieces[index - 1]
      // Every piece but the last is whole: where one begins is known without reading those before it.
      if (index > 0 && before?.length !== wholePiece) return { code: 'recordingIncomplete' }
      const added = sendings.add(stationId, index, bytes)
      if (added === 'held') return done
      return { code: added === 'tooBig' ? 'recordingTooBig' : 'recordingIncomplete' }
    },
    'recording.add': async ({ who, input, commandId }) => {
      const sending = sendings.of(who.stationId)
      const ready = sending && { sent: sentOf(sending) }
      const answer = await act(who, 'recording.add', input, commandId, undefined, ready)
      if ('text' in answer) sendings.forget(who.stationId)
      return answer
    },
  }
}

function sentOf({ pieces, size }: NonNullable<ReturnType<Sendings['of']>>): Sent {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece, 'base64')
  const head = new Uint8Array(Buffer.from(pieces[0]?.slice(0, 88) ?? '', 'base64').subarray(0, 64))
  return { pieces, size, sha256: hash.digest('hex'), head }
}
