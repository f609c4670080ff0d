import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal } from '../../../db/open.ts'
import type { Journal } from '../../../db/journal/port.ts'
import { heldFiles } from '../../../electron/host/standby/files.ts'
import { startLeader, type Leader } from '../../../electron/host/standby/leader.ts'
import { batch, facts, newEvent } from '../../db/facts.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// What counts as a copy of what a host stores, where answers wait for one: a real journal, and a machine that says how far it is.

let dir: string
let journal: Journal
let leader: Leader
beforeEach(async () => {
  dir = await newFolder()
  journal = await openJournal(dir)
  await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  const store = journal.followed!
  await store.begin()
  leader = startLeader({
    store,
    files: heldFiles(dir),
    epoch: () => 0,
    waits: true,
    known: 0,
    onHeard: () => {},
    onFault: (error) => {
      throw error
    },
  })
})
afterEach(async () => {
  leader.stop()
  await journal.close()
  await removeFolder(dir)
})

const us = { hostId: crypto.randomUUID(), urls: [], pins: [] }
const asked = { us, epoch: 0, files: '', anchor: null, holds: false, door: null }
const next = (place: Parameters<Leader['next']>[0]['place']) =>
  leader.next({ ...asked, place }, new AbortController().signal)

test('a copy of another chain, or of rows of another lineage, however far, is no copy of what is stored here', async () => {
  const here = await journal.followed!.place()
  const far = { ...here, seq: 999, rev: 999, follows: true }
  expect(await next({ ...far, hash: 'f'.repeat(64) })).toEqual({ t: 'diverged' })
  expect(leader.followers().map(({ place }) => place)).toEqual([{ seq: 0, rev: 0 }])
  expect(await next({ ...far, seq: here.seq, lineage: 'autre' })).toEqual({ t: 'apart' })
  expect(await leader.copied()).toBe(false)

  expect(await next({ ...here, follows: true })).toMatchObject({ t: 'delta' })
  expect(await leader.copied()).toBe(true)
})
