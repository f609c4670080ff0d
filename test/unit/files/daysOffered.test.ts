import { expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { daysOffered } from '../../../renderer/files/pieces.ts'
import { fileActs } from '../../../shared/messages/files/acts.fr.ts'

const asked = '2026-03-03' as LocalDate
const ruled = (effect: 'none' | 'suspends', to: string) =>
  ({ ifIncomplete: { effect }, deadlines: [{ to }] }) as unknown as Parameters<typeof daysOffered>[0]

test('the page offers no day past the law’s last one, where what lacks stops no delay (C. civ. 55)', () => {
  expect(daysOffered(ruled('none', '2026-03-09'), asked)).toEqual([6])
  expect(daysOffered(ruled('none', '2026-03-24'), asked)).toEqual([15, 21])
  expect(daysOffered(ruled('none', '2026-03-03'), asked)).toEqual([0])
})

test('it offers the office’s days where what lacks stops the delay, or no last day is known', () => {
  expect(daysOffered(ruled('suspends', '2026-03-09'), asked)).toEqual([15, 30, 60])
  expect(daysOffered(null, asked)).toEqual([15, 30, 60])
})

test('a day is said as it is counted', () => {
  expect([0, 1, 6].map(fileActs.fields.inDays)).toEqual([
    'Aujourd’hui',
    'Dans 1\u00a0jour',
    'Dans 6\u00a0jours',
  ])
})
