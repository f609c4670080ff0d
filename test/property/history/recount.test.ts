import { beforeEach, describe, expect, test } from 'vitest'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { ServiceId } from '../../../shared/contract/ids.ts'
import { emptyModel } from '../../../shared/domain/waits/model.ts'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import { figureNames } from '../../../shared/contract/history/figures.ts'
import { figureDefinitions } from '../../../shared/messages/history/definitions.fr.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000
const services = ['titres', 'etat-civil', 'elections'] as const

/** What the journal alone tells of a ticket, read event by event: nothing of the office's own state. */
type Story = {
  service: ServiceId
  taken: number
  called: number | null
  gone: number | null
  end: 'received' | 'left' | 'absent' | 'unserved' | null
  waiting: boolean
  announced: number | null
}

/** Each ticket's story. A return takes back the end that it had. */
function stories(recorded: readonly Recorded[]): readonly Story[] {
  const all = new Map<string, Story>()
  for (const { at, event } of recorded) {
    const one = 'ticketId' in event.data ? all.get(event.data.ticketId as string) : undefined
    switch (event.type) {
      case 'ticketTaken':
        all.set(event.data.ticketId, {
          service: event.data.serviceId,
          taken: at,
          called: null,
          gone: null,
          end: null,
          waiting: true,
          announced: (event.data.announced?.sure ?? 0) < 0.5 ? null : event.data.announced!.p90,
        })
        break
      case 'ticketCalled':
        Object.assign(one!, { called: one!.called ?? at, waiting: false })
        break
      case 'ticketAbsent':
        one!.end = 'absent'
        break
      case 'ticketReturned':
        Object.assign(one!, { end: null, gone: null, waiting: true })
        break
      case 'ticketLeft':
        Object.assign(one!, { end: 'left', gone: at, waiting: false })
        break
      case 'ticketUnserved':
        Object.assign(one!, { end: 'unserved', gone: at, waiting: false })
        break
      case 'visitClosed':
        one!.end = 'received'
        break
      default:
        // The rest changes nobody's wait.
        break
    }
  }
  return [...all.values()]
}

/** The product-limit estimate as its definition has it: at each instant of a call, who was still at risk. */
function byDefinition(people: readonly Story[], now: number, share: number) {
  const known = people
    .filter(
      ({ called, taken, waiting, gone }) => called !== taken && (called !== null || waiting || gone !== null),
    )
    .map(({ taken, called, gone }) => ({
      seconds: Math.round(((called ?? gone ?? now) - taken) / 1000),
      called: called !== null,
    }))
  if (known.length === 0) return { seconds: null, atLeast: false }
  let still = 1
  const times = [...new Set(known.filter(({ called }) => called).map(({ seconds }) => seconds))]
  for (const at of times.toSorted((a, b) => a - b)) {
    const risk = known.filter(({ seconds }) => seconds >= at).length
    const calls = known.filter(({ seconds, called }) => called && seconds === at).length
    still *= (risk - calls) / risk
    if (still <= 1 - share + 1e-9) return { seconds: at, atLeast: false }
  }
  return { seconds: Math.max(...known.map(({ seconds }) => seconds)), atLeast: true }
}

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(nine)
  office.careful = false
  office.act('day.open', {}, 'supervisor')
})

