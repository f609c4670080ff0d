import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { restLeaf } from '../../../renderer/kiosk/resting.ts'
import { kioskViews } from '../../fixtures/views.kiosk.ts'

const { motives } = kioskViews.townHall
const leaf = 12_000
const titles = (rested: number) => restLeaf(motives, rested, 2).motives.map(({ title }) => title.fr)

test('a kiosk at rest says what to bring in each language in turn, French first, then goes on to other procedures', () => {
  expect(kioskLanguages.map((_, at) => restLeaf(motives, at * leaf, 2).language)).toEqual(kioskLanguages)
  const first = titles(0)
  expect(first).toEqual(['Carte nationale d’identité', 'Passeport'])
  for (const at of kioskLanguages.keys()) expect(titles(at * leaf)).toEqual(first)
  expect(restLeaf(motives, kioskLanguages.length * leaf, 2).language).toBe('fr')
  expect(titles(kioskLanguages.length * leaf)).not.toEqual(first)
})

test('nothing is announced of a closed service, nor of what asks for no piece', () => {
  const closed = motives.map((motive) => ({ ...motive, closed: { reason: null, until: null } as never }))
  expect(restLeaf(closed, 0, 2).motives).toEqual([])
  expect(
    restLeaf(
      motives.map((motive) => ({ ...motive, bring: [] })),
      0,
      2,
    ).motives,
  ).toEqual([])
})

property.prop([fc.integer({ min: -leaf, max: 1_000 * leaf })])(
  'a leaf has two procedures at most, each with something to bring, whenever it is looked at',
  (rested) => {
    const shown = restLeaf(motives, rested, 2).motives
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThanOrEqual(2)
    for (const { bring, purpose } of shown) {
      expect(bring.length).toBeGreaterThan(0)
      expect(purpose).toBe('request')
    }
  },
)

test('within its rounds a kiosk at rest says every procedure that asks for something', () => {
  const said = new Set(Array.from({ length: 200 }, (_, at) => titles(at * leaf)).flat())
  const asked = motives.filter(({ bring, purpose }) => bring.length > 0 && purpose === 'request')
  expect([...said].toSorted()).toEqual([...new Set(asked.map(({ title }) => title.fr))].toSorted())
})
