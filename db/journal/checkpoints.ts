import type { Sqlite } from '../connect.ts'

// SQLite appends each commit to a log, and copies the log into the file once it is long, within whichever commit made it so:
// somebody at a counter then waits for the disk twice. Here it is copied when nobody acts.

/** Nobody acts any more once nothing was stored for so long, in milliseconds. */
const calm = 250
/** Commits that are worth a copy. */
const worth = 50
/**
 * Pages of 4 KiB beyond which SQLite copies the log within a commit all the same: 8 MiB, some 350 acts that left no moment
 * between them. Each page that makes the log longer costs the disk more than one that is written over.
 */
export const longestLog = 2000

/** Copies the log of a file into it. */
type Checkpoints = {
  /** Something was stored. */
  readonly stored: () => void
  readonly stop: () => void
}

/** The copies of the log of a file that this program alone writes. */
export function startCheckpoints(db: Sqlite): Checkpoints {
  let commits = 0
  let storedAt = 0
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    timer = undefined
    const left = storedAt + calm - performance.now()
    if (left > 0) return wait(left)
    commits = 0
    try {
      // Passive: a reader of the file makes no one wait, what it still reads is copied a next time.
      db.pragma('wal_checkpoint(passive)')
    } catch {
      // Nothing is lost: the log keeps what could not be copied, and an act says what is wrong with the disk.
    }
  }
  const wait = (milliseconds: number) => {
    timer = setTimeout(look, milliseconds)
    timer.unref()
  }

  return {
    stored: () => {
      storedAt = performance.now()
      if (++commits >= worth && timer === undefined) wait(calm)
    },
    stop: () => clearTimeout(timer),
  }
}
