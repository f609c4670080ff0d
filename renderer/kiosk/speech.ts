import { createContext, use } from 'react'
import { spokenNumber, type Spoken } from '../../shared/messages/voice.ts'
import { openBank } from '../sound/bank.ts'
import { openLoudspeaker } from '../sound/loudspeaker.ts'
import { createPlayer } from '../sound/player.ts'
import type { Player } from '../sound/queue.ts'

/** A text and the language that it is in. */
export type Piece = { readonly text: string; readonly lang: string }

/** What says aloud what a person has reached. It never throws: what can't be said is written all the same. */
export type Speech = {
  /** Says pieces one after another, in place of what was being said. */
  say(pieces: readonly Piece[]): void
  stop(): void
  close(): void
}

/** A voice of this machine: one of the network would tell somebody else what a person reads. */
function voiceOf(engine: SpeechSynthesis, lang: string): SpeechSynthesisVoice | undefined {
  const main = lang.toLowerCase().split('-')[0]
  return engine
    .getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === main)
}

/** The ticket's number in a text, as the bank of the waiting room can say it: « A 42 ». */
export function numberIn({ text, lang }: Piece): Spoken | null {
  const [, letters, digits] = /(?:^|\s)([A-Z]{1,2})[\s\u00a0](\d{1,4})(?:[\s.,]|$)/.exec(text) ?? []
  return lang !== 'fr' || letters === undefined ? null : spokenNumber(`${letters}${digits}`)
}

/** By the voices of the system; where there is none, the recorded pieces say a ticket's number, in French. */
export function openSpeech(): Speech {
  const engine = 'speechSynthesis' in window ? window.speechSynthesis : null
  let recorded: Player | null = null
  const bank = (spoken: Spoken) => {
    recorded ??= createPlayer(openLoudspeaker(), openBank())
    void recorded.play({ chime: 'instead', spoken, text: null, theirs: null }).catch(() => false)
  }
  return {
    say: (pieces) => {
      engine?.cancel()
      for (const piece of pieces) {
        const voice = engine && voiceOf(engine, piece.lang)
        const spoken = voice ? null : numberIn(piece)
        if (spoken) bank(spoken)
        if (!engine || !voice) continue
        const words = new SpeechSynthesisUtterance(piece.text)
        words.voice = voice
        words.lang = voice.lang
        engine.speak(words)
      }
    },
    stop: () => engine?.cancel(),
    close: () => {
      engine?.cancel()
      recorded?.close()
    },
  }
}

/** Says pieces where the person asked to hear; does nothing otherwise. */
export const SayContext = createContext<((pieces: readonly Piece[]) => void) | null>(null)
export const useSay = () => use(SayContext)
