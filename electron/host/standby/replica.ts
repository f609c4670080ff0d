import type { Journal, Purged } from '../../../db/journal/port.ts'
import { latestVersion } from '../../../db/migrations/migrate.ts'
import type { Replica } from '../../../db/postgres/replica.ts'
import type { HostParts, Standby } from './part.ts'
import { readFollowing } from './folder.ts'

// A host over a database that takes no writes, its standby or by choice: it shows all, and changes nothing.

/** Something was to be stored, where nothing is: a consultation that can't be noted, say. */
export class ReadOnlyError extends Error {}

const nothingPurged: Purged = { answers: 0, personal: 0, jobs: 0, consultations: 0 }

/**
 * The journal as such a host uses it. Failures to sign in are counted on this machine, until it is started again: nobody
 * tries a code without end. What may only be seen once that is noted is not seen here.
 */
export function replicaJournal(journal: Journal): Journal {
  const attempts = new Map<string, unknown>()
  const never = () =>
    Promise.reject(new ReadOnlyError('nothing is stored through a server that is only read'))
  return {
    ...journal,
    append: async (_expected, { events, personal, answers, jobs }) => {
      const others = personal.filter(({ kind }) => kind !== 'attempts')
      if (events.length + answers.length + jobs.length + others.length > 0) return never()
      for (const change of personal) attempts.set(change.id, change.op === 'put' ? change.value : undefined)
      return { stored: [] }
    },
    personal: async (kind) => {
      const rows = await journal.personal(kind)
      return kind === 'attempts'
        ? new Map([...rows, ...attempts].filter(([, value]) => value !== undefined))
        : rows
    },
    personalRow: async (kind, id) =>
      kind === 'attempts' && attempts.has(id) ? attempts.get(id) : journal.personalRow(kind, id),
    saveSnapshot: async () => {},
    expired: async () => [],
    purge: async () => nothingPurged,
    jobs: { ...journal.jobs, mine: async () => [] },
    consultations: { ...journal.consultations, add: never },
    software: {
      ...journal.software,
      used: async () => {},
      // Whether the server answers is all that there is to know.
      probe: async () => void (await journal.head()),
    },
  }
}

/**
 * The part of such a host among those of its office: none takes the relay here, the database has its own. Once its standby is
 * promoted, it is started again, and acts.
 */
export function startReplica(dir: string, { journal, standing, promoted }: Replica): Standby {
  const { hostId } = readFollowing(dir)
  let parts: HostParts | undefined
  return {
    dir,
    journal: replicaJournal(journal),
    follows: () => true,
    reads: true,
    refused: () => 'readOnly',
    copied: () => Promise.resolve(true),
    committed: () => {},
    superseded: () => Promise.resolve(false),
    begin: (given) => {
      parts = given
    },
    opened: () => {},
    promote: () => Promise.resolve({ code: 'standbyElsewhere' }),
    state: () =>
      Promise.resolve({
        us: { hostId, urls: [], pins: [] },
        acts: false,
        epoch: parts?.office().epoch ?? 0,
        office: parts?.office().officeId ?? null,
        schema: latestVersion,
        place: { seq: 0, hash: '0'.repeat(64), rev: 0, lineage: null, follows: false },
      }),
    leader: null,
    admits: () => false,
    isLinked: () => false,
    admitted: () => false,
    // No machine follows this one: there is no token to give.
    renew: () => Promise.resolve({ code: 'readOnly' }),
    onRenewed: () => () => {},
    now: () => {
      const { reached, lagSeconds } = standing()
      return {
        follows: true,
        replica: { lagSeconds },
        reached,
        cutOff: false,
        heardAt: null,
        trying: false,
        followers: [],
        lastHeardAt: null,
        linked: false,
        waits: false,
        elsewhere: true,
        apart: 0,
      }
    },
    leave: () => {},
    again: promoted,
    stop: () => Promise.resolve(),
  }
}
