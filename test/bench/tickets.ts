import { uuidv7 } from 'uuidv7'
import type { Started } from '../../electron/host/startOffice.ts'
import type { Holder } from '../../electron/host/core/tokens.ts'
import type { CommandId, StationId } from '../../shared/contract/ids.ts'
import type { CallName } from '../../shared/contract/index.ts'
import { inFlight } from './measure.ts'

// Tickets taken one after the other, or so many at once, through the sequencer of an office in this process.

const services = ['titres', 'etat-civil', 'elections', 'affaires-generales']
const kiosk: Holder = { role: 'kiosk', stationId: 'kiosk' as StationId, agentId: null }
export const supervisor: Holder = {
  role: 'supervisor',
  stationId: 'supervisor' as StationId,
  agentId: null,
}

/** How many a second, for so many of them. */
export async function aSecond(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (count * 1000) / (performance.now() - began)
}

export const takeMany = (started: Started, count: number, width: number) =>
  inFlight(count, width, (index) =>
    act(started, kiosk, 'ticket.take', { serviceId: services[index % services.length] }),
  )

export async function act({ host }: Started, holder: Holder, name: CallName, input: unknown): Promise<void> {
  const answer = await host.call(holder, name, input, uuidv7() as CommandId)
  if ('code' in answer) throw new Error(answer.code)
}
