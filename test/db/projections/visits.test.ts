import { expect, test } from 'vitest'
import type { Event } from '../../../shared/contract/events.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { at, batch, facts, newEvent, v7 } from '../facts.ts'
import { newDatabase } from '../folder.ts'

/** A file in which these acts were stored one after another, the first at 8 o'clock and 1 s: `seq` n at second n − 1. */
async function told(acts: readonly Event[]): Promise<Sqlite> {
  const db = await newDatabase()
  const events = [facts.officeCreated(), ...acts].map((event, index) => newEvent(index, event))
  await sqliteJournal(db).append(0, batch({ events }))
  return db
}

const visit = (db: Sqlite, ticket = 0) =>
  db.prepare('select * from visits_day where ticket_id = ?').get(v7(1000 + ticket)) as Record<string, unknown>
const past = (db: Sqlite, ticket = 0) =>
  db.prepare('select * from visits where ticket_id = ?').get(v7(1000 + ticket)) as Record<string, unknown>
/** Calls or requests ended that the day counts. */
const counted = (db: Sqlite, what: 'code' | 'ended') =>
  db.prepare(`select count(${what}) from acts_day`).pluck().get()
const count = (db: Sqlite, table: string) => db.prepare(`select count(*) from ${table}`).pluck().get()

test('a ticket keeps what was announced, its channel, whether help was asked, and no ground', async () => {
  const db = await told([
    facts.taken(0, 'K7M2', {
      announced: { p50: 300, p90: 900, sure: 0.75 },
      arrangements: ['inductionLoop'],
      priority: 'law',
      channel: 'reception',
      requests: 3,
    }),
    facts.prioritySet(0, 'local'),
  ])
  expect(visit(db)).toMatchObject({
    announced_p50: 300,
    announced_p90: 900,
    sure: 0.75,
    arrangement: 1,
    priority: 'local',
    channel: 'reception',
    requests: 3,
  })
  expect(JSON.stringify(visit(db))).not.toContain('inductionLoop')
  db.close()
})

test('the wait measured ends at the first call, whatever follows', async () => {
  const db = await told([
    facts.taken(0),
    facts.called(0),
    facts.absent(0),
    facts.returned(0),
    facts.called(0),
    facts.started(0),
  ])
  expect(visit(db)).toMatchObject({
    first_called_at: at(2),
    called_at: at(5),
    started_at: at(6),
    ended_at: null,
    absent_at: null,
    state: 'serving',
  })
  expect(counted(db, 'code')).toBe(2)
  db.close()
})

test('a priority withdrawn after the call leaves the person waiting, and one given changes nothing else', async () => {
  const acts = [facts.taken(0, 'K7M2', { priority: 'law' }), facts.called(0, 'legalPriority')]
  const withdrawn = await told([...acts, facts.prioritySet(0, null)])
  expect(visit(withdrawn)).toMatchObject({ priority: null, state: 'waiting', counter_id: null })
  withdrawn.close()
  const seen = await told([...acts, facts.prioritySet(0, 'deadline')])
  expect(visit(seen)).toMatchObject({ priority: 'deadline', state: 'called', counter_id: '1' })
  seen.close()
})

test('time away at a park is counted apart, whether the person comes back to the counter or to the line', async () => {
  const db = await told([
    facts.taken(0),
    facts.called(0),
    facts.started(0),
    facts.parked(0),
    facts.taken(1),
    facts.resumed(0),
    facts.parked(0),
    facts.returned(0),
    facts.called(0),
    facts.started(0),
    facts.closed(0),
  ])
  // Away from second 4 to 6, then from 7 to 10: the visit is the same.
  expect(visit(db)).toMatchObject({
    started_at: at(3),
    ended_at: at(11),
    away_ms: 5000,
    parked_at: null,
    state: 'closed',
  })
  db.close()
})

test('an interruption is of the visit under way at that counter alone, and ends with it', async () => {
  const db = await told([
    facts.taken(0),
    facts.taken(1),
    facts.called(0),
    facts.started(0),
    facts.called(1),
    facts.started(1),
    facts.interrupted(1),
    facts.undisturbed(1),
    facts.interrupted(1),
    facts.closed(0),
    facts.undisturbed(1),
    facts.interrupted(3),
  ])
  // Seconds 7 to 8, then 9 to 10 and not to 11.
  expect(visit(db)).toMatchObject({ interrupted_ms: 2000, interrupted_at: null })
  expect(visit(db, 1)).toMatchObject({ interrupted_ms: 0, interrupted_at: null })
  db.close()
})

