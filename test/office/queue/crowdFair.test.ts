import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import { expect, test } from 'vitest'
import { usualServices } from '../../../shared/domain/office/defaults.ts'
import { connect, type Connection } from '../../../shared/rpc/connect.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'
import { followEvents } from '../../fixtures/followEvents.ts'
import { socketPort } from '../../fixtures/socketPort.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'

type Taken = { readonly number: string; readonly ticketId: string }
type Called = {
  readonly ticket: {
    readonly number: string
    readonly ticketId: string
    readonly serviceId: string
    readonly ground: { readonly ground: { readonly groundId: string } } | null
  } | null
  readonly reason: { readonly code: string; readonly overtaken: number } | null
}

/** A page's own connection, as a browser on the network has it. */
async function connected(host: HostInside, holder: string): Promise<Connection> {
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}/ws`)
  const answer = await connect(await socketPort(socket), { token: host.tokens[holder]! })
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.connection
}

const cap = 2
/** Tickets that each kiosk takes, by day and by night. */
const each = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 2 : 1
const agents = [
  ['agent1', '1'],
  ['agent2', '2'],
  ['agent3', '3'],
] as const

test('two hundred kiosks and the agents at once, over HTTP and WebSocket: a local cap on priorities is never passed, nobody is called twice', async () => {
  const dir = await newFolder()
  const host = await startInside(dir)
  try {
    const services = usualServices.map(({ serviceId, rule, access, slotMinutes }) => ({
      serviceId,
      rule: { ...rule, cap },
      access,
      slotMinutes,
    }))
    await done(host, 'supervisor', 'commands/rules.set', { ...programsTake, services })
    await done(host, 'supervisor', 'commands/day.open')
    for (const [agent, counterId] of agents) await done(host, agent, 'commands/counter.open', { counterId })

    const taken: Taken[] = []
    const priorities = new Set<string>()
    const sockets = await Promise.all(Array.from({ length: 100 }, () => connected(host, 'kiosk')))
    // One in two claims a priority: more than the cap lets pass in a row.
    const kiosk = async (which: number) => {
      for (let at = 0; at < each; at++) {
        const claims = (which + at) % 2 === 0
        const input = {
          serviceId: 'titres',
          ...(claims ? { priority: { groundId: 'cmiPriorite' } } : {}),
        }
        const socket = sockets[which]
        const ticket = socket
          ? await socket.command('ticket.take', input as never, randomUUID())
          : await post<Taken>(host, 'kiosk', 'commands/ticket.take', input, randomUUID())
        if (!('output' in ticket) || !ticket.output) throw new Error(JSON.stringify(ticket))
        taken.push(ticket.output)
        if (claims) priorities.add(ticket.output.ticketId)
      }
    }

    const called: Called[] = []
    let arriving = true
    const agent = async (name: string) => {
      const own = await connected(host, name)
      for (;;) {
        // The same agent's page and bar, at the same moment, by two doors.
        const [socket, http] = await Promise.all([
          own.command('ticket.callNext', {}, randomUUID()),
          post<Called>(host, name, 'commands/ticket.callNext'),
        ])
        const got = [socket, http].flatMap((answer) =>
          'output' in answer && answer.output?.ticket ? [answer.output as Called] : [],
        )
        expect(got.length, 'one press at most calls someone').toBeLessThanOrEqual(1)
        if (got[0]) {
          called.push(got[0])
          const { ticket } = got[0]
          if (ticket?.ground)
            await done(host, name, 'commands/ticket.setPriority', {
              ticketId: ticket.ticketId,
              priority: { groundId: ticket.ground.ground.groundId, proof: 'card' },
            })
          await done(host, name, 'commands/ticket.start')
          await done(host, name, 'commands/visit.close', { outcome: 'information' })
        } else if (!arriving) {
          own.close()
          return
        }
      }
    }
    const working = Promise.all(agents.map(([name]) => agent(name)))
    await Promise.all(Array.from({ length: 200 }, (_, which) => kiosk(which)))
    arriving = false
    await working
    for (const socket of sockets) socket.close()

    const numbers = taken.map(({ number }) => Number(number.slice(1))).toSorted((a, b) => a - b)
    expect(numbers, 'no number twice, no gap').toEqual(numbers.map((_, at) => at + 1))
    expect(called).toHaveLength(200 * each)
    expect(new Set(called.map(({ ticket }) => ticket?.ticketId)).size, 'nobody called twice').toBe(200 * each)

    // In the journal's order, which is the order of the calls whatever door they came by.
    const follower = await followEvents(host, { since: 0 })
    await expect
      .poll(() => follower.events.filter(({ type }) => type === 'visitClosed').length)
      .toBe(200 * each)
    follower.close()
    let row = 0
    const waiting = new Set<string>()
    for (const { type, data } of follower.events) {
      const ticketId = String(data['ticketId'])
      if (type === 'ticketTaken') waiting.add(ticketId)
      if (type !== 'ticketCalled') continue
      waiting.delete(ticketId)
      const somebodyElse = [...waiting].some((id) => !priorities.has(id))
      row = priorities.has(ticketId) ? row + 1 : 0
      if (somebodyElse)
        expect(row, 'priorities called in a row while somebody else waits').toBeLessThanOrEqual(cap)
    }
    expect((await post(host, 'supervisor', 'commands/day.close')).status).toBe(200)
  } finally {
    await host.stop()
    await removeFolder(dir)
  }
}, 180_000)