/** A busy day of so many acts, drawn: more people than the counters receive, some of whom leave, are absent, come back. */
function live(seed: number, acts: number, looked: () => void) {
  const { unit } = chance(seed)
  const draw = (n: number) => Math.floor(unit() * n)
  const agents = ['agent1', 'agent2'] as const
  office.act('counter.open', { counterId: '1' }, 'agent1')
  office.act('counter.open', { counterId: '3' }, 'agent2')
  for (let at = 0; at < acts; at++) {
    office.clock += draw(90) * 1000
    const agent = agents[draw(2)]!
    const tickets = [...office.office.tickets.values()]
    const one = tickets[draw(Math.max(1, tickets.length))]
    const kind = draw(12)
    if (kind < 5) {
      office.waits = waitsNow(office.office, emptyModel, office.now)
      office.act('ticket.take', { serviceId: services[draw(3)] }, 'kiosk')
    }
    if (kind === 5 || kind === 6) office.act('ticket.callNext', {}, agent)
    else if (kind === 7 && one) office.act('ticket.start', { ticketId: one.ticketId }, agent)
    else if (kind === 8) office.act('visit.close', { outcome: 'information', last: true }, agent)
    else if (kind === 9 && one) office.act('ticket.leave', { ticketId: one.ticketId }, 'supervisor')
    else if (kind === 10 && one) office.act('ticket.markAbsent', { ticketId: one.ticketId }, agent)
    else if (one && draw(3) === 0) office.act('ticket.return', { ticketId: one.ticketId }, 'supervisor')
    if (at % 40 === 39) looked()
  }
}

const view = () => office.view('supervision.view', 'supervisor')

function agrees() {
  const now = office.now
  const all = stories(office.recorded)
  const seen = view()
  const count = (people: readonly Story[], end: Story['end']) =>
    people.filter((one) => one.end === end).length
  for (const service of seen.services) {
    const own = all.filter((one) => one.service === service.serviceId)
    const [median, p90] = [byDefinition(own, now, 0.5), byDefinition(own, now, 0.9)]
    const told = own.filter(({ announced }) => announced !== null)
    const limit = ({ announced }: Story) => Math.max(announced!, 59)
    const waited = ({ called, gone, taken }: Story) => Math.round(((called ?? gone ?? now) - taken) / 1000)
    const within = told.filter((one) => one.called !== null && waited(one) <= limit(one))
    const beyond = told.filter((one) => waited(one) > limit(one))
    expect(service).toMatchObject({
      waiting: own.filter(({ waiting }) => waiting).length,
      received: count(own, 'received'),
      left: count(own, 'left'),
      absent: count(own, 'absent'),
      unserved: count(own, 'unserved'),
      medianWait: median.seconds,
      medianAtLeast: median.atLeast,
      p90Wait: p90.seconds,
      p90AtLeast: p90.atLeast,
      coverage: { announced: within.length + beyond.length, within: within.length },
    })
  }
  const overall = byDefinition(all, now, 0.5)
  expect(seen.overall).toMatchObject({ medianWait: overall.seconds, medianAtLeast: overall.atLeast })
  expect(seen.curve.reduce((sum, { people }) => sum + people, 0)).toBe(all.length)
  expect(seen.traces.ended).toBe(all.filter(({ end }) => end !== null).length)
}

/** By day one day is drawn, by night three. */
const days = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? [1, 2, 3] : [1]

describe('every figure of the day', () => {
  test.each(days)('is what the journal alone tells, counted a second way (day %i)', (seed) => {
    let looked = 0
    live(seed, 400, () => {
      agrees()
      looked++
    })
    office.act('day.settleAll', { how: 'reason', fault: 'service', reason: 'Guichets fermés' }, 'supervisor')
    agrees()
    expect(looked).toBe(10)
  })

  test('has one definition, which says its unit, what it counts, whom it leaves out and where it comes from', () => {
    for (const name of figureNames)
      for (const [field, text] of Object.entries(figureDefinitions[name]))
        expect(text === null ? field === 'of' : text.length > 0, `${name} ${field}`).toBe(true)
  })
})

