import { once } from 'node:events'
import type { PairDone } from '../../shared/contract/network/pairing.ts'
import { stationConnection } from '../fixtures/lanHost.ts'

// The displays of a large office, in a process of their own: what they read costs nothing to the page that is timed.

/** The displays to open, as they were paired. */
export type Displays = readonly PairDone[]

const [paired] = (await once(process, 'message')) as [Displays]
for (const one of paired) {
  const connection = await stationConnection(one)
  if (typeof connection === 'string') throw new Error(connection)
  await new Promise<void>((shown) => connection.watch('display.view', {}, () => shown()))
}
process.send?.('shown')
