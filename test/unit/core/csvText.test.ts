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

  test('leaves figures as figures, were they below zero', () => {
    expect(csvText('open', [['n'], [-1.5]])).toBe('n\r\n-1.5\r\n')
    expect(csvText('french', [['n'], [-1.5]])).toBe('\uFEFFn\r\n-1,5\r\n')
  })

  test('puts between quotes what holds a separator, a quote or a line break', () => {
    expect(csvText('open', [['a,b', 'c"d', 'e\nf', 'g;h', null, { date: '2026-03-03' }]])).toBe(
      '"a,b","c""d","e\nf",g;h,,2026-03-03\r\n',
    )
    expect(csvText('french', [['a,b', 'g;h']])).toBe('\uFEFFa,b;"g;h"\r\n')
  })
})
