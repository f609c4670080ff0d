import type { PrinterId } from '../../shared/contract/ids.ts'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { QueueClock } from './limit.ts'
import { isPrintFailure, type PrinterPort } from './printer.ts'
import type { PrinterStates } from './states.ts'

/** Milliseconds between two looks at a printer that prints nothing: its roll and its cover are known before they are missed. */
const pace = 60_000
/** The same for one that said something is wrong: what waits for it goes on as soon as there is paper again. */
const troubledPace = 5_000

export type IdleLook = {
  readonly start: () => void
  /** This printer is being asked: many take one connection at a time, so a paper waits for the end of the question. */
  readonly asks: (printerId: PrinterId) => boolean
  readonly stop: () => Promise<void>
}

/** Asks the printers that print nothing how they are, those that can answer. */
export function lookAtIdle({
  clock,
  printers,
  open,
  prints,
  states,
  onAnswer,
}: {
  readonly clock: QueueClock
  readonly printers: () => readonly Printer[]
  readonly open: (printer: Printer) => PrinterPort | undefined
  readonly prints: (printerId: PrinterId) => boolean
  readonly states: PrinterStates
  /** A printer has answered, or could not be asked; `isBack` when it said that it is well after it was not. */
  readonly onAnswer: (printerId: PrinterId, isBack: boolean) => void
}): IdleLook {
  const asking = new Map<PrinterId, Promise<void>>()
  const ending = new AbortController()
  let forget = (): void => {}

  const ask = async (printerId: PrinterId, question: NonNullable<PrinterPort['ask']>) => {
    const before = states.problem(printerId)
    let isBack = false
    try {
      const state = await question(ending.signal)
      if (state) states.put(printerId, state)
      else states.reach(printerId)
      isBack = before !== null && state?.problem === null
    } catch (error) {
      if (!ending.signal.aborted) states.fail(printerId, isPrintFailure(error) ? error.problem : 'noAnswer')
    }
    asking.delete(printerId)
    if (!ending.signal.aborted) onAnswer(printerId, isBack)
  }

  let all = -Infinity
  const look = () => {
    forget = clock.after(troubledPace, look)
    // `abs`: a clock that was set back does not stop the polling.
    const every = Math.abs(clock.now() - all) >= pace
    if (every) all = clock.now()
    for (const printer of printers()) {
      const { printerId } = printer
      const busy = prints(printerId) || asking.has(printerId)
      const due = every || states.problem(printerId) !== null
      const question = busy || !due ? undefined : open(printer)?.ask
      if (question) asking.set(printerId, ask(printerId, question))
    }
  }

  return {
    start: look,
    asks: (printerId) => asking.has(printerId),
    stop: async () => {
      forget()
      ending.abort()
      await Promise.all(asking.values())
    },
  }
}
