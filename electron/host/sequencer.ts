import { StorageError } from '../../db/errors.ts'
import type { Recorded, Who } from '../../shared/contract/events.ts'
import type { Purged } from '../../db/journal/port.ts'
import type { CommandId, Instant, Seq } from '../../shared/contract/ids.ts'
import type { ErrorCode } from '../../shared/contract/refusals.ts'
import type { DomainCommand, Personal } from '../../shared/domain/decision.ts'
import { evolveVersion } from '../../shared/domain/evolve.ts'
import type { Office } from '../../shared/domain/office.ts'
import { freeze } from '../../shared/domain/snapshot.ts'
import { decideAll, type Act, type Answer, type DecidingOptions } from './deciding.ts'
import { readPersonal } from './personal.ts'
import { restored } from './restore.ts'

export type Sequencer = {
  readonly office: () => Office
  readonly seq: () => Seq
  /** The instant of the last event: none is ever earlier. */
  readonly at: () => Instant
  readonly personal: () => Personal
  /** One act, decided in its turn; the promise resolves when it is durable. Never rejects. */
  readonly act: (who: Who, name: DomainCommand, input: unknown, commandId: CommandId) => Promise<Answer>
  /** Forgets what has had its time, in the tables and here; waits its turn among the acts. */
  readonly purge: (now: Instant) => Promise<Purged>
  /** No act is taken any more; resolves when those under way are answered and the state is saved. */
  readonly stop: () => Promise<void>
}

export type SequencerOptions = DecidingOptions & {
  /** What was just stored (possibly nothing but personal rows or jobs): views are to be computed again. */
  readonly onCommit: (stored: readonly Recorded[], jobs: number) => void
}

type Waiting = Act & { readonly resolve: (answer: Answer) => void }

/** So many acts go into one commit at most. */
const largestGroup = 256
/** Events between two snapshots: a restart reads at most that many. */
const snapshotEvery = 5000

/**
 * Decides one act after another on the growing state, stores them in one durable transaction, and only then
 * answers. What waits while a commit runs goes into the next one together. When another host of the office
 * stored first (a conflict), what it stored is read and the acts are decided again.
 */
export async function startSequencer(options: SequencerOptions): Promise<Sequencer> {
  const { journal, log } = options
  let state = await restored(journal)
  let savedAt = state.seq
  const waiting: Waiting[] = []
  let turn: Promise<void> | null = null
  let stopped = false

  /** What came while the last commit ran is still being read: those acts go together. */
  let reading = false
  let commits = 0

  // An act that comes alone is decided at once. After a commit the event loop first reads all that came meanwhile:
  // the second immediate runs when it has. (In Electron's processes an immediate wakes another thread: 0.1 ms.)
  const schedule = () => {
    turn ??= (reading ? new Promise<void>((done) => setImmediate(done)) : Promise.resolve())
      .then(run)
      .finally(() => {
        turn = null
        if (waiting.length > 0) schedule()
      })
  }

  const readBeforeNext = () => {
    const mine = ++commits
    reading = true
    setImmediate(() =>
      setImmediate(() => {
        if (mine === commits) reading = false
      }),
    )
  }

  async function run(): Promise<void> {
    const group = waiting.splice(0, largestGroup)
    readBeforeNext()
    try {
      await commit(group)
    } catch (error) {
      const code = storageCode(error)
      log.fault('append', error, { acts: group.map(({ name }) => name) })
      for (const { resolve } of group) resolve({ code })
    }
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    for (;;) {
      const taken = await decideAll(state, group, options)
      const { batch, answers } = taken
      const nothing =
        batch.events.length + batch.personal.length + batch.jobs.length + batch.answers.length === 0
      const result = nothing ? { stored: [] } : await journal.append(state.seq, batch)
      if (result === 'conflict') {
        state = await restored(journal, state)
        continue
      }
      const changed = batch.events.length + batch.personal.length + batch.jobs.length > 0
      state = taken.after
      group.forEach(({ resolve }, at) => resolve(answers[at]!))
      if (changed) options.onCommit(result.stored, batch.jobs.length)
      if (
        state.seq - savedAt >= snapshotEvery ||
        result.stored.some(({ event }) => event.type === 'dayClosed')
      )
        await save()
      return
    }
  }

  async function save(): Promise<void> {
    if (state.seq === savedAt) return
    try {
      await journal.saveSnapshot({ seq: state.seq, evolveVersion, state: freeze(state.office) })
      savedAt = state.seq
    } catch (error) {
      // A snapshot only spares time: the journal tells everything again.
      log.fault('snapshot', error)
    }
  }

  async function purge(now: Instant): Promise<Purged> {
    const purged = await journal.purge(now)
    if (purged.personal > 0) state = { ...state, personal: await readPersonal(journal) }
    return purged
  }

  return {
    office: () => state.office,
    seq: () => state.seq,
    at: () => state.at,
    personal: () => ({ ...state.personal, document: null }),
    act: (who, name, input, commandId) =>
      new Promise((resolve) => {
        if (stopped) return resolve({ code: 'closing' })
        waiting.push({ who, name, input, commandId, resolve })
        schedule()
      }),
    purge: async (now) => {
      // A turn of its own: an act decided meanwhile would write rows that the tables read before don't have.
      while (turn) await turn
      const mine = purge(now)
      turn = mine
        .then(
          () => undefined,
          () => undefined,
        )
        .finally(() => {
          turn = null
          if (waiting.length > 0) schedule()
        })
      return mine
    },
    stop: async () => {
      stopped = true
      while (turn) await turn
      await save()
    },
  }
}

/** What a person hears when the disk refuses: full has its own sentence. */
const storageCode = (error: unknown): ErrorCode =>
  error instanceof StorageError && error.code === 'diskFull' ? 'storageFull' : 'fault'
