import { expect, test } from 'vitest'
import { reviewsCsv } from '../../../renderer/settings/media/reviewsCsv.ts'
import { otherLanguages } from '../../../shared/contract/text.ts'
import { languages } from '../../../shared/messages/public/languages.ts'
import { digestOf, publicTexts, reviewState } from '../../../shared/messages/media/reviewed.ts'
import { textReviews as words } from '../../../shared/messages/media/textReviews.fr.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// Which texts of the public somebody who speaks the language has read, as the office noted it.

const office = () => PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
const read = (pure: PureOffice, digest: string) =>
  pure.act('texts.review', { set: 'kiosk', lang: 'uk', review: { by: 'association', digest } }, 'admin')
const reviewsOf = (pure: PureOffice) => pure.view('texts.view', 'agent1').reviews

test('a set is to be read until it is noted as read, by a function and a day; taken back, it is to be read again', () => {
  const pure = office()
  expect(reviewState(reviewsOf(pure), 'kiosk', 'uk')).toEqual({ is: 'toRead' })
  read(pure, digestOf('kiosk', 'uk'))
  const state = reviewState(reviewsOf(pure), 'kiosk', 'uk')
  expect(state).toMatchObject({ is: 'read', review: { by: 'association', on: '2026-03-03' } })
  expect(words.state(state)).toBe('Relu par une association, le 3\u00a0mars\u00a02026')
  expect(reviewState(reviewsOf(pure), 'kiosk', 'ar').is).toBe('toRead')
  // Told among the changes of settings; the journal names nobody.
  expect(pure.office.changes.last()?.type).toBe('textsReviewed')
  pure.act('texts.review', { set: 'kiosk', lang: 'uk', review: null }, 'admin')
  expect(reviewsOf(pure)).toEqual([])
})

test('a text that changed after it was read says so', () => {
  const pure = office()
  read(pure, '0123456789abcdef')
  const state = reviewState(reviewsOf(pure), 'kiosk', 'uk')
  expect(state.is).toBe('changed')
  expect(words.state(state)).toMatch(/^Changé depuis sa relecture/)
})

test('the texts of a set are known whole: a word or the sentence around a figure changed, and its digest is another', () => {
  const all = publicTexts.flatMap((set) => otherLanguages.map((lang) => digestOf(set, lang)))
  expect(new Set(all).size).toBe(all.length)
  const before = digestOf('room', 'es')
  expect(digestOf('room', 'es')).toBe(before)
  const { room } = languages.es as { room: Record<string, unknown> }
  for (const [name, other] of [
    ['closed', 'cerrada'],
    ['waiting', (people: number) => `${people} aguardan`],
  ] as const) {
    const was = room[name]
    room[name] = other
    expect(digestOf('room', 'es'), name).not.toBe(before)
    room[name] = was
  }
  expect(digestOf('room', 'es')).toBe(before)
})

test('the list is a CSV of every set in every language', () => {
  const pure = office()
  read(pure, digestOf('kiosk', 'uk'))
  const lines = reviewsCsv({ reviews: reviewsOf(pure) })
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(1 + publicTexts.length * otherLanguages.length)
  expect(lines[0]).toBe('langue,textes,état,relu par,relu le,empreinte')
  expect(lines).toContain(`ukrainien,Borne,relu,une association,2026-03-03,${digestOf('kiosk', 'uk')}`)
  expect(lines.filter((line) => line.includes(',à relire,'))).toHaveLength(lines.length - 2)
})
