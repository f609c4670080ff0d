import type { FromMain } from '../../host/core/mainMessages.ts'

/** Milliseconds that the office has to make its backup. */
const usualPatience = 10 * 60_000

/** The process that keeps the office, as far as an update needs it. */
export type HostToUpdate = {
  /** @returns false where no host is ready to hear it */
  readonly tell: (message: FromMain) => boolean
  /** Why there is no office; null: there is one. */
  readonly problem: () => object | null
  readonly stop: () => Promise<void>
  readonly start: () => void
}

/** Whether the office that is open here lets another version take this one's place. */
export type Readiness = {
  /** Null, or why not, as a code. */
  readonly ask: () => Promise<string | null>
  /** What the host answers. */
  readonly answered: (problem: string | null) => void
}

/**
 * Asks the host, or the relay to another machine's: no day is open, a backup was made where the data are. A host that cannot
 * open its office serves nobody: what replaces it, the version before among others, does not wait for it.
 */
export function createReadiness(
  host: Pick<HostToUpdate, 'tell' | 'problem'>,
  patience = usualPatience,
): Readiness {
  let waiting: ((problem: string | null) => void) | null = null
  return {
    ask: () =>
      new Promise((done) => {
        const late = setTimeout(() => waiting?.('late'), patience)
        waiting = (problem) => {
          clearTimeout(late)
          waiting = null
          done(problem)
        }
        if (!host.tell({ t: 'prepareUpdate' })) waiting(host.problem() === null ? 'noHost' : null)
      }),
    answered: (problem) => waiting?.(problem),
  }
}
