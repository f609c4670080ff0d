import { beforeEach, expect, test } from 'vitest'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import { given, refusalOf } from '../../fixtures/filesOffice.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// A request is incomplete by what a text requires and nobody brought: its paper names it (CRPA L114-5).

const procedureIds = [...new Set(shippedCatalogue().procedures.map((one) => one.procedureId))]

let office: PureOffice
const act = <N extends DomainCommand>(name: N, input: object, actor = 'agent1') =>
  office.act(name, input, actor)
const end = (more: object = {}) => act('visit.close', { outcome: 'incomplete', ...more })
beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
  given(act('day.open', {}, 'supervisor'))
  given(act('counter.open', { counterId: '1' }))
  given(act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(act('ticket.callNext', {}))
  given(act('ticket.start', {}))
})

test.each(procedureIds)(
  'a visit for %s does not end as incomplete of nobody knows what, and nothing is recorded',
  (procedureId) => {
    const label = procedureId === 'autre' ? { label: 'Stationnement' } : {}
    given(act('sheet.update', { procedureId, ...label, pieces: [{ label: 'Lettre', state: 'presented' }] }))
    const before = [office.recorded.length, office.documents.size]
    for (const more of [{}, { last: true }, { dueOn: '2026-03-20' }])
      expect(refusalOf(end(more))).toBe('nothingLacks')
    expect([office.recorded.length, office.documents.size]).toEqual(before)
    given(act('visit.close', { outcome: 'filed' }))
  },
)

test('a visit of no procedure does not end as incomplete', () => {
  expect(refusalOf(end())).toBe('nothingLacks')
})

test('it ends as incomplete once a piece that a text requires is said to lack', () => {
  given(act('sheet.update', { procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'missing' }] }))
  given(end())
})

test('a piece that came, or that the case no longer requires, is no lack', () => {
  const pieces = (state: string) => ({ procedureId: 'cni', pieces: [{ pieceId: 'photo', state }] })
  for (const after of [pieces('presented'), { procedureId: 'autre', label: 'Stationnement' }]) {
    given(act('sheet.update', pieces('missing')))
    given(act('sheet.update', after))
    expect(refusalOf(end())).toBe('nothingLacks')
  }
})

test('a closing taken back, whose lack is then taken off, is not incomplete again', () => {
  given(act('sheet.update', { procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'missing' }] }))
  given(end())
  given(act('counter.undo', {}))
  given(act('sheet.update', { pieces: [{ pieceId: 'photo', state: 'notExamined' }] }))
  expect(refusalOf(end())).toBe('nothingLacks')
  expect(office.view('counter.view', 'agent1').state).toBe('serving')
})

test('each request of a visit names its own lack', () => {
  given(act('visit.addService', { serviceId: 'titres' }))
  given(act('sheet.update', { procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'missing' }] }))
  given(end())
  given(act('sheet.update', { procedureId: 'cni' }))
  expect(refusalOf(end())).toBe('nothingLacks')
})
