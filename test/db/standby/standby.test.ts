import { expect, test } from 'vitest'
import { journalFile, openDatabase, openForReading, openJournal } from '../../../db/open.ts'
import { followFrom } from '../../../db/standby/sqlite.ts'
import type { Delta, FollowedStore } from '../../../db/journal/followed.ts'
import type { Journal, RowChange } from '../../../db/journal/port.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { rebuildProjections } from '../../../db/projections/rebuild.ts'
import { readTables } from '../../../db/projections/project.ts'
import { at, batch, commandId, facts, newEvent } from '../facts.ts'
import { ownFolder } from '../folder.ts'

// Two files in one process: the host's, and the copy's. What crosses between them is plain JSON, as over the network.

const store = (journal: Journal): FollowedStore => {
  if (journal.followed === null) throw new Error('no store to follow')
  return journal.followed
}

const sheet = (id: string, value: unknown): RowChange => ({
  op: 'put',
  kind: 'sheet',
  id,
  value,
  at: at(0),
})

/** A host with an office, followed, and a copy of it. */
async function hostAndCopy() {
  const hostFolder = ownFolder()
  const copyFolder = ownFolder()
  const host = await openJournal(hostFolder)
  await host.append(0, batch({ events: [newEvent(0, facts.officeCreated())], personal: [sheet('v1', 'un')] }))
  await store(host).begin()
  const source = await openForReading(hostFolder)
  await source.backup(journalFile(copyFolder))
  source.close()
  const db = await openDatabase(copyFolder)
  followFrom(db)
  db.close()
  const copy = await openJournal(copyFolder)
  return { host, copy, hostFolder, copyFolder }
}

const part = async (host: Journal, copy: Journal): Promise<Delta> => {
  const answer = await store(host).since(await store(copy).place())
  if (typeof answer === 'string') throw new Error(answer)
  return JSON.parse(JSON.stringify(answer)) as Delta
}

test('a copy takes in events and rows as the host has them: same chain, same read tables, and what was erased is gone', async () => {
  const { host, copy, hostFolder, copyFolder } = await hostAndCopy()
  const events = [newEvent(1, facts.taken(0)), newEvent(2, facts.taken(1))]
  const answers = [{ commandId: commandId(1), inputHash: 'h', output: '{}', at: at(1) }]
  await host.append(1, batch({ events, answers, personal: [sheet('v2', 'deux'), sheet('v1', 'encore')] }))
  const changed = await store(copy).take(await part(host, copy))
  expect(changed.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([
    { kind: 'sheet', id: 'v1', value: 'encore' },
    { kind: 'sheet', id: 'v2', value: 'deux' },
  ])
  expect(await copy.head()).toEqual(await host.head())
  expect(await copy.answer(commandId(1))).toEqual(await host.answer(commandId(1)))

  await host.append(3, batch({ personal: [{ op: 'drop', kind: 'sheet', id: 'v2' }] }))
  expect(await store(copy).take(await part(host, copy))).toEqual([
    { kind: 'sheet', id: 'v2', value: undefined },
  ])
  expect([...(await copy.personal('sheet')).keys()]).toEqual(['v1'])
  expect(await store(copy).place()).toEqual({ ...(await store(host).place()), follows: true })
  // Nothing more to say.
  expect(await part(host, copy)).toMatchObject({ events: [], rows: [] })

  await host.close()
  await copy.close()
  const [one, other] = [await openDatabase(hostFolder), await openDatabase(copyFolder)]
  expect(verifyChain(other)).toEqual(verifyChain(one))
  for (const table of readTables)
    expect(other.prepare(`select * from ${table}`).all()).toEqual(one.prepare(`select * from ${table}`).all())
  const visits = () => other.prepare('select * from visits_day order by ticket_id').all()
  const taken = visits()
  expect(taken).toHaveLength(2)
  rebuildProjections(other)
  expect(visits()).toEqual(taken)
  one.close()
  other.close()
})

test('each row is told once, as it is now, however many times it changed', async () => {
  const { host, copy } = await hostAndCopy()
  for (let count = 0; count < 50; count++)
    await host.append(1, batch({ personal: [sheet('v1', count), sheet(`w${count % 2}`, count)] }))
  const { rows } = await part(host, copy)
  expect(rows).toHaveLength(3)
  expect(rows.map(([table, key]) => [table, key])).toEqual(
    expect.arrayContaining([
      ['personal', '["sheet","v1"]'],
      ['personal', '["sheet","w0"]'],
      ['personal', '["sheet","w1"]'],
    ]),
  )
  await host.close()
  await copy.close()
})

test('an event that was altered on the way, or that skips one, is refused and changes nothing', async () => {
  const { host, copy } = await hostAndCopy()
  await host.append(1, batch({ events: [newEvent(1, facts.taken(0)), newEvent(2, facts.taken(1))] }))
  const whole = await part(host, copy)
  const before = await copy.head()
  const [[seq, body, hash], second] = [whole.events[0]!, whole.events[1]!]
  const altered = { ...whole, events: [[seq, body.replace('titres', 'autre0'), hash] as const, second] }
  await expect(store(copy).take(altered)).rejects.toThrow('does not follow')
  await expect(store(copy).take({ ...whole, events: [second] })).rejects.toThrow('does not follow')
  expect(await copy.head()).toEqual(before)
  await store(copy).take(whole)
  expect(await copy.head()).toEqual(await host.head())
  await host.close()
  await copy.close()
})

test('a copy too far behind is told to begin again, and one with events of its own that it is apart from the chain', async () => {
  const { host, copy } = await hostAndCopy()
  const behind = await store(copy).place()
  await host.append(1, batch({ personal: [sheet('v1', 'deux')] }))
  await store(host).forget((await store(host).place()).rev)
  expect(await store(host).since(behind)).toBe('apart')
  expect(await store(host).since({ ...behind, lineage: 'another' })).toBe('apart')
  expect(await store(host).since({ ...behind, hash: 'f'.repeat(64) })).toBe('diverged')
  expect(await store(host).since({ ...behind, seq: 9 as never })).toBe('diverged')

  // The copy becomes a host: it is followed by its own revisions, and follows no more.
  await store(copy).become()
  const place = await store(copy).place()
  expect(place).toMatchObject({ follows: false })
  expect(place.lineage).not.toBe((await store(host).place()).lineage)
  await copy.append(1, batch({ events: [newEvent(3, facts.taken(4))], personal: [sheet('v3', 'trois')] }))
  await host.close()
  expect(await store(copy).since({ ...place, follows: true })).toMatchObject({
    rows: [['personal', '["sheet","v3"]', expect.objectContaining({ value: '"trois"' })]],
  })
  await copy.close()
})

test('long rows cross in several parts, none of them lost: what an office recorded is many of them', async () => {
  const { host, copy } = await hostAndCopy()
  const piece = (index: number) =>
    ({ op: 'put', kind: 'recording', id: `r ${index}`, value: 'A'.repeat(131_072), at: at(0) }) as const
  const pieces = Array.from({ length: 100 }, (_, index) => piece(index))
  await host.append(1, batch({ personal: pieces }))
  const parts: number[] = []
  for (let delta = await part(host, copy); delta.rows.length > 0; delta = await part(host, copy)) {
    parts.push(JSON.stringify(delta).length)
    await store(copy).take(delta)
  }
  expect(parts.length).toBeGreaterThan(2)
  expect(Math.max(...parts)).toBeLessThan(5 * 1024 * 1024)
  expect(await copy.personal('recording')).toEqual(await host.personal('recording'))
  expect((await copy.personal('recording')).size).toBe(100)
})
