import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadIsTold, ThreadOrder, ThreadSays } from './thread.ts'
import { verifyFolder } from './verify.ts'
import { doBackup } from './work.ts'

// The program of a thread that makes one backup, verifies one journal, or examines one folder: it has no key, and asks the host to sign.

const order = workerData as ThreadOrder
const say = (says: ThreadSays) => parentPort?.postMessage(says)

async function sign(bytes: Uint8Array): Promise<Uint8Array> {
  if (parentPort === null) throw new Error('no host signs here')
  const answered = once(parentPort, 'message') as Promise<[ThreadIsTold]>
  say({ sign: bytes })
  const [{ signature }] = await answered
  if (signature === null) throw new Error('the key could not sign')
  return signature
}

async function work(): Promise<ThreadSays> {
  if ('verify' in order) return { examined: await verifyFolder(order.verify, order.publicKey) }
  if ('examine' in order) {
    const { examine } = await import('./doctor/examine.ts')
    return { found: await examine(order.examine, Date.now()) }
  }
  return { done: await doBackup(order.backUp, sign) }
}

void work().then(say)
