import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Language, otherLanguages } from '../../../shared/contract/text.ts'
import { languages } from '../../../shared/messages/public/languages.ts'
import { inWords } from '../../../shared/messages/public/fr/voice.ts'
import { clipTexts, numberClips, spokenCall, writtenCall } from '../../../shared/messages/public/voice.ts'
import { bankFolder } from '../../runtime/voice.ts'

const french = clipTexts('fr')
const all = Array.from({ length: 10_000 }, (_, value) => value)
/** Every word that a counter's name may begin with, and one that none does. */
const placeNames = 'Accueil Box Bureau Caisse Comptoir Guichet Porte Poste Régie Salle Mezzanine'.split(' ')

test('numbers are written as French writes them', () => {
  const known = {
    0: 'zéro',
    1: 'un',
    17: 'dix-sept',
    20: 'vingt',
    21: 'vingt et un',
    22: 'vingt-deux',
    61: 'soixante et un',
    70: 'soixante-dix',
    71: 'soixante et onze',
    72: 'soixante-douze',
    79: 'soixante-dix-neuf',
    80: 'quatre-vingts',
    81: 'quatre-vingt-un',
    90: 'quatre-vingt-dix',
    91: 'quatre-vingt-onze',
    99: 'quatre-vingt-dix-neuf',
    100: 'cent',
    101: 'cent un',
    180: 'cent quatre-vingts',
    200: 'deux cents',
    201: 'deux cent un',
    1000: 'mille',
    1001: 'mille un',
    1100: 'mille cent',
    1980: 'mille neuf cent quatre-vingts',
    2000: 'deux mille',
    2200: 'deux mille deux cents',
    9999: 'neuf mille neuf cent quatre-vingt-dix-neuf',
  }
  for (const [value, words] of Object.entries(known)) expect(inWords(Number(value))).toBe(words)
})

/** Reads words back by the grammar of French numbers, knowing nothing of how they were made; NaN when ungrammatical. */
function read(words: string): number {
  const units = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .concat('dix-sept', 'dix-huit', 'dix-neuf')
  const unit = (text: string) => units.indexOf(text) + 1
  const decades: Readonly<Record<string, number>> = { vingt: 20, trente: 30, quarante: 40, cinquante: 50 }
  const hundred = (text: string): number => {
    if (text === 'quatre-vingts') return 80
    const [, score] = /^quatre-vingt-(.+)$/.exec(text) ?? []
    if (score !== undefined) return unit(score) > 0 ? 80 + unit(score) : Number.NaN
    const [, sixty, linked] = /^soixante(?:-(.+)| et (un|onze))?$/.exec(text) ?? []
    if (text.startsWith('soixante')) {
      if (text === 'soixante') return 60
      if (linked !== undefined) return 60 + unit(linked)
      const more = unit(sixty ?? '')
      return more > 1 && more !== 11 ? 60 + more : Number.NaN
    }
    const [, decade = '', rest, one] = /^([a-z]+)(?:-([a-z]+)|( et un))?$/.exec(text) ?? []
    const ten = decades[decade]
    if (ten !== undefined) {
      if (one !== undefined) return ten + 1
      if (rest === undefined) return ten
      return unit(rest) > 1 && unit(rest) < 10 ? ten + unit(rest) : Number.NaN
    }
    return unit(text) > 0 ? unit(text) : Number.NaN
  }
  if (words === 'zéro') return 0
  const [, thousands = '', hundreds = '', rest = ''] =
    /^((?:\S+ )?mille(?: |$))?((?:(?!mille)\S+ )?cents?(?: |$))?(.*)$/.exec(words) ?? []
  const times = (text: string, word: string): number => {
    if (text === '') return 0
    const before = text.replace(word, '').trim()
    if (before === '') return 1
    return unit(before) > 1 && unit(before) < 10 ? unit(before) : Number.NaN
  }
  const c = times(hundreds, /cents/.test(hundreds) ? 'cents' : 'cent')
  // « cents » only when multiplied and last.
  if (c !== 0 && /cents/.test(hundreds) !== (c > 1 && rest === '')) return Number.NaN
  return times(thousands, 'mille') * 1000 + c * 100 + (rest === '' ? 0 : hundred(rest))
}

test('every number from 0 to 9999 is read back from its words', () => {
  expect(all.filter((value) => read(inWords(value)) !== value)).toEqual([])
})

test('the pieces of every number say its words, and are three at most', () => {
  const sound = (words: string) => words.replaceAll('cents', 'cent')
  for (const value of all) {
    const clips = numberClips(value)
    expect(clips.length).toBeLessThanOrEqual(3)
    expect(sound(clips.map((clip) => french.get(clip)).join(' '))).toBe(sound(inWords(value)))
  }
})

