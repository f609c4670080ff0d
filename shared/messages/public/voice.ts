import type { Language } from '../../contract/text.ts'
import { voicePlaces, type VoicePlace } from './language.ts'
import { languages } from './languages.ts'
import { ticketNumber } from '../format/numbers.ts'
import { partsOf } from './spokenNumber.ts'
import { normalForm } from '../../contract/letters.ts'

// What the waiting room hears: the recorded pieces that say a call, the same in every language.

/** A piece of the bank, and its file's name without its extension. `before-100`: before another part of its number. */
export type ClipName =
  | `${'number' | 'before'}-${number}`
  | `letter-${string}`
  | `place-${VoicePlace}`
  | 'ticket'
  | 'screen'
  | 'and'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const wholeNumbers = [
  ...Array.from({ length: 100 }, (_, value) => value),
  ...Array.from({ length: 9 }, (_, at) => (at + 1) * 100),
  ...Array.from({ length: 9 }, (_, at) => (at + 1) * 1000),
]

/**
 * Every piece of a language's bank and the words that a person reads to record it. Numbers are whole up to 99, so that
 * each liaison is the speaker's own; « deux cents » sounds the same alone and before another number.
 */
export function clipTexts(language: Language): ReadonlyMap<ClipName, string> {
  const {
    ticket,
    screen,
    letters: named,
    places,
    number = String,
    and,
    before = {},
  } = languages[language].voice
  return new Map<ClipName, string>([
    ['ticket', ticket],
    ['screen', screen],
    ...letters.map((letter, at) => [`letter-${letter}`, named[at] ?? letter] as const),
    ...voicePlaces.map((place) => [`place-${place}`, places[place]] as const),
    ...wholeNumbers.map((value) => [`number-${value}`, number(value)] as const),
    ...Object.entries(before).map(([value, text]) => [`before-${Number(value)}`, text] as const),
    ...(and === undefined ? [] : [['and', and] as const]),
  ])
}

/**
 * The pieces that say a number, in order: « cent quarante-deux », « ciento cuarenta y dos », « مئة و42 ».
 * @throws RangeError when it is not a whole number from 0 to 9999
 */
export function numberClips(value: number, language: Language = 'fr'): readonly ClipName[] {
  const { and, before = {} } = languages[language].voice
  const parts = partsOf(value)
  return parts.flatMap((part, at): readonly ClipName[] => {
    const last = at === parts.length - 1
    const name =
      !last && Object.hasOwn(before, part) ? (`before-${part}` as const) : (`number-${part}` as const)
    return last || and === undefined ? [name] : [name, 'and']
  })
}

/** « A », « 12 », « A12 », « PA12 », « 012 » (zéro, douze) as pieces; null for what the bank can't say. */
function signClips(sign: string, language: Language): readonly ClipName[] | null {
  const [, capitals, zeros, digits] = /^([A-Z]{0,2})(0*)((?:[1-9][0-9]{0,3})?)$/.exec(sign) ?? []
  if (capitals === undefined || zeros === undefined || digits === undefined) return null
  if (sign === '' || zeros.length > 3) return null
  return [
    ...[...capitals].map((letter) => `letter-${letter.toLowerCase()}` as const),
    ...[...zeros].map(() => 'number-0' as const),
    ...(digits === '' ? [] : numberClips(Number(digits), language)),
  ]
}

/** A counter's French name as the place that it begins with and the signs that follow; null for what no piece says. */
function placeOf(counter: string): { readonly place: VoicePlace; readonly signs: readonly string[] } | null {
  const words = normalForm('NFD', counter)
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/\bN[°º]|\bNUMERO\b/g, ' ')
    .split(/[\s\u00a0-]+/)
    .filter(Boolean)
  const [first = ''] = words
  const named = voicePlaces.find((place) => place === first.toLowerCase())
  const signs = named === undefined ? words : words.slice(1)
  const silent =
    signs.length > 3 || words.length === 0 || signs.some((sign) => signClips(sign, 'fr') === null)
  // « Guichet » stands before a bare number.
  return silent ? null : { place: named ?? 'guichet', signs }
}

/** Where to go, said; « regardez l’écran » for a name that no piece says (« Salle du conseil municipal »). */
function placeClips(counter: string, language: Language): readonly ClipName[] {
  const location = placeOf(counter)
  if (location === null) return ['screen']
  return [`place-${location.place}`, ...location.signs.flatMap((sign) => signClips(sign, language) ?? [])]
}

/** A call as pieces: an inner list is said in one breath. */
export type Spoken = readonly (readonly ClipName[])[]

/**
 * « Ticket A quarante-deux, guichet trois »; `short` (a rush) leaves « ticket » out. A number of another form than
 * the tickets' is not said: « ticket, regardez l’écran ».
 */
export function spokenCall(
  number: string,
  counter: string,
  short: boolean,
  language: Language = 'fr',
): Spoken {
  const sign = signClips(number, language)
  if (sign === null) return [['ticket'], ['screen']]
  return [short ? sign : ['ticket', ...sign], placeClips(counter, language)]
}

/** A ticket's number alone, to who took it: « ticket A quarante-deux »; null for what the bank can't say. */
export function spokenNumber(number: string): Spoken | null {
  const sign = signClips(number, 'fr')
  return sign === null ? null : [['ticket', ...sign]]
}

/** The same call as a text, for a voice of the machine where a recording is missing: « ticket A 42, guichet 3 ». */
export function writtenCall(number: string, counter: string, language: Language): string {
  const { ticket, screen, places } = languages[language].voice
  const location = placeOf(counter)
  const place = location === null ? screen : [places[location.place], ...location.signs].join(' ')
  return `${ticket} ${ticketNumber(number)}, ${place}`
}
