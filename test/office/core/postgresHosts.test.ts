import { randomUUID } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../../db/postgres/address.ts'
import { officesOf } from '../../../db/postgres/offices.ts'
import { openServer } from '../../../db/postgres/server.ts'
import { atOneMoment, storedEvents, verifyStored } from '../../../db/postgres/stored.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import {
  newFolder,
  post,
  removeFolder,
  startHost,
  type HttpAnswer,
  type RunningHost,
} from '../../fixtures/startHost.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

type Taken = { readonly number: string; readonly ticketId: string }
type Called = { readonly ticket: Taken | null }
type Fact = { readonly type: string; readonly commandId: string; readonly data: Record<string, unknown> }

const counters = { agent1: '1', agent2: '2', agent3: '3' } as const
const letters = { titres: 'A', 'etat-civil': 'B', elections: 'C' } as const
const services = ['titres', 'etat-civil', 'elections'] as const

/** The office's facts, once its whole chain is checked. */
async function journalOf(url: string): Promise<readonly Fact[]> {
  const server = await openServer(addressOf(url))
  try {
    const [office] = await officesOf(server)
    return await atOneMoment(server, async (send) => {
      expect(await verifyStored(send, office!.officeId)).toMatchObject({ ok: true })
      const facts: Fact[] = []
      for await (const { body } of storedEvents(send, office!.officeId)) facts.push(JSON.parse(body) as Fact)
      return facts
    })
  } finally {
    await server.close()
  }
}

// The seed gives what is asked and where; the order in which the hosts come first is theirs.
const seeds = Math.min(20, Math.max(1, Math.round(Number(process.env['GUICHET_RUNS'] ?? 100) / 100)))
test.each(Array.from({ length: seeds }, (_, index) => index + 1))(
  'three hosts of one office, one of them killed among their acts, give no number twice and no gap, call nobody twice, lose nothing acknowledged (seed %i)',
  async (seed) => {
    const draw = chance(seed)
    const url = await postgres.database()
    const folders = await Promise.all([newFolder(), newFolder(), newFolder()])
    const hosts: RunningHost[] = []
    try {
      hosts.push(await startHost(folders[0]!, { journal: url }))
      // The other hosts have the office's key: by it they know which office they are.
      for (const folder of folders.slice(1))
        await copyFile(join(folders[0]!, 'office.key'), join(folder, 'office.key'))
      hosts.push(
        ...(await Promise.all(folders.slice(1).map((folder) => startHost(folder, { journal: url })))),
      )
      const alive = [...hosts]

      /** One act, asked again of another host while the one asked is gone, under the same id: done once. */
      const act = async <T>(
        holder: string,
        path: `commands/${string}`,
        input: unknown,
        at: number,
      ): Promise<HttpAnswer<T>> => {
        const key = randomUUID()
        for (let tries = 0; ; tries++) {
          try {
            const answer = await post<T>(alive[(at + tries) % alive.length]!, holder, path, input, key)
            if (answer.status < 500) return answer
          } catch {
            // Gone: another one is asked.
          }
          await sleep(20)
        }
      }
      const sure = async <T>(...asked: Parameters<typeof act>): Promise<T> => {
        const { output, error } = await act<T>(...asked)
        if (output === undefined) throw new Error(`${asked[1]}: ${error?.code}`)
        return output
      }

      await sure('supervisor', 'commands/rules.set', programsTake, 0)
      await sure('supervisor', 'commands/day.open', {}, 0)
      for (const [index, [agent, counterId]] of Object.entries(counters).entries())
        await sure(agent, 'commands/counter.open', { counterId }, index)

      const taken: Taken[] = []
      const called: string[] = []
      const each = 15
      let arriving = true
      const kiosk = async (which: number) => {
        for (let turn = 0; turn < each; turn++) {
          const serviceId = draw.one(services)
          taken.push(await sure<Taken>('kiosk', 'commands/ticket.take', { serviceId }, which))
          if (taken.length === 20) {
            const victim = alive.pop()!
            await victim.kill()
          }
        }
      }
      const agent = async (name: string, at: number) => {
        for (;;) {
          const last = !arriving
          const { ticket } = await sure<Called>(name, 'commands/ticket.callNext', {}, at)
          if (ticket === null) {
            if (last) return
            await sleep(10)
            continue
          }
          called.push(ticket.ticketId)
          await sure(name, 'commands/ticket.start', { ticketId: ticket.ticketId }, at)
          await sure(name, 'commands/visit.close', { outcome: 'information' }, at + 1)
        }
      }
      // An agent who goes from one host to another finds there what was just done.
      const agents = Promise.all(Object.keys(counters).map(agent))
      await Promise.all([0, 1, 2, 3].map(kiosk))
      arriving = false
      await agents

      expect(alive, 'one was killed').toHaveLength(2)
      const facts = await journalOf(url)
      const of = (type: string) => facts.filter((fact) => fact.type === type)
      const numbers = of('ticketTaken').map(({ data }) => data as unknown as Taken)
      for (const letter of Object.values(letters)) {
        const series = numbers.map(({ number }) => number).filter((number) => number.startsWith(letter))
        expect(series).toEqual(series.map((_, index) => `${letter}${index + 1}`))
      }
      expect(numbers, 'each act was done once').toHaveLength(4 * each)
      expect(new Map(numbers.map((one) => [one.ticketId, one.number]))).toEqual(
        new Map(taken.map((one) => [one.ticketId, one.number])),
      )
      const calls = of('ticketCalled').map(({ data }) => data['ticketId'] as string)
      expect(calls.toSorted(), 'nobody twice, nobody forgotten').toEqual(
        taken.map(({ ticketId }) => ticketId).toSorted(),
      )
      expect(called.toSorted()).toEqual(calls.toSorted())
      // Each host that is left shows the same room, soon after the last act.
      for (const host of alive)
        for (;;) {
          const { output } = await post<{ total: number; services: { received: number }[] }>(
            host,
            'supervisor',
            'queries/queue.view',
          )
          const received = output?.services.reduce((sum, one) => sum + one.received, 0)
          if (output?.total === 0 && received === 4 * each) break
          await sleep(50)
        }
    } finally {
      await Promise.all(hosts.map((host) => host.kill()))
      await Promise.all(folders.map(removeFolder))
    }
  },
  180_000,
)
