import { atPace, away, openOffice, rushed, type TownOffice } from './townOffices.ts'

// A process that holds a part of the town's hosts; `town.ts` says what it does, one order at a time.

export type Order =
  | { readonly do: 'open'; readonly names: readonly string[] }
  | { readonly do: 'pace' | 'rush'; readonly seconds: number }
  | { readonly do: 'stop' }
export type Report = {
  readonly samples?: readonly number[]
  readonly acts?: number
  readonly ms?: number
  /** Seconds of processor since the order came, and bytes of memory at its end. */
  readonly cpu: number
  readonly rss: number
  /** Acts that had to be asked again, the database being too busy. */
  readonly again?: number
  readonly trouble?: string
}

const [folder = '', url = ''] = process.argv.slice(2)
const offices: TownOffice[] = []

async function obey(order: Order): Promise<Omit<Report, 'cpu' | 'rss'>> {
  switch (order.do) {
    case 'open':
      for (const name of order.names) offices.push(await openOffice(folder, url, name))
      return {}
    case 'pace':
      return { samples: await atPace(offices, order.seconds) }
    case 'rush':
      return rushed(offices, order.seconds)
    case 'stop':
      await Promise.all(offices.map(({ host }) => host.stop()))
      return {}
  }
}

process.on('message', (order: Order) => {
  const before = process.cpuUsage()
  void obey(order)
    .catch((error: unknown) => ({ trouble: String(error) }))
    .then((report) => {
      const { user, system } = process.cpuUsage(before)
      const again = away.times
      away.times = 0
      const whole: Report = { ...report, again, cpu: (user + system) / 1e6, rss: process.memoryUsage.rss() }
      process.send?.(whole, () => {
        if (order.do === 'stop') process.exit(0)
      })
    })
})
