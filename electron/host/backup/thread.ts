import { Worker } from 'node:worker_threads'
import type { CheckCopy, OfficeSaid } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import type { Signer } from '../../../db/journal/signature.ts'
import type { Examined } from '../../../db/journal/anchored.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import type { Finding } from './doctor/examine.ts'
import { workerProgram } from './program.ts'
import type { BackupDone, BackupOrder } from './work.ts'

/** What a thread is for: one backup, the whole journal of a folder verified, the folder examined, or a copy checked. */
export type ThreadOrder =
  | { readonly backUp: BackupOrder; readonly file: number | undefined }
  | { readonly verify: string; readonly publicKey: string }
  | { readonly examine: string }
  | { readonly check: Parameters<CheckCopy> }

/** What a thread says: bytes that the office's key is to sign, which never leaves the host's own thread; or what came of it. */
export type ThreadSays =
  | { readonly sign: Uint8Array }
  | { readonly done: BackupDone }
  | { readonly examined: Examined | undefined }
  | { readonly found: readonly Finding[] }
  | { readonly checked: OfficeSaid }
  /** The sentence of a copy where something does not hold, and what was found, for the log. */
  | { readonly unsound: string; readonly cause: string }
/** What it is answered: the signature, or null where the key could not sign. */
export type ThreadIsTold = { readonly signature: Uint8Array | null }

type InThread = {
  readonly program?: URL
  readonly started?: (worker: Worker) => void
  /** The database, left open by the caller's own thread: what another opens is closed with it. */
  readonly file?: number | undefined
}

/**
 * Makes one backup in a thread of its own: copying, checking and packing take seconds, during which an act must take none
 * longer. Never rejects: a thread that is ended, or falls, has made no backup.
 */
export function backUpInThread(
  order: Omit<BackupOrder, 'publicKey'>,
  key: Signer,
  { program = workerProgram(), started, file }: InThread = {},
): Promise<BackupDone> {
  return new Promise((resolve) => {
    let outcome: BackupDone | undefined
    const workerData: ThreadOrder = {
      backUp: { ...order, publicKey: key.publicKey },
      file,
    }
    const worker = new Worker(program, { workerData })
    started?.(worker)
    const sign = async (bytes: Uint8Array) => {
      const signature = await Promise.resolve(key.sign(bytes)).catch(() => null)
      worker.postMessage({ signature } satisfies ThreadIsTold)
    }
    worker.on('message', (says: ThreadSays) => {
      if ('done' in says) outcome = says.done
      else if ('sign' in says) void sign(says.sign)
    })
    worker.on('error', (error) => (outcome ??= failedWith(String(error))))
    worker.on('exit', (code) => resolve(outcome ?? failedWith(`exit ${code}`)))
  })
}

/**
 * Verifies a folder's whole journal in a thread of its own; undefined where its journal is in no file.
 * @param stopped ends it, and nothing is known of the journal then
 * @throws Error where the thread falls
 */
export function verifyInThread(
  dir: string,
  publicKey: string,
  stopped: AbortSignal,
): Promise<Examined | undefined> {
  return new Promise((resolve, reject) => {
    const workerData: ThreadOrder = { verify: dir, publicKey }
    const worker = new Worker(workerProgram(), { workerData })
    stopped.addEventListener('abort', () => void worker.terminate())
    worker.on('message', (says: ThreadSays) => {
      if ('examined' in says) resolve(says.examined)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => (stopped.aborted ? resolve(undefined) : reject(new Error(`exit ${code}`))))
  })
}

/**
 * Checks a copy in a thread of its own: packing it takes as long, and a machine has two processors.
 * @throws BackupError saying what does not hold; Error where the thread falls
 */
export const checkInThread: CheckCopy = (...check) =>
  new Promise((resolve, reject) => {
    const workerData: ThreadOrder = { check }
    const worker = new Worker(workerProgram(), { workerData })
    worker.on('message', (says: ThreadSays) => {
      if ('checked' in says) resolve(says.checked)
      else if ('unsound' in says) reject(new BackupError(says.unsound, says.cause))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`exit ${code}`)))
  })

const failedWith = (cause: string): BackupDone => ({ problem: backups.failed, cause })
