import { expect, test } from 'vitest'
import { display } from '../../../shared/messages/media/display.fr.ts'
import { bandsOf, leafAt, leavesOf, pageOf } from '../../../renderer/display/strip.ts'
import { displayViews } from '../../fixtures/views.display.ts'
import { publishedRule } from '../../fixtures/views.kiosk.ts'
import { at } from '../../fixtures/views.ts'

test('the line at the foot says the order of calls, the rest of the rule, then what is left of the day', () => {
  const { rule } = displayViews.usual
  expect(leavesOf(displayViews.usual).map(({ text }) => text)).toEqual([
    display.rule(rule!),
    ...display.ruleRest(rule!),
    display.resource(644),
  ])
  const nobodyReceives = { total: 0, engaged: 0, appointments: 0, free: 0 }
  expect(leavesOf({ rule, resource: nobodyReceives })).toEqual(leavesOf({ rule, resource: null }))
  expect(leavesOf({ rule: null, resource: null })).toEqual([])
})

test('no band is drawn without words for everyone: « derniers tickets », and those of a service that is closed', () => {
  expect(bandsOf(displayViews.usual)).toEqual([])
  const late = bandsOf({ ...displayViews.late, lastTickets: true })
  expect(late[0]?.text).toBe('Derniers tickets avant 17\u00a0h\u00a000')
  expect(late[1]?.text).toContain('Mouvement social')
})

test('each service’s wait is shown; more of them than have room come in turn, on pages as full as each other', () => {
  const { services } = displayViews.many
  const pages = Math.ceil(services.length / 4)
  const seen = Array.from({ length: pages }, (_, at) => pageOf(services, 4, at * 10_000))
  expect(seen.flat()).toEqual(services)
  expect(pageOf(displayViews.usual.services, 4, 12_345)).toEqual(displayViews.usual.services)
})

test('leaves turn with the clock, each for ten seconds, and come round', () => {
  const leaves = ['a', 'b', 'c', 'd', 'e']
  const begin = leaves.length * 10_000 * 1_000
  const turned = [0, 9_999, 10_000, 20_000, 30_000, 40_000, 50_000].map((after) =>
    leafAt(leaves, begin + after),
  )
  expect(turned).toEqual(['a', 'a', 'b', 'c', 'd', 'e', 'a'])
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
