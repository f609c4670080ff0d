import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { prose } from '../../../shared/documents/html.ts'
import { partsAround } from '../../../shared/messages/law/references.ts'

const wholes = (text: string) => partsAround(text).flatMap(({ text: part, whole }) => (whole ? [part] : []))

test('the number of an article, a decree or a paper stays on one line', () => {
  expect(wholes('CRPA, art. R112-5 et L241-3 ; décret 2015-1423, art. R*421-23-1')).toEqual([
    'R112-5',
    'L241-3',
    '2015-1423',
    'R*421-23-1',
  ])
  expect(wholes('code pénal, art. 226-4-1 · AR-2026-318')).toEqual(['226-4-1', 'AR-2026-318'])
  expect(wholes('Ticket A 71 · Code 2NKWM-RZ8DE, ou 12345-6789A')).toEqual(['2NKWM-RZ8DE', '12345-6789A'])
  expect(wholes('Fontaine-le-Port, rez-de-chaussée, 14 à 22 minutes')).toEqual([])
})

property.prop([fc.string()])('a text cut around them is the same text, whatever it says', (text) => {
  expect(
    partsAround(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test('on paper too, and what a person typed opens no tag', () => {
  expect(prose('<b>CRPA, art. R112-5</b>')).toBe(
    '&lt;b&gt;CRPA, art.\u00a0<span class="whole">R112-5</span>&lt;/b&gt;',
  )
})
