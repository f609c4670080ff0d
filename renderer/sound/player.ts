import type { Language } from '../../shared/contract/text.ts'
import type { ClipName, Spoken } from '../../shared/messages/public/voice.ts'
import type { Bank } from './bank.ts'
import { ring } from './chime.ts'
import type { Sound } from './loudspeaker.ts'
import { outputOf } from './output.ts'
import type { Player } from './queue.ts'
import type { Synthesis } from './synthesis.ts'

/** Seconds before the first sound (so that its start is not missed), between two languages, and after the last one. */
const rest = { before: 0.05, between: 0.6, after: 0.5 } as const

/** One recording at an instant of the context, in seconds; nothing of it stays once it was heard. */
function sayAt(context: BaseAudioContext, buffer: AudioBuffer, at: number): void {
  const source = context.createBufferSource()
  source.buffer = buffer
  source.connect(outputOf(context, 'voice'))
  source.addEventListener('ended', () => source.disconnect(), { once: true })
  // The start falls on a whole sample: between two samples, the recording would be blurred.
  source.start(Math.round(at * context.sampleRate) / context.sampleRate)
}

/** What calls in the place of recordings that lack: a synthetic voice, the chime alone, or nothing. */
export type Instead = 'synthesis' | 'chime' | 'nothing'

/** What a player needs besides the recordings. */
export type PlayerOptions = {
  readonly synthesis?: Synthesis
  /** Told each time that a language's recordings lack a piece. */
  readonly onMissing?: (language: Language, instead: Instead) => void
}

/**
 * Plays announcements on a sound with the recordings of a bank: French, then the ticket's language. Where a piece is
 * missing, a voice of the machine says it; where there is none, the chime alone calls, and French is enough for theirs.
 */
export function createPlayer(
  sound: Sound,
  bank: Bank,
  { synthesis, onMissing = () => {} }: PlayerOptions = {},
): Player {
  const { context } = sound

  const recordings = async (
    spoken: Spoken | undefined | null,
    language: Language,
  ): Promise<ReadonlyMap<ClipName, AudioBuffer> | null> =>
    spoken ? bank.load(context, spoken.flat(), language).catch(() => null) : null

  /** Sets a phrase's pieces from an instant on. @returns the instant of its end */
  const set = (spoken: Spoken, buffers: ReadonlyMap<ClipName, AudioBuffer>, start: number): number => {
    const { pieces, length } = layOut(spoken, (clip) => buffers.get(clip)?.duration ?? 0)
    for (const { clip, at } of pieces) {
      const buffer = buffers.get(clip)
      if (buffer) sayAt(context, buffer, start + at)
    }
    return start + length
  }

  /** By a voice of the machine, for want of recordings. */
  const instead = async (text: string | null, language: Language, otherwise: Instead): Promise<void> => {
    const spoke = text !== null && (await synthesis?.say(text, language))
    onMissing(language, spoke ? 'synthesis' : otherwise)
  }

  return {
    play: async ({ chime, spoken, text, theirs }) => {
      const buffers = await recordings(spoken, 'fr')
      const others = theirs && (await recordings(theirs.spoken, theirs.language))
      if (!sound.running()) return false
      let end = context.currentTime + rest.before
      if (chime === 'first' || (chime === 'instead' && !buffers)) end += ring(context, end)
      if (spoken && buffers) end = set(spoken, buffers, end)
      // French is heard to its end before the other language begins, a voice of the machine's too.
      if (spoken && !buffers) {
        if (!(await sound.until(end))) return false
        await instead(text, 'fr', 'chime')
        end = context.currentTime
      }
      if (theirs && others) end = set(theirs.spoken, others, end + rest.between)
      if (theirs && !others) {
        if (!(await sound.until(end + rest.between))) return false
        await instead(theirs.text, theirs.language, 'nothing')
        end = context.currentTime
      }
      return sound.until(end + rest.after)
    },
    audible: () => sound.running(),
    wake: () => sound.wake(),
    close: () => {
      synthesis?.stop()
      sound.close()
    },
  }
}

/** Seconds between two pieces of one breath, and between two breaths: « Ticket A 42, guichet 3 ». */
const pause = { pieces: 0.04, breaths: 0.28 } as const

/** When each piece begins, in seconds from the start of the phrase, and how long the phrase lasts. */
type Layout = {
  readonly pieces: readonly { readonly clip: ClipName; readonly at: number }[]
  readonly length: number
}

/** Sets the pieces of a phrase one after another. @param lengthOf a piece's length in seconds */
function layOut(spoken: Spoken, lengthOf: (clip: ClipName) => number): Layout {
  const pieces: { readonly clip: ClipName; readonly at: number }[] = []
  let end = 0
  for (const breath of spoken) {
    for (const [place, clip] of breath.entries()) {
      const at = end + (pieces.length === 0 ? 0 : place === 0 ? pause.breaths : pause.pieces)
      pieces.push({ clip, at })
      end = at + lengthOf(clip)
    }
  }
  return { pieces, length: end }
}
