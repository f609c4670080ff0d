import { mock } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { startHost } from '../../electron/host/startHost.ts'
import type { Holder } from '../../electron/host/core/tokens.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import type { CommandId, Instant, StationId } from '../../shared/contract/ids.ts'
import type { CallName, Output, ViewName } from '../../shared/contract/index.ts'
import { officeKey } from '../fixtures/papers.ts'

// One host lives several full days in a row; `week.ts` reads what each leaves in its memory. Hours pass as it is told:
// what a host does each minute or each hour (forgetting, saving, estimating) is done that many times.

/** Bytes at the end of a day, once what nobody holds is gone, and how many acts it had. */
export type DayEnd = { readonly heap: number; readonly rss: number; readonly acts: number }

const [folder = '', days = '7', people = '600', watching = '60'] = process.argv.slice(2)
const hour = 3_600_000
const { publicKey, sign } = officeKey(7)
let now = Date.UTC(2026, 2, 2, 7) as Instant
let acts = 0
// Intervals alone: what is asked once, and the disk, keep their own time.
mock.timers.enable({ apis: ['setInterval'] })

const nothingPrints = () => Promise.reject(new Error('nothing is drawn here'))
const host = await startHost({
  dir: folder,
  clock: { now: () => now },
  key: { publicKey, sign },
  keyKeeping: {
    state: async () => ({ protected: false, recoverable: false, by: null }),
    protect: async () => undefined,
  },
  log: {
    info: () => {},
    fault: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
  },
  chromium: { pdf: nothingPrints, picture: nothingPrints, printTo: nothingPrints },
})

const holder = (role: Holder['role'], agent?: string): Holder => ({
  role,
  stationId: (agent ?? role) as StationId,
  agentId: (agent ?? null) as Holder['agentId'],
})

async function act<N extends CallName>(who: Holder, name: N, input: unknown = {}): Promise<Output<N>> {
  const answer = await host.call(who, name, input, uuidv7() as CommandId)
  if ('code' in answer) throw new Error(`${name}: ${answer.code}`)
  acts++
  return JSON.parse(answer.text) as Output<N>
}

const supervisor = holder('supervisor')
const kiosk = holder('kiosk')
const agents = ['agent1', 'agent2', 'agent3'].map((agent) => holder('agent', agent))
const watch = (who: Holder, name: ViewName) =>
  host.watch(
    who,
    name,
    {},
    () => {},
    (code) => {
      throw new Error(`${name}: ${code}`)
    },
  )

/** Lets so much of the host's time go by, with all that it does meanwhile. */
async function pass(ms: number): Promise<void> {
  now = (now + ms) as Instant
  mock.timers.tick(ms)
  await turn()
}

/** Nobody waits any more at this counter when the answer is null. */
async function receive(agent: Holder): Promise<boolean> {
  const { ticket } = await act(agent, 'ticket.callNext')
  if (ticket === null) return false
  await act(agent, 'ticket.start')
  await act(agent, 'visit.close', { outcome: 'information' })
  return true
}

async function day(): Promise<void> {
  await act(supervisor, 'day.open')
  for (const [index, agent] of agents.entries())
    await act(agent, 'counter.open', { counterId: String(index + 1) })
  const served = new Set(schoolOffice.settings.agents.flatMap(({ services }) => services))
  const services = [...served]
  const between = (8 * hour) / Number(people)
  for (let count = 0; count < Number(people); count++) {
    await act(kiosk, 'ticket.take', { serviceId: services[count % services.length] })
    // The room is never empty: a few always wait.
    if (count >= 20) await receive(agents[count % agents.length]!)
    await pass(between)
  }
  for (const agent of agents) {
    while (await receive(agent));
    await act(agent, 'counter.close')
  }
  await act(supervisor, 'day.close')
}

await act(holder('admin'), 'office.create', schoolOffice)
for (let display = 0; display < Number(watching); display++) watch(holder('display'), 'display.view')
watch(kiosk, 'kiosk.view')
watch(supervisor, 'queue.view')
for (const agent of agents) watch(agent, 'counter.view')

for (let count = 0; count < Number(days); count++) {
  acts = 0
  await day()
  // The night, hour by hour, until the next opening.
  for (let passed = 0; passed < 16; passed++) await pass(hour)
  await new Promise((done) => setTimeout(done, 1000))
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({ heap: heapUsed + external, rss, acts } satisfies DayEnd)
}
process.exit(0)
