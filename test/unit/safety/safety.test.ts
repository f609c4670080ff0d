import { beforeEach, describe, expect, test } from 'vitest'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000
const told = { counterId: null, nature: 'threat', facts: 'Il a dit « je vous attends dehors ».' }

let office: PureOffice
const done = <O>(decision: { readonly refusal: string } | { readonly output: O }): O => {
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output
}
const raise = (actor = 'agent1') => done(office.act('alert.raise', {}, actor)).alertId
const seen = (actor: string) => office.view('safety.view', actor).alerts

beforeEach(() => {
  office = PureOffice.school(nine)
  done(office.act('day.open', {}, 'supervisor'))
  done(office.act('counter.open', { counterId: '1' }, 'agent1'))
  done(office.act('counter.open', { counterId: '2' }, 'agent2'))
})

describe('help asked without a sound', () => {
  test('is seen by colleagues and supervisors with the counter, until the first who goes says so', () => {
    const alertId = raise()
    for (const actor of ['agent2', 'supervisor'])
      expect(seen(actor)).toEqual([
        expect.objectContaining({ alertId, place: 'Guichet 1', at: nine, own: false, answered: false }),
      ])
    done(office.act('alert.answer', { alertId }, 'supervisor'))
    expect(seen('agent2')).toEqual([])
    // A second one who comes running is not refused, and changes nothing.
    const { changes } = office
    done(office.act('alert.answer', { alertId }, 'agent2'))
    expect(office.changes).toBe(changes)
  })

  test('tells who asked that someone comes, for an hour', () => {
    const alertId = raise()
    expect(seen('agent1')).toMatchObject([{ own: true, answered: false }])
    done(office.act('alert.answer', { alertId }, 'agent2'))
    expect(seen('agent1')).toMatchObject([{ own: true, answered: true }])
    office.clock += 61 * minute
    expect(seen('agent1')).toEqual([])
  })

  test('is one alert however often the keys are pressed, and a new one once it was answered', () => {
    const alertId = raise()
    expect(raise()).toBe(alertId)
    expect(raise('agent2')).not.toBe(alertId)
    done(office.act('alert.answer', { alertId }, 'agent2'))
    expect(raise()).not.toBe(alertId)
  })

  test('is answered by somebody else', () => {
    expect(office.act('alert.answer', { alertId: raise() }, 'agent1')).toEqual({ refusal: 'ownAlert' })
  })

  test('is asked away from any counter too, and before the day is open', () => {
    done(office.act('counter.close', {}, 'agent1'))
    raise()
    expect(seen('agent2')).toMatchObject([{ place: null }])
  })

  test('is remembered over a restart and a closed day while nobody has answered', () => {
    const alertId = raise()
    done(office.act('counter.close', {}, 'agent1'))
    done(office.act('counter.close', {}, 'agent2'))
    done(office.act('day.close', {}, 'supervisor'))
    office.restart()
    expect(seen('supervisor')).toMatchObject([{ alertId, place: 'Guichet 1' }])
  })
})

describe('an incident', () => {
  test('is told in the journal by its hour, place and nature; nothing of it is tied to who is received', () => {
    const { ticketId } = done(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    done(office.act('ticket.callNext', {}, 'agent1'))
    done(office.act('ticket.start', { ticketId }, 'agent1'))
    const before = office.office.tickets.get(ticketId)
    const from = office.recorded.length
    const alertId = raise()
    done(office.act('alert.answer', { alertId }, 'agent2'))
    const recorded = office.act('incident.record', { ...told, alertId, happenedAt: nine }, 'agent1')
    const journal = JSON.stringify(office.recorded.slice(from))
    expect(journal).not.toContain('attends dehors')
    expect(journal).not.toContain(ticketId)
    expect(journal).not.toContain(before?.visit?.visitId)
    expect(office.recorded.at(-1)?.event.data).toMatchObject({
      alertId,
      counterId: '1',
      happenedAt: nine,
      nature: 'threat',
    })
    expect(office.office.tickets.get(ticketId)).toBe(before)
    expect(recorded).toMatchObject({
      personal: [{ kind: 'incident', value: { facts: told.facts, counterId: '1', agentId: 'agent1' } }],
    })
    expect(JSON.stringify('personal' in recorded && recorded.personal)).not.toContain(ticketId)
  })

  test('may be told without an alert, of a counter that the office has, at an hour that has passed', () => {
    const record = (part: object) =>
      office.act('incident.record', { ...told, alertId: null, happenedAt: nine, ...part }, 'supervisor')
    expect(record({ counterId: '77' })).toEqual({ refusal: 'unknownCounter' })
    expect(record({ happenedAt: nine + 1 })).toEqual({ refusal: 'incidentAhead' })
    done(record({ counterId: '2', facts: '' }))
  })
})
