import type { FollowedStore } from '../../../db/journal/followed.ts'
import type { ConsultationRow, Journal } from '../../../db/journal/port.ts'
import type { PersonalChanged } from '../../../db/journal/changed.ts'
import type { Purged } from '../../../db/journal/port.ts'

const nothingPurged: Purged = { answers: 0, personal: 0, jobs: 0, consultations: 0 }

/** A copy's journal as the rest of the host uses it, and how it is notified of replicated events. */
export type CopyJournal = {
  readonly journal: Journal
  /** Something was taken in: these personal rows changed. */
  readonly taken: (changed: readonly PersonalChanged[]) => void
}

/**
 * The journal of a standby: read like any other one, notified of its host's commits as a host is of another host's, but
 * it stores no event, forgets nothing by itself, prints nothing and tells nobody; once it follows no more, it is a host's.
 * @param note notes a consultation in the host's journal, before it is shown here
 */
export function copyJournal(
  journal: Journal,
  follows: () => boolean,
  note: (row: ConsultationRow) => Promise<void>,
): CopyJournal {
  const listeners = new Set<() => void>()
  let changes: PersonalChanged[] = []
  return {
    taken: (changed) => {
      changes.push(...changed)
      for (const listener of listeners) listener()
    },
    journal: {
      ...journal,
      append: async (expected, batch) => {
        // Failures to sign in are this machine's; whatever else would be stored here is not the office's.
        if (follows() && batch.events.length + batch.answers.length + batch.jobs.length > 0)
          throw new Error('a machine that follows stores nothing of its own')
        return journal.append(expected, batch)
      },
      expired: async (now) => (follows() ? [] : journal.expired(now)),
      purge: async (now) => (follows() ? nothingPurged : journal.purge(now)),
      jobs: { ...journal.jobs, mine: async () => (follows() ? [] : journal.jobs.mine()) },
      consultations: {
        ...journal.consultations,
        add: (row) => (follows() ? note(row) : journal.consultations.add(row)),
      },
      others: {
        onStored: (listener) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        personal: async () => {
          const changed = changes
          changes = []
          return changed
        },
        leads: () => !follows(),
        known: () => undefined,
      },
    },
  }
}

/** The store of an engine that can be followed. @throws Error where the engine has its own standby */
export function followedBy(journal: Journal): FollowedStore {
  if (journal.followed === null) throw new Error('this journal is in a database')
  return journal.followed
}
