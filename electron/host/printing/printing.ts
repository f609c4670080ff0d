import type { Journal } from '../../../db/journal/port.ts'
import type { Instant, JobId, PrinterId } from '../../../shared/contract/ids.ts'
import type { CommandOf } from '../../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import type { CancelReason, PrinterNow, PrintJob } from '../../../shared/contract/printing/calls.ts'
import type { Chromium } from '../../printing/chromium.ts'
import type { PrinterPort } from '../../printing/printer.ts'
import { createPrintQueue } from '../../printing/queue.ts'
import { missingFonts } from '../../printing/fonts.ts'
import type { Log } from '../core/log.ts'
import { has, type Commit } from '../core/part.ts'
import type { Answer } from '../core/answer.ts'

/** What the print queue's own acts need. */
export type PrintInput = {
  readonly jobId: JobId
  readonly printerId?: PrinterId
  readonly reason?: CancelReason
}

/** The print queue as the host uses it. */
export type Printing = {
  /** The latest jobs first. */
  readonly jobs: () => readonly PrintJob[]
  /** How many of the day's documents came out of a printer. */
  readonly printed: () => number
  /** Each printer of the settings, as it last said it was. */
  readonly printers: () => readonly PrinterNow[]
  readonly act: (name: CommandOf<'printing'>, input: PrintInput) => Promise<Answer>
  /** After a commit: new jobs come out, and what is to come out of documents that no longer hold is taken out. */
  readonly committed: (commit: Commit) => void
  readonly close: () => Promise<void>
}

/** Encoders, fonts and codes weigh more than all the rest of the host: they are read when the first paper is printed. */
const whenPrinting = (printer: Printer, chromium: Chromium): PrinterPort => {
  const port = async () => (await import('../../printing/open.ts')).openPrinter(printer, chromium)
  return {
    print: async (request, signal) => (await port())?.print(request, signal),
    // Of the transports only this one brings an answer back.
    ...(printer.transport === 'tcp' ? { ask: async (signal) => (await port())?.ask?.(signal) } : {}),
  }
}

/** Starts the durable queue on the journal's jobs; `chromium` draws and prints pages (Electron's, or a browser on this machine). */
export async function startPrinting({
  journal,
  office,
  prints,
  chromium,
  now,
  log,
  onChange,
}: {
  readonly journal: Journal
  readonly office: () => Office
  /** Whether this machine prints: one that follows another leaves the printers to it. */
  readonly prints: () => boolean
  readonly chromium: Chromium
  /** The office's hour. */
  readonly now: () => Instant
  readonly log: Log
  readonly onChange: () => void
}): Promise<Printing> {
  let latest: readonly PrintJob[] = []
  let states: readonly PrinterNow[] = []
  let printed = 0
  const queue = createPrintQueue({
    jobs: journal.jobs,
    printers: () => (prints() ? (office().settings?.printers ?? []) : []),
    logo: () => office().paper.logo,
    holds: async (documentId) => {
      const row = await journal.documents.row(documentId)
      return row === undefined || (row.cancelledBy === null && row.correctedBy === null)
    },
    open: (printer) => (printer.transport === 'preview' ? undefined : whenPrinting(printer, chromium)),
    clock: {
      now: Date.now,
      after: (ms, act) => {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
    },
    since: () => {
      const zone = zoneOf(office())
      return instantOf(zone, dateIn(zone, now()), 0)
    },
    onChange: (jobs, printers, papers) => {
      printed = papers
      // The queue counts by the machine's clock, which nothing sets back for long; people read the office's hour.
      const shift = now() - Date.now()
      const shifted = (at: Instant | null) => (at === null ? null : ((at + shift) as Instant))
      latest = jobs.map((job) => ({ ...job, nextAt: shifted(job.nextAt) }))
      states = printers.map((printer) => ({ ...printer, since: shifted(printer.since) }))
      onChange()
    },
    onFault: (error) => log.fault('printing', error),
  })
  await queue.start()
  const lacking = missingFonts()
  if (lacking.length > 0) log.info('fontsMissing', { fonts: lacking.join(' ') })
  return {
    jobs: () => latest,
    printed: () => printed,
    printers: () => states,
    act: async (name, { jobId, printerId, reason }) => {
      const act = async () => {
        if (name === 'print.redirect' && printerId !== undefined) return queue.redirect(jobId, printerId)
        if (name === 'print.cancel' && reason !== undefined) return queue.cancel(jobId, reason)
        return queue.retry(jobId)
      }
      const done = await act()
      if (done !== 'done') return { code: done }
      log.info(name, { jobId, ...(printerId ? { printerId } : {}), ...(reason ? { reason } : {}) })
      return { text: '{}' }
    },
    committed: (commit) => {
      if (commit.jobs > 0 || has(commit, 'printersSet')) queue.wake()
      for (const { event } of commit.stored)
        if (event.type === 'documentRelated' && event.data.how !== 'duplicate')
          // What this misses is found by the queue itself, before the first byte.
          queue.withdraw(event.data.documentId).catch((error: unknown) => log.fault('printing', error))
    },
    close: queue.close,
  }
}
