import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AgentId, CounterId, Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import { usualRules } from '../../../shared/contract/queue/rules.ts'
import { servicesAt } from '../../../shared/domain/people/skills.ts'
import { agenda } from '../../../electron/host/waits/play/agenda.ts'
import { drawnDay } from '../../../electron/host/waits/play/drawn.ts'
import { readOffice, type FiledOffice } from '../../../electron/host/waits/play/officeFile.ts'
import type { DayPlan, Person } from '../../../electron/host/history/dayPlan.ts'
import { playDay, type DayPlayed } from '../../../electron/host/waits/play/playDay.ts'
import { playDays } from '../../../electron/host/waits/play/playDays.ts'
import { playedOffice, type Act, type PlayedOffice } from '../../../electron/host/waits/play/playedOffice.ts'
import { playedTable } from '../../../electron/host/waits/play/playedTable.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'

/** 3 March 2026, 8 h 30 in Paris. */
const opensAt = Date.UTC(2026, 2, 3, 7, 30) as Instant
const at = (minutes: number) => (opensAt + Math.round(minutes * 60_000)) as Instant
const minutesAfter = (instant: Instant | null) => (instant === null ? null : (instant - opensAt) / 60_000)
const titres = 'titres' as ServiceId

/** Someone who comes for five minutes and stays until they are called. */
const someone = (minutes: number, more: Partial<Person> = {}): Person => ({
  arrivesAt: at(minutes),
  serviceId: titres,
  priority: null,
  appointmentAt: null,
  requests: 1,
  walkSeconds: 0,
  serviceSeconds: 300,
  patienceSeconds: null,
  absence: null,
  ...more,
})

const shift = (from: number, to: number, counter = '1', agent = 'agent1') => ({
  counterId: counter as CounterId,
  agentId: agent as AgentId,
  from: at(from),
  to: at(to),
  services: null,
})

function play(
  plan: Omit<DayPlan, 'opensAt'>,
  office: PlayedOffice = playedOffice(schoolOffice.settings),
): { acts: Act[]; day: DayPlayed } {
  const acts: Act[] = []
  const playing = playDay(office, { opensAt, ...plan })
  for (;;) {
    const next = playing.next()
    if (next.done) return { acts, day: next.value }
    acts.push(next.value)
  }
}

const told = ({ visited }: DayPlayed) =>
  visited.map(({ ticket, end }) => [ticket.number, minutesAfter(ticket.firstCalledAt), end])

test('what is to come is taken by its hour, and of one instant in the order in which it was added', () => {
  const coming = agenda<string>()
  const hours = [5, 1, 4, 1, 3, 5, 2, 1, 4]
  for (const [rank, hour] of hours.entries()) coming.add(hour as Instant, `${hour}-${rank}`)
  const taken = []
  for (let next = coming.next(); next !== undefined; next = coming.next()) {
    const what = coming.take()!
    expect(what.startsWith(`${next}-`)).toBe(true)
    taken.push(what)
  }
  expect(taken).toEqual(['1-1', '1-3', '1-7', '2-6', '3-4', '4-2', '4-8', '5-0', '5-5'])
  expect(coming.take()).toBeUndefined()
})

test('one counter receives in order, a priority first, and who is left at closing is unserved', () => {
  const { day } = play({
    people: [someone(0), someone(1), someone(2, { priority: 'law' }), someone(3), someone(4)],
    shifts: [shift(0, 20)],
  })
  expect(told(day)).toEqual([
    ['A1', 0, 'received'],
    ['A2', 10, 'received'],
    ['A3', 5, 'received'],
    ['A4', 15, 'received'],
    ['A5', null, 'unserved'],
  ])
  expect([...day.overtakes]).toEqual([['legalPriority', { calls: 1, people: 1 }]])
  expect(day.visited[1]?.ticket.overtaken).toEqual({ all: 1, local: 0 })
  expect(minutesAfter(day.endedAt)).toBe(20)
})

