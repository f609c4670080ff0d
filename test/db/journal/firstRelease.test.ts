import { expect, test } from 'vitest'
import { eventKinds, type EventType } from '../../../shared/contract/events.ts'
import { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { openDatabase } from '../../../db/open.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { rebuildProjections } from '../../../db/projections/rebuild.ts'
import { release } from '../release.ts'

// Written by the first release itself: a day of its training office, every type of event that it knew.
const { rows, folder: firstRelease } = release('journal-v1.jsonl', 30)

test('a journal of the first release opens, and its chain holds over the bytes that it wrote', async () => {
  const db = await openDatabase(await firstRelease())
  expect(verifyChain(db)).toMatchObject({ ok: true, count: rows.length })
  expect(db.prepare('select body from events order by seq').pluck().all()).toEqual(
    rows.map(({ body }) => body),
  )
  db.close()
})

test('every event of the first release is read as the contract wants it now', async () => {
  const db = await openDatabase(await firstRelease())
  const read = await sqliteJournal(db).read(0, 1000)
  expect(read).toHaveLength(rows.length)
  for (const { event } of read) expect(() => eventKinds[event.type].data.parse(event.data)).not.toThrow()
  const told = rows.map(({ body }) => JSON.parse(body) as { type: EventType; v: number })
  const older = new Set(told.filter(({ type, v }) => v < eventKinds[type].v).map(({ type }) => type))
  expect([...older].toSorted()).toEqual([
    'counterClosed',
    'dayOpened',
    'documentIssued',
    'officeCreated',
    'ticketCalled',
    'ticketLeft',
    'ticketTaken',
    'visitClosed',
  ])
  db.close()
})

test('what the first release could not say has its usual value', async () => {
  const db = await openDatabase(await firstRelease())
  const read = await sqliteJournal(db).read(0, 1000)
  const first = (type: EventType) => read.find(({ event }) => event.type === type)?.event.data
  const { settings } = JSON.parse(rows[0]!.body).data as { settings: unknown }
  // The usual values of today are those of the first release: once they differ, the upcaster keeps the old ones.
  // Local regulations came without another version: none is written, and none is read.
  const { regulations, ...law } = OfficeSettings.parse(settings).law
  expect(regulations).toEqual([])
  expect(first('officeCreated')).toMatchObject({ settings: { ...OfficeSettings.parse(settings), law } })
  const { settings: born } = first('officeCreated') as { settings: { law: object } }
  expect(born.law).toEqual(law)
  expect(first('dayOpened')).toMatchObject({ closedServices: [] })
  expect(first('ticketTaken')).toMatchObject({
    arrangements: ['wheelchair'],
    procedureId: 'cni',
    purpose: 'request',
    requests: 1,
    priority: null,
    channel: 'kiosk',
  })
  expect(first('ticketTaken')).not.toHaveProperty('ground')
  expect(first('ticketLeft')).toMatchObject({ fault: 'person' })
  expect(first('ticketCalled')).toMatchObject({
    reason: { code: 'arrivalOrder', overtaken: 0, longestWait: 0, reasonId: null },
  })
  expect(first('visitClosed')).toMatchObject({ fault: null })
  db.close()
})

test('opening makes its read tables again, once', async () => {
  const folder = await firstRelease()
  const db = await openDatabase(folder)
  const visits = () =>
    db
      .prepare(
        'select number, state, counter_id, arrangement, channel, first_called_at from visits order by number',
      )
      .all()
  const calledAt = rows
    .map(({ body }) => JSON.parse(body) as { at: number; type: string })
    .filter(({ type }) => type === 'ticketCalled')
    .map(({ at }) => at)
  const line = (number: string, state: string, call: number | undefined, arrangement = 0) => ({
    number,
    state,
    // The day is closed.
    counter_id: null,
    arrangement,
    channel: 'kiosk',
    first_called_at: call === undefined ? null : calledAt[call],
  })
  expect(visits()).toEqual([
    line('A1', 'closed', 0, 1),
    line('A2', 'absent', 1),
    line('A3', 'left', undefined),
    line('B1', 'closed', 3),
    line('C1', 'closed', 2),
  ])
  expect(db.prepare('select count(*) from documents').pluck().get()).toBe(2)
  const live = visits()
  db.exec("update visits set channel = 'reception' where number = 'A1'")
  db.close()
  // Made by this version already: the next opening reads no event again.
  const again = await openDatabase(folder)
  expect(again.prepare("select channel from visits where number = 'A1'").pluck().get()).toBe('reception')
  expect(rebuildProjections(again)).toBe(rows.length)
  expect(
    again
      .prepare(
        'select number, state, counter_id, arrangement, channel, first_called_at from visits order by number',
      )
      .all(),
  ).toEqual(live)
  again.close()
})
