import { createHash } from 'node:crypto'
import { pieceBytes, recordingBytes } from '../../../shared/contract/media/recordings.ts'
import type { Sent } from '../../../shared/domain/media/state.ts'
import { done } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'

/** What is not kept soon after its last piece is forgotten, in milliseconds. */
const forgottenAfter = 600_000
/** How many stations may be sending at a time: more would be held in memory for nobody. */
const mostSending = 4

type Sending = { readonly pieces: string[]; size: number; timer: NodeJS.Timeout }

/**
 * Takes in recordings piece by piece, one at a time for each station, in memory: what is cut on its way leaves nothing, and
 * what is kept is stored with its fact, in one transaction.
 */
export function mediaHandlers(act: Sequencer['act']): HandlersOf<'media'> {
  const sendings = new Map<string, Sending>()

  const forget = (station: string) => {
    clearTimeout(sendings.get(station)?.timer)
    sendings.delete(station)
  }

  const begun = (station: string): Sending => {
    forget(station)
    const [oldest] = sendings.keys()
    if (sendings.size >= mostSending && oldest !== undefined) forget(oldest)
    const sending = { pieces: [], size: 0, timer: setTimeout(() => forget(station), forgottenAfter).unref() }
    sendings.set(station, sending)
    return sending
  }

  return {
    'recording.send': ({ who: { stationId }, input: { index, bytes } }) => {
      const sending = index === 0 ? begun(stationId) : sendings.get(stationId)
      // Sent again after a cut: it is there already.
      if (sending && index > 0 && index === sending.pieces.length - 1 && sending.pieces[index] === bytes)
        return done
      // Every piece but the last is whole: where one begins is known without reading those before it.
      const whole = sending?.pieces.at(-1)?.length ?? (pieceBytes / 3) * 4
      if (!sending || index !== sending.pieces.length || whole !== (pieceBytes / 3) * 4)
        return { code: 'recordingIncomplete' }
      sending.size += Buffer.byteLength(bytes, 'base64')
      if (sending.size > recordingBytes.sign) {
        forget(stationId)
        return { code: 'recordingTooBig' }
      }
      sending.pieces.push(bytes)
      sending.timer.refresh()
      return done
    },
    'recording.add': async ({ who, input, commandId }) => {
      const sending = sendings.get(who.stationId)
      const ready = sending && { sent: sentOf(sending) }
      const answer = await act(who, 'recording.add', input, commandId, undefined, ready)
      if ('text' in answer) forget(who.stationId)
      return answer
    },
  }
}

function sentOf({ pieces, size }: Sending): Sent {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece, 'base64')
  const head = new Uint8Array(Buffer.from(pieces[0]?.slice(0, 88) ?? '', 'base64').subarray(0, 64))
  return { pieces, size, sha256: hash.digest('hex'), head }
}
