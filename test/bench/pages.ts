import { uuidv7 } from 'uuidv7'
import type { AgentId, CounterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Connection } from '../../shared/rpc/connect.ts'
import { inFlight } from './measure.ts'
import { programsTake } from '../fixtures/kioskPace.ts'

// The acts of a counter as pages do them, timed at the page: what both transports measure. It runs in a page too:
// no Node here.

export const titres = 'titres' as ServiceId
export const agent1 = 'agent1' as AgentId

/** What a call gave, or its sentence thrown. */
export async function given<T>(
  result: Promise<{ readonly output: T } | { readonly error: { readonly message: string } }>,
): Promise<T> {
  const answer = await result
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.output
}

/** One office's pages: who takes numbers, who calls, who opens the day. */
export type Pages = {
  readonly kiosk: Connection
  readonly counter: Connection
  readonly supervisor: Connection
}

/** Opens the day and counter 1, then lets so many people take a number. */
export async function openOffice({ kiosk, counter, supervisor }: Pages, waiting: number): Promise<void> {
  await given(supervisor.command('rules.set', programsTake, uuidv7()))
  await given(supervisor.command('day.open', {}, uuidv7()))
  await given(counter.command('counter.open', { counterId: '1' as CounterId }, uuidv7()))
  await inFlight(waiting, 64, () => given(kiosk.command('ticket.take', { serviceId: titres }, uuidv7())))
}

/** Milliseconds of taking a number and of calling the next, each of `count` times; the visit's end isn't timed. */
export async function takeAndCall(
  { kiosk, counter }: Pages,
  count: number,
): Promise<{ readonly take: readonly number[]; readonly call: readonly number[] }> {
  const take: number[] = []
  const call: number[] = []
  for (let i = 0; i < count; i++) {
    const before = performance.now()
    await given(kiosk.command('ticket.take', { serviceId: titres }, uuidv7()))
    const taken = performance.now()
    const { ticket } = await given(counter.command('ticket.callNext', {}, uuidv7()))
    const called = performance.now()
    if (!ticket) throw new Error('nobody was called')
    take.push(taken - before)
    call.push(called - taken)
    await given(counter.command('ticket.start', {}, uuidv7()))
    await given(counter.command('visit.close', { outcome: 'information' }, uuidv7()))
  }
  return { take, call }
}

/** What the bare alternative stores: about as long as a ticket's event. */
export const bareBody = JSON.stringify({ at: 1_772_524_800_000, text: 'x'.repeat(420) })

/** The same on the bare alternative: two durable appends each time. */
export async function timeBare(
  call: (body: string) => Promise<unknown>,
  count: number,
): Promise<{ readonly take: readonly number[]; readonly call: readonly number[] }> {
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
