import type { JobRow, JobStore } from '../../db/journal/port.ts'
import type { DocumentId, Instant, JobId, PrinterId } from '../../shared/contract/ids.ts'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { PrinterNow, PrintJob } from '../../shared/contract/printing/calls.ts'
import { jobWords, printerSentence } from '../../shared/messages/printing/printing.fr.ts'
import { printerChanges } from './changes.ts'
import { jobDecisions, type JobDecisions, type Running, withdrawn } from './decisions.ts'
import { type QueueClock, withinLimit } from './limit.ts'
import { lookAtIdle } from './idle.ts'
import { queueSeen } from './queueSeen.ts'
import { delayAfter, delayOf } from './retries.ts'
import { isPrintFailure, type PrinterPort, printFailure } from './printer.ts'
import { printerStates } from './states.ts'

export type PrintQueueOptions = {
  readonly jobs: JobStore
  /** The printers of the settings, as they are now. */
  readonly printers: () => readonly Printer[]
  /** The office's picture as it is now; null where it has none. */
  readonly logo?: () => string | null
  /** Whether a document still holds: the paper of one that was cancelled or replaced does not come out any more. */
  readonly holds?: (documentId: DocumentId) => Promise<boolean>
  /** Undefined for a printer that keeps its papers on the screen. */
  readonly open: (printer: Printer) => PrinterPort | undefined
  readonly clock: QueueClock
  /** From when printed documents are counted: the beginning of the day. All of them where it is absent. */
  readonly since?: () => Instant
  /** The jobs still to come out and the latest ones, the latest first, how each printer is, and the papers that came out; each time one changed. */
  readonly onChange: (jobs: readonly PrintJob[], printers: readonly PrinterNow[], printed: number) => void
  /** What no one foresaw (storage, a bug): to be logged. The queue goes on. */
  readonly onFault: (error: unknown) => void
}

export type PrintQueue = JobDecisions & {
  /** Takes up what a stop or a crash left: a paper that was coming out is printed again, and says so. */
  readonly start: () => Promise<void>
  /** New jobs were stored, or the settings changed: looks again. Never waits for a printer. */
  readonly wake: () => void
  /** Stops printing; what was under way is left to the next start. */
  readonly close: () => Promise<void>
}

/**
 * The durable print queue: one paper at a time on each printer, in order; a printer that fails is tried again
 * and holds up neither the others nor the caller. Jobs live in the store; nothing here is lost with the process.
 */
