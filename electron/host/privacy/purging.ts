import type { Instant } from '../../../shared/contract/ids.ts'
import type { Log } from '../core/log.ts'
import { has, type Commit } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'

/** Forgets what has had its time. */
export type Purging = {
  /** Resolves when it is done; what goes wrong is in the log, and tried again in an hour. */
  readonly now: () => Promise<void>
  /** What a person had erased leaves the database's log too, and so do archives eliminated and recordings. */
  readonly committed: (commit: Commit) => void
  readonly stop: () => void
}

/** In milliseconds. */
const every = 3_600_000

/** What has had its time is forgotten every hour, and whenever it is asked. */
export function startPurging({
  readers,
  sequencer,
  acts,
  now,
  log,
}: {
  /** What copies the database, or verifies all of it. */
  readonly readers: readonly { readonly idle: () => Promise<void> }[]
  readonly sequencer: Sequencer
  /** Nothing is added to a journal that is not what the office signed. */
  readonly acts: () => boolean
  readonly now: () => Instant
  readonly log: Log
}): Purging {
  const purge = async () => {
    if (!acts()) return
    // What reads the whole database holds back its log, which what is erased must leave: it ends first.
    for (const { idle } of readers) await idle()
    await sequencer.purge(now()).then(
      (purged) => log.info('purge', purged),
      (error: unknown) => log.fault('purge', error),
    )
  }
  const timer = setInterval(() => void purge(), every)
  timer.unref()
  return {
    now: purge,
    committed: (commit) => {
      if (
        has(commit, 'personalErased') ||
        has(commit, 'archivesEliminated') ||
        has(commit, 'recordingRemoved')
      )
        void purge()
    },
    stop: () => clearInterval(timer),
  }
}
