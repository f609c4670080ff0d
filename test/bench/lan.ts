import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startOffice } from '../fixtures/office.ts'
import { administration, openNetwork, pairStation, stationConnection } from '../fixtures/lanHost.ts'
import type { PairedRole } from '../../shared/contract/network/calls.ts'
import type { PairDone } from '../../shared/contract/network/pairing.ts'
import type { Connection } from '../../shared/rpc/connect.ts'
import { root } from '../runtime/places.ts'
import type { Displays } from './lanDisplays.ts'
import { alternate, durations, type Part } from './measure.ts'
import { openOffice, takeAndCall, timeBare, type Pages } from './pages.ts'
import { bareCaller, openSocket, startBareServer } from './socket.ts'

/** Acts timed at a stretch on one side before the other's turn. */
const stretch = 50
/** Stations of a large office, each paired, connected and watching. */
const stations = 60

/**
 * Taking a number and calling the next by paired stations over pinned TLS: each host, the pages that are timed and the
 * displays that watch have a process of their own.
 */
export const lan: Part = {
  name: 'lan',
  title: `Postes reliés par TLS, seuls et parmi ${stations}`,
  run: async ({ quick, folder }) => {
    await mkdir(join(folder, 'bare'))
    const bare = await startBareServer(join(folder, 'bare'), 'tls')
    const offices = await Promise.all([1, 2].map(() => startOffice({ school: true })))
    let displays: ChildProcess | undefined
    try {
      const [alone, many] = (await Promise.all(offices.map(pairedPages))) as [Paired, Paired]
      await openOffice(alone.pages, 0)
      await openOffice(many.pages, 0)
      const paired: PairDone[] = []
      for (let added = 3; added < stations; added++) paired.push(await many.display(`Affichage ${added}`))
      displays = await show(paired)
      const call = bareCaller(await openSocket(bare.url))
      await Promise.all([alone, many].map(({ pages }) => takeAndCall(pages, quick ? 20 : 100)))
      const timed = await alternate(
        {
          bare: () => timeBare(call, stretch),
          alone: () => takeAndCall(alone.pages, stretch),
          many: () => takeAndCall(many.pages, stretch),
        },
        { rounds: quick ? 2 : 8, blocks: quick ? 1 : 3 },
      )
      const goal = { at: 0.95, most: 2 }
      return [
        durations('prendre un numéro, par TLS', timed.alone.take, timed.bare.take, goal),
        durations('appeler, par TLS', timed.alone.call, timed.bare.call, goal),
        durations(`prendre, ${stations} postes reliés`, timed.many.take, timed.bare.take, goal),
        durations(`appeler, ${stations} postes reliés`, timed.many.call, timed.bare.call, goal),
      ]
    } finally {
      displays?.kill()
      await Promise.all([bare.stop(), ...offices.map((office) => office.stop())])
    }
  },
}

/** The process of the displays, once each shows the office. */
async function show(paired: Displays): Promise<ChildProcess> {
  const child = fork(join(root, 'test', 'bench', 'lanDisplays.ts'))
  child.send(paired)
  const shown = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)])
  if (shown === null) throw new Error('the displays left before they showed the office')
  return child
}

type Paired = {
  readonly pages: Pages
  /** Pairs one more display, without opening it. */
  readonly display: (name: string) => Promise<PairDone>
}

async function pairedPages({ url, tokens }: Awaited<ReturnType<typeof startOffice>>): Promise<Paired> {
  if (!url) throw new Error('an office without an address')
  const admin = await administration({ url, tokens })
  await openNetwork(admin)
  const station = async (role: PairedRole, name: string, counterId?: string): Promise<Connection> => {
    const paired = await pairStation(admin, role, name, counterId ?? null)
    const connection = await stationConnection(paired, role === 'agent' ? { agentId: 'agent1' } : {})
    if (typeof connection === 'string') throw new Error(connection)
    return connection
  }
  return {
    display: (name) => pairStation(admin, 'display', name),
    pages: {
      kiosk: await station('kiosk', 'Borne'),
      counter: await station('agent', 'Guichet 1', '1'),
      supervisor: await station('supervisor', 'Bureau'),
    },
  }
}
