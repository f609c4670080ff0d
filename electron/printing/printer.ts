import type { Paper } from '../../shared/contract/documents.ts'
import type { PrinterProblem } from '../../shared/messages/documents.fr.ts'

/** One paper to come out of a printer. */
export type PrintRequest = {
  readonly paper: Paper
  /** For the spooler's list; nothing personal. */
  readonly title: string
  /** It may already have come out, whole or in part: the paper says so. */
  readonly reprint: boolean
}

/**
 * A printer as the queue knows it. Resolves when the paper is out as far as the printer lets us know; rejects
 * with a `PrintFailure` otherwise, and soon after `signal` is aborted.
 */
export type PrinterPort = {
  readonly print: (request: PrintRequest, signal: AbortSignal) => Promise<void>
}

/** Why a paper did not come out. `begun`: something of it may have, so the next try is a reprint. */
export type PrintFailure = Error & { readonly problem: PrinterProblem; readonly begun: boolean }

export const printFailure = (problem: PrinterProblem, begun: boolean, cause?: unknown): PrintFailure =>
  Object.assign(new Error(`print: ${problem}`, { cause }), { problem, begun })

export const isPrintFailure = (error: unknown): error is PrintFailure =>
  error instanceof Error && 'problem' in error && 'begun' in error