export function createPrintQueue(options: PrintQueueOptions): PrintQueue {
  const { jobs, clock, onFault } = options
  const running = new Map<PrinterId, Running>()
  const timers = new Map<PrinterId | 'store', () => void>()
  const states = printerStates(clock.now)
  const idle = lookAtIdle({
    clock,
    printers: options.printers,
    open: options.open,
    prints: (printerId) => running.has(printerId),
    states,
    onAnswer: (printerId, isBack) => {
      if (isBack) back.add(printerId)
      wake()
    },
  })
  const changes = printerChanges((printerId) => running.has(printerId))
  /** Printers that said they are well again: what waits for them does not wait for the end of its delay. */
  const back = new Set<PrinterId>()
  /** Papers that could not be drawn: the paper's fault, so those behind pass. */
  const undrawn = new Set<JobId>()
  let looking: Promise<void> | null = null
  let lookAgain = false
  let closed = false

  const now = () => clock.now() as Instant
  const printerOf = (printerId: PrinterId) => options.printers().find((one) => one.printerId === printerId)

  const aSecond = () => new Promise<void>((resolve) => clock.after(1_000, resolve))
  const runningJob = (jobId: JobId) => [...running.values()].find((entry) => entry.jobId === jobId)

  async function tell(): Promise<void> {
    const seen = await queueSeen(jobs, options.printers(), states, options.since?.() ?? (0 as Instant))
    options.onChange(seen.jobs, seen.printers, seen.printed)
  }

  function wake(): void {
    lookAgain = true
    looking ??= lookUntilQuiet().finally(() => {
      looking = null
      if (lookAgain && !closed) wake()
    })
  }

  async function lookUntilQuiet(): Promise<void> {
    while (lookAgain && !closed) {
      lookAgain = false
      try {
        await look()
        await tell()
      } catch (error) {
        onFault(error)
        later('store', 1_000)
      }
    }
  }

  function later(whose: PrinterId | 'store', ms: number): void {
    timers.get(whose)?.()
    timers.set(
      whose,
      clock.after(ms, () => {
        timers.delete(whose)
        wake()
      }),
    )
  }

  /** One look at the store: settles what has no printer any more, then starts what is due on each free printer. */
  async function look(): Promise<void> {
    const printers = new Map(options.printers().map((printer) => [printer.printerId, printer]))
    const mended = changes(options.printers())
    for (const printerId of mended) states.forget(printerId)
    for (const [printerId, { controller }] of running) if (!printers.has(printerId)) controller.abort()

    const lanes = new Map<PrinterId, JobRow[]>()
    for (const row of await jobs.mine()) {
      if (runningJob(row.jobId)) continue
      const printer = printers.get(row.printerId)
      if (!printer) {
        await jobs.update(row.jobId, { state: 'cancelled', problem: jobWords.printerRemoved })
      } else if (printer.transport === 'preview') {
        await jobs.update(row.jobId, { state: 'preview', problem: null })
      } else {
        const due: JobRow =
          mended.has(row.printerId) || back.has(row.printerId) ? { ...row, state: 'waiting' } : row
        const lane = lanes.get(row.printerId)
        if (lane) lane.push(due)
        else lanes.set(row.printerId, [due])
      }
    }
    back.clear()
    for (const [printerId, lane] of lanes) {
      const printer = printers.get(printerId)
      // A printer that is being asked how it is comes back with its answer.
      if (printer && !running.has(printerId) && !idle.asks(printerId)) advance(printer, lane)
    }
  }

  /** Starts the first paper of a printer that may come out now, else comes back when it may. */
  function advance(printer: Printer, lane: readonly JobRow[]): void {
    timers.get(printer.printerId)?.()
    timers.delete(printer.printerId)
    let soonest = Infinity
    for (const row of lane) {
      const wait = delayOf(row, clock.now())
      if (wait === 0) return begin(printer, row)
      soonest = Math.min(soonest, wait)
      if (!undrawn.has(row.jobId)) break
    }
    later(printer.printerId, soonest)
  }

  function begin(printer: Printer, row: JobRow): void {
    const controller = new AbortController()
    let finish = (): void => {}
    const done = new Promise<void>((resolve) => (finish = resolve))
    const entry: Running = { jobId: row.jobId, controller, done, instead: null }
    running.set(printer.printerId, entry)
    void run(printer, row, entry).finally(() => {
      running.delete(printer.printerId)
      finish()
      if (!closed) wake()
    })
  }

  async function run(printer: Printer, seen: JobRow, entry: Running): Promise<void> {
    let row = seen
    let attempts = 0
    try {
      // What `look` read may be old by now: the job may have been sent elsewhere meanwhile.
      // Stored before the first byte goes out: after a crash the paper is known to be perhaps printed.
      const fresh = await jobs.take(seen.jobId, printer.printerId)
      if (!fresh) {
        // Settled or sent elsewhere since it was seen; else another host has it, or prints there.
        const left = (await jobs.mine()).some(
          ({ jobId, printerId }) => jobId === seen.jobId && printerId === printer.printerId,
        )
        return left ? await aSecond() : undefined
      }
      row = fresh
      if (!(await holds(row))) {
        await jobs.update(row.jobId, withdrawn)
        return
      }
      attempts = row.attempts
      await tell()
    } catch (error) {
      onFault(error)
      return await aSecond()
    }
    try {
      const port = options.open(printer)
      if (!port) throw printFailure('badAddress', false)
      const { jobId, paper, title, interrupted } = row
      const { controller } = entry
      const logo = options.logo?.() ?? null
      const state = await withinLimit(
        clock,
        controller,
        port.print(
          { jobId, paper, title, reprint: interrupted, ...(logo === null ? {} : { logo }) },
          controller.signal,
        ),
      )
      if (state) states.put(printer.printerId, state)
      else states.mend(printer.printerId)
      undrawn.delete(row.jobId)
      await keep(() => jobs.update(row.jobId, { state: 'printed', problem: null }))
    } catch (error) {
      await failed(printer, { ...row, attempts }, entry, error)
    }
  }

  async function failed(printer: Printer, row: JobRow, entry: Running, error: unknown): Promise<void> {
    const failure = isPrintFailure(error) ? error : printFailure('drawing', false, error)
    if (!isPrintFailure(error)) onFault(error)
    if (failure.problem === 'drawing') undrawn.add(row.jobId)
    else undrawn.delete(row.jobId)
    const interrupted = row.interrupted || failure.begun
    if (entry.instead !== null) return keep(() => jobs.update(row.jobId, { ...entry.instead, interrupted }))
    // Stopped by us: due at once at the next start.
    if (closed) return keep(() => jobs.update(row.jobId, { state: 'waiting', interrupted }))
    // Whoever cancelled it there does not want it tried again a second later: it can be sent anywhere by hand.
    if (failure.problem === 'cancelledThere')
      return keep(() =>
        jobs.update(row.jobId, { state: 'cancelled', problem: jobWords.cancelledThere, interrupted }),
      )
    if (failure.problem !== 'drawing') states.fail(printer.printerId, failure.problem)
    return keep(() =>
      jobs.update(row.jobId, {
        state: 'retrying',
        problem: printerSentence(printer.name, failure.problem),
        nextAt: (clock.now() + delayAfter(row.attempts)) as Instant,
        interrupted,
      }),
    )
  }

  const holds = async ({ documentId }: Pick<JobRow, 'documentId'>): Promise<boolean> =>
    documentId === null || ((await options.holds?.(documentId)) ?? true)

  /** What a printer did must be stored, else it would do it again: tried until the store takes it. */
  async function keep(store: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await store()
      } catch (error) {
        onFault(error)
        if (closed) return
        await aSecond()
      }
    }
  }

  return {
    async start() {
      for (const row of await jobs.mine()) {
        if (row.state === 'printing') {
          await jobs.update(row.jobId, { state: 'waiting', nextAt: now(), interrupted: true })
        }
      }
      wake()
      idle.start()
    },
    wake,
    ...jobDecisions({ jobs, printerOf, runningJob, holds, now, wake }),
    async close() {
      closed = true
      for (const forget of timers.values()) forget()
      timers.clear()
      for (const { controller } of running.values()) controller.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
      await idle.stop()
      await looking
    },
  }
}
