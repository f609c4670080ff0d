import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadIsTold, ThreadSays } from './thread.ts'
import { doBackup, type BackupOrder } from './work.ts'

// The program of a thread that makes one backup: it has no key, and asks the host to sign.

const say = (says: ThreadSays) => parentPort?.postMessage(says)

async function sign(bytes: Uint8Array): Promise<Uint8Array> {
  if (parentPort === null) throw new Error('no host signs here')
  const answered = once(parentPort, 'message') as Promise<[ThreadIsTold]>
  say({ sign: bytes })
  const [{ signature }] = await answered
  if (signature === null) throw new Error('the key could not sign')
  return signature
}

say({ done: await doBackup(workerData as BackupOrder, sign) })
