import { beforeEach, expect, test } from 'vitest'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import { given, refusalOf } from '../../fixtures/filesOffice.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const procedureIds = [...new Set(shippedCatalogue().procedures.map((one) => one.procedureId))]

/** 3 March 2026, 10 h 42 in Paris. */
const now = Date.UTC(2026, 2, 3, 9, 42)

let office: PureOffice
const act = <N extends DomainCommand>(name: N, input: object, actor = 'agent1') =>
  office.act(name, input, actor)
beforeEach(() => {
  office = PureOffice.school(now)
  given(act('day.open', {}, 'supervisor'))
  given(act('counter.open', { counterId: '1' }))
  given(act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(act('ticket.callNext', {}))
  given(act('ticket.start', {}))
})

test.each(procedureIds)('a visit for %s does not end as refused, and nothing is recorded', (procedureId) => {
  const label = procedureId === 'autre' ? { label: 'Stationnement' } : {}
  given(act('sheet.update', { procedureId, ...label }))
  const before = office.recorded.length
  for (const more of [{}, { last: true }, { dueOn: '2026-03-20' }])
    expect(refusalOf(act('visit.close', { outcome: 'refused', ...more }))).toBe('refusalIsNoEnd')
  expect(office.recorded).toHaveLength(before)
})

test('what was written by hand is entered by what happened, never as refused', () => {
  const times = { arrivedAt: now - 3e6, startedAt: now - 2e6, endedAt: now - 1e6 }
  const entered = { serviceId: 'titres', procedureId: 'cni', ...times }
  const before = office.recorded.length
  expect(refusalOf(act('day.enterByHand', { ...entered, outcome: 'refused' }))).toBe('refusalIsNoEnd')
  expect(office.recorded).toHaveLength(before)
  given(act('day.enterByHand', { ...entered, outcome: 'incomplete' }))
})

test('a closing taken back, then asked again as refused, stays under way', () => {
  given(act('visit.close', { outcome: 'information' }))
  given(act('counter.undo', {}))
  expect(refusalOf(act('visit.close', { outcome: 'refused' }))).toBe('refusalIsNoEnd')
  expect(office.view('counter.view', 'agent1').state).toBe('serving')
})
