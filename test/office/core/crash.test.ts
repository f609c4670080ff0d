import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'
import { night } from '../../fixtures/night.ts'

const kiosks = 8
/** By night as often as the whole promise says. */
const kills = night ? 30 : 4

type Taken = { readonly number: string; readonly ticketId: string }
type Asked = { readonly key: string; answer: Taken | null }

/** A kiosk that takes tickets one after another until the host is gone. What it asked last may have been done. */
async function kiosk(host: RunningHost, asked: Asked[]): Promise<void> {
  for (;;) {
    const mine: Asked = { key: randomUUID(), answer: null }
    asked.push(mine)
    try {
      const taken = await post<Taken>(
        host,
        'kiosk',
        'commands/ticket.take',
        { serviceId: 'titres' },
        mine.key,
      )
      if (taken.output === undefined) return
      mine.answer = taken.output
    } catch {
      return
    }
  }
}

/** The journal's tickets, straight from its file, once its chain is checked. */
async function journal(dir: string): Promise<readonly Taken[]> {
  const db = await openForReading(dir)
  try {
    expect(verifyChain(db)).toMatchObject({ ok: true })
    const bodies = db.prepare('select body from events order by seq').pluck().all() as string[]
    return bodies
      .map((body) => JSON.parse(body) as { type: string; data: Taken })
      .filter(({ type }) => type === 'ticketTaken')
      .map(({ data }) => data)
  } finally {
    db.close()
  }
}

test(`killed ${kills} times at random instants under load, every acknowledged act is there once, and the numbers go on`, async () => {
  const dir = await newFolder()
  let host = await startHost(dir)
  const asked: Asked[] = []
  try {
    await done(host, 'supervisor', 'commands/rules.set', programsTake)
    await done(host, 'supervisor', 'commands/day.open')
    for (let round = 0; round < kills; round++) {
      const from = asked.length
      const working = Promise.all(Array.from({ length: kiosks }, () => kiosk(host, asked)))
      await sleep(Math.random() * 120)
      await host.kill()
      await working

      const stored = await journal(dir)
      expect(stored.map(({ number }) => number)).toEqual(stored.map((_, at) => `A${at + 1}`))
      const ids = new Map(stored.map(({ ticketId, number }) => [ticketId, number]))
      const acknowledged = asked.flatMap(({ answer }) => (answer ? [answer] : []))
      for (const { ticketId, number } of acknowledged) expect(ids.get(ticketId)).toBe(number)
      expect(new Set(acknowledged.map(({ ticketId }) => ticketId)).size).toBe(acknowledged.length)

      host = await startHost(dir, { port: host.port })
      // Repeated, as a page would: what was done is answered again, what was not is done now, once.
      for (const mine of asked.slice(from)) {
        const again = await done<Taken>(
          host,
          'kiosk',
          'commands/ticket.take',
          { serviceId: 'titres' },
          mine.key,
        )
        if (mine.answer) expect(again).toEqual(mine.answer)
        mine.answer = again
      }
      const next: Asked = { key: randomUUID(), answer: null }
      asked.push(next)
      next.answer = await done<Taken>(
        host,
        'kiosk',
        'commands/ticket.take',
        { serviceId: 'titres' },
        next.key,
      )
      expect(next.answer.number, 'each asked act was done once, so the next number follows').toBe(
        `A${asked.length}`,
      )
    }
    expect(asked.length, 'there was a load to be killed under').toBeGreaterThan(10 * kills)
    const stored = await journal(dir)
    const told = new Set(stored.map(({ ticketId }) => ticketId))
    for (const { answer } of asked) expect(told.has(answer?.ticketId ?? '')).toBe(true)
  } finally {
    await host.kill()
    await removeFolder(dir)
  }
}, 240_000)
