import type { JobRow, JobStore } from '../../db/journal/port.ts'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import type { PrinterNow, PrintJob } from '../../shared/contract/printing/calls.ts'
import { jobWords } from '../../shared/messages/printing/printing.fr.ts'
import type { PrinterStates } from './states.ts'

/** How many of the latest jobs pages get, and of those still to come out, the oldest first. */
const latest = 50
const ahead = 200

/**
 * The queue as pages see it: jobs still to come out and the last ones, the latest first, each printer, and how many of the
 * documents issued since then came out.
 */
export async function queueSeen(
  jobs: JobStore,
  printers: readonly Printer[],
  states: PrinterStates,
  since: Instant,
): Promise<{
  readonly jobs: readonly PrintJob[]
  readonly printers: readonly PrinterNow[]
  readonly printed: number
}> {
  const names = new Map(printers.map(({ printerId, name }) => [printerId, name]))
  const found = [...(await jobs.recent(latest)), ...(await jobs.open(ahead))]
  const waiting = await jobs.waiting()
  return {
    printed: await jobs.printed(since),
    jobs: [...new Map(found.map((row) => [row.jobId, row])).values()]
      .toSorted((one, other) => other.createdAt - one.createdAt || (one.jobId < other.jobId ? 1 : -1))
      .map((row) => pageJob(row, names.get(row.printerId) ?? row.printerId)),
    printers: states.list(printers, (printerId) => waiting.get(printerId) ?? 0),
  }
}

/** A job as pages see it: without the paper, with the printer's name. */
function pageJob(row: JobRow, printer: string): PrintJob {
  // A cancelled job stores its reason as its problem: its printer was removed, or the reason that a person typed.
  const hasReason = row.state === 'cancelled' && row.problem !== jobWords.printerRemoved
  return {
    jobId: row.jobId,
    printerId: row.printerId,
    printer,
    title: row.title,
    documentId: row.documentId,
    state: row.state,
    attempts: row.attempts,
    problem: hasReason ? null : row.problem,
    reason: hasReason ? row.problem : null,
    createdAt: row.createdAt,
    nextAt: row.state === 'retrying' ? row.nextAt : null,
    reprint: row.interrupted,
  }
}