describe('who was never called', () => {
  test('makes a median longer: nine called at once and forty-seven who wait six hours have no median of a minute', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    for (let person = 0; person < 9; person++) {
      office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
      office.clock += 20_000
      const called = office.act('ticket.callNext', {}, 'agent1')
      const { ticketId } = ('output' in called && called.output.ticket) || { ticketId: '' }
      office.act('ticket.start', { ticketId }, 'agent1')
      office.act('visit.close', { outcome: 'information', last: true }, 'agent1')
    }
    for (let person = 0; person < 47; person++) office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock += 360 * minute
    const titres = view().services.find(({ serviceId }) => serviceId === 'titres')!
    expect(titres).toMatchObject({ received: 9, medianWait: 360 * 60, medianAtLeast: true })
    expect(view().overall).toMatchObject({ medianWait: 360 * 60, medianAtLeast: true })
  })

  test('and a wait of no minute announced is kept by a call three seconds later', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    office.waits = waitsNow(office.office, emptyModel, office.now)
    office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock += 3000
    office.act('ticket.callNext', {}, 'agent1')
    const titres = view().services.find(({ serviceId }) => serviceId === 'titres')!
    expect(titres.coverage).toEqual({ announced: 1, within: 1 })
  })

  test('and whoever was told that they may not be received was announced no wait', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    const waits = waitsNow(office.office, emptyModel, office.now)
    const said = { p50: 60, p90: 120, sure: 0.4, level: 'unlikely' } as const
    office.waits = { ...waits, said: new Map([...waits.said].map(([serviceId]) => [serviceId, said])) }
    office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock += 3000
    office.act('ticket.callNext', {}, 'agent1')
    const { services, curve } = view()
    expect(services.find(({ serviceId }) => serviceId === 'titres')!.coverage).toEqual({
      announced: 0,
      within: 0,
    })
    expect(curve).toMatchObject([{ people: 1, announcedP50: null, announcedP90: null }])
  })
})

describe('a day left open overnight', () => {
  const morning = () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock = Date.UTC(2026, 2, 4, 7, 20)
  }
  const types = (from: number) => office.recorded.slice(from).map(({ event }) => event.type)

  test('is closed by the first call of the morning, which calls nobody of it', () => {
    morning()
    const before = office.recorded.length
    expect(office.act('ticket.callNext', {}, 'agent1')).toMatchObject({ output: { ticket: null } })
    expect(types(before).filter((type) => type !== 'documentsClosed')).toEqual([
      'ticketUnserved',
      'dayClosed',
    ])
    expect(office.office.day).toBeNull()
  })

  test('is closed by the first counter opened in the morning, whoever held it', () => {
    morning()
    const before = office.recorded.length
    office.act('counter.open', { counterId: '1' }, 'agent2')
    expect(types(before).filter((type) => type !== 'documentsClosed')).toEqual([
      'ticketUnserved',
      'dayClosed',
      'counterOpened',
    ])
    expect(office.office.counters.get('1' as never)?.agentId).toBe('agent2')
  })

  test('goes on in the night that it began', () => {
    morning()
    office.clock = Date.UTC(2026, 2, 4, 1)
    expect(office.act('ticket.callNext', {}, 'agent1')).toMatchObject({
      output: { ticket: { number: 'A1' } },
    })
  })
})

describe('how many come before, and the wait announced', () => {
  test('are of one population: those whom the same counters receive', () => {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    const { services: received } = office
      .view('supervision.view', 'supervisor')
      .counters.find(({ counterId }) => counterId === '1')!
    const other = received.find((service) => service !== 'titres')!
    for (let person = 0; person < 5; person++) office.act('ticket.take', { serviceId: other }, 'kiosk')
    expect(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')).toMatchObject({
      output: { ahead: 5 },
    })
    const motive = office.view('kiosk.view', 'kiosk').motives.find(({ serviceId }) => serviceId === 'titres')!
    expect(motive.waiting).toBe(6)
  })
})

test('free counter time is not said to the public beside a wait longer than the one aimed at', () => {
  office.act('counter.open', { counterId: '1' }, 'agent1')
  const say = (p50: number) => {
    office.waits = {
      ...waitsNow(office.office, emptyModel, office.now),
      said: new Map([['titres' as ServiceId, { p50, p90: p50, sure: 0.6, level: 'likely' as const }]]),
    }
  }
  say(60)
  expect(office.view('kiosk.view', 'kiosk').resource?.free).toBeGreaterThan(60)
  say(80 * 60)
  expect(office.view('kiosk.view', 'kiosk').resource).toBeNull()
  expect(office.view('display.view', 'display').resource).toBeNull()
})
