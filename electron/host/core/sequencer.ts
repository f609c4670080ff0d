import { StorageError } from '../../../db/errors.ts'
import type { Recorded, Who } from '../../../shared/contract/events.ts'
import type { Batch, Journal, Purged } from '../../../db/journal/port.ts'
import type { CommandId, Instant, Seq } from '../../../shared/contract/ids.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { commandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Sealed } from '../../../shared/domain/people/state.ts'
import { forgetting } from './forgetting.ts'
import type { Answer } from './answer.ts'
import type { Act, DecideAll, Ready } from './acting.ts'
import type { OfficeKey } from './officeKey.ts'
import type { Log } from './log.ts'
import { startGroups } from './groups.ts'
import { startSaving } from './saving.ts'
import { caughtUp, restored } from './fromJournal.ts'
import { storageCode } from './storageCode.ts'

export type Sequencer = {
  readonly office: () => Office
  readonly seq: () => Seq
  /** The instant of the last event: none is ever earlier. */
  readonly at: () => Instant
  readonly personal: () => Personal
  /** One act, decided in its turn; the promise resolves when it is durable. Never rejects. */
  readonly act: (
    who: Who,
    name: DomainCommand,
    input: unknown,
    commandId: CommandId,
    sealed?: Sealed,
    ready?: Ready,
  ) => Promise<Answer>
  /** When an act that gives way to no other was last asked, as `performance.now` tells it. */
  readonly actedAt: () => number
  /** Forgets what has had its time, in the tables and here; waits its turn among the acts. */
  readonly purge: (now: Instant) => Promise<Purged>
  /** From now on, what other hosts of the office store is taken in soon after it was, and told. */
  readonly followOthers: () => void
  /** No act is taken any more; resolves when those under way are answered and the state is saved. */
  readonly stop: () => Promise<void>
}

export type SequencerOptions = {
  readonly journal: Journal
  readonly key: OfficeKey
  readonly log: Log
  readonly decideAll: DecideAll
  /**
   * What was just stored, here or by another host (possibly nothing but personal rows or jobs): views are to be computed again.
   * Called once the acts are answered, and before another one is decided.
   */
  readonly onCommit: (stored: readonly Recorded[], jobs: number) => void
  /** Why this act is not taken now, if it isn't: another machine of the office acts, or the journal is not what was signed. */
  readonly refused?: ((name: DomainCommand) => ErrorCode | undefined) | undefined
  /** Whether what was just stored is durable on another machine too, where nothing is said before it is. */
  readonly copied?: (() => Promise<boolean>) | undefined
  /** The journal is not the one that was read any more: the office is to be opened again. */
  readonly onOtherJournal?: (() => void) | undefined
}

type Stored = Awaited<ReturnType<Journal['append']>> | 'doubt'

type Waiting = Act & { readonly resolve: (answer: Answer) => void }

/** An act that comes within this share of the time that the last commit took came while it ran, with others behind it. */
const behind = 1 / 6

/**
 * Decides one act after another on the growing state, stores them in one durable transaction, and only then
 * answers. What waits while a commit runs goes into the next one together. When another host of the office
 * stored first (a conflict), what it stored is read and the acts are decided again; what it stores is taken in anyway,
 * soon after it was.
 */
