import type { Paper } from '../../shared/contract/documents/papers.ts'
import type { PrinterProblem } from '../../shared/messages/printing/printing.fr.ts'

/** One paper to come out of a printer. */
export type PrintRequest = {
  /** The job's own id: what is written twice for one job bears one name. */
  readonly jobId: string
  readonly paper: Paper
  /** For the spooler's list; nothing personal. */
  readonly title: string
  /** It may already have come out, whole or in part: the paper says so. */
  readonly reprint: boolean
  /** The office's picture for A4, as a data address; absent where it has none. */
  readonly logo?: string
}

/** How a printer that can answer says it is. */
export type PrinterSaid = { readonly problem: PrinterProblem | null; readonly nearEnd: boolean }

/**
 * A printer as the queue knows it. `print` resolves when the paper is out as far as the printer lets us know, with
 * what it said of itself then; it rejects with a `PrintFailure` otherwise, and soon after `signal` is aborted.
 */
export type PrinterPort = {
  readonly print: (request: PrintRequest, signal: AbortSignal) => Promise<PrinterSaid | undefined>
  /** Asks how the printer is, and prints nothing; absent where no answer comes back by this way. */
  readonly ask?: (signal: AbortSignal) => Promise<PrinterSaid | undefined>
}

/** Why a paper did not come out. `begun`: something of it may have, so the next try is a reprint. */
export type PrintFailure = Error & { readonly problem: PrinterProblem; readonly begun: boolean }

export const printFailure = (problem: PrinterProblem, begun: boolean, cause?: unknown): PrintFailure =>
  Object.assign(new Error(`print: ${problem}`, { cause }), { problem, begun })

export const isPrintFailure = (error: unknown): error is PrintFailure =>
  error instanceof Error && 'problem' in error && 'begun' in error
