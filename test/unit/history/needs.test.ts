import { describe, expect, it } from 'vitest'
import type { CounterId, ServiceId } from '../../../shared/contract/ids.ts'
import { dayCounts, otherDecisions, serviceLines } from '../../../renderer/supervision/lines.ts'
import { namesOf, type Present } from '../../../renderer/supervision/names.ts'
import { supervisionViews } from '../../fixtures/views.supervision.ts'

const view = supervisionViews.usual
const now = view.unsettled.tickets[0]!.since + 30 * 60_000
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const lines = (more: Partial<Present> = {}) => {
  const whole = { ...view, ...more }
  return serviceLines(whole, now, namesOf(whole))
}
const elections = 'elections' as ServiceId

describe('what each service needs', () => {
  it('is one line a service, whatever the number of decisions about it, the worst first', () => {
    const past = (number: string) => ({
      what: 'pastTarget' as const,
      ticketId: view.unsettled.tickets[3]!.ticketId,
      number: number as never,
      serviceId: 'titres' as ServiceId,
      since: (now - 16 * 60_000) as never,
      targetMinutes: 15,
      others: 2,
      able: [],
    })
    const nobody = {
      what: 'nobodyServes' as const,
      serviceId: elections,
      waiting: 2,
      since: (now - 15 * 60_000) as never,
      able: ['1' as CounterId],
      backAt: null,
    }
    const said = lines({ decisions: [past('A43'), past('A44'), nobody] })
    expect(said).toHaveLength(view.services.length)
    expect(said.map(({ tone }) => tone)).toEqual(['stop', 'attention', 'calm', 'calm'])
    expect(said[0]).toMatchObject({ need: 'Aucun guichet', able: ['1'] })
    expect(plain(said[1]!.need)).toBe('Délai passé de 1 min pour A 43 et 2 autres')
  })

  it('says that there is nothing to do where there is nothing', () => {
    expect(new Set(lines({ decisions: [] }).map(({ need }) => need))).toEqual(new Set(['Rien à faire']))
  })

  it('names a paused counter whose agent could receive, where no other could', () => {
    const nobody = {
      what: 'nobodyServes' as const,
      serviceId: elections,
      waiting: 2,
      since: (now - 60_000) as never,
      able: [],
      backAt: null,
    }
    const away = view.counters.map((one, at) => ({
      ...one,
      state: at === 0 ? ('paused' as const) : one.state,
      able: at === 0 ? [elections] : [],
      services: [],
    }))
    const [first] = lines({ decisions: [nobody], counters: away })
    expect(plain(first!.detail)).toContain('Guichet 1, en pause : habilité.')
    const none = away.map((one) => ({ ...one, able: [] }))
    expect(lines({ decisions: [nobody], counters: none })[0]!.detail).toContain('Aucun agent présent')
  })

  it('is never nothing where the public is told that who takes a ticket now may not be received', () => {
    const wait = { p50: 30_000, p90: 40_000, sure: 0.2, level: 'unlikely' as const }
    const doubted = view.services.map((one) => (one.serviceId === 'titres' ? { ...one, wait } : one))
    const [first, ...others] = lines({ decisions: [], services: doubted })
    expect(first).toMatchObject({
      tone: 'attention',
      doubtful: true,
      need: 'Qui prend un ticket maintenant ne sera peut-être pas reçu',
    })
    expect(new Set(others.map(({ need }) => need))).toEqual(new Set(['Rien à faire']))
    const closed = { since: now as never, words: null }
    const shut = doubted.map((one) => ({ ...one, closed }))
    expect(lines({ decisions: [], services: shut }).every(({ doubtful }) => !doubtful)).toBe(true)
  })

  it('leaves machines and who must come back to lines of their own', () => {
    const services = ['nobodyServes', 'notEnoughTime', 'pastTarget', 'appointmentLate']
    expect(otherDecisions(view).some(({ what }) => services.includes(what))).toBe(false)
  })
})

it('the day’s counts add up to its tickets', () => {
  const { counts, tickets } = dayCounts(view)
  expect(tickets).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0))
  expect(counts.waiting).toBe(view.total)
})
