import { describe, expect, it } from 'vitest'
import type { CounterId, ServiceId } from '../../../shared/contract/ids.ts'
import { dayCounts, otherDecisions, serviceLines } from '../../../renderer/supervision/lines.ts'
import type { Holders } from '../../../renderer/supervision/holders.ts'
import { namesOf, type Present } from '../../../renderer/supervision/names.ts'
import { supervisionViews } from '../../fixtures/views.supervision.ts'

const view = supervisionViews.usual
const now = view.unsettled.tickets[0]!.since + 30 * 60_000
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const lines = (more: Partial<Present> = {}, holders?: Holders) => {
  const whole = { ...view, ...more }
  return serviceLines(whole, now, { names: namesOf(whole), holders })
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

  it('says that there is nothing to do only where nobody waits and a counter receives', () => {
    const said = (of: Partial<Present['services'][number]>) =>
      lines({ decisions: [], services: [{ ...view.services[0]!, ...of }] })[0]!
    expect(said({ waiting: 0 })).toMatchObject({ tone: 'calm', need: 'Rien à faire' })
    expect(said({ waiting: 29 })).toMatchObject({ tone: 'calm', need: 'Attente dans le délai visé' })
    expect(said({ waiting: 0, openCounters: 0 })).toMatchObject({
      tone: 'calm',
      need: 'Aucun guichet ouvert',
      uncovered: true,
    })
  })

  it('does not look for who could receive where every counter is closed', () => {
    const counters = view.counters.map((one) => ({ ...one, open: false, state: 'closed' as const }))
    const services = view.services.map((one) => ({ ...one, waiting: 0, openCounters: 0 }))
    for (const line of lines({ decisions: [], services, counters }))
      expect(line).toMatchObject({ tone: 'calm', need: 'Aucun guichet ouvert', detail: '' })
  })

  it('says before it is passed that the target will be, by the wait that is announced', () => {
    const wait = { p50: 20 * 60, p90: 34 * 60, sure: 0.9, level: 'sure' as const }
    const said = (of: Partial<Present['services'][number]>) =>
      lines({ decisions: [], services: [{ ...view.services[0]!, waiting: 29, wait, ...of }] })[0]!
    expect(said({}).tone).toBe('attention')
    expect(plain(said({}).need)).toBe(
      'Qui prend un ticket maintenant attendra plus que le délai visé : 20 à 34 min',
    )
    expect(said({ targetMinutes: 20 }).need).toBe('Attente dans le délai visé')
    expect(said({ waiting: 0 }).need).toBe('Rien à faire')
    expect(said({ closed: { since: now as never, words: null } }).need).toBe('Attente dans le délai visé')
    expect(said({ ticketsLeft: 0 }).need).toBe('Attente dans le délai visé')
  })

  it('counts from the target how long it is passed, whatever else the line says', () => {
    const past = {
      what: 'pastTarget' as const,
      ticketId: view.unsettled.tickets[3]!.ticketId,
      number: 'A43' as never,
      serviceId: 'titres' as ServiceId,
      since: (now - 40 * 60_000) as never,
      targetMinutes: 15,
      others: 0,
      able: [],
    }
    const noTime = { what: 'notEnoughTime' as const, serviceId: 'titres' as ServiceId, atRisk: 2 }
    const [alone] = lines({ decisions: [past] })
    expect(plain(alone!.need)).toBe('Délai passé de 25 min pour A 43')
    const [both] = lines({ decisions: [past, noTime] })
    expect(plain(both!.detail)).toContain('Délai passé de 25 min pour A 43')
  })

  it('names the call that nobody answers, which keeps a counter from whoever waits', () => {
    const called = (minutes: number) =>
      view.counters.map((one) => ({
        ...one,
        open: true,
        services: ['titres' as ServiceId],
        state: one.counterId === '2' ? ('calling' as const) : ('serving' as const),
        ticket: {
          ticketId: view.unsettled.tickets[0]!.ticketId,
          number: 'C4' as never,
          serviceId: 'titres' as ServiceId,
          since: (now - minutes * 60_000) as never,
        },
      }))
    const said = (minutes: number) =>
      plain(
        lines({ decisions: [], counters: called(minutes) }).find(
          ({ service }) => service.serviceId === 'titres',
        )!.detail,
      )
    expect(said(9)).not.toContain('sans réponse')
    expect(said(10)).toMatch(/Guichet 2 appelle C 4 depuis \d+ h \d+, sans réponse/)
    expect(said(10)).not.toContain('Guichet 1 appelle')
  })

  it('is amber only where an act of the page could shorten the wait', () => {
    const wait = { p50: 20 * 60, p90: 34 * 60, sure: 0.9, level: 'sure' as const }
    const slow = { ...view.services[0]!, waiting: 29, wait }
    const busy = view.counters.map((one) => ({
      ...one,
      open: true,
      pause: null,
      state: 'serving' as const,
      able: [],
      services: [slow.serviceId],
      ticket: {
        ticketId: view.unsettled.tickets[0]!.ticketId,
        number: 'C4' as never,
        serviceId: slow.serviceId,
        since: (now - 20 * 60_000) as never,
      },
    }))
    /** Each counter is held by an agent of its number, and an eighth agent holds none. */
    const held = busy.map(({ counterId }) => ({ counterId, agentId: counterId }))
    const agent = (agentId: string, services: readonly string[]) => ({ agentId, name: null, services })
    const holders = (free: readonly string[], own: readonly string[] = [slow.serviceId]) =>
      ({
        held,
        agents: [...held.map(({ agentId }) => agent(agentId, own)), agent('8', free)],
      }) as unknown as Holders
    const of = (counters: Present['counters'], who = holders([slow.serviceId])) =>
      lines({ decisions: [], services: [slow], counters }, who)[0]!
    const none = of(busy)
    expect(none).toMatchObject({ tone: 'calm', able: [], unanswered: [] })
    expect(plain(none.need)).toContain('attendra plus que le délai visé')
    expect(none.detail).toContain('Tous les guichets sont ouverts')
    // What can still be done is said, where no act can be offered.
    const act = 'Vous pouvez encore fermer le service aux nouveaux tickets'
    expect(none.detail).toContain(`${act} ou prévenir le public par un message`)
    // Nobody is away, and a service that gives no ticket can't be closed again.
    const past = {
      what: 'pastTarget' as const,
      ticketId: view.unsettled.tickets[0]!.ticketId,
      number: 'C4' as never,
      serviceId: slow.serviceId,
      since: (now - 120 * 60_000) as never,
      targetMinutes: 15,
      others: 0,
      able: [],
    }
    for (const shut of [{ closed: { since: now as never, words: null } }, { ticketsLeft: 0 }]) {
      const services = [{ ...slow, ...shut }]
      const [line] = lines({ decisions: [past], services, counters: busy }, holders([slow.serviceId]))
      expect(line!.detail).toContain('Vous pouvez encore prévenir le public par un message')
    }
    const [first, ...others] = busy
    const changed = (more: Partial<Present['counters'][number]>, who?: Holders) =>
      of([{ ...first!, ...more }, ...others], who)
    expect(changed({ state: 'calling' })).toMatchObject({
      tone: 'attention',
      unanswered: [{ counterId: first!.counterId }],
    })
    expect(changed({ open: false, state: 'closed' }).tone).toBe('attention')
    expect(changed({ state: 'paused' }).tone).toBe('attention')
    expect(changed({ services: [], able: [slow.serviceId] }).tone).toBe('attention')
    expect(changed({ open: false, state: 'closed' }).detail).not.toContain('Tous les guichets')
    // A closed or paused counter that nobody able may hold shortens nothing.
    const unable = holders([], [])
    for (const more of [{ open: false, state: 'closed' }, { state: 'paused' }] as const) {
      expect(changed(more, unable)).toMatchObject({ tone: 'calm', openable: false })
      expect(changed(more, unable).detail).toContain('Aucun agent habilité pour ce service n’est libre')
      expect(changed(more, unable).detail).toContain(`${act}, faire revenir un agent ou prévenir le public`)
    }
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
    expect(lines({ decisions: [nobody], counters: none })[0]!.detail).toContain(
      'Aucun agent habilité à un guichet ouvert.',
    )
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
    expect(new Set(others.map(({ tone }) => tone))).toEqual(new Set(['calm']))
    const closed = { since: now as never, words: null }
    const shut = doubted.map((one) => ({ ...one, closed }))
    expect(lines({ decisions: [], services: shut }).every(({ doubtful }) => !doubtful)).toBe(true)
    const given = doubted.map((one) => ({ ...one, ticketsLeft: 0 }))
    for (const { doubtful, need, detail } of lines({ decisions: [], services: given }))
      expect([doubtful, `${need} ${detail}`.includes('Qui prend un ticket')]).toEqual([false, false])
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
