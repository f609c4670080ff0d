import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import { addressOf } from '../../../db/postgres/address.ts'
import { postgresJournal } from '../../../db/postgres/journal.ts'
import { unheard } from '../../../db/postgres/notices.ts'
import { openServer } from '../../../db/postgres/server.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { batch, facts, newEvent, office } from '../facts.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

/** Longer than a host rests between two looks at its place. */
const look = 2500

test('a host is told of what another stored, not of what it stored itself', async () => {
  const url = await postgres.database(await migrated(postgres))
  const one = await hostOf(url, 'host0')()
  await one.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  const told = vi.fn<() => void>()
  one.others!.onStored(told)
  // Its connections are made, and it has looked at its place once: it is told then, whatever it stored.
  await vi.waitFor(() => expect(one.others!.leads()).toBe(true), 5000)
  await sleep(look)
  told.mockClear()
  await one.append(1, batch({ events: [newEvent(1, facts.taken(0))] }))
  await sleep(look)
  expect(told).not.toHaveBeenCalled()
  // Another that stores and says nothing: what a notice that was lost would have told, the next look does.
  const silent = await silentHost(url)
  await sleep(look)
  told.mockClear()
  const { seq } = await silent.head()
  expect(await silent.append(seq, batch({ events: [newEvent(2, facts.taken(1))] }))).not.toBe('conflict')
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), 5000)
})

/** A host of the same office whose notices all are lost. */
async function silentHost(url: string): Promise<Journal> {
  const server = await openServer(addressOf(url))
  const journal = postgresJournal(server, {
    office: office as OfficeId,
    born: true,
    holder: 'host2',
    notices: unheard,
  })
  onTestFinished(() => journal.close())
  return journal
}
