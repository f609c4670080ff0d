import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { AgentId, CounterId, Instant, ServiceId, TicketId } from '../../../shared/contract/ids.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { usualRules, usualServiceRule, type ServiceRule } from '../../../shared/contract/queue/rules.ts'
import type { CallReason } from '../../../shared/contract/queue/reasons.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Ticket } from '../../../shared/domain/queue/state.ts'
import { servicesAt } from '../../../shared/domain/people/skills.ts'
import { waitedMs } from '../../../shared/domain/queue/waited.ts'
import type { DayPlan, Person } from '../../../electron/host/history/dayPlan.ts'
import { playDay, type DayPlayed } from '../../../electron/host/waits/play/playDay.ts'
import { playedOffice, type Act } from '../../../electron/host/waits/play/playedOffice.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { longCases } from '../../fixtures/longCases.ts'

// Nobody starves: whole days of any office, any crowd and any rule, played through the real decisions, and each call
// looked at from outside, with the room as it was before it.

/** 3 March 2026, 8 h 30 in Paris. */
const opensAt = Date.UTC(2026, 2, 3, 7, 30) as Instant
const services = ['a', 'b', 'c'] as ServiceId[]

type Story = {
  readonly rules: Pick<OfficeSettings['rules'], 'overtakesPerPerson' | 'localGrounds'>
  readonly services: readonly ServiceRule[]
  /** What each counter receives, and its break in minutes after the opening. */
  readonly counters: readonly { readonly receives: readonly ServiceId[]; readonly breakAt: number | null }[]
  readonly people: readonly (Omit<Person, 'arrivesAt' | 'appointmentAt'> & {
    /** Minutes after the one before. */
    readonly after: number
    /** Minutes from the arrival to the hour of the appointment. */
    readonly appointmentIn: number | null
  })[]
  readonly closesAfter: number
}

const minutes = (most: number) => fc.integer({ min: 0, max: most })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })

const rule: fc.Arbitrary<ServiceRule> = fc.record({
  targetMinutes: fc.constantFrom(15, 5, 30),
  maximumMinutes: maybe(fc.integer({ min: 1, max: 60 })),
  weight: fc.constantFrom(1, 2, 5),
  cap: maybe(fc.integer({ min: 1, max: 3 })),
})
const oneRule = fc.oneof(
  fc.constant({ ...usualServiceRule, maximumMinutes: null }),
  fc.constant(usualServiceRule),
)

