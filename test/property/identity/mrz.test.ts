import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { readMrz, type MrzReading } from '../../../shared/identity/mrz/read.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { digitOf, frenchCard, td1, td2, td3, visa } from '../../fixtures/zones.ts'

const today = '2026-11-25' as LocalDate
/** Thirty thousand by day, a million by night. */
const inputs = Math.min(1_000_000, Number(process.env['GUICHET_RUNS'] ?? 100) * 300)

type Place = readonly [digit: readonly [number, number], over: readonly (readonly [number, number, number])[]]

/** Where each check digit of a format stands and what it is of, noted here from the texts: line, from, to. */
const places: Readonly<Record<string, readonly Place[]>> = {
  TD1: [
    [[1, 6], [[1, 0, 6]]],
    [[1, 14], [[1, 8, 14]]],
    [
      [1, 29],
      [
        [0, 5, 30],
        [1, 0, 7],
        [1, 8, 15],
        [1, 18, 29],
      ],
    ],
  ],
  TD2: [
    [[1, 19], [[1, 13, 19]]],
    [[1, 27], [[1, 21, 27]]],
    [
      [1, 35],
      [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 35],
      ],
    ],
  ],
  TD3: [
    [[1, 9], [[1, 0, 9]]],
    [[1, 19], [[1, 13, 19]]],
    [[1, 27], [[1, 21, 27]]],
    [
      [1, 43],
      [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 43],
      ],
    ],
  ],
  MRV_A: [
    [[1, 9], [[1, 0, 9]]],
    [[1, 19], [[1, 13, 19]]],
    [[1, 27], [[1, 21, 27]]],
  ],
  MRV_B: [
    [[1, 9], [[1, 0, 9]]],
    [[1, 19], [[1, 13, 19]]],
    [[1, 27], [[1, 21, 27]]],
  ],
  FRENCH_NATIONAL_ID: [
    [[1, 12], [[1, 0, 12]]],
    [[1, 33], [[1, 27, 33]]],
    [
      [1, 35],
      [
        [0, 0, 36],
        [1, 0, 35],
      ],
    ],
  ],
}

const right = ([[line, at], over]: Place, lines: readonly string[]): boolean =>
  lines[line]?.[at] === digitOf(over.map(([from, start, end]) => lines[from]?.slice(start, end)).join(''))

/** The digit of a card's number: beside it, or at the end of what goes on in the optional data. */
function numberRight(format: string, lines: readonly string[]): boolean {
  if (format !== 'TD1' && format !== 'TD2') return true
  const [number, beside, more] =
    format === 'TD1'
      ? [lines[0]?.slice(5, 14), lines[0]?.[14], lines[0]?.slice(15)]
      : [lines[1]?.slice(0, 9), lines[1]?.[9], lines[1]?.slice(28, 35)]
  if (beside !== '<') return beside === digitOf(number ?? '')
  const tail = more?.split('<')[0] ?? ''
  return tail.slice(-1) === digitOf(`${number}${tail.slice(0, -1)}`)
}

/** No zone is right when one of its digits is wrong, recomputed here from nothing but the lines. */
function held(reading: MrzReading, lines: readonly string[]): boolean {
  if (!reading.valid || reading.format === null) return true
  const known = places[reading.format]
  return (
    known !== undefined && numberRight(reading.format, lines) && known.every((place) => right(place, lines))
  )
}

const zones = [
  td1(),
  td1({ number: '007777779ZZ9' }),
  td2(),
  td3(),
  visa(44),
  visa(36),
  frenchCard(),
] as const
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<<'

describe('any text', () => {
  test(`none of ${inputs} zones with a few characters changed is right with a wrong check digit`, () => {
    const { unit } = chance(9303)
    const below = (count: number) => Math.floor(unit() * count)
    let rightOnes = 0
    for (let input = 0; input < inputs; input += 1) {
      const lines = [...zones[below(zones.length)]!]
      for (let change = below(4); change > 0; change -= 1) {
        const line = below(lines.length)
        const text = lines[line] ?? ''
        const at = below(text.length)
        lines[line] = text.slice(0, at) + signs[below(signs.length)] + text.slice(at + 1)
      }
      const reading = readMrz(lines.join(unit() < 0.5 ? '\n' : ''), today)
      if (!held(reading, lines)) expect.fail(`right, with a wrong digit: ${lines.join(' ')}`)
      rightOnes += reading.valid ? 1 : 0
    }
    // The zones untouched are right: the test above has tried something.
    expect(rightOnes).toBeGreaterThan(inputs / 8)
    expect(rightOnes).toBeLessThan(inputs / 2)
  })

  property.prop([fc.string({ unit: 'binary', maxLength: 400 })])('has a reading, and is no zone', (text) => {
    expect(readMrz(text, today).valid).toBe(false)
  })

  property.prop([
    fc.array(fc.constantFrom(...signs, '\r', '\n', ' ', '«', 'é', 'ß', '\0'), { maxLength: 120 }),
  ])('in the zone’s own characters has a reading, and no error means right', (characters) => {
    const { valid, errors } = readMrz(characters.join(''), today)
    expect(valid).toBe(errors.length === 0)
  })
})

const letters = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: min, maxLength: max })
    .map((all) => all.join(''))
const figures = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: min, maxLength: max })
    .map((all) => all.join(''))
const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const six = (date: string) => date.slice(2).replaceAll('-', '')

describe('any person’s document', () => {
  property.prop([
    fc.record({
      last: letters(1, 12),
      first: letters(1, 10),
      number: figures(1, 9),
      birth: day('1927-01-01', '2026-11-25'),
      expiry: day('2026-11-25', '2076-12-31'),
      sex: fc.constantFrom('F', 'M', '<'),
    }),
    fc.constantFrom(td1, td2, td3),
  ])('is read as it was written, and its birth is never in the future', (person, make) => {
    const lines = make({ ...person, birth: six(person.birth), expiry: six(person.expiry) })
    expect(readMrz(lines.join('\r'), today)).toMatchObject({
      valid: true,
      expired: false,
      fields: {
        lastName: person.last,
        firstName: person.first,
        documentNumber: person.number,
        birthDate: person.birth,
        expirationDate: person.expiry,
      },
    })
  })

  property.prop([figures(10, 22)])('whatever the length of a card’s number', (number) => {
    expect(readMrz(td1({ number }).join('\n'), today)).toMatchObject({
      valid: true,
      fields: { documentNumber: number },
    })
  })
})
