import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckCopy } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import { checkInThread, type ThreadIsTold, type ThreadOrder, type ThreadSays } from './thread.ts'

// The program of a thread that makes one backup, verifies one journal, examines one folder, or checks one copy: it has no key, and
// asks the host to sign. Each reads what it alone needs.

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
  if ('verify' in order) {
    const { verifyFolder } = await import('./verify.ts')
    return { examined: await verifyFolder(order.verify, order.publicKey) }
  }
  if ('examine' in order) {
    const { examine } = await import('./doctor/examine.ts')
    return { found: await examine(order.examine, Date.now()) }
  }
  if ('check' in order) return checked(order.check)
  const { doBackup } = await import('./work.ts')
  return { done: await doBackup(order.backUp, sign, { check: checkInThread, file: order.file }) }
}

/** An error loses its kind from one thread to another: what a person reads of it is told apart, and what the log says. */
async function checked(asked: Parameters<CheckCopy>): Promise<ThreadSays> {
  const { checkDatabase } = await import('../../../db/backup/check.ts')
  try {
    return { checked: checkDatabase(...asked) }
  } catch (cause) {
    if (!(cause instanceof BackupError)) throw cause
    const found: unknown = cause.cause ?? cause
    return { unsound: cause.message, cause: String(found) }
  }
}

void work().then(say)