export async function startSequencer(options: SequencerOptions): Promise<Sequencer> {
  const { journal, log } = options
  let state = await restored(journal, options.key.publicKey)
  const waiting: Waiting[] = []
  const nextOf = startGroups<Waiting>()
  let turn: Promise<void> | null = null
  let actedAt = -Infinity
  let stopped = false
  /** Another host may have stored something. */
  let heard = false
  /** The disk may hold more than is known here, and could not be read. */
  let unread = false
  /** What is known here is of another journal: nothing is decided or saved of it. */
  let lost = false
  let unheard = () => {}

  /** When the last commit was told, and until when what comes came while it ran. */
  let crowdedUntil = -Infinity
  /** What was stored and not told yet. */
  const untold: (() => void)[] = []

  // An act that comes alone is decided at once. One that comes right after a commit waited for it, as others may have: the
  // event loop first reads them all. (In Electron's processes an immediate wakes another thread, 0.1 ms: a lone act has none.)
  const schedule = () => {
    turn ??= (
      performance.now() < crowdedUntil ? new Promise<void>((done) => setImmediate(done)) : Promise.resolve()
    )
      .then(run)
      .finally(() => {
        turn = null
        if (waiting.length > 0 || heard) schedule()
      })
  }

  const tell = () => {
    for (const told of untold.splice(0)) {
      try {
        told()
      } catch (error) {
        log.fault('told', error)
      }
    }
  }

  async function run(): Promise<void> {
    tell()
    if (heard || unread) await takeInHeard()
    const group = nextOf(waiting)
    if (group.length === 0) return
    const began = performance.now()
    try {
      await commit(group)
    } catch (error) {
      const code = storageCode(error)
      log.fault('append', error, { acts: group.map(({ name }) => name) })
      checkLost(code)
      for (const { resolve } of group) resolve({ code })
    }
    const waitedFor = (performance.now() - began) * behind
    crowdedUntil = performance.now() + waitedFor
    // In a tick: the answers leave in the promises before it.
    process.nextTick(() => {
      tell()
      crowdedUntil = performance.now() + waitedFor
    })
    return saving.turnEnded()
  }

  /** What is done alone, between the acts. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = work()
    const ended = () => undefined
    turn = mine.then(ended, ended).finally(() => {
      turn = null
      if (waiting.length > 0 || heard) schedule()
    })
    return mine
  }

  /**
   * What was stored meanwhile by another host, or erased.
   * @param jobs print jobs that may be new
   * @returns whether anything changed
   */
  async function takeIn(jobs: number): Promise<boolean> {
    const { state: after, stored } = await caughtUp(journal, state)
    const moved = after.seq !== state.seq || after.personal !== state.personal
    state = after
    if (moved || jobs > 0) {
      untold.push(() => options.onCommit(stored, jobs))
      tell()
    }
    return moved
  }

  async function takeInHeard(): Promise<void> {
    heard = false
    try {
      await takeIn(1)
      unread = false
    } catch (error) {
      // Heard again once the server is back; a disk is read again before the next act.
      log.fault('others', error)
      checkLost(storageCode(error))
    }
  }

  function checkLost(code: ErrorCode): void {
    if (code !== 'journalBehind' || lost) return
    lost = true
    options.onOtherJournal?.()
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    let doubted = false
    for (;;) {
      const taken = await options.decideAll(state, group)
      const { batch, answers } = taken
      const nothing =
        batch.events.length + batch.personal.length + batch.jobs.length + batch.answers.length === 0
      // A refusal is as good as what it was decided on: nothing is stored with it that would conflict.
      if (nothing && journal.others !== null && (await takeIn(0))) continue
      const result: Stored = nothing ? { stored: [] } : await store(batch, doubted)
      if (result === 'conflict' || result === 'doubt') {
        doubted ||= result === 'doubt'
        await takeIn(1)
        continue
      }
      const changed = batch.events.length + batch.personal.length + batch.jobs.length > 0
      state = taken.after
      // Nothing is answered, shown or printed of what one disk alone has, where two are asked for.
      const copied = (await options.copied?.()) ?? true
      group.forEach(({ resolve }, at) => resolve(copied ? answers[at]! : uncopied(answers[at]!)))
      if (changed) untold.push(() => options.onCommit(result.stored, batch.jobs.length))
      saving.committed(result.stored)
      return
    }
  }

  /** @param doubted an earlier try of these acts failed in doubt: what fails again is a fault */
  async function store(batch: Batch, doubted: boolean): Promise<Stored> {
    try {
      return await journal.append(state.seq, batch)
    } catch (error) {
      // The same act may have been answered by another host at the same instant, without an event that would conflict:
      // decided again, it finds that answer.
      if (journal.others !== null && !(error instanceof StorageError) && !doubted) return 'doubt'
      if (await isStored(batch)) return 'conflict'
      throw error
    }
  }

  /**
   * Whether the disk stored what it said that it could not: decided again, these acts find their answers. A database on
   * another machine finds out by itself.
   */
  async function isStored({ answers: [first] }: Batch): Promise<boolean> {
    if (journal.others !== null) return false
    try {
      const { seq } = await journal.head()
      return (
        seq !== state.seq || (first !== undefined && (await journal.answer(first.commandId)) !== undefined)
      )
    } catch (error) {
      log.fault('unread', error)
      unread = true
      return false
    }
  }

  const saving = startSaving(options, {
    state: () => (lost ? undefined : state),
    alone: (work) => {
      if (turn === null && !stopped) void inTurn(work)
    },
  })

  /** What has had its time goes with the event that counts it, in one transaction; another host may have erased it first. */
  async function forget(now: Instant): Promise<void> {
    for (;;) {
      const gone = state.office.officeId === null ? [] : await journal.expired(now)
      if (gone.length === 0) return
      const { events, personal } = forgetting(gone, Math.max(now, state.at) as Instant, state.office.officeId)
      const result = await journal.append(state.seq, { events, personal, answers: [], jobs: [] })
      await takeIn(1)
      if (result !== 'conflict') return
    }
  }

  async function purge(now: Instant): Promise<Purged> {
    try {
      await forget(now)
    } catch (error) {
      unread = true
      throw error
    }
    const purged = await journal.purge(now)
    if (purged.personal > 0) await takeIn(0)
    return purged
  }

  return {
    office: () => state.office,
    seq: () => state.seq,
    at: () => state.at,
    personal: () => ({ ...state.personal, document: null }),
    act: (who, name, input, commandId, sealed, ready) =>
      new Promise((resolve) => {
        if (stopped) return resolve({ code: 'closing' })
        if (lost) return resolve({ code: 'journalBehind' })
        const code = options.refused?.(name)
        if (code) return resolve({ code })
        if (commandOf(name).givesWay !== true) actedAt = performance.now()
        waiting.push({ who, name, input, commandId, sealed, ready, resolve })
        schedule()
      }),
    actedAt: () => actedAt,
    purge: async (now) => {
      // A turn of its own: an act decided meanwhile would write rows that the tables read before don't have.
      while (turn) await turn
      return inTurn(() => purge(now))
    },
    followOthers: () => {
      unheard =
        journal.others?.onStored(() => {
          heard = true
          if (!stopped) schedule()
        }) ?? unheard
    },
    stop: async () => {
      stopped = true
      unheard()
      saving.stop()
      while (turn) await turn
      tell()
      await saving.save()
    },
  }
}

/** The answer of an act that is stored here and not yet copied: asked again by its id once the other machine is back, it is given. */
const uncopied = (answer: Answer): Answer => ('text' in answer ? { code: 'followerAway' } : answer)
