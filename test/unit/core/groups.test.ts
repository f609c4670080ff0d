import { expect, test } from 'vitest'
import { startGroups } from '../../../electron/host/core/groups.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'

const acts = (...names: readonly DomainCommand[]) => names.map((name, at) => ({ name, at }))
const places = (all: readonly { readonly at: number }[]) => all.map(({ at }) => at)

test('the acts that people wait for are decided together, in their order, before a part of a calendar', () => {
  const next = startGroups()
  const waiting = acts('appointment.import', 'ticket.take', 'ticket.callNext')
  expect(places(next(waiting) as typeof waiting)).toEqual([1, 2])
  expect(places(next(waiting) as typeof waiting)).toEqual([0])
  expect([next(waiting), waiting]).toEqual([[], []])
})

test('where acts never stop coming, a part of a calendar lets a few groups pass, then is decided among them', () => {
  const next = startGroups()
  const [part] = acts('appointment.follow')
  const waiting = [part!]
  let groups = 0
  for (let taken = false; !taken; groups++) {
    waiting.push(...acts('ticket.take'))
    taken = next(waiting).includes(part!)
  }
  expect(groups).toBeGreaterThan(2)
  expect(groups).toBeLessThan(10)
})

test('no more acts than a commit holds are decided together, and none is lost', () => {
  const next = startGroups()
  const waiting = acts('appointment.import', ...Array<DomainCommand>(600).fill('ticket.take'))
  const groups = []
  for (let group = next(waiting); group.length > 0; group = next(waiting)) groups.push(group)
  expect(groups.map(({ length }) => length)).toEqual([256, 256, 88, 1])
})
