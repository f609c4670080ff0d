import type { Language } from '../../shared/contract/text.ts'

/** A voice of the machine: what is left when a recording is missing. */
export type Synthesis = {
  /** Says a text to its end; false where the machine has no voice of that language. */
  say(text: string, language: Language): Promise<boolean>
  stop(): void
}

/** Milliseconds after which a voice that says nothing of its end is held for done. */
const patience = 12_000

/** The system's voices, of this machine alone: one of the network would tell somebody else who is called. */
export function openSynthesis(): Synthesis {
  const engine = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null
  return {
    say: (text, language) => {
      const voice = engine
        ?.getVoices()
        .find(({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language)
      if (!engine || !voice) return Promise.resolve(false)
      return new Promise((resolve) => {
        const words = new SpeechSynthesisUtterance(text)
        words.voice = voice
        words.lang = voice.lang
        const end = (whole: boolean) => () => (clearTimeout(timer), resolve(whole))
        const timer = setTimeout(end(false), patience)
        words.addEventListener('end', end(true))
        words.addEventListener('error', end(false))
        engine.speak(words)
      })
    },
    stop: () => engine?.cancel(),
  }
}
