import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'

type Taken = { readonly number: string; readonly ticketId: string }
type Called = { readonly ticket: { readonly number: string; readonly ticketId: string } | null }

/** Tickets that each kiosk takes, by day and by night. */
const each = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 4 : 1

test('two hundred kiosks and the agents at once get no number twice and no gap, and nobody is called twice or forgotten', async () => {
  const dir = await newFolder()
  const host = await startInside(dir)
  try {
    await done(host, 'supervisor', 'commands/rules.set', programsTake)
    await done(host, 'supervisor', 'commands/day.open')
    for (const [agent, counterId] of [
      ['agent1', '1'],
      ['agent2', '2'],
      ['agent3', '3'],
    ] as const)
      await done(host, agent, 'commands/counter.open', { counterId })
    const services = ['titres', 'etat-civil', 'elections', 'affaires-generales'] as const
    let arriving = true
    const taken: Taken[] = []
    const kiosk = async (which: number) => {
      for (let at = 0; at < each; at++) {
        const serviceId = services[(which + at) % services.length]!
        taken.push(await done<Taken>(host, 'kiosk', 'commands/ticket.take', { serviceId }, randomUUID()))
      }
    }
    const calls: { number: string; ticketId: string; agent: string }[] = []
    // Each agent presses twice at the same moment: one press at most calls someone.
    const agent = async (name: string) => {
      for (;;) {
        const both = await Promise.all([
          post<Called>(host, name, 'commands/ticket.callNext'),
          post<Called>(host, name, 'commands/ticket.callNext'),
        ])
        const got = both.flatMap(({ output }) => (output?.ticket ? [output.ticket] : []))
        expect(got.length).toBeLessThanOrEqual(1)
        for (const { error } of both) if (error) expect(error.code).toBe('counterBusy')
        if (got[0]) {
          calls.push({ ...got[0], agent: name })
          await done(host, name, 'commands/ticket.start', { ticketId: got[0].ticketId })
          await done(host, name, 'commands/visit.close', { outcome: 'information' })
        } else if (!arriving) return
      }
    }
    const agents = Promise.all(['agent1', 'agent2', 'agent3'].map(agent))
    await Promise.all(Array.from({ length: 200 }, (_, which) => kiosk(which)))
    arriving = false
    await agents

    expect(taken).toHaveLength(200 * each)
    for (const letter of 'ABCD') {
      const counts = taken
        .filter(({ number }) => number.startsWith(letter))
        .map(({ number }) => Number(number.slice(1)))
        .toSorted((a, b) => a - b)
      expect(counts).toEqual(counts.map((_, at) => at + 1))
      // Called one at a time and each in turn: within a series, an agent never goes back.
      for (const name of ['agent1', 'agent2', 'agent3']) {
        const mine = calls
          .filter((call) => call.agent === name && call.number.startsWith(letter))
          .map(({ number }) => Number(number.slice(1)))
        expect(mine).toEqual(mine.toSorted((a, b) => a - b))
      }
    }
    expect(calls).toHaveLength(200 * each)
    expect(new Set(calls.map(({ ticketId }) => ticketId)).size).toBe(200 * each)
    const queue = await done<{ total: number; services: { received: number }[] }>(
      host,
      'supervisor',
      'queries/queue.view',
    )
    expect(queue.total).toBe(0)
    expect(queue.services.map(({ received }) => received)).toEqual(services.map(() => 50 * each))
    expect((await post(host, 'supervisor', 'commands/day.close')).status).toBe(200)
  } finally {
    await host.stop()
    await removeFolder(dir)
  }
}, 120_000)
