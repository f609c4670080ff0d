import type { Language } from '../../shared/contract/text.ts'
import {
  exchange,
  phraseGroups,
  type PhraseGroup,
  type PhraseId,
} from '../../shared/messages/public/exchange.ts'
import { normalForm } from '../../shared/contract/letters.ts'

/** The sentences of one part of a reception, in the order that their figures follow. */
export type PhraseLines = { readonly group: PhraseGroup; readonly phrases: readonly PhraseId[] }

const plain = (text: string): string =>
  normalForm('NFD', text).replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

const groups = Object.entries(phraseGroups) as readonly [PhraseGroup, readonly PhraseId[]][]

/** The sentences that hold every word typed, in French, whatever the accents; all of them where nothing is. */
export function phrasesFor(typed: string): readonly PhraseLines[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return groups.flatMap(([group, phrases]) => {
    const found = phrases.filter((id) => {
      const text = plain(exchange.fr.phrases[id])
      return words.every((word) => text.includes(word))
    })
    return found.length === 0 ? [] : [{ group, phrases: found }]
  })
}

/** A voice of this machine that speaks the language, if it has one. */
export const voiceOf = (language: Language): SpeechSynthesisVoice | null =>
  ('speechSynthesis' in window ? window.speechSynthesis.getVoices() : []).find(({ lang }) =>
    lang.toLowerCase().startsWith(language),
  ) ?? null
