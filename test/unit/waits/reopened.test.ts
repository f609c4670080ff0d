import { expect, test } from 'vitest'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import { emptyModel } from '../../../shared/domain/waits/model.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

test('a day closed and opened again says no coverage of its last tickets as if it were the day’s', () => {
  const office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  const called = () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    office.waits = waitsNow(office.office, emptyModel, office.now)
    office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock += 3000
    office.act('ticket.callNext', {}, 'agent1')
    office.act('ticket.start', {}, 'agent1')
    office.act('visit.close', { outcome: 'information', last: true }, 'agent1')
  }
  const coverage = () =>
    office.view('supervision.view', 'supervisor').services.find(({ serviceId }) => serviceId === 'titres')!
      .coverage
  office.act('day.open', {}, 'supervisor')
  called()
  expect(coverage()).toEqual({ announced: 1, within: 1 })
  office.act('day.close', {}, 'supervisor')
  office.act('day.open', {}, 'supervisor')
  called()
  expect(coverage()).toEqual({ announced: 0, within: 0 })
})

test('a day closed and opened again on its date says no wait of its last tickets as if it were the day’s', () => {
  const office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  const served = () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock += 600_000
    office.act('ticket.callNext', {}, 'agent1')
    office.act('ticket.start', {}, 'agent1')
    office.act('visit.close', { outcome: 'information', last: true }, 'agent1')
  }
  const said = () => {
    const { services, overall } = office.view('supervision.view', 'supervisor')
    const { received, medianWait } = services.find(({ serviceId }) => serviceId === 'titres')!
    return [received, medianWait, overall?.medianWait]
  }
  office.act('day.open', {}, 'supervisor')
  served()
  expect(said()).toEqual([1, 600, 600])
  office.act('day.close', {}, 'supervisor')
  office.act('day.open', {}, 'supervisor')
  served()
  expect(said()).toEqual([2, null, null])
})
