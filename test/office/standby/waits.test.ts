import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { done, newFolder, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { followOptions, level, takeTicket, takeUntilGone, type Taken } from '../../fixtures/twoHosts.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'

// Two real hosts, where nothing is confirmed before both disks have it.

const waits = '--wait-for-follower'
const folders: string[] = []
let first: RunningHost
let second: RunningHost
beforeAll(async () => {
  folders.push(await newFolder(), await newFolder())
  first = await startHost(folders[0]!, { more: [waits] })
  await done(first, 'supervisor', 'commands/day.open')
  const more = [...followOptions(first.url, first.follower()), waits]
  second = await startHost(folders[1]!, { school: false, more })
  await level(first, second)
}, 90_000)
afterAll(async () => {
  await Promise.all([first?.kill(), second?.kill()])
  await Promise.all(folders.map(removeFolder))
})

async function ticketsOf(dir: string): Promise<ReadonlyMap<string, string>> {
  const db = await openForReading(dir)
  try {
    expect(verifyChain(db)).toMatchObject({ ok: true })
    const bodies = db.prepare("select body from events where type = 'ticketTaken'").pluck().all() as string[]
    return new Map(
      bodies.map((body) => {
        const { ticketId, number } = (JSON.parse(body) as { data: Taken }).data
        return [ticketId, number]
      }),
    )
  } finally {
    db.close()
  }
}

test('without the second disk nothing is confirmed; the same act asked again once it is back has its answer', async () => {
  second.signal('SIGSTOP')
  const key = randomUUID()
  expect(await takeTicket(first, key)).toMatchObject({ status: 503, error: { code: 'followerAway' } })
  // From then on it is refused at once, before anything is stored.
  const { total } = await done<{ total: number }>(first, 'supervisor', 'queries/queue.view')
  expect(await takeTicket(first)).toMatchObject({ status: 503, error: { code: 'followerAway' } })
  expect(await done(first, 'supervisor', 'queries/queue.view')).toMatchObject({ total })
  second.signal('SIGCONT')
  const again = async () => (await takeTicket(first, key)).output?.number
  await expect.poll(again, { timeout: 15_000 }).toBe('A1')
  expect((await takeTicket(first)).output?.number).toBe('A2')
}, 90_000)

test('of what is confirmed under load, a host that dies at any instant loses nothing: the second has it all', async () => {
  await done(first, 'supervisor', 'commands/rules.set', programsTake)
  await level(first, second)
  const working = takeUntilGone(first, 6)
  await sleep(1500 + Math.random() * 500)
  await first.kill()
  const acknowledged = await working
  expect(acknowledged.length, 'there was a load to die under').toBeGreaterThan(20)
  expect(await guichet(['promote', second.dir])).toMatchObject({ code: 0 })
  const stored = await ticketsOf(second.dir)
  for (const { ticketId, number } of acknowledged) expect(stored.get(ticketId)).toBe(number)
  // What goes on has no gap: the number after the last one.
  expect((await takeTicket(second)).output?.number).toBe(`A${stored.size + 1}`)
}, 120_000)
