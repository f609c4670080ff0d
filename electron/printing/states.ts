import type { Instant, PrinterId } from '../../shared/contract/ids.ts'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { PrinterNow } from '../../shared/contract/printing/calls.ts'
import { printerSentence } from '../../shared/messages/printing/printing.fr.ts'
import type { PrinterSaid } from './printer.ts'

type State = Pick<PrinterNow, 'since' | 'nearEnd'> & { readonly problem: PrinterSaid['problem'] }

const well: State = { problem: null, since: null, nearEnd: false }

/** How each printer is, as it last said or as its last paper went. It goes with the process: the next try says it again. */
export function printerStates(now: () => number) {
  const states = new Map<PrinterId, State>()

  /** @returns whether anything changed */
  const put = (printerId: PrinterId, said: PrinterSaid): boolean => {
    const before = states.get(printerId) ?? well
    const since = said.problem === null ? null : before.problem === null ? (now() as Instant) : before.since
    states.set(printerId, { problem: said.problem, since, nearEnd: said.nearEnd })
    return before.problem !== said.problem || before.nearEnd !== said.nearEnd
  }

  return {
    put,
    /** What was last wrong with it; null when it was well, or nothing is known. */
    problem: (printerId: PrinterId): PrinterSaid['problem'] => states.get(printerId)?.problem ?? null,
    /** What went wrong; whether the roll is nearly at an end stays as it was last said. */
    fail: (printerId: PrinterId, problem: PrinterSaid['problem']) =>
      put(printerId, { problem, nearEnd: states.get(printerId)?.nearEnd ?? false }),
    /** It printed and says nothing of its paper. */
    mend: (printerId: PrinterId) => put(printerId, { problem: null, nearEnd: false }),
    /** It was reached, and says nothing of itself. */
    reach: (printerId: PrinterId) => {
      const problem = states.get(printerId)?.problem
      if (problem === 'unreachable' || problem === 'noAnswer') states.delete(printerId)
    },
    /** Its address or its paper was changed: what is known of it is of another machine. */
    forget: (printerId: PrinterId) => states.delete(printerId),
    /** The printers of the settings as pages see them. @param waiting papers still to come out of it */
    list: (printers: readonly Printer[], waiting: (printerId: PrinterId) => number): PrinterNow[] =>
      printers.map(({ printerId, name, transport }) => {
        const { problem, since, nearEnd } = states.get(printerId) ?? well
        return {
          printerId,
          name,
          screen: transport === 'preview',
          problem: problem === null ? null : printerSentence(name, problem),
          since,
          nearEnd: nearEnd && problem === null,
          waiting: waiting(printerId),
        }
      }),
  }
}

export type PrinterStates = ReturnType<typeof printerStates>
