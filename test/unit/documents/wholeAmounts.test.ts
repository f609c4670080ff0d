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
