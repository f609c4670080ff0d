import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import { openJournal } from '../../../db/open.ts'
import type { Event, Recorded } from '../../../shared/contract/events.ts'
import type { CommandId, Instant, LocalDate, Seq, ServiceId } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { contract } from '../../../shared/contract/index.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import { eventsBetween, pastDay } from '../../../electron/host/history/pastDay.ts'
import { drawnDay } from '../../../electron/host/waits/play/drawn.ts'
import { quantile, waitOf } from '../../../electron/host/waits/play/measured.ts'
import { readOffice, type FiledOffice } from '../../../electron/host/waits/play/officeFile.ts'
import type { DayPlan } from '../../../electron/host/history/dayPlan.ts'
import { playDay, type DayPlayed } from '../../../electron/host/waits/play/playDay.ts'
import { playedOffice } from '../../../electron/host/waits/play/playedOffice.ts'
import { tryRules } from '../../../electron/host/waits/tryRules.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const date = '2026-03-03' as LocalDate
/** 3 March 2026 in Paris. */
const midnight = Date.UTC(2026, 2, 2, 23) as Instant
const day = { from: midnight, to: (midnight + 86_400_000) as Instant }

const office = ((): FiledOffice => {
  const file = readFileSync(new URL('../../fixtures/offices/mairie.json', import.meta.url), 'utf8')
  const read = readOffice(JSON.parse(file))
  if ('problem' in read) throw new Error(read.problem.path)
  return read
})()

/** A journal that holds these events alone, and how often it was read. */
function journalOf(events: readonly Recorded[]) {
  let reads = 0
  const journal: Pick<Journal, 'head' | 'read'> = {
    head: () => Promise.resolve({ seq: events.length as Seq, hash: '' }),
    read: (since, limit) => {
      reads++
      return Promise.resolve(events.slice(since, since + limit))
    },
  }
  return { journal, reads: () => reads }
}

/** A day played, as the journal of its office would hold it after so many events of the days before. */
function played(plan: DayPlan): { office: Office; events: readonly Recorded[]; day: DayPlayed } {
  const real = playedOffice(office.settings)
  const events: Recorded[] = []
  const acts = playDay(real, plan)
  let act = acts.next()
  for (; !act.done; act = acts.next()) {
    const { at, events: done } = act.value
    for (const event of done)
      events.push({
        seq: (events.length + 1) as Seq,
        at,
        who: { officeId: null, role: 'host', stationId: 'hote' as never, agentId: null },
        commandId: '0198c1f2-0000-7abc-8def-000000000000' as CommandId,
        event,
      })
  }
  return { office: real.office(), events, day: act.value }
}

const drawn = drawnDay(office, date, 5, 3)!

async function tried(
  of: { readonly office: Office; readonly events: readonly Recorded[] },
  input: Omit<Input<'rules.try'>, 'date'> = {},
): Promise<Output<'rules.try'>> {
  const result = await tryRules(
    { journal: journalOf(of.events).journal, office: of.office },
    { date, ...input },
  )
  if ('refusal' in result) throw new Error(result.refusal)
  return contract['rules.try'].output.parse(result)
}

test('a past day played again with the same settings is that day: same waits, same people unserved, same overtakes', async () => {
  const past = played(drawn)
  const { people, groups, overtakes } = await tried(past)
  expect(people).toBe(drawn.people.length)
  const { visited } = past.day
  // Each end is there, so that each is shown to be read back.
  for (const end of ['received', 'left', 'absent', 'unserved'])
    expect(visited.filter((one) => one.end === end).length, end).toBeGreaterThan(0)
  expect(visited.some(({ person, end }) => person.absence && end === 'received')).toBe(true)
  for (const { serviceId, people: count, before, after } of groups) {
    const those = visited.filter(({ person }) =>
      serviceId === null
        ? person.priority === 'law' || person.priority === 'local'
        : person.serviceId === serviceId,
    )
    const waits = those.flatMap((one) => waitOf(one) ?? [])
    expect(count).toBe(those.length)
    expect(before, String(serviceId)).toEqual({
      median: quantile(waits, 0.5),
      p90: quantile(waits, 0.9),
      unserved: those.filter(({ end }) => end === 'unserved').length,
    })
    expect(after).toEqual(before)
  }
  const calls = [...past.day.overtakes.values()].reduce((sum, one) => sum + one.calls, 0)
  expect(overtakes).toEqual({ before: calls, after: calls })
  expect(groups.map(({ serviceId }) => serviceId)).toEqual(['titres', 'etat-civil', 'urbanisme', null])
})

