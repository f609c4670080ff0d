import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startOffice, type Office } from '../fixtures/office.ts'
import { bareBody } from './bare/append.ts'
import { alternate, durations, type Part, type Row } from './measure.ts'
import { openOffice, takeAndCall, type Pages } from './pages.ts'
import { bareCaller, enter, openSocket, startBareServer } from './socket.ts'

const waitingMany = 5000
/** Acts timed at a stretch on one side before the other's turn. */
const stretch = 20

/** Taking a number and calling the next over WebSocket, each page and each host in its own process. */
export const sockets: Part = {
  name: 'sockets',
  title: `Page à page par WebSocket (sans TLS), ${waitingMany.toLocaleString('fr-FR')} personnes ou aucune`,
  run: async ({ quick, folder, say }) => {
    await mkdir(join(folder, 'bare'))
    const bare = await startBareServer(join(folder, 'bare'))
    const offices = await Promise.all([1, 2, 3].map(() => startOffice({ school: true })))
    try {
      const [empty, full, watching] = (await Promise.all(offices.map(pagesOf))) as [Pages, Pages, Pages]
      say(`${waitingMany} personnes prennent un numéro…`)
      await openOffice(empty, 0)
      await openOffice(full, waitingMany)
      await openOffice(watching, 0)
      watching.kiosk.watch('kiosk.view', {}, () => {})
      watching.counter.watch('counter.view', {}, () => {})
      watching.supervisor.watch('queue.view', {}, () => {})
      const call = bareCaller(await openSocket(bare.url))
      const rounds = quick ? 2 : 8
      const blocks = quick ? 2 : 6
      await Promise.all([empty, full, watching].map((pages) => takeAndCall(pages, quick ? 20 : 100)))
      const timed = await alternate(
        {
          bare: () => timeBare(call, stretch),
          empty: () => takeAndCall(empty, stretch),
          full: () => takeAndCall(full, stretch),
          watching: () => takeAndCall(watching, stretch),
        },
        { rounds, blocks },
      )
      return rowsOf(timed, 2)
    } finally {
      await Promise.all([bare.stop(), ...offices.map((office) => office.stop())])
    }
  },
}

/** The same figures for both transports. @param most how many times the bare round trip is allowed at p95 */
export function rowsOf(
  {
    bare,
    empty,
    full,
    watching,
  }: Awaited<ReturnType<typeof alternate<'bare' | 'empty' | 'full' | 'watching', 'take' | 'call'>>>,
  most: number,
): readonly Row[] {
  const goal = { at: 0.95, most }
  const flat = { at: 0.95, most: 1.1 }
  return [
    durations('prendre un numéro, personne n’attend', empty.take, bare.take, goal),
    durations('appeler, personne n’attend', empty.call, bare.call, goal),
    durations('prendre un numéro, 5 000 attendent', full.take, bare.take, goal),
    durations('appeler, 5 000 attendent', full.call, bare.call, goal),
    durations('prendre : 5 000 face à personne', full.take, empty.take, flat),
    durations('appeler : 5 000 face à personne', full.call, empty.call, flat),
    durations('prendre, trois pages observent leur vue', watching.take, bare.take, goal),
    durations('appeler, trois pages observent leur vue', watching.call, bare.call, goal),
  ]
}

async function pagesOf({ url, tokens }: Office): Promise<Pages> {
  if (!url) throw new Error('an office without an address')
  const [kiosk, counter, supervisor] = await Promise.all([
    enter(url, tokens['kiosk']),
    enter(url, tokens['agent1']),
    enter(url, tokens['supervisor']),
  ])
  return { kiosk, counter, supervisor }
}

async function timeBare(call: (body: string) => Promise<unknown>, count: number) {
  const time = async () => {
    const began = performance.now()
    await call(bareBody)
    return performance.now() - began
  }
  const take: number[] = []
  const next: number[] = []
  for (let i = 0; i < count; i++) {
    take.push(await time())
    next.push(await time())
  }
  return { take, call: next }
}
