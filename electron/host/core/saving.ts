import type { Journal } from '../../../db/journal/port.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Restored } from './fromJournal.ts'
import type { Log } from './log.ts'
import type { OfficeKey } from './officeKey.ts'
import { keepSnapshot } from './snapshots.ts'

/** Events after which the state is saved, as soon as no act came for a while (milliseconds): nobody waits for it. */
const snapshotEvery = 5000
const calm = 200
/** Events after which it is saved whatever comes: a restart reads at most that many. */
const snapshotAtMost = 20_000

export type Saving = {
  /** What a turn stored: the end of a day, or many events, have the state saved at the end of this turn. */
  readonly committed: (stored: readonly Recorded[]) => void
  /** Saves what is to be saved now; once there is enough to save, the rest waits for a moment without acts. */
  readonly turnEnded: () => Promise<void> | undefined
  readonly save: () => Promise<void>
  /** Nothing is saved by itself any more. */
  readonly stop: () => void
}

/**
 * Saves the state now and then, so that a restart reads few events.
 * @param state the state as it is, first of all as the journal was read; undefined when it is of another journal
 * @param alone does this between the acts, if none is under way
 */
export function startSaving(
  { journal, key, log }: { readonly journal: Journal; readonly key: OfficeKey; readonly log: Log },
  {
    state,
    alone,
  }: {
    readonly state: () => Restored | undefined
    readonly alone: (work: () => Promise<void>) => void
  },
): Saving {
  let savedAt = state()?.seq ?? 0
  let due = false
  let timer: NodeJS.Timeout | undefined
  const unsaved = () => (state()?.seq ?? 0) - savedAt

  async function save(): Promise<void> {
    const now = state()
    if (now === undefined || now.seq === savedAt) return
    try {
      await keepSnapshot(journal, now, key)
      savedAt = now.seq
    } catch (error) {
      // A snapshot only spares time: the journal tells everything again.
      log.fault('snapshot', error)
    }
  }

  return {
    committed: (stored) => {
      due = unsaved() >= snapshotAtMost || stored.some(({ event }) => event.type === 'dayClosed')
    },
    turnEnded: () => {
      clearTimeout(timer)
      if (due) {
        due = false
        // Writing the state takes a while: the answers leave first.
        return new Promise<void>((done) => setImmediate(done)).then(save)
      }
      if (unsaved() >= snapshotEvery) {
        timer = setTimeout(() => alone(save), calm)
        timer.unref()
      }
      return undefined
    },
    save,
    stop: () => clearTimeout(timer),
  }
}