test('who loses patience leaves, unless called before', () => {
  const { day } = play({
    people: [
      someone(0),
      someone(1, { patienceSeconds: 120 }),
      someone(1, { patienceSeconds: 240 }),
      someone(2),
    ],
    shifts: [shift(0, 60)],
  })
  expect(told(day)).toEqual([
    ['A1', 0, 'received'],
    ['A2', null, 'left'],
    // Their patience ends at the very instant when the counter is free: they are gone.
    ['A3', null, 'left'],
    ['A4', 5, 'received'],
  ])
  expect(day.visited.map(({ leftAt }) => minutesAfter(leftAt))).toEqual([null, 3, 5, null])
})

test('the day ends with its counters: who would have waited longer, or come back later, is settled then', () => {
  const { day } = play({
    people: [
      someone(0, { serviceSeconds: 900 }),
      someone(1, { patienceSeconds: 30_000 }),
      someone(2, { patienceSeconds: 539 }),
    ],
    shifts: [shift(0, 11)],
  })
  expect(day.visited.map(({ end }) => end)).toEqual(['received', 'unserved', 'left'])
  // The person being received is received to the end.
  expect(minutesAfter(day.endedAt)).toBe(15)
})

test('an absent person is called as often and for as long as the rule wants; back in time, at their rank', () => {
  const rules = { ...usualRules, absentCalls: 3, absentDelaySeconds: 60 }
  const { acts, day } = play(
    {
      people: [
        someone(0, { absence: { backAfterSeconds: 90 } }),
        someone(0, { absence: { backAfterSeconds: null } }),
        someone(1),
        someone(1),
      ],
      shifts: [shift(0, 60)],
    },
    playedOffice({ ...schoolOffice.settings, rules }),
  )
  const of = (name: Act['name']) => acts.filter((act) => act.name === name).map((act) => minutesAfter(act.at))
  expect(of('ticket.recall')).toEqual([1, 2, 4, 5])
  expect(of('ticket.markAbsent')).toEqual([3, 6])
  expect(of('ticket.return')).toEqual([4.5])
  expect(of('ticket.start')).toEqual([6, 11, 16])
  expect(told(day).map(([, , end]) => end)).toEqual(['received', 'absent', 'received', 'received'])
  expect(
    acts.find(({ name, at: when }) => name === 'ticket.start' && when === at(6))?.events[0]?.data,
  ).toHaveProperty('ticketId', day.visited[0]?.ticket.ticketId)
})

test('a break begins once the person being received has gone, says when it ends, and ends then', () => {
  const { acts, day } = play({
    people: [someone(8), someone(9)],
    shifts: [shift(0, 10), shift(20, 60)],
  })
  expect(told(day).map(([, called]) => called)).toEqual([8, 20])
  const [pause] = acts.filter(({ name }) => name === 'counter.pause')
  expect([minutesAfter(pause!.at), pause!.events[0]?.data]).toEqual([
    13,
    expect.objectContaining({ until: at(20) }),
  ])
  expect(acts.filter(({ name }) => name === 'counter.resume').map((act) => minutesAfter(act.at))).toEqual([
    20,
  ])
})

test('an agent goes from one counter to another once the person at the first has gone', () => {
  const { acts } = play({
    people: [someone(9)],
    shifts: [shift(0, 10), shift(10, 60, '2'), { ...shift(10, 60, '1', 'agent2'), services: [titres] }],
  })
  const moves = acts.filter(({ name }) => name === 'counter.open' || name === 'counter.close')
  expect(moves.map((act) => [minutesAfter(act.at), act.name, act.by])).toEqual([
    [0, 'counter.open', 'agent1'],
    [14, 'counter.close', 'agent1'],
    [14, 'counter.open', 'agent2'],
    [14, 'counter.open', 'agent1'],
    [60, 'counter.close', 'agent2'],
    [60, 'counter.close', 'agent1'],
  ])
  const { after } = acts.find(({ name }) => name === 'counter.skills')!
  expect(servicesAt(after, after.counters.get('1' as CounterId)!)).toEqual([titres])
})

