import { Worker } from 'node:worker_threads'

/** What a piece of work apart gave, or what stopped it: its time, its memory, or the host that leaves. */
export type Apart<T> = { readonly done: T } | { readonly stopped: 'time' | 'memory' | 'leaving' }

export type ApartOptions = {
  /** Posts one message, its result, to the thread that started it. */
  readonly program: URL
  /** What it works on; copied. */
  readonly data: unknown
  readonly milliseconds: number
  /** Of its heap. */
  readonly megabytes: number
  /** When the host leaves. */
  readonly leaving: AbortSignal
}

/**
 * Does in a thread of its own what outside input could make long, so that nobody waits for it: stopped past its time or its
 * memory.
 * @throws what the program throws
 */
export function apart<T>({
  program,
  data,
  milliseconds,
  megabytes,
  leaving,
}: ApartOptions): Promise<Apart<T>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: megabytes / 4 },
    })
    let outcome: Apart<T> = { stopped: 'leaving' }
    let trouble: Error | undefined
    const stop = (stopped: 'time' | 'leaving') => {
      outcome = { stopped }
      void worker.terminate()
    }
    const late = setTimeout(() => stop('time'), milliseconds)
    const left = () => stop('leaving')
    leaving.addEventListener('abort', left)
    worker.on('message', (done: T) => (outcome = { done }))
    worker.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') outcome = { stopped: 'memory' }
      else trouble = error
    })
    worker.on('exit', () => {
      clearTimeout(late)
      leaving.removeEventListener('abort', left)
      if (trouble === undefined) resolve(outcome)
      else reject(trouble)
    })
    if (leaving.aborted) left()
  })
}

/**
 * The program of a thread: its source under Node; in what is built, the file that starts it, above the programs' own files.
 * @param here the address of the module that asks, which lies beside `worker.ts`
 * @param built the program's name in the build
 */
export const programBeside = (here: string, built: string): URL => {
  if (here.endsWith('.ts')) return new URL('./worker.ts', here)
  return new URL(`../${built}.cjs`, here)
}
