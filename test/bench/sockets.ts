import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startOffice, type Office } from '../fixtures/office.ts'
import { alternate, type Part } from './measure.ts'
import { openOffice, takeAndCall, timeBare, type Pages } from './pages.ts'
import { rowsOf, waitingMany } from './roundTrips.ts'
import { bareCaller, enter, openSocket, startBareServer } from './socket.ts'

/** Acts timed at a stretch on one side before the other's turn. */
const stretch = 50

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
      const blocks = quick ? 1 : 3
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

async function pagesOf({ url, tokens }: Office): Promise<Pages> {
  if (!url) throw new Error('an office without an address')
  const [kiosk, counter, supervisor] = await Promise.all([
    enter(url, tokens['kiosk']),
    enter(url, tokens['agent1']),
    enter(url, tokens['supervisor']),
  ])
  return { kiosk, counter, supervisor }
}
