import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { amountWords } from '../../../shared/messages/format/amounts.ts'

describe('amounts in letters', () => {
  test.each([
    [0, 'zéro euro'],
    [1, 'un centime'],
    [2, 'deux centimes'],
    [100, 'un euro'],
    [101, 'un euro et un centime'],
    [4250, 'quarante-deux euros et cinquante centimes'],
    [1600, 'seize euros'],
    [1700, 'dix-sept euros'],
    [2100, 'vingt et un euros'],
    [2200, 'vingt-deux euros'],
    [6100, 'soixante et un euros'],
    [7000, 'soixante-dix euros'],
    [7100, 'soixante et onze euros'],
    [7700, 'soixante-dix-sept euros'],
    [8000, 'quatre-vingts euros'],
    [8100, 'quatre-vingt-un euros'],
    [9000, 'quatre-vingt-dix euros'],
    [9100, 'quatre-vingt-onze euros'],
    [9999, 'quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes'],
    [10_000, 'cent euros'],
    [10_100, 'cent un euros'],
    [18_000, 'cent quatre-vingts euros'],
    [20_000, 'deux cents euros'],
    [20_100, 'deux cent un euros'],
    [100_000, 'mille euros'],
    [100_100, 'mille un euros'],
    [200_000, 'deux mille euros'],
    [8_000_000, 'quatre-vingt mille euros'],
    [8_008_000, 'quatre-vingt mille quatre-vingts euros'],
    [20_000_000, 'deux cent mille euros'],
    [20_020_000, 'deux cent mille deux cents euros'],
    [7_100_000, 'soixante et onze mille euros'],
    [
      99_999_999,
      'neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes',
    ],
  ])('%i cents is « %s »', (cents, words) => {
    expect(amountWords(cents)).toBe(words)
  })

  test('what is no amount of a till has no words', () => {
    for (const cents of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 100_000_000])
      expect(() => amountWords(cents), String(cents)).toThrow(RangeError)
  })

  /** Read back by another way than it was written: each word has its value, cent and mille multiply. */
  const values: Readonly<Record<string, number>> = {
    zéro: 0,
    un: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    vingt: 20,
  }
  function read(words: string): number {
    let whole = 0
    let part = 0
    for (const word of words.replaceAll('quatre-vingt', 'huitante').split(/[ -]/)) {
      if (word === 'et') continue
      if (word === 'mille') {
        whole += Math.max(1, part) * 1000
        part = 0
      } else if (word === 'cent' || word === 'cents') part = Math.max(1, part) * 100
      else if (word.startsWith('huitante')) part += 80
      else if (values[word] === undefined) throw new Error(`« ${word} »`)
      else part += values[word]
    }
    return whole + part
  }

  property.prop([fc.integer({ min: 0, max: 99_999_999 })])('every amount is read back', (cents) => {
    const [, euros = '', rest = ''] =
      /^(?:(.+?) euros?)?(?:(?:^| et )(.+) centimes?)?$/.exec(amountWords(cents)) ?? []
    expect((euros === '' ? 0 : read(euros)) * 100 + (rest === '' ? 0 : read(rest))).toBe(cents)
  })
})