test('a service that is given more weight waits less, another one no less; before stays what it was', async () => {
  const past = played(drawn)
  const same = await tried(past)
  const weighed = await tried(past, {
    services: office.settings.services.map(({ serviceId, rule, access, slotMinutes }) => ({
      serviceId,
      access: [...access],
      slotMinutes,
      rule: { ...rule, targetMinutes: 15, weight: serviceId === 'titres' ? 100 : 1 },
    })),
  })
  const group = (of: typeof same, id: string) => of.groups.find(({ serviceId }) => serviceId === id)!
  expect(weighed.groups.map(({ before }) => before)).toEqual(same.groups.map(({ before }) => before))
  expect(group(weighed, 'titres').after.median!).toBeLessThan(group(same, 'titres').before.median!)
  expect(group(weighed, 'etat-civil').after.p90!).toBeGreaterThanOrEqual(
    group(same, 'etat-civil').before.p90!,
  )
})

test('a rule for all lines is tried too: counters that wait for the absent receive fewer people', async () => {
  const past = played(drawn)
  const { groups } = await tried(past, { rules: { absentCalls: 5, absentDelaySeconds: 600 } })
  const sum = (of: 'before' | 'after') => groups.reduce((all, group) => all + group[of].unserved, 0)
  expect(sum('after')).toBeGreaterThan(sum('before'))
})

test('fewer than five people with a priority are no group', async () => {
  let left = 4
  const few = {
    ...drawn,
    people: drawn.people.map((person) => ({
      ...person,
      priority: person.priority !== null && left-- > 0 ? person.priority : null,
    })),
  }
  expect((await tried(played(few))).groups.some(({ serviceId }) => serviceId === null)).toBe(false)
})

test('nothing to try is said: no office, a service that isn’t there, a day when nobody came', async () => {
  const past = played(drawn)
  const { journal } = journalOf(past.events)
  expect(await tryRules({ journal, office: emptyOffice }, { date })).toEqual({ refusal: 'officeNotCreated' })
  const stranger = {
    serviceId: 'autre' as ServiceId,
    rule: office.settings.services[0]!.rule,
    access: ['walkIn' as const],
    slotMinutes: null,
  }
  expect(await tryRules({ journal, office: past.office }, { date, services: [stranger] })).toEqual({
    refusal: 'unknownService',
  })
  expect(await tryRules({ journal, office: past.office }, { date: '2026-03-04' as LocalDate })).toEqual({
    refusal: 'nothingThatDay',
  })
})

test('a day is found in a long journal by a few reads, and read whole', async () => {
  const { events } = played(drawn)
  const days = [-3, -2, -1, 0, 1, 2].flatMap((shift) =>
    events.map((one) => ({ ...one, at: (one.at + shift * 86_400_000) as Instant })),
  )
  const numbered = days.map((one, rank) => ({ ...one, seq: (rank + 1) as Seq }))
  const { journal, reads } = journalOf(numbered)
  const found: Recorded[] = []
  for await (const one of eventsBetween(journal, day)) found.push(one)
  expect(found).toEqual(numbered.slice(3 * events.length, 4 * events.length))
  expect(reads()).toBeLessThan(Math.log2(days.length) + 2 + events.length / 1000)
})

