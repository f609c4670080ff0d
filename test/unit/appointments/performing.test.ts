import { expect, test } from 'vitest'
import { performing } from '../../../electron/host/appointments/performing.ts'
import type { OutsideOrder } from '../../../electron/host/appointments/outside/perform.ts'

const pieces = new URL('../../../electron/host/core/pieces.ts', import.meta.url).href

/** A thread that says which one it is: as `worker.ts`, it has one exchange to do, or is kept for those that it is sent. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`import { parentPort, threadId, workerData } from 'node:worker_threads'
import { answerByPieces } from '${pieces}'
const done = (asked) => asked === 'long' ? new Promise(() => setInterval(() => {}, 1000)) : { threadId }
if (workerData == null) answerByPieces(parentPort, async (order) => [await done(order.exchange)])
else parentPort.postMessage(await done(workerData))`)}`,
)
const start = () => {
  const leaving = new AbortController()
  const perform = performing(program, leaving.signal)
  return {
    exchange: (order: string) => perform(order as never as OutsideOrder),
    leave: () => leaving.abort(),
  }
}

test('exchanges that follow each other share a thread, and one that comes meanwhile has its own', async () => {
  const { exchange, leave } = start()
  const first = await exchange('one')
  expect(await exchange('two')).toEqual(first)
  const [third, meanwhile] = await Promise.all([exchange('three'), exchange('four')])
  expect(third).toEqual(first)
  expect(meanwhile).not.toEqual(first)
  expect(await exchange('five')).toEqual(first)
  leave()
})

test('when the host leaves, what is under way is stopped, and nothing begins', async () => {
  const { exchange, leave } = start()
  const long = exchange('long')
  leave()
  const left = { problem: 'timeout', retryAfter: null }
  expect(await long).toEqual(left)
  expect(await exchange('after')).toEqual(left)
})
