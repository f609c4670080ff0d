import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Apart } from './apart.ts'

export type KeptOptions = {
  /** Answers each order by pieces, each asked for: `answerByPieces` (`pieces.ts`). */
  readonly program: URL
  /** Of its heap. */
  readonly megabytes: number
  /** How long it is kept without work, in milliseconds. */
  readonly idle: number
  /** When the host leaves. */
  readonly leaving: AbortSignal
}

/** A thread that is kept between two orders. */
type KeptApart<O, P> = {
  /**
   * What the program makes of an order, in pieces; one order at a time.
   * @param milliseconds past which it is stopped
   * @param parts what is long in it: each is copied to the thread in its own turn
   * @throws what the program throws
   */
  readonly ask: (order: O, milliseconds: number, parts?: readonly string[]) => Promise<Apart<readonly P[]>>
}

/** What the thread says: one piece, or that there is no more. */
export type PieceSaid<P> = { readonly piece: P } | 'end'
/** What it is told: a part of an order, the order, or to give the next piece of what came of it. */
export type OrderSaid<O> = { readonly part: string } | { readonly order: O } | 'next'

/**
 * Does in a thread of its own what outside input could make long, as `apart` does, where the answer is long too: it comes by
 * pieces, and the loop turns between two, so that an act waits for one piece at most. The thread starts with the first order
 * and stays for the next ones: to start one holds the host's thread, and a processor.
 */
export function keptApart<O, P>({ program, megabytes, idle, leaving }: KeptOptions): KeptApart<O, P> {
  let kept: Worker | undefined
  let unused: NodeJS.Timeout | undefined

  const start = (): Worker => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: megabytes / 4 },
    })
    // One that falls without an order has lost nothing: the next order starts another.
    worker.on('error', () => forget(worker)).on('exit', () => forget(worker))
    return worker
  }
  const forget = (worker: Worker) => {
    if (kept === worker) kept = undefined
  }
  /** Ends a worker: it hears no order any more from now on, though its end takes a moment. */
  const end = (worker: Worker) => {
    forget(worker)
    void worker.terminate()
  }
  leaving.addEventListener('abort', () => {
    clearTimeout(unused)
    if (kept) end(kept)
  })

  const give = async (worker: Worker, order: O, parts: readonly string[]): Promise<void> => {
    for (const part of parts) {
      worker.postMessage({ part } satisfies OrderSaid<O>)
      await turn()
    }
    worker.postMessage({ order } satisfies OrderSaid<O>)
  }

  return {
    ask: (order, milliseconds, parts = []) => {
      if (leaving.aborted) return Promise.resolve({ stopped: 'leaving' })
      clearTimeout(unused)
      const worker = (kept ??= start())
      worker.ref()
      return new Promise((resolve, reject) => {
        const pieces: P[] = []
        let stopped: 'time' | 'memory' | 'leaving' = 'leaving'
        let trouble: Error | undefined
        const late = setTimeout(() => {
          stopped = 'time'
          end(worker)
        }, milliseconds)
        const heard = (said: PieceSaid<P>) => {
          if (said !== 'end') {
            pieces.push(said.piece)
            setImmediate(() => worker.postMessage('next'))
            return
          }
          left()
          // An idle worker does not keep the process alive.
          worker.unref()
          unused = setTimeout(() => end(worker), idle).unref()
          resolve({ done: pieces })
        }
        const failed = (error: Error & { readonly code?: string }) => {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stopped = 'memory'
          else trouble = error
        }
        const ended = () => {
          left()
          if (trouble === undefined) resolve({ stopped })
          else reject(trouble)
        }
        const left = () => {
          clearTimeout(late)
          worker.off('message', heard).off('error', failed).off('exit', ended)
        }
        worker.on('message', heard).on('error', failed).on('exit', ended)
        void give(worker, order, parts)
      })
    },
  }
}
