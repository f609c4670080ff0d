import { expect, test } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import { openJournal } from '../../../db/open.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant, ServiceId } from '../../../shared/contract/ids.ts'
import { noWaits, type WaitsNow } from '../../../shared/domain/waits/now.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import type { Basis } from '../../../shared/domain/waits/model.ts'
import { requestOf } from '../../../electron/host/waits/history.ts'
import { startWaitModel } from '../../../electron/host/waits/model.ts'
import { ownFolder } from '../../db/folder.ts'
import { paris, storeDays, type Came } from '../../db/pastDays.ts'
import { batch, v7 } from '../../db/facts.ts'

const titres = 'titres' as ServiceId
const etatCivil = 'etat-civil' as ServiceId

/** Forty people a day over so many days of March 2026, every two minutes from 9 o’clock: more than three agents can receive. */
const march = (days: number): readonly Came[] =>
  Array.from({ length: days * 40 }, (_, index) => ({
    at: (paris(`2026-03-${String(1 + Math.floor(index / 40)).padStart(2, '0')}T09:00`) +
      (index % 40) * 120_000) as Instant,
    service: index % 4 === 0 ? 'etat-civil' : 'titres',
    wait: 60 * (index % 10),
    served: index % 4 === 0 ? 1200 : 360,
    end: index % 20 === 19 ? ('left' as const) : index % 20 === 9 ? ('absent' as const) : ('filed' as const),
    announcedP90: 420,
  }))

/** A journal where these people came, and the office that it tells. */
async function past(people: readonly Came[]): Promise<{ journal: Journal; office: Office }> {
  const journal = await openJournal(ownFolder())
  await storeDays(journal, people)
  return { journal, office: (await journal.read(0, 100_000)).reduce(evolve, emptyOffice) }
}

function started(journal: Journal, office: () => Office, now: () => Instant) {
  const faults: unknown[] = []
  let changes = 0
  const model = startWaitModel({
    journal,
    office,
    now,
    onChange: () => changes++,
    onFault: (error) => faults.push(error),
  })
  return { model, faults, changes: () => changes }
}

test('at the start the model knows the durations, the departures and the real coverage of the last thirty days', async () => {
  const { journal, office } = await past(march(20))
  const { model, faults } = started(
    journal,
    () => office,
    () => paris('2026-03-21T08:00'),
  )
  await model.settled()
  expect(faults).toEqual([])
  const { durations, days, leaving, coverage, correction } = model.current()
  expect(days).toBe(20)
  // Drawn a little towards what the office does on the whole.
  expect(durations.get(titres)!.mean).toBeGreaterThan(350)
  expect(durations.get(titres)!.mean).toBeLessThan(420)
  expect(durations.get(etatCivil)!.mean).toBeGreaterThan(1050)
  expect(durations.get(etatCivil)!.mean).toBeLessThan(1210)
  // Twice twenty days: left without a call, and absent at theirs.
  expect([leaving.left, leaving.absent]).toEqual([40, 40])
  // Announced 7 minutes: waits of 0 to 9, those of 0 being of no line; who left after 9 waited longer than said.
  const { announced, within } = coverage.get(titres)!
  expect(announced).toBeGreaterThan(400)
  expect(within / announced).toBeGreaterThan(0.7)
  expect(within / announced).toBeLessThan(0.85)
  // The past was played again: the correction has learnt from it.
  expect(correction.measures).toBeGreaterThan(300)
  await model.stop()
  await journal.close()
})

test('what is away, interrupted, by hand or of several requests is not taken for the time of one request', async () => {
  const { journal } = await past(march(1))
  const [, plain] = await journal.visits.page({
    from: paris('2026-03-01T00:00'),
    to: paris('2026-03-02T00:00'),
    limit: 2,
  })
  const midnight = paris('2026-03-01T00:00')
  const lasts = (change: Partial<VisitRow>) => {
    const visit = requestOf({ ...plain!, ...change }, midnight)
    return visit && [visit.arrived, visit.started - visit.arrived, visit.ended - visit.started]
  }
  // The second to come, at 9 h 02, called after a minute, received for six.
  expect(lasts({})).toEqual([32_520, 60, 360])
  expect(lasts({ awayMs: 100_000, interruptedMs: 20_000 })).toEqual([32_520, 60, 240])
  expect(lasts({ requests: 3 })).toEqual([32_520, 60, 120])
  expect(lasts({ byHand: true })).toBeUndefined()
  expect(lasts({ state: 'absent' })).toBeUndefined()
  expect(lasts({ firstCalledAt: plain!.takenAt })).toBeUndefined()
  await journal.close()
})

test('visits older than thirty days are out of the estimates', async () => {
  const { journal, office } = await past(march(20))
  const { model } = started(
    journal,
    () => office,
    () => paris('2026-04-10T08:00'),
  )
  await model.settled()
  // From the 11th of March on.
  expect(model.current().days).toBe(10)
  await model.stop()
  await journal.close()
})

test('other work passes while it learns, and a host that stops does not wait for it', async () => {
  const { journal, office } = await past(march(28))
  const { model, faults } = started(
    journal,
    () => office,
    () => paris('2026-03-29T08:00'),
  )
  let passed = 0
  let learning = true
  const other = () => {
    passed++
    if (learning) setImmediate(other)
  }
  setImmediate(other)
  await model.settled()
  learning = false
  expect(passed).toBeGreaterThan(50)
  await model.stop()

  const again = started(
    journal,
    () => office,
    () => paris('2026-03-29T08:00'),
  )
  const before = performance.now()
  // Stopped in the middle of its first page.
  await again.model.stop()
  expect(performance.now() - before).toBeLessThan(1000)
  expect([...faults, ...again.faults]).toEqual([])
  expect(again.model.current().correction.measures).toBe(0)
  await journal.close()
})

