import type { JobChange, JobRow, JobStore } from '../../db/journal/port.ts'
import type { DocumentId, Instant, JobId, PrinterId } from '../../shared/contract/ids.ts'
import type { CancelReason } from '../../shared/contract/printing/calls.ts'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import { jobWords } from '../../shared/messages/printing/printing.fr.ts'

export type JobAnswer = 'done' | 'unknownJob' | 'unknownPrinter' | 'jobAlreadyPrinted' | 'jobCancelled'

/** What people decide of the papers of a queue. */
export type JobDecisions = {
  readonly redirect: (jobId: JobId, printerId: PrinterId) => Promise<JobAnswer>
  readonly retry: (jobId: JobId) => Promise<JobAnswer>
  /** It is not to come out any more; what is under way is cut short. */
  readonly cancel: (jobId: JobId, reason: CancelReason) => Promise<JobAnswer>
  /** A document was cancelled or replaced: its papers that have not come out are taken out of the queue. */
  readonly withdraw: (documentId: DocumentId) => Promise<void>
}

/** A paper that is coming out of a printer. */
export type Running = {
  readonly jobId: JobId
  readonly controller: AbortController
  readonly done: Promise<void>
  /** What becomes of the job instead, once the printer has let go of it. */
  instead: JobChange | null
}

/** What becomes of the paper of a document that no longer holds. */
export const withdrawn: JobChange = { state: 'cancelled', problem: jobWords.documentCancelled }

/** Takes decisions on the jobs of a queue, whose papers may be coming out meanwhile. */
export function jobDecisions({
  jobs,
  printerOf,
  runningJob,
  holds,
  now,
  wake,
}: {
  readonly jobs: JobStore
  readonly printerOf: (printerId: PrinterId) => Printer | undefined
  readonly runningJob: (jobId: JobId) => Running | undefined
  /** Whether the document of a job still holds. */
  readonly holds: (row: Pick<JobRow, 'documentId'>) => Promise<boolean>
  readonly now: () => Instant
  /** The queue is to look at its jobs again. */
  readonly wake: () => void
}): JobDecisions {
  /** What people decide of a job, now or as soon as its printer has let go of it; too late once it has come out. */
  async function change(jobId: JobId, instead: JobChange): Promise<JobAnswer> {
    const row = await jobs.get(jobId)
    if (!row) return 'unknownJob'
    const current = runningJob(jobId)
    if (current) {
      current.instead = instead
      current.controller.abort()
      await current.done
      return (await jobs.get(jobId))?.state === 'printed' ? 'jobAlreadyPrinted' : 'done'
    }
    if (row.state === 'printed') return 'jobAlreadyPrinted'
    await jobs.update(jobId, instead)
    wake()
    return 'done'
  }

  return {
    redirect: async (jobId, printerId) => {
      if (!printerOf(printerId)) return 'unknownPrinter'
      const row = await jobs.get(jobId)
      if (row && !(await holds(row))) return 'jobCancelled'
      return change(jobId, { printerId, state: 'waiting', attempts: 0, problem: null, nextAt: now() })
    },
    cancel: async (jobId, reason) => {
      const state = (await jobs.get(jobId))?.state
      if (state === 'cancelled') return 'done'
      // Shown on a screen, it waits for nobody.
      if (state === 'preview') return 'jobAlreadyPrinted'
      return change(jobId, { state: 'cancelled', problem: jobWords.cancelled[reason] })
    },
    async retry(jobId) {
      const row = await jobs.get(jobId)
      if (!row) return 'unknownJob'
      if (row.state === 'printed') return 'jobAlreadyPrinted'
      // Someone cancelled it meanwhile: whoever wants it all the same says on which printer.
      if (row.state === 'cancelled') return 'jobCancelled'
      if (!runningJob(jobId) && row.state === 'retrying') {
        await jobs.update(jobId, { state: 'waiting', nextAt: now() })
      }
      wake()
      return 'done'
    },
    async withdraw(documentId) {
      for (const row of await jobs.mine())
        if (row.documentId === documentId) await change(row.jobId, withdrawn)
    },
  }
}