test('left, unserved and by hand say by whose doing', async () => {
  const db = await told([
    facts.taken(0),
    facts.left(0, 'thirdParty'),
    facts.taken(1),
    facts.unserved(1),
    facts.entered(2, [3, 4, 5]),
    facts.entered(3, [3], null),
  ])
  expect(visit(db)).toMatchObject({ state: 'left', fault: 'thirdParty', ended_at: at(2), by_hand: 0 })
  expect(visit(db, 1)).toMatchObject({ state: 'unserved', fault: 'service', how: 'certificate' })
  expect(visit(db, 2)).toMatchObject({
    state: 'closed',
    outcome: 'filed',
    by_hand: 1,
    taken_at: at(3),
    first_called_at: at(4),
    started_at: at(4),
    ended_at: at(5),
  })
  expect(visit(db, 3)).toMatchObject({ state: 'unserved', fault: 'service', by_hand: 1, ended_at: null })
  db.close()
})

test('every request of a visit is counted with its outcome', async () => {
  const db = await told([
    facts.taken(0),
    facts.called(0),
    facts.started(0),
    facts.requestAdded(0),
    facts.requestClosed(0, 'refused'),
    facts.closed(0, 'filed'),
  ])
  expect(visit(db)).toMatchObject({ requests: 2, outcome: 'filed' })
  expect(db.prepare('select ended from acts_day where ended is not null order by seq').pluck().all()).toEqual(
    ['refused', 'filed'],
  )
  db.close()
})

// Each act on a ticket that has just been through those before it; `seq` of the act is the number of acts then.
const undone = [
  { act: 'call', acts: [facts.taken(0), facts.called(0, 'legalPriority', 3)] },
  { act: 'start', acts: [facts.taken(0), facts.called(0), facts.started(0)] },
  { act: 'absent', acts: [facts.taken(0), facts.called(0), facts.absent(0)] },
  { act: 'park', acts: [facts.taken(0), facts.called(0), facts.started(0), facts.parked(0)] },
  { act: 'transfer', acts: [facts.taken(0), facts.called(0), facts.started(0), facts.transferred(0)] },
  { act: 'close', acts: [facts.taken(0), facts.called(0), facts.started(0), facts.closed(0)] },
  {
    act: 'call',
    acts: [facts.taken(0), facts.called(0), facts.absent(0), facts.returned(0), facts.called(0)],
  },
] as const

test.each(undone)(
  '« $act » taken back leaves the visit and the counts as if it had not been',
  async ({ act, acts }) => {
    const without = await told(acts.slice(0, -1))
    const back = await told([...acts, facts.undone(0, act, acts.length + 1)])
    expect(visit(back)).toEqual(visit(without))
    for (const what of ['code', 'ended'] as const)
      expect([what, counted(back, what)]).toEqual([what, counted(without, what)])
    without.close()
    back.close()
  },
)

test('a call counts for the service that the person waits for then, with how many it overtook', async () => {
  const db = await told([
    facts.taken(0),
    facts.called(0, 'legalPriority', 2),
    facts.started(0),
    facts.transferred(0, 'elections'),
    facts.called(0),
  ])
  expect(
    db.prepare('select service_id, code, overtaken from acts_day where code is not null order by seq').all(),
  ).toEqual([
    { service_id: 'titres', code: 'legalPriority', overtaken: 2 },
    { service_id: 'elections', code: 'arrivalOrder', overtaken: 0 },
  ])
  expect(visit(db)).toMatchObject({ service_id: 'elections', first_called_at: at(2) })
  db.close()
})

test('once the day is closed no visit says at which counter it was, and documents keep theirs', async () => {
  const db = await told([
    facts.taken(0),
    facts.called(0),
    facts.started(0),
    facts.issued(0, 4),
    facts.closed(0),
    facts.taken(1),
    facts.called(1),
    facts.absent(1),
  ])
  expect([visit(db)['counter_id'], visit(db, 1)['counter_id']]).toEqual(['1', '2'])
  await sqliteJournal(db).append(9, batch({ events: [newEvent(9, facts.dayClosed())] }))
  expect([past(db)['counter_id'], past(db, 1)['counter_id']]).toEqual([null, null])
  expect(past(db)).toMatchObject({ started_at: at(3), ended_at: at(5), state: 'closed' })
  expect(db.prepare('select counter_id from documents').pluck().all()).toEqual(['1'])
  expect([count(db, 'visits_day'), count(db, 'acts_day')]).toEqual([0, 0])
  expect([count(db, 'visits'), count(db, 'calls'), count(db, 'endings')]).toEqual([2, 2, 1])
  // Nothing else of the file joins a duration to a counter, nor to who held it.
  const tables = ['visits', 'visits_day', 'acts_day', 'calls', 'endings']
  for (const table of tables)
    for (const row of db.prepare(`select * from ${table}`).all() as object[])
      expect(Object.values(row)).not.toContain('2')
  db.close()
})