test('those who end one after another teach together what each teaches alone', async () => {
  const { journal, office } = await past(march(2))
  const rows = await journal.visits.page({
    from: paris('2026-03-02T00:00'),
    to: paris('2026-03-03T00:00'),
    limit: 50,
  })
  expect(rows).toHaveLength(40)
  const ends = rows.map(({ ticketId }) => ({ event: { type: 'visitClosed', data: { ticketId } } }))
  const learnt = async (groups: readonly (typeof ends)[]) => {
    // At midnight, the first day alone is known.
    const { model, faults, changes } = started(
      journal,
      () => office,
      () => paris('2026-03-02T00:00'),
    )
    await model.settled()
    expect(model.current().days).toBe(1)
    const before = changes()
    for (const group of groups) {
      model.committed(group as unknown as readonly Recorded[], noWaits)
      await model.settled()
    }
    await model.stop()
    expect(faults).toEqual([])
    const { durations, overall, leaving, coverage, days, arrivals } = model.current()
    const latest = [...durations].map(([service, one]) => [service, one.latest, one.sorted])
    return { said: changes() - before, all: { latest, overall, leaving, coverage, days, arrivals } }
  }
  const together = await learnt([ends])
  const alone = await learnt(ends.map((end) => [end]))
  expect([together.said, alone.said]).toEqual([1, 40])
  expect(together.all.days).toBe(2)
  expect(together.all).toEqual(alone.all)
  await journal.close()
})

test('a visit teaches once when it ends, a wait when it is called; closing the day fits the model again', async () => {
  const { journal, office: before } = await past(march(2))
  let office = before
  let seq = (await journal.head()).seq
  const { model, faults } = started(
    journal,
    () => office,
    () => paris('2026-03-03T12:00'),
  )
  await model.settled()
  const measures = model.current().correction.measures
  const basis: Basis = {
    service: titres,
    features: new Float64Array(model.current().correction.size),
    simulated: 5,
    spread: 2,
    p90: 700,
    certain: false,
    replayed: false,
  }
  const waits: WaitsNow = { ...noWaits, bases: new Map([[titres, basis]]) }
  const ids = { ticketId: v7(70_001), visitId: v7(70_002), counterId: '1' }
  const tell = async (wall: string, type: string, data: object) => {
    const event = { type, data } as unknown as Recorded['event']
    const [last] = await journal.read(seq - 1, 1)
    const result = await journal.append(
      seq,
      batch({ events: [{ at: paris(wall), who: last!.who, commandId: last!.commandId, event }] }),
    )
    if (result === 'conflict') throw new Error('conflict')
    office = result.stored.reduce(evolve, office)
    seq++
    model.committed(result.stored, waits)
    await model.settled()
  }
  await tell('2026-03-03T09:00', 'dayOpened', {
    dayId: v7(1),
    date: '2026-03-03',
    closesAt: null,
    closedServices: [],
  })
  await tell('2026-03-03T09:01', 'ticketTaken', {
    ticketId: ids.ticketId,
    number: 'A77',
    serviceId: titres,
    procedureId: null,
    purpose: 'request',
    lang: 'fr',
    arrangements: [],
    requests: 1,
    priority: null,
    appointmentId: null,
    dueAt: null,
    channel: 'kiosk',
    announced: { p50: 300, p90: 420, sure: 1 },
    code: 'K7M2',
  })
  expect(model.current().correction.measures).toBe(measures)
  const called = {
    ...ids,
    callId: v7(70_003),
    reason: { code: 'arrivalOrder', overtaken: 0, longestWait: 0, reasonId: null },
  }
  await tell('2026-03-03T09:11', 'ticketCalled', called)
  expect(model.current().correction.measures).toBe(measures + 1)
  await tell('2026-03-03T09:12', 'visitStarted', ids)
  const learnt = () => model.current().overall.latest.length
  const visits = learnt()
  const coverage = { ...model.current().coverage.get(titres)! }
  const end = { ...ids, outcome: 'filed', procedureId: null, rule: null, fault: null }
  await tell('2026-03-03T09:20', 'visitClosed', end)
  expect(learnt()).toBe(visits + 1)
  const paces = () => [...model.current().paces.today].map(([counter, one]) => [counter, one.visits])
  expect(paces()).toEqual([['1', 1]])
  // Called after ten minutes, seven announced.
  expect(model.current().coverage.get(titres)).toEqual({
    announced: coverage.announced + 1,
    within: coverage.within,
  })
  const closing = seq
  await tell('2026-03-03T09:21', 'actUndone', {
    counterId: '1',
    act: 'close',
    ticketId: ids.ticketId,
    of: closing,
  })
  await tell('2026-03-03T09:25', 'visitClosed', end)
  expect(learnt()).toBe(visits + 1)
  await tell('2026-03-03T09:30', 'dayClosed', { dayId: v7(1) })
  expect(paces(), 'how long visits last at a counter does not outlive the day').toEqual([])
  // Fitted again: the same visits, the closing that was kept among them.
  expect(learnt()).toBe(visits + 1)
  expect(model.current().days).toBe(3)
  expect(model.current().coverage.get(titres)).toEqual({
    announced: coverage.announced + 1,
    within: coverage.within,
  })
  expect(faults).toEqual([])
  await model.stop()
  await journal.close()
})
