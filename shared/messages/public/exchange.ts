import { asks, type ExchangeTexts, type PhraseId } from './fr/exchange.ts'
import { inEach } from './languages.ts'

export { asks, type ExchangeTexts, type PhraseId }

/** What a person reads and answers at the counter, by language. */
export const exchange = inEach((language) => language.exchange)

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