test('an appointment is called at its hour, and who comes too late for it has the rank of their arrival', () => {
  const { day } = play({
    people: [
      someone(0),
      someone(1),
      someone(2),
      someone(3, { appointmentAt: at(10) }),
      someone(4, { appointmentAt: at(-30) }),
    ],
    shifts: [shift(0, 60)],
  })
  expect(told(day).map(([, called]) => called)).toEqual([0, 10, 15, 5, 20])
})

test('a local ground that is not published gives no priority', () => {
  const plan = {
    people: [someone(0), someone(1), someone(2, { priority: 'local' })],
    shifts: [shift(0, 60)],
  } as const
  const published = playedOffice({
    ...schoolOffice.settings,
    rules: { ...usualRules, localGrounds: ['visiblePregnancy'] },
  })
  expect(told(play(plan).day).map(([, called]) => called)).toEqual([0, 5, 10])
  expect(told(play(plan, published).day).map(([, called]) => called)).toEqual([0, 10, 5])
})

test('a service that the calendar has closed that day, and for which people came, is opened', () => {
  const office = playedOffice({
    ...schoolOffice.settings,
    calendar: {
      ...schoolOffice.settings.calendar,
      exceptional: [
        {
          date: '2026-03-03' as LocalDate,
          spans: [[510, 1020]],
          services: ['elections' as ServiceId],
          label: '',
        },
      ],
    },
  })
  expect(told(play({ people: [someone(0)], shifts: [shift(0, 60)] }, office).day)).toEqual([
    ['A1', 0, 'received'],
  ])
})

const filed = (value: unknown): FiledOffice => {
  const office = readOffice(value)
  if ('problem' in office) throw new Error(JSON.stringify(office.problem))
  return office
}
const sample: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/offices/mairie.json', import.meta.url), 'utf8'),
)

test('an empty file is the training office, and a real office’s settings are read as they are', () => {
  const { settings, posts, arrivals } = filed({})
  expect(settings.services).toEqual(schoolOffice.settings.services)
  expect(settings.agents).toEqual(schoolOffice.settings.agents)
  expect(posts.map(({ counterId, agentId }) => [counterId, agentId])).toEqual([
    ['1', 'agent1'],
    ['2', 'agent2'],
    ['3', 'agent3'],
  ])
  expect([...arrivals.services.values()]).toEqual(
    settings.services.map(() => ({ perHalfHour: [2], minutes: 10, dispersion: 0.6, appointments: 0 })),
  )
  expect(filed(schoolOffice.settings).settings.services).toEqual(schoolOffice.settings.services)
})

test.each([
  [{ services: [{ serviceId: 'a', rule: { cap: 0 } }] }, 'services[0].rule.cap', 'too_small'],
  [{ arivals: {} }, 'arivals', 'unrecognized_keys'],
  [{ arrivals: { services: { autre: {} } } }, 'arrivals.services.autre', 'unrecognized_keys'],
  [{ arrivals: { priority: { law: 0.7, local: 0.7 } } }, 'arrivals.priority', 'custom'],
  [
    {
      services: [
        { serviceId: 'a', letter: 'A' },
        { serviceId: 'a', letter: 'B' },
      ],
    },
    'services',
    'custom',
  ],
  [{ counters: [{ agentId: 'personne' }] }, 'counters[0].agentId', 'custom'],
  [{ counters: [{ agentId: 'agent1' }, { agentId: 'agent1' }] }, 'counters[1].agentId', 'custom'],
  [{ calendar: { zone: 'Europe/Nulle-Part' } }, 'calendar.zone', 'custom'],
  [{ agents: [{ agentId: 'un', services: ['autre'] }] }, 'agents', 'custom'],
  [[], '', 'invalid_type'],
])('%j is refused at %s', (value, path, what) => {
  expect(readOffice(value)).toEqual({ problem: expect.objectContaining({ path, what }) })
})

