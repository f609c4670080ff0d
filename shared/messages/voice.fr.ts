// What the waiting room hears, in French: how a number is said, and the recorded pieces that say it.

const small = (
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ' +
  'dix-sept dix-huit dix-neuf'
).split(' ')
const tens = new Map([
  [20, 'vingt'],
  [30, 'trente'],
  [40, 'quarante'],
  [50, 'cinquante'],
  [60, 'soixante'],
  [80, 'quatre-vingt'],
])

/** « soixante et onze », « quatre-vingts », « quatre-vingt-un »: from 60 on, French counts by twenties. */
function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? ''
  const base = value < 60 ? value - (value % 10) : value < 80 ? 60 : 80
  const word = tens.get(base) ?? ''
  const rest = value - base
  if (rest === 0) return base === 80 ? `${word}s` : word
  const joined = rest % 10 === 1 && base !== 80 ? ' et ' : '-'
  return `${word}${joined}${small[rest]}`
}

/** The parts of a number that are said one after another: 2 071 is 2 000 and 71; zero is said alone only. */
function partsOf(value: number): readonly number[] {
  if (!Number.isInteger(value) || value < 0 || value > 9999)
    throw new RangeError(`${value} is not a whole number from 0 to 9999`)
  const rest = value % 100
  const parts = [value - (value % 1000), (value % 1000) - rest, rest].filter((part) => part > 0)
  return parts.length === 0 ? [0] : parts
}

/**
 * A number in words, in the spelling of before 1990: « deux cents » but « deux cent un », « mille » never varies.
 * @throws RangeError when it is not a whole number from 0 to 9999
 */
export function inWords(value: number): string {
  const parts = partsOf(value)
  return parts
    .map((part, at) => {
      if (part < 100) return belowHundred(part)
      const [times, word] = part < 1000 ? [part / 100, 'cent'] : [part / 1000, 'mille']
      if (times === 1) return word
      // « cents » takes its s only when nothing follows.
      return `${small[times]} ${word}${word === 'cent' && at === parts.length - 1 ? 's' : ''}`
    })
    .join(' ')
}

/** Where a person can be called to, when the counter's name begins so; « Guichet » stands before a bare number. */
const places = {
  accueil: 'accueil',
  box: 'box',
  bureau: 'bureau',
  caisse: 'caisse',
  comptoir: 'comptoir',
  guichet: 'guichet',
  porte: 'porte',
  poste: 'poste',
  regie: 'régie',
  salle: 'salle',
} as const
type Place = keyof typeof places

/** A piece of the bank, and its file's name without its extension. */
export type ClipName = `number-${number}` | `letter-${string}` | `place-${Place}` | 'ticket' | 'screen'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const wholeNumbers = [
  ...Array.from({ length: 100 }, (_, value) => value),
  ...Array.from({ length: 9 }, (_, at) => (at + 1) * 100),
  ...Array.from({ length: 9 }, (_, at) => (at + 1) * 1000),
]

/**
 * Every piece of the bank and the words that a person reads to record it. Numbers are whole up to 99, so that each
 * liaison is the speaker's own; « deux cents » sounds the same alone and before another number.
 */
export const clipTexts: ReadonlyMap<ClipName, string> = new Map<ClipName, string>([
  ['ticket', 'ticket'],
  ['screen', 'regardez l’écran'],
  ...letters.map((letter) => [`letter-${letter.toLowerCase()}`, letter] as const),
  ...Object.entries(places).map(([place, word]) => [`place-${place as Place}`, word] as const),
  ...wholeNumbers.map((value) => [`number-${value}`, inWords(value)] as const),
])

/**
 * The pieces that say a number, in order.
 * @throws RangeError when it is not a whole number from 0 to 9999
 */
export const numberClips = (value: number): readonly ClipName[] =>
  partsOf(value).map((part) => `number-${part}` as const)

/** « A », « 12 », « A12 », « PA12 », « 012 » (zéro, douze) as pieces; null for what the bank can't say. */
function signClips(sign: string): readonly ClipName[] | null {
  const [, letters, zeros, digits] = /^([A-Z]{0,2})(0*)((?:[1-9][0-9]{0,3})?)$/.exec(sign) ?? []
  if (letters === undefined || zeros === undefined || digits === undefined) return null
  if (sign === '' || zeros.length > 3) return null
  return [
    ...[...letters].map((letter) => `letter-${letter.toLowerCase()}` as const),
    ...[...zeros].map(() => 'number-0' as const),
    ...(digits === '' ? [] : numberClips(Number(digits))),
  ]
}

/** Where to go, said; « regardez l’écran » for a name that no piece says (« Salle du conseil municipal »). */
function placeClips(counter: string): readonly ClipName[] {
  const words = counter
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/\bN[°º]|\bNUMERO\b/g, ' ')
    .split(/[\s\u00a0-]+/)
    .filter(Boolean)
  const [first = '', ...others] = words
  const named = first.toLowerCase()
  const known = Object.hasOwn(places, named)
  const signs = (known ? others : words).map(signClips)
  const silent = signs.some((clips) => clips === null) || signs.length > 3 || words.length === 0
  if (silent) return ['screen']
  return [known ? `place-${named as Place}` : 'place-guichet', ...signs.flatMap((clips) => clips ?? [])]
}

/** A call as pieces: an inner list is said in one breath. */
export type Spoken = readonly (readonly ClipName[])[]

/**
 * « Ticket A quarante-deux, guichet trois »; `short` (a rush) leaves « ticket » out. A number of another form than
 * the tickets' is not said: « ticket, regardez l’écran ».
 */
export function spokenCall(number: string, counter: string, short: boolean): Spoken {
  const sign = signClips(number)
  if (sign === null) return [['ticket'], ['screen']]
  return [short ? sign : ['ticket', ...sign], placeClips(counter)]
}

/** A ticket's number alone, to who took it: « ticket A quarante-deux »; null for what the bank can't say. */
export function spokenNumber(number: string): Spoken | null {
  const sign = signClips(number)
  return sign === null ? null : [['ticket', ...sign]]
}
