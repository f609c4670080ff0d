import { describe, expect, test } from 'vitest'
import { csvText } from '../../../shared/messages/format/csv.ts'

describe('CSV', () => {
  test.each(['=1+1', '+33', '-1', '@SUM(A1)', '\tx', '\rx', '\n=x', '＝1'])(
    'lets the text « %s » be no formula, whoever it is for',
    (text) => {
      for (const kind of ['french', 'open'] as const) {
        const written = csvText(kind, [[text]])
        expect(written.replace('\uFEFF', '')).toMatch(/^"?'/)
      }
    },
  )

  test.each([
    ['x;=1+1', "x;'=1+1"],
    ['x,=1+1', "x,'=1+1"],
    ['x\t=1+1', "x\t'=1+1"],
    ['x;@SUM(A1);-1', "x;'@SUM(A1);'-1"],
    ['tél. ;+33', "tél. ;'+33"],
    ['x;"=1+1"', `x;"'=1+1"`],
    ['x\n=1+1', "x\n'=1+1"],
  ])(
    'lets « %s » be no formula either where a program splits cells at another separator than the file’s',
    (text, safe) => {
      const cell = `"${safe.replaceAll('"', '""')}"\r\n`
      expect(csvText('open', [[text]])).toBe(cell)
      expect(csvText('french', [[text]])).toBe(`\uFEFF${cell}`)
    },
  )

  test.each(['3, -2', 'appeler le ; +33 1', 'a-b', 'x = y', 'nom@exemple.fr, puis'])(
    'leaves the text « %s » as it was typed: no sign follows a separator directly',
    (text) => expect(csvText('open', [[text]]).replace(/^"|"?\r\n$/g, '')).toBe(text),
  )

  test('leaves figures as figures, were they below zero', () => {
    expect(csvText('open', [['n'], [-1.5]])).toBe('n\r\n-1.5\r\n')
    expect(csvText('french', [['n'], [-1.5]])).toBe('\uFEFFn\r\n-1,5\r\n')
  })

  test('puts between quotes what holds a separator, a quote or a line break', () => {
    expect(csvText('open', [['a,b', 'c"d', 'e\nf', 'g;h', null, { date: '2026-03-03' }]])).toBe(
      '"a,b","c""d","e\nf","g;h",,2026-03-03\r\n',
    )
    expect(csvText('french', [['a,b', 'g;h', 'i\tj', 'k']])).toBe('\uFEFF"a,b";"g;h";"i\tj";k\r\n')
  })
})