test('a day stored in the office’s own journal is read back the same', async () => {
  const past = played(drawn)
  const dir = await mkdtemp(join(tmpdir(), 'guichet-try-'))
  const journal = await openJournal(dir)
  try {
    const { settings, officeId, publicKey } = past.office
    const born: Event = {
      type: 'officeCreated',
      data: { officeId: officeId!, settings: settings!, school: true, publicKey },
    }
    const events = [
      { ...past.events[0]!, at: (past.events[0]!.at - 86_400_000) as Instant, event: born },
      ...past.events,
    ]
    await journal.append(0 as Seq, {
      events: events.map(({ at, who, event }) => ({ at, who, event, commandId: randomUUID() as CommandId })),
      personal: [],
      answers: [],
      jobs: [],
    })
    expect(await tryRules({ journal, office: past.office }, { date })).toEqual(await tried(past))
  } finally {
    await journal.close()
    await rm(dir, { recursive: true, force: true })
  }
})

test('acts taken back, time away, skills, certificates and the entrance are read as they were', async () => {
  const clock = (minutes: number) => midnight + (9 * 60 + minutes) * 60_000
  const pure = PureOffice.school(clock(0))
  const act = (minutes: number, name: Parameters<PureOffice['act']>[0], input: object, who: string) => {
    pure.clock = clock(minutes)
    const decided = pure.act(name, input, who)
    if ('refusal' in decided) throw new Error(`${name}: ${decided.refusal}`)
    return decided.output
  }
  const take = (minutes: number) => act(minutes, 'ticket.take', { serviceId: 'titres' }, 'kiosk')
  act(0, 'day.open', {}, 'supervisor')
  act(0, 'counter.open', { counterId: '1' }, 'agent1')
  act(0, 'counter.skills', { services: ['titres'] }, 'agent1')
  take(1)
  take(2)
  take(3)
  // The first is away for ten minutes, and their closing is taken back once.
  act(4, 'ticket.callNext', {}, 'agent1')
  act(5, 'ticket.start', {}, 'agent1')
  act(7, 'ticket.park', { reason: 'une photographie' }, 'agent1')
  const [first] = [...pure.office.tickets.keys()]
  act(17, 'ticket.resume', { ticketId: first }, 'agent1')
  act(20, 'visit.close', { outcome: 'information' }, 'agent1')
  act(21, 'counter.undo', {}, 'agent1')
  act(23, 'visit.close', { outcome: 'information' }, 'agent1')
  // The second is said to be absent by mistake.
  act(24, 'ticket.callNext', {}, 'agent1')
  act(25, 'ticket.recall', {}, 'agent1')
  act(26, 'ticket.markAbsent', {}, 'agent1')
  act(26, 'counter.undo', {}, 'agent1')
  act(27, 'ticket.start', {}, 'agent1')
  act(30, 'visit.close', { outcome: 'information' }, 'agent1')
  act(30, 'counter.pause', { reason: 'le courrier', kind: 'post' }, 'agent1')
  act(40, 'counter.resume', {}, 'agent1')
  act(41, 'ticket.certify', { serviceId: 'titres', why: 'noTimeLeft' }, 'kiosk')
  act(42, 'reception.serve', { serviceId: 'titres', outcome: 'handedOver' }, 'agent2')
  act(50, 'ticket.settle', { ticketId: [...pure.office.tickets.keys()][2], how: 'certificate' }, 'supervisor')
  act(50, 'day.close', {}, 'supervisor')

  const past = await pastDay(eventsBetween(journalOf(pure.recorded).journal, day), pure.office)
  expect(past?.shifts.map(({ from, to, services }) => [from, to, services])).toEqual([
    [clock(0), clock(30), ['titres']],
    [clock(40), clock(50), ['titres']],
  ])
  expect(
    past?.people.map(({ arrivesAt, walkSeconds, serviceSeconds, patienceSeconds, absence }) => ({
      arrivesAt,
      walkSeconds,
      serviceSeconds,
      patienceSeconds,
      absence,
    })),
  ).toEqual([
    { arrivesAt: clock(1), walkSeconds: 60, serviceSeconds: 420, patienceSeconds: null, absence: null },
    { arrivesAt: clock(2), walkSeconds: 180, serviceSeconds: 180, patienceSeconds: null, absence: null },
    // Nobody received them: the mean of the two others.
    { arrivesAt: clock(3), walkSeconds: 0, serviceSeconds: 300, patienceSeconds: null, absence: null },
  ])
})
