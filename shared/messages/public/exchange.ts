import type { Language } from '../../contract/text.ts'
import { exchangeAr } from './ar/exchange.ts'
import { exchangeEn } from './en/exchange.ts'
import { exchangeEs } from './es/exchange.ts'
import { asks, exchangeFr, type ExchangeTexts, type PhraseId } from './fr/exchange.ts'
import { exchangeUk } from './uk/exchange.ts'

export { asks, type ExchangeTexts, type PhraseId }

/** What a person reads and answers at the counter, by language: apart from `languages.ts`, which every public page reads. */
export const exchange: Readonly<Record<Language, ExchangeTexts>> = {
  fr: exchangeFr,
  en: exchangeEn,
  es: exchangeEs,
  ar: exchangeAr,
  uk: exchangeUk,
}

/** How the sentences are laid out for the agent: what is said first comes first. */
export const phraseGroups = {
  receiving: [
    'welcome',
    'moment',
    'waitHere',
    'interpreter',
    'otherWay',
    'writeName',
    'appointment',
    'forYourself',
  ],
  pieces: [
    'identity',
    'missingHome',
    'missing',
    'photo',
    'notRequired',
    'heldElsewhere',
    'original',
    'atHome',
    'atSomeones',
  ],
  deciding: ['reread', 'sign', 'free', 'toPay', 'forwarded', 'refusal', 'complain'],
  leaving: ['receipt', 'written', 'dueDate', 'collect', 'questions'],
} as const satisfies Readonly<Record<string, readonly PhraseId[]>>

/** The four parts of a reception that sentences are about. */
export type PhraseGroup = keyof typeof phraseGroups