test('the same seed gives the same people whatever the rule, another seed or day others', () => {
  const office = filed(sample)
  const { services } = office.settings
  const otherRule: FiledOffice = {
    ...office,
    settings: {
      ...office.settings,
      rules: usualRules,
      services: services.map((service) => ({ ...service, rule: { ...service.rule, cap: 1 } })),
    },
  }
  const day = '2026-03-03' as LocalDate
  expect(drawnDay(otherRule, day, 7, 0)).toEqual(drawnDay(office, day, 7, 0))
  expect(drawnDay(office, day, 8, 0)).not.toEqual(drawnDay(office, day, 7, 0))
  expect(drawnDay(office, day, 7, 1)).not.toEqual(drawnDay(office, day, 7, 0))
  expect(drawnDay(office, '2026-03-04' as LocalDate, 7, 0)).toBeUndefined()
})

test('people come as the file says: so many by half-hour, of each kind, for so long', () => {
  const office = filed({
    ...(sample as object),
    arrivals: {
      services: { titres: { perHalfHour: [10, 4], minutes: 12, dispersion: 0.5, appointments: 0.3 } },
      priority: { law: 0.1, deadline: 0.05, local: 0.02 },
      absent: 0.08,
      back: 0.5,
      patienceMinutes: null,
    },
  })
  const days = Array.from({ length: 200 }, (_, rank) => drawnDay(office, '2026-03-03' as LocalDate, 3, rank)!)
  const people = days.flatMap((day) => day.people.filter(({ serviceId }) => serviceId === titres))
  const share = (is: (person: Person) => boolean) => people.filter(is).length / people.length
  const firstHalfHour = people.filter(({ arrivesAt }) => (arrivesAt - opensAt) % 86_400_000 < 1_800_000)
  // 7 half-hours in the morning and 7 in the afternoon: 10 people in the first, 4 in each of the others.
  expect(people.length / 200).toBeGreaterThan(60)
  expect(people.length / 200).toBeLessThan(64)
  expect(firstHalfHour.length / 200).toBeCloseTo(10, 0)
  expect(share(({ priority }) => priority === 'law')).toBeCloseTo(0.1, 1)
  expect(share(({ priority }) => priority === 'deadline')).toBeCloseTo(0.05, 1)
  expect(share(({ appointmentAt }) => appointmentAt !== null)).toBeCloseTo(0.3, 1)
  expect(share(({ absence }) => absence !== null)).toBeCloseTo(0.08, 1)
  const mean = people.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0) / people.length
  const deviation = Math.sqrt(
    people.reduce((sum, { serviceSeconds }) => sum + (serviceSeconds - mean) ** 2, 0) / people.length,
  )
  expect(mean / 60).toBeCloseTo(12, 0)
  expect(deviation / mean).toBeCloseTo(0.5, 1)
  // Nobody comes at noon, when the office is closed.
  const hour = (instant: Instant) => ((instant - opensAt) / 3_600_000) % 24
  expect(people.some(({ arrivesAt }) => hour(arrivesAt) >= 3.5 && hour(arrivesAt) < 5)).toBe(false)
})

test('days are those when the office is open, everyone is counted once, and waits announced are mostly held', () => {
  const office = filed(sample)
  const played = playDays(office, 3, 11)!
  expect(played.days.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-05', '2026-03-06'])
  const { all, services, grounds } = played
  for (const groups of [services, grounds, played.days])
    for (const figure of ['people', 'received', 'left', 'absent', 'unserved'] as const)
      expect(groups.reduce((sum, group) => sum + group[figure], 0)).toBe(all[figure])
  expect(all.received + all.left + all.absent + all.unserved).toBe(all.people)
  expect(all.coverage.announced).toBeGreaterThan(100)
  expect(all.coverage.within / all.coverage.announced).toBeGreaterThan(0.8)
  expect(all.overtaken.mostLocal).toBeLessThanOrEqual(office.settings.rules.overtakesPerPerson!)
  const table = playedTable(played, office)
  expect(table).toContain('3 journées jouées, du 2026-03-03 au 2026-03-06, graine 11')
  expect(table).toContain('Priorité prévue par la loi')
  expect(table).not.toMatch(/NaN|undefined|null/)
})

test('an office that never opens plays no day', () => {
  expect(playDays(filed({ calendar: { week: [[], [], [], [], [], [], []] } }), 1, 1)).toBeUndefined()
})
