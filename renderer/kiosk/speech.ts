import { createContext, use } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import { spokenNumber, type Spoken } from '../../shared/messages/public/voice.ts'
import { openBank } from '../sound/bank.ts'
import { openLoudspeaker } from '../sound/loudspeaker.ts'
import { createPlayer } from '../sound/player.ts'
import type { Player } from '../sound/queue.ts'
import { unplayable } from '../media/clips.ts'

/** A text, the language that it is in, and what the office recorded of it. */
export type Piece = { readonly text: string; readonly lang: string; readonly clip?: Recording }

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

/** Milliseconds after which a voice that says nothing of its end is held for done. */
const patience = 12_000

/**
 * By the office's own voice where it recorded what is said, else by the voices of the system; where there is none, the
 * recorded pieces of the waiting room say a ticket's number, in French.
 * @param clip the address of a recording in this page; absent where there is none
 */
export function openSpeech(clip?: (recording: Recording) => Promise<string>): Speech {
  const engine = 'speechSynthesis' in window ? window.speechSynthesis : null
  let recorded: Player | null = null
  let heard: HTMLAudioElement | null = null
  /** What is being said: what was said before it says no more. */
  let turn = 0

  const bank = (spoken: Spoken) => {
    recorded ??= createPlayer(openLoudspeaker(), openBank())
    void recorded.play({ chime: 'instead', spoken, text: null, theirs: null }).catch(() => false)
  }
  const stop = () => {
    turn++
    engine?.cancel()
    heard?.pause()
    heard = null
  }

  /** By a voice of the machine. @returns the end of what it says, where that is waited for */
  const synthesise = (piece: Piece, waited: boolean): Promise<void> | null => {
    const voice = engine && voiceOf(engine, piece.lang)
    const spoken = voice ? null : numberIn(piece)
    if (spoken) bank(spoken)
    if (!engine || !voice) return null
    const words = new SpeechSynthesisUtterance(piece.text)
    words.voice = voice
    words.lang = voice.lang
    const over = waited
      ? new Promise<void>((done) => {
          setTimeout(done, patience)
          for (const end of ['end', 'error'] as const) words.addEventListener(end, () => done())
        })
      : null
    engine.speak(words)
    return over
  }

  /** By the office's recording, to its end; false where it can't be heard. */
  const play = async (recording: Recording, mine: number): Promise<boolean> => {
    try {
      const url = await clip?.(recording)
      if (url === undefined) return false
      if (mine !== turn) return true
      const audio = new Audio(url)
      heard = audio
      const over = new Promise<void>((done, lost) => {
        for (const end of ['ended', 'pause'] as const) audio.addEventListener(end, () => done())
        audio.addEventListener('error', () => lost(new Error('media')))
      })
      await Promise.all([audio.play(), over])
      return true
    } catch {
      // Cut by the next thing that is reached, or not to be heard at all.
      if (mine !== turn) return true
      unplayable(recording)
      return false
    }
  }

  return {
    say: (pieces) => {
      stop()
      const mine = turn
      const lastClip = pieces.findLastIndex(({ clip: recording }) => recording)
      // The system keeps the order of its own voices; a recording waits for them, and they for it.
      let before: Promise<void> | null = null
      const sayAll = async () => {
        for (const [at, piece] of pieces.entries()) {
          if (piece.clip) {
            await before
            before = null
            if (mine !== turn || (await play(piece.clip, mine)) || mine !== turn) continue
          }
          if (mine === turn) before = synthesise(piece, at < lastClip) ?? before
        }
      }
      void sayAll()
    },
    stop,
    close: () => {
      stop()
      recorded?.close()
    },
  }
}

/** Says pieces where the person asked to hear; does nothing otherwise. */
export const SayContext = createContext<((pieces: readonly Piece[]) => void) | null>(null)
export const useSay = () => use(SayContext)
