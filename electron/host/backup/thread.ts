import { Worker } from 'node:worker_threads'
import type { Signer } from '../../../db/backup/signature.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { workerProgram } from './program.ts'
import type { BackupDone, BackupOrder } from './work.ts'

/** What a thread says: bytes that the office's key is to sign, which never leaves the host's own thread; or what came of it. */
export type ThreadSays = { readonly sign: Uint8Array } | { readonly done: BackupDone }
/** What it is answered: the signature, or null where the key could not sign. */
export type ThreadIsTold = { readonly signature: Uint8Array | null }

/**
 * Makes one backup in a thread of its own: copying, checking and packing take seconds, during which an act must take none
 * longer. Never rejects: a thread that is ended, or falls, has made no backup.
 */
export function backUpInThread(
  order: Omit<BackupOrder, 'publicKey'>,
  key: Signer,
  { program = workerProgram(), started }: { program?: URL; started?: (worker: Worker) => void } = {},
): Promise<BackupDone> {
  return new Promise((resolve) => {
    let outcome: BackupDone | undefined
    const workerData: BackupOrder = { ...order, publicKey: key.publicKey }
    const worker = new Worker(program, { workerData })
    started?.(worker)
    const sign = async (bytes: Uint8Array) => {
      const signature = await Promise.resolve(key.sign(bytes)).catch(() => null)
      worker.postMessage({ signature } satisfies ThreadIsTold)
    }
    worker.on('message', (says: ThreadSays) => {
      if ('done' in says) outcome = says.done
      else void sign(says.sign)
    })
    worker.on('error', (error) => (outcome ??= failedWith(String(error))))
    worker.on('exit', (code) => resolve(outcome ?? failedWith(`exit ${code}`)))
  })
}

const failedWith = (cause: string): BackupDone => ({ problem: backups.failed, cause })
