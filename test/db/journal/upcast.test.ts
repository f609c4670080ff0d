import { expect, test } from 'vitest'
import type { Event } from '../../../shared/contract/events.ts'
import { StorageError } from '../../../db/errors.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { versions } from '../../../db/journal/upcast.ts'
import { batch, newEvent } from '../facts.ts'
import { newDatabase } from '../folder.ts'

// As if two releases had changed `ticketLeft`: it was told with `ticket`, then with `ticketId`, then says where.
const steps = {
  ticketLeft: {
    1: (data: unknown) => ({ ticketId: (data as { ticket: string }).ticket }),
    2: (data: unknown) => ({ ...(data as object), where: 'borne' }),
  },
}
const old = { type: 'ticketLeft', data: { ticket: 'x' } } as unknown as Event

test('an event of each older version is read as the present one, and its stored bytes stay', async () => {
  const db = await newDatabase()
  for (const v of [1, 2, 3]) {
    const writer = sqliteJournal(db, { known: { ...versions, ticketLeft: v } })
    const event = v === 1 ? old : ({ type: 'ticketLeft', data: { ticketId: 'x' } } as unknown as Event)
    await writer.append(v - 1, batch({ events: [newEvent(v, event)] }))
  }
  const bodies = () => db.prepare('select body from events').pluck().all()
  const before = bodies()
  const reader = sqliteJournal(db, { steps, known: { ...versions, ticketLeft: 3 } })
  const read = await reader.read(0, 10)
  expect(read.map(({ event }) => event.data)).toEqual([
    { ticketId: 'x', where: 'borne' },
    { ticketId: 'x', where: 'borne' },
    { ticketId: 'x' },
  ])
  expect(bodies()).toEqual(before)
  expect(verifyChain(db)).toMatchObject({ ok: true, count: 3 })
})

test('an event younger than the program is refused in a sentence, not guessed', async () => {
  const db = await newDatabase()
  await sqliteJournal(db, { known: { ...versions, ticketLeft: 9 } }).append(
    0,
    batch({ events: [newEvent(1, old)] }),
  )
  const refusal = sqliteJournal(db).read(0, 1)
  await expect(refusal).rejects.toThrow(StorageError)
  await expect(refusal).rejects.toThrow('Installez la version la plus récente')
})

test('a type that no version of the program has known is refused, and so is a name that every object has', async () => {
  for (const type of ['ticketVanished', 'constructor', '__proto__']) {
    const db = await newDatabase()
    const event = { type, data: {} } as unknown as Event
    await sqliteJournal(db, { known: Object.fromEntries([[type, 1]]) }).append(
      0,
      batch({ events: [newEvent(1, event)] }),
    )
    await expect(sqliteJournal(db).read(0, 1)).rejects.toThrow(StorageError)
  }
})
