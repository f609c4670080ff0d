import { expect, test } from 'vitest'
import { consentsIn, daysIn, lackingIn, saidOf } from '../../../renderer/documents/refusal/groundCheck.ts'
import type { RefusalGrounds } from '../../../shared/contract/documents/grounds.ts'

const ground: RefusalGrounds['grounds'][number] = {
  groundId: 'logement',
  title: 'Conditions de logement non normales',
  article: 'CESEDA L313-3, 2°',
  said: 'Il ressort…',
  facts: [
    { factId: 'source', title: 'D’où cela ressort', kind: 'text', when: null },
    { factId: 'date', title: 'Date du constat', kind: 'date', when: null },
    { factId: 'accord', title: 'Date de l’accord écrit', kind: 'date', when: ['visite', 'sur place'] },
  ],
  lacks: null,
}
const grounds: RefusalGrounds = {
  closed: true,
  title: 'Les quatre cas',
  grounds: [ground],
  sources: [],
  toConfirm: false,
  templates: [],
}
const typed = (facts: string, groundSaid: Readonly<Record<string, string>> = {}) => ({
  groundId: 'logement',
  facts,
  groundSaid,
  law: '',
})

test('a day is read in the facts as people write it', () => {
  expect(daysIn('Vu le 1er mars 2026 et le 19/02/2026.').map(({ day }) => day)).toEqual([
    '2026-03-01',
    '2026-02-19',
  ])
  expect(daysIn('Vu le 31 février 2026.')).toEqual([])
})

test('the check names what lacks: the facts, the source, the date', () => {
  expect(lackingIn(grounds, typed(''))).toEqual([
    'les faits de ce dossier',
    'd’où cela ressort',
    'date du constat',
  ])
  expect(
    lackingIn(grounds, typed('Une pièce pour quatre, vue le 19 février 2026.', { source: 'bail' })),
  ).toEqual([])
})

test('a visit that is cited needs its written consent, whose day is the one after « accord »', () => {
  const visit = typed('Visite du 19 février 2026.', { source: 'visite' })
  expect(lackingIn(grounds, visit)).toEqual(['date de l’accord écrit'])
  const agreed = typed('Visite du 19 février 2026, accord du 17 février 2026.', { source: 'visite' })
  expect(lackingIn(grounds, agreed)).toEqual([])
  expect(saidOf(ground, agreed)).toMatchObject({ date: '2026-02-19', accord: '2026-02-17' })
  expect(consentsIn(ground, agreed)).toEqual([{ title: 'Date de l’accord écrit', day: '2026-02-17' }])
})

test('what is typed in its own field wins over what the facts say', () => {
  expect(saidOf(ground, typed('Vu le 19 février 2026.', { date: '2026-02-20' }))).toMatchObject({
    date: '2026-02-20',
  })
})
