import { Script } from 'node:vm'

const run = new Script('work()')

/**
 * Does a synchronous piece of work within a time, and stops it past it: for a file of the office's own folder, read where
 * nothing can wait, by a library whose time isn't bounded by the file's size. What a station or another program sends is
 * read apart instead (`apart.ts`).
 * @returns what the work gives, or `late`
 * @throws what the work throws
 */
export function within<T>(milliseconds: number, work: () => T): { readonly done: T } | 'late' {
  try {
    return { done: run.runInNewContext({ work }, { timeout: milliseconds }) as T }
  } catch (error) {
    // The error is made in the script's own realm: it is no `Error` of this one.
    if ((error as { readonly code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'late'
    throw error
  }
}
