import { expect, test } from 'vitest'
import { escapeHtml, prose } from '../../../shared/documents/html.ts'
import { wrap } from '../../../shared/documents/wrap.ts'
import { spaced } from '../../../shared/messages/format/spaces.ts'

const nbsp = '\u00a0'

test('an amount is never parted from its sign, on a roll, on a sheet and on a page, whoever wrote it', () => {
  // A space that a line's end could take, as the rules of a procedure write it.
  const written = 'Un timbre fiscal : 86 €, 42 € de 15 à 17 ans'
  for (let columns = 6; columns < 48; columns++)
    for (const line of wrap(written, columns)) expect(line, `${columns}: ${line}`).not.toMatch(/^€/)
  expect(wrap('Un timbre de 25 €', 15)).toEqual(['Un timbre de', '25 €'])
  for (const text of [escapeHtml(written), prose(written), spaced(written)]) {
    expect(text).toContain(`86${nbsp}€`)
    expect(text).toContain(`42${nbsp}€`)
  }
  // In other languages too.
  expect(wrap('Фіскальна марка: 86 €, 42 €', 25)).toEqual(['Фіскальна марка: 86 €,', '42 €'])
})

test('a number is never parted from what it is read with, on a roll, on a sheet and on a page', () => {
  const written =
    'CRPA, art. L. 114-2 et article R. *431-5, arrêté n° 12 : de 8 h 30 à 12 h. Sous 20 %, l’article 3 suffit le 1er mai'
  const whole = [
    'art. L. 114-2',
    'article R. *431-5',
    'n° 12',
    '8 h 30',
    '12 h.',
    '20 %',
    'article 3',
    '1er mai',
  ]
  for (const text of [escapeHtml(written), prose(written).replace(/<[^>]*>/g, ''), spaced(written)])
    for (const part of whole) expect(text).toContain(part.replaceAll(' ', nbsp))
  for (let columns = 18; columns < 60; columns++) {
    const lines = wrap(written, columns)
    for (const part of whole)
      expect(
        lines.some((line) => line.includes(part)),
        `${columns}: ${part}`,
      ).toBe(true)
  }
})

test('a word that only looks like a sign is no part of a number', () => {
  for (const text of ['le guichet 3 s’ouvre', 'de 3 machines', 'A. Martin', 'la part. 4', '3 marches'])
    expect(spaced(text)).toBe(text)
})
