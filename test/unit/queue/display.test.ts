import { expect, test } from 'vitest'
import { display } from '../../../shared/messages/queue/display.fr.ts'
import { leafAt, leavesOf } from '../../../renderer/display/strip.ts'
import { displayViews } from '../../fixtures/views.display.ts'
import { publishedRule } from '../../fixtures/views.kiosk.ts'
import { at } from '../../fixtures/views.ts'

const kinds = (view: Parameters<typeof leavesOf>[0]) => leavesOf(view).map(({ kind }) => kind)

test('every service is shown in turn, then the words of those that are closed, then what is left of the day', () => {
  expect(kinds(displayViews.usual)).toEqual(['services', 'resource', 'rule'])
  expect(kinds(displayViews.many)).toEqual(['services', 'services', 'services', 'resource', 'rule'])
  // A service that is closed without words is said closed among the others.
  expect(kinds(displayViews.long)).toEqual(['services', 'resource', 'rule'])
  expect(kinds(displayViews.late)).toEqual(['services', 'services', 'closed', 'resource', 'rule'])
  const nobodyReceives = { total: 0, engaged: 0, appointments: 0, free: 0 }
  expect(kinds({ ...displayViews.usual, resource: nobodyReceives })).toEqual(['services', 'rule'])
  expect(kinds({ services: [], resource: null, lastTickets: false, rule: null })).toEqual([])
  const shown = leavesOf(displayViews.many).flatMap((leaf) => (leaf.kind === 'services' ? leaf.services : []))
  expect(shown).toEqual(displayViews.many.services)
})

test('leaves turn with the clock, each for ten seconds, and come round', () => {
  const leaves = leavesOf(displayViews.late)
  const begin = leaves.length * 10_000 * 1_000
  const turned = [0, 9_999, 10_000, 20_000, 30_000, 40_000, 50_000].map((after) =>
    leafAt(leaves, begin + after),
  )
  expect(turned).toEqual([0, 0, 1, 2, 3, 4, 0].map((place) => leaves[place]))
  expect(leafAt([], begin)).toBeNull()
})

test('the next opening is said with its day, unless it is today', () => {
  expect(display.reopens(at(32, 30), at(18, 0), 'Europe/Paris')).toBe(
    'Réouverture mercredi 4 mars à 8\u00a0h\u00a030',
  )
  expect(display.reopens(at(13, 30), at(12, 10), 'Europe/Paris')).toBe('Réouverture à 13\u00a0h\u00a030')
})

test('the rule and the priority of the law are always said', () => {
  expect(display.rule(publishedRule)).toBe('Priorités, rendez-vous, puis ordre d’arrivée')
  expect(display.law).toContain('L241-3')
})

test('a closed service says its words, or that it is closed', () => {
  expect(display.closedWords('Élections', { since: at(9, 0), words: 'Mouvement social' })).toBe(
    'Élections, fermé\u00a0: Mouvement social',
  )
  expect(display.closedWords('Élections', { since: at(9, 0), words: null })).toBe(
    'Élections\u00a0: service fermé pour le moment',
  )
})