test('what is no whole number from 0 to 9999 is refused', () => {
  for (const value of [-1, 10_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => inWords(value)).toThrow(RangeError)
    expect(() => numberClips(value)).toThrow(RangeError)
  }
})

test('a call is said in two breaths, shorter in a rush', () => {
  expect(spokenCall('A42', 'Guichet 3', false)).toEqual([
    ['ticket', 'letter-a', 'number-42'],
    ['place-guichet', 'number-3'],
  ])
  expect(spokenCall('B1980', 'Guichet\u00a012', true)).toEqual([
    ['letter-b', 'number-1000', 'number-900', 'number-80'],
    ['place-guichet', 'number-12'],
  ])
})

test('counters are said whatever their usual name; a name that can’t be said sends to the screen', () => {
  const place = (name: string) => spokenCall('A1', name, true)[1]
  expect(place('Accueil')).toEqual(['place-accueil'])
  expect(place('7')).toEqual(['place-guichet', 'number-7'])
  expect(place('Guichet n° 4')).toEqual(['place-guichet', 'number-4'])
  expect(place('guichet B')).toEqual(['place-guichet', 'letter-b'])
  expect(place('Régie')).toEqual(['place-regie'])
  expect(place('Bureau A12')).toEqual(['place-bureau', 'letter-a', 'number-12'])
  expect(place('Porte 012')).toEqual(['place-porte', 'number-0', 'number-12'])
  for (const name of ['Salle du conseil municipal', 'Guichet 12345', '', 'Guichet 1 2 3 4', 'constructor'])
    expect(place(name)).toEqual(['screen'])
  expect(spokenCall('a 42 !', 'Guichet 3', false)).toEqual([['ticket'], ['screen']])
})

test('a number is said as each language puts it together', () => {
  expect(numberClips(142, 'en')).toEqual(['number-100', 'number-42'])
  expect(numberClips(142, 'es')).toEqual(['before-100', 'number-42'])
  expect(numberClips(100, 'es')).toEqual(['number-100'])
  expect(numberClips(2142, 'ar')).toEqual(['number-2000', 'and', 'number-100', 'and', 'number-42'])
  expect(clipTexts('es').get('before-100')).toBe('ciento')
  expect(clipTexts('uk').get('number-2000')).toBe('дві тисячі')
  expect(clipTexts('uk').get('number-42')).toBe('42')
})

test.each(otherLanguages)('in %s, each letter and place has its word, in its own script', (language) => {
  const { letters, places } = languages[language].voice
  expect(letters).toHaveLength(26)
  const script =
    { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u }[language as string] ?? /\p{Script=Latin}/u
  for (const word of [...letters, ...Object.values(places)]) expect(word).toMatch(script)
  expect(writtenCall('A142', 'Guichet n° 3', language)).toContain(`A\u00a0142, ${places.guichet} 3`)
  expect(writtenCall('A1', 'Salle du conseil municipal', language)).toContain(
    languages[language].voice.screen,
  )
})

test.each(Language.options)(
  'the bank in %s has every piece that a call can ask for, and no other',
  (language) => {
    const files = readdirSync(bankFolder(language)).filter((file) => file !== 'index.ts')
    const pieces = [...clipTexts(language).keys()]
    expect(files.toSorted()).toEqual(pieces.map((clip) => `${clip}.ogg`).toSorted())
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const asked = new Set(
      [
        ...all.slice(1).flatMap((value) => spokenCall(`A${value}`, `Guichet ${value}`, false, language)),
        ...letters.flatMap((letter) => spokenCall(`${letter}1`, `Porte ${letter}`, false, language)),
        ...placeNames.flatMap((name) => spokenCall('A1', name, false, language)),
      ].flat(),
    )
    expect(pieces.filter((clip) => !asked.has(clip))).toEqual(['number-0'])
    expect([...asked].filter((clip) => !files.includes(`${clip}.ogg`))).toEqual([])
  },
)

test('the banks are small, and each piece an Opus recording of one channel', () => {
  let bytes = 0
  for (const language of Language.options)
    for (const file of readdirSync(bankFolder(language))) {
      if (file === 'index.ts') continue
      const data = readFileSync(join(bankFolder(language), file))
      bytes += data.length
      expect(data.toString('latin1', 0, 4), file).toBe('OggS')
      const head = data.indexOf('OpusHead')
      expect(head, file).toBe(28)
      expect(data[head + 9], file).toBe(1)
    }
  expect(bytes).toBeLessThan(3_000_000)
})