const story = (rules: fc.Arbitrary<readonly ServiceRule[]>): fc.Arbitrary<Story> =>
  fc.record({
    rules: fc.record({
      overtakesPerPerson: maybe(fc.integer({ min: 1, max: 3 })),
      localGrounds: fc.constantFrom([], ['visiblePregnancy' as const]),
    }),
    services: rules,
    counters: fc.array(
      fc.record({ receives: fc.subarray(services, { minLength: 1 }), breakAt: maybe(minutes(120)) }),
      { minLength: 1, maxLength: 3 },
    ),
    people: fc.array(
      fc.record({
        after: minutes(6),
        serviceId: fc.constantFrom(...services),
        priority: maybe(fc.constantFrom('law' as const, 'deadline' as const, 'local' as const)),
        appointmentIn: maybe(fc.integer({ min: -30, max: 30 })),
        requests: fc.constant(1),
        walkSeconds: fc.constantFrom(0, 20),
        serviceSeconds: fc.integer({ min: 30, max: 1200 }),
        patienceSeconds: maybe(fc.integer({ min: 60, max: 5400 })),
        absence: maybe(fc.record({ backAfterSeconds: maybe(fc.integer({ min: 0, max: 3600 })) })),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    closesAfter: fc.integer({ min: 30, max: 300 }),
  })

const uneven = fc.tuple(rule, rule, rule)
const even = oneRule.map((one) => [one, one, one])

function settingsOf({ rules, services: given, counters }: Story): OfficeSettings {
  return {
    ...schoolOffice.settings,
    services: services.map((serviceId, rank) => ({
      serviceId,
      letter: 'ABC'[rank]!,
      name: { fr: serviceId },
      procedures: [],
      rule: given[rank]!,
      access: ['walkIn'],
      slotMinutes: null,
    })),
    counters: counters.map((_, rank) => ({
      counterId: String(rank + 1) as CounterId,
      name: { fr: `Guichet ${rank + 1}` },
      printerId: null,
    })),
    agents: counters.map(({ receives }, rank) => ({
      agentId: `agent${rank + 1}` as AgentId,
      services: [...receives],
    })),
    rules: { ...usualRules, ...rules },
  }
}

function planOf({ people, counters, closesAfter }: Story): DayPlan {
  const at = (minute: number) => (opensAt + minute * 60_000) as Instant
  let clock = 0
  return {
    opensAt,
    people: people.map(({ after, appointmentIn, ...person }) => {
      clock += after
      return {
        ...person,
        arrivesAt: at(clock),
        appointmentAt: appointmentIn === null ? null : at(clock + appointmentIn),
      }
    }),
    shifts: counters.flatMap(({ breakAt }, rank) => {
      const shift = (from: number, to: number) => ({
        counterId: String(rank + 1) as CounterId,
        agentId: `agent${rank + 1}` as AgentId,
        from: at(from),
        to: at(to),
        services: null,
      })
      const end = closesAfter
      if (breakAt === null || breakAt === 0 || breakAt + 15 >= end) return [shift(0, end)]
      return [shift(0, breakAt), shift(breakAt + 15, end)]
    }),
  }
}

type Call = {
  readonly at: Instant
  readonly office: Office
  readonly ticket: Ticket
  readonly reason: CallReason
  readonly receives: readonly ServiceId[]
  /** Who came before, and whom this counter could have called instead. */
  readonly passed: readonly Ticket[]
}

const plain: ServiceRule = { ...usualServiceRule, maximumMinutes: null }
const one = (serviceId: string, more: Partial<Story['people'][number]> = {}): Story['people'][number] => ({
  after: 0,
  serviceId: serviceId as ServiceId,
  priority: null,
  appointmentIn: null,
  requests: 1,
  walkSeconds: 0,
  serviceSeconds: 30,
  patienceSeconds: null,
  absence: null,
  ...more,
})
/** Someone overtaken once waits behind the first of their line, who was away meanwhile and was not. */
const behindWhoCameBack: Story = {
  rules: { overtakesPerPerson: 1, localGrounds: [] },
  services: [plain, plain, plain],
  counters: [{ receives: ['a', 'c'] as ServiceId[], breakAt: null }],
  people: [
    one('c', { absence: { backAfterSeconds: 61 } }),
    one('a'),
    one('c'),
    one('a'),
    one('a', { after: 1, appointmentIn: 0, absence: { backAfterSeconds: null } }),
    one('a'),
  ],
  closesAfter: 30,
}

/** Plays the day, and shows each call to the check with the room as it was before it. */
function playing(told: Story, check: (call: Call) => void): DayPlayed {
  const acts = playDay(playedOffice(settingsOf(told)), planOf(told))
  let next = acts.next()
  for (; !next.done; next = acts.next()) for (const call of callsOf(next.value)) check(call)
  return next.value
}

function callsOf({ at, events, before }: Act): Call[] {
  return events.flatMap((event) => {
    if (event.type !== 'ticketCalled') return []
    const ticket = before.tickets.get(event.data.ticketId)!
    const receives = servicesAt(before, before.counters.get(event.data.counterId)!)
    const passed = waitingFor(before, receives).filter(({ arrival }) => arrival < ticket.arrival)
    return [{ at, office: before, ticket, reason: event.data.reason, receives, passed }]
  })
}

const waitingFor = ({ tickets }: Office, receives: readonly ServiceId[]): readonly Ticket[] =>
  tickets
    .valueSeq()
    .filter(({ state, serviceId }) => state === 'waiting' && receives.includes(serviceId))
    .toArray()

const ruleOf = (told: Story, serviceId: ServiceId) => told.services[services.indexOf(serviceId)]!

property.prop([story(uneven)], longCases(0.4))(
  'everyone who comes ends in one way, whatever the rule',
  (told) => {
    const { visited, endedAt } = playing(told, () => {})
    expect(visited.length).toBe(told.people.length)
    for (const { end, ticket, leftAt, person } of visited) {
      expect(
        ticket.firstCalledAt === null ? ['left', 'unserved'] : ['received', 'absent', 'left', 'unserved'],
      ).toContain(end)
      if (end === 'left') expect(leftAt! - ticket.takenAt).toBe(person.patienceSeconds! * 1000)
      expect(ticket.takenAt).toBeLessThanOrEqual(endedAt)
    }
  },
)

property.prop([story(uneven)], longCases(0.4))(
  'a counter calls nobody only when nobody waits for it',
  (told) => {
    const acts = playDay(playedOffice(settingsOf(told)), planOf(told))
    for (const { name, events, before, by } of acts) {
      if (name !== 'ticket.callNext' || events.length > 0) continue
      const counter = before.counters.find(({ agentId }) => agentId === by)!
      expect(waitingFor(before, servicesAt(before, counter)).map(({ number }) => number)).toEqual([])
    }
  },
)

property.prop([story(uneven)], longCases(0.4))(
  'nobody passes before another without a reason that holds',
  (told) => {
    playing(told, ({ at, office, ticket, reason, passed }) => {
      const said = `${ticket.number} before ${passed.map(({ number }) => number).join(', ')}: ${reason.code}`
      expect(reason.overtaken, said).toBe(passed.length)
      const { maximumMinutes } = ruleOf(told, ticket.serviceId)
      switch (reason.code) {
        case 'legalPriority':
          return expect(['law', 'deadline'], said).toContain(ticket.priority)
        case 'localPriority':
          return expect(ticket.priority, said).toBe('local')
        case 'appointment':
          return expect(ticket.dueAt, said).toBeLessThanOrEqual(at)
        case 'maximumWait':
          return expect(waitedMs(ticket, at), said).toBeGreaterThan(maximumMinutes! * 60_000)
        case 'weightedWait':
          return expect(
            new Set(told.services.map(({ weight, targetMinutes }) => `${weight}/${targetMinutes}`)).size,
            said,
          ).toBeGreaterThan(1)
        case 'overtakenEnough':
          return expect(told.rules.overtakesPerPerson, said).not.toBeNull()
        case 'cap':
          // After so many priorities, somebody else: those passed have one, and the line has a cap.
          return expect(
            passed.map(
              ({ priority, serviceId }) => priority !== null && ruleOf(told, serviceId).cap !== null,
            ),
            said,
          ).not.toContain(false)
        case 'arrivalOrder':
          expect(waitedMs(ticket, at), said).toBeLessThanOrEqual((maximumMinutes ?? Infinity) * 60_000)
          return expect(passed.length, said).toBe(0)
        default:
          return expect.fail(`${said} at ${office.day?.date}`)
      }
    })
  },
)

property.prop([story(uneven)], { ...longCases(0.4), examples: [[behindWhoCameBack]] })(
  'nobody is overtaken more often than the office allows, save by the law’s priorities',
  (told) => {
    const most = told.rules.overtakesPerPerson
    fc.pre(most !== null)
    const overtaken = new Map<TicketId, number>()
    playing(told, ({ ticket, reason, passed }) => {
      if (reason.code === 'legalPriority') return
      for (const { ticketId, number, priority, serviceId } of passed) {
        // Whom a cap holds back, one person passes, and then they do: that limit is the cap's own.
        if (priority !== null && ruleOf(told, serviceId).cap !== null) continue
        const times = (overtaken.get(ticketId) ?? 0) + 1
        overtaken.set(ticketId, times)
        expect(times, `${number} overtaken by ${ticket.number} (${reason.code})`).toBeLessThanOrEqual(most)
      }
    })
  },
)

property.prop([story(uneven)])(
  'no more priorities in a row than the cap, while somebody else waits for the service',
  (told) => {
    const inARow = new Map<ServiceId, number>()
    playing(told, ({ office, ticket, reason }) => {
      const { cap } = ruleOf(told, ticket.serviceId)
      const others = waitingFor(office, [ticket.serviceId]).some(({ priority }) => priority === null)
      const prior = reason.code === 'legalPriority' || reason.code === 'localPriority'
      // Someone with a priority may also be called at the hour of their appointment: that is no turn of the others.
      const before = ticket.priority === null || !others ? 0 : (inARow.get(ticket.serviceId) ?? 0)
      const row = before + (prior && others ? 1 : 0)
      inARow.set(ticket.serviceId, row)
      if (cap !== null) expect(row, ticket.number).toBeLessThanOrEqual(cap)
    })
  },
)

property.prop([story(even)], longCases(0.4))(
  'with equal targets and weights, order of arrival holds but for a priority, an appointment or a maximum',
  (told) => {
    playing(told, ({ ticket, reason, passed }) => {
      if (passed.length > 0)
        expect(
          ['legalPriority', 'localPriority', 'appointment', 'maximumWait', 'overtakenEnough'],
          `${ticket.number} before ${passed.map(({ number }) => number).join(', ')}`,
        ).toContain(reason.code)
    })
  },
)
