import { expect, test } from 'vitest'
import { transliterate } from '../../../electron/printing/transliterate.ts'

const latin = (character: string): boolean => /[\x20-\x7e’‘éèà]/.test(character)

// The examples of the Cabinet of Ministers' own table (resolution no. 55 of 27 January 2010).
test.each([
  ['Алушта', 'Alushta'],
  ['Згурський', 'Zghurskyi'],
  ['Розгон', 'Rozghon'],
  ['Ґалаґан', 'Galagan'],
  ['Єнакієве', 'Yenakiieve'],
  ['Наєнко', 'Naienko'],
  ['Їжакевич', 'Yizhakevych'],
  ['Мар’їне', 'Marine'],
  ['Йосипівка', 'Yosypivka'],
  ['Стрий', 'Stryi'],
  ['Щербухи', 'Shcherbukhy'],
  ['Гоща', 'Hoshcha'],
  ['Юрій', 'Yurii'],
  ['Корюківка', 'Koriukivka'],
  ['Яготин', 'Yahotyn'],
  ['Костянтин', 'Kostiantyn'],
  ['Знам’янка', 'Znamianka'],
  ['Феодосія', 'Feodosiia'],
])('%s is written %s, as in passports', (name, written) => {
  expect(transliterate(name, latin)).toBe(written)
})

test('Arabic gives its consonants, and its vowel marks are left out', () => {
  expect(transliterate('مُحَمَّد بن خالد', latin)).toBe('mhmd bn khald')
})

test('French around a foreign name is left as it is', () => {
  expect(transliterate('Carte de séjour de Шевченко, née à l’étranger', latin)).toBe(
    'Carte de séjour de Shevchenko, née à l’étranger',
  )
})

test('a letter of another script keeps its plain form, or is said to be missing', () => {
  expect(transliterate('Łukasz Dvořák', (character) => latin(character) || character === 'Ł')).toBe(
    'Łukasz Dvorak',
  )
  expect(transliterate('中文', latin)).toBe('??')
})
