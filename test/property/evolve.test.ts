import { shippedCatalogue } from '../../shared/procedures/catalogue.ts'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../shared/contract/events.ts'
import { calls, type ViewName } from '../../shared/contract/index.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice } from '../../shared/domain/state.ts'
import { freeze, thaw } from '../../shared/domain/snapshot.ts'
import { views, type View } from '../../shared/domain/views.ts'
import { officeText } from '../fixtures/officeText.ts'
import { bareModel } from '../fixtures/bareModel.ts'
import { PureOffice, whoIs } from '../fixtures/pureOffice.ts'
import { born, recorded, whole } from './anyEvents.ts'
import { uuidOf } from './fewIds.ts'

/** What is asked of the views that ask something; the others ask nothing. */
const inputs: Partial<Record<ViewName, object>> = {
  'document.draft': { what: { kind: 'attestation', ticketId: uuidOf(1) } },
}

describe('evolve is total: whatever the journal holds, it never throws', () => {
  property.prop([recorded, fc.boolean()])('on any events in any order', (all, created) => {
    const office = all.reduce(evolve, created ? born(emptyOffice) : emptyOffice)
    expect(officeText(thaw(freeze(office)))).toBe(officeText(office))
  })

  property.prop([recorded])('and every view of what comes out is what its contract says', (all) => {
    const office = all.reduce(evolve, born(emptyOffice))
    for (const name of Object.keys(views) as ViewName[]) {
      const view = views[name] as unknown as View<ViewName>
      const output = view(office, (inputs[name] ?? {}) as never, {
        now: 1_772_523_000_000 as never,
        who: whoIs(calls[name].roles[0] === 'agent' ? 'agent1' : 'supervisor', office),
        model: bareModel,
        catalogue: shippedCatalogue(),
      })
      expect(() => calls[name].output.parse(output), name).not.toThrow()
    }
  })

  test('on an event that this version does not know', () => {
    const strange = { ...whole, event: { type: 'moonLanded', data: {} } as unknown as Event }
    expect(evolve(emptyOffice, strange)).toBe(emptyOffice)
  })

  property.prop([recorded])('and never changes the office that it reads', (all) => {
    let office = born(emptyOffice)
    for (const event of all) {
      const before = officeText(office)
      const after = evolve(office, event)
      expect(officeText(office)).toBe(before)
      office = after
    }
  })
})

describe('what a crowd does to an office', () => {
  const opening = Date.UTC(2026, 2, 3, 7, 30)

  test('views show 200 people and say how many there are', () => {
    const pure = PureOffice.school(opening)
    pure.careful = false
    pure.act('day.open', {}, 'supervisor')
    pure.act('counter.open', { counterId: '1' }, 'agent1')
    for (let at = 0; at < 250; at++) {
      pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      pure.act('ticket.take', { serviceId: 'etat-civil' }, 'kiosk')
    }
    const queue = pure.view('queue.view', 'supervisor')
    expect([queue.total, queue.waiting.length]).toEqual([500, 200])
    const mine = pure.view('counter.view', 'agent1')
    expect([mine.total, mine.waiting.length]).toEqual([500, 200])
    // Two lines merged by arrival: one of each, in turn.
    expect(mine.waiting.slice(0, 4).map(({ number }) => number)).toEqual(['A1', 'B1', 'A2', 'B2'])
  })

  test('absences are bounded too', () => {
    const pure = PureOffice.school(opening)
    pure.careful = false
    pure.act('day.open', {}, 'supervisor')
    pure.act('counter.open', { counterId: '1' }, 'agent1')
    pure.act('rules.set', { rules: { absentCalls: 1, absentDelaySeconds: 0 } }, 'admin')
    for (let at = 0; at < 210; at++) {
      pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      pure.act('ticket.callNext', {}, 'agent1')
      pure.act('ticket.markAbsent', {}, 'agent1')
    }
    expect(pure.view('queue.view', 'supervisor').absent.length).toBe(200)
    expect(pure.view('display.view', 'display').calls).toEqual([])
  })

  test('a series ends at 9999 with a refusal, and the others go on', () => {
    const pure = PureOffice.school(opening)
    pure.act('day.open', {}, 'supervisor')
    const { office } = pure
    pure.office = {
      ...office,
      series: office.series && { ...office.series, counts: office.series.counts.set('A', 9998) },
    }
    const last = pure.act('reception.take', { serviceId: 'titres' }, 'agent1')
    expect('output' in last && last.output.number).toBe('A9999')
    expect(pure.act('reception.take', { serviceId: 'titres' }, 'agent1')).toEqual({
      refusal: 'seriesExhausted',
    })
    const other = pure.act('ticket.take', { serviceId: 'etat-civil' }, 'kiosk')
    expect('output' in other && other.output.number).toBe('B1')
  })

  test('the last thousand numbers of a series are given by people alone: no kiosk keeps the reception from receiving', () => {
    const pure = PureOffice.school(opening)
    pure.act('day.open', {}, 'supervisor')
    const { office } = pure
    pure.office = {
      ...office,
      series: office.series && { ...office.series, counts: office.series.counts.set('A', 8998) },
    }
    const byKiosk = () => pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    expect(byKiosk()).toMatchObject({ output: { number: 'A8999' } })
    expect(byKiosk()).toEqual({ refusal: 'seriesExhausted' })
    const why = { serviceId: 'titres', why: 'serviceClosed' }
    expect(pure.act('ticket.certify', why, 'kiosk')).toEqual({ refusal: 'seriesExhausted' })
    expect(pure.act('reception.take', { serviceId: 'titres' }, 'agent1')).toMatchObject({
      output: { number: 'A9000' },
    })
  })

  test('a day closed by mistake and opened again goes on with its series', () => {
    const pure = PureOffice.school(opening)
    const number = () => {
      const taken = pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      if ('refusal' in taken) throw new Error(taken.refusal)
      pure.act('ticket.leave', { ticketId: taken.output.ticketId }, 'kiosk')
      return taken.output.number
    }
    pure.act('day.open', {}, 'supervisor')
    expect(number()).toBe('A1')
    pure.act('day.close', {}, 'supervisor')
    pure.act('day.open', {}, 'supervisor')
    expect(number()).toBe('A2')
    pure.act('day.close', {}, 'supervisor')
    pure.clock += 24 * 3_600_000
    pure.act('day.open', {}, 'supervisor')
    expect(number()).toBe('A1')
  })
})
