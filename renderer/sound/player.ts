import type { ClipName, Spoken } from '../../shared/messages/voice.fr.ts'
import type { Bank } from './bank.ts'
import { ring } from './chime.ts'
import { layOut } from './layout.ts'
import type { Sound } from './loudspeaker.ts'
import type { Player } from './queue.ts'

/** Seconds before the first sound (so that its start is not missed) and after the last one. */
const rest = { before: 0.05, after: 0.5 } as const

/** One recording at an instant of the context, in seconds; nothing of it stays once it was heard. */
function sayAt(context: BaseAudioContext, buffer: AudioBuffer, at: number): void {
  const source = context.createBufferSource()
  source.buffer = buffer
  source.connect(context.destination)
  source.addEventListener('ended', () => source.disconnect(), { once: true })
  // On a whole sample: between two, the recording would be blurred.
  source.start(Math.round(at * context.sampleRate) / context.sampleRate)
}

/** Plays announcements on a sound, with the recordings of a bank; the chime alone when one can't be had. */
export function createPlayer(sound: Sound, bank: Bank): Player {
  const { context } = sound

  const recordings = async (spoken: Spoken | null): Promise<ReadonlyMap<ClipName, AudioBuffer> | null> =>
    spoken && bank.load(context, spoken.flat()).catch(() => null)

  return {
    play: async ({ chime, spoken }) => {
      const buffers = await recordings(spoken)
      if (!sound.running()) return false
      let end = context.currentTime + rest.before
      if (chime === 'first' || (chime === 'instead' && !buffers)) end += ring(context, end)
      if (spoken && buffers) {
        const start = end
        const { pieces, length } = layOut(spoken, (clip) => buffers.get(clip)?.duration ?? 0)
        for (const { clip, at } of pieces) {
          const buffer = buffers.get(clip)
          if (buffer) sayAt(context, buffer, start + at)
        }
        end += length
      }
      return sound.until(end + rest.after)
    },
    audible: () => sound.running(),
    wake: () => sound.wake(),
    close: () => sound.close(),
  }
}
