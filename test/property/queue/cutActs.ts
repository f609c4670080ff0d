import { expect } from 'vitest'
import { todayIn, type Model } from '../officeModel.ts'
import { accepted, refusalOf, step } from '../officeSteps.ts'
import { givesNumbers, ticketOf } from './ticketActs.ts'

// A kiosk that comes back with numbers given while it was cut off.

const kiosks = ['0198c1f2-0000-7abc-8def-a00000000000', '0198c1f2-0000-7abc-8def-b00000000000'] as const

/** One such number, taken so many minutes ago; a kiosk's clock may be ahead. */
export const joinLate = (which: number, service: string, minutes: number) =>
  step(`ticket.join kiosk ${which} ${service} ${minutes} min`, (model, real) => {
    const kioskId = kiosks[which % kiosks.length]!
    const lent = accepted(real.act('series.lend', { kioskId }, 'kiosk')).output
    const today = todayIn(real.now)
    const key = `${givesNumbers(model, real) ? model.date : today} ${lent.series}`
    expect(lent.count, 'a kiosk goes on from the last number of its own').toBe(model.counts.get(key) ?? 0)
    const number = `${lent.series}${lent.count + 1}`
    const takenAt = Math.max(0, real.now - minutes * 60_000)
    const ticketId = real.newId()
    const input = {
      ticketId,
      number,
      serviceId: service,
      procedureId: null,
      purpose: 'request',
      lang: 'fr',
      // One code a paper: the last figures of its id, in the letters that a code has.
      code: ticketId.slice(-8).toUpperCase().replaceAll('0', 'G').replaceAll('1', 'H'),
      takenAt,
      awaySince: Math.max(0, takenAt - 60_000),
      kioskId,
    }
    const here = givesNumbers(model, real) && model.date !== null && todayIn(takenAt) >= model.date
    const decision = real.act('ticket.join', input, 'kiosk')
    if (!here && todayIn(Math.min(takenAt, real.now)) === today && model.shown.date !== today)
      return expect(refusalOf(decision), 'their day is still to come').toBe('dayNotOpen')
    const { output } = accepted(decision)
    expect(output.received, 'whoever holds such a paper has a trace').toBe(here ? 'waiting' : 'missed')
    if (!here) return
    model.counts.set(key, lent.count + 1)
    const at = Math.min(real.now, Math.max(takenAt, model.openedAt))
    expect(output.takenAt, 'an hour that the host can believe').toBe(at)
    const rank = rankAt(model, at)
    model.tickets.push({
      ...ticketOf(real, { service, procedure: null, number, ticketId }),
      takenAt: at,
      ...rank,
    })
    const changes = real.changes
    accepted(real.act('ticket.join', input, 'kiosk'))
    expect(real.changes, 'none joins twice').toBe(changes)
  })

/** After whoever arrived before, before whoever arrived since. */
function rankAt(model: Model, at: number): { rank: number; rankedAt: number } {
  const ranks = (of: (rankedAt: number) => boolean) =>
    model.tickets.filter(({ rankedAt }) => of(rankedAt)).map(({ rank }) => rank)
  const before = Math.max(0, ...ranks((rankedAt) => rankedAt <= at))
  const after = ranks((rankedAt) => rankedAt > at).filter((rank) => rank > before)
  return { rank: after.length === 0 ? ++model.ranks : (before + Math.min(...after)) / 2, rankedAt: at }
}
