import type { Journal } from '../../db/journal/port.ts'
import type { PrintJob } from '../../shared/contract/documents.ts'
import type { JobId, PrinterId } from '../../shared/contract/ids.ts'
import type { Office } from '../../shared/domain/office.ts'
import type { Printer } from '../../shared/contract/office.ts'
import type { Chromium } from '../printing/chromium.ts'
import type { PrinterPort } from '../printing/printer.ts'
import { createPrintQueue } from '../printing/queue.ts'
import type { Log } from './log.ts'
import type { Answer } from './deciding.ts'

/** The print queue as the host uses it. */
export type Printing = {
  /** The latest jobs first. */
  readonly jobs: () => readonly PrintJob[]
  readonly act: (
    name: 'print.retry' | 'print.redirect',
    input: { readonly jobId: JobId; readonly printerId?: PrinterId },
  ) => Promise<Answer>
  /** New jobs, or other printers. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/** Encoders, fonts and codes weigh more than all the rest of the host: they are read when the first paper is printed. */
const whenPrinting = (printer: Printer, chromium: Chromium): PrinterPort => ({
  print: async (request, signal) => {
    const { openPrinter } = await import('../printing/open.ts')
    await openPrinter(printer, chromium)?.print(request, signal)
  },
})

/** Starts the durable queue on the journal's jobs; `chromium` draws and prints pages (Electron's, or a browser on this machine). */
export async function startPrinting({
  journal,
  office,
  chromium,
  log,
  onChange,
}: {
  readonly journal: Journal
  readonly office: () => Office
  readonly chromium: Chromium
  readonly log: Log
  readonly onChange: () => void
}): Promise<Printing> {
  let latest: readonly PrintJob[] = []
  const queue = createPrintQueue({
    jobs: journal.jobs,
    printers: () => office().settings?.printers ?? [],
    open: (printer) => (printer.transport === 'preview' ? undefined : whenPrinting(printer, chromium)),
    clock: {
      now: Date.now,
      after: (ms, act) => {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
    },
    onChange: (jobs) => {
      latest = jobs
      onChange()
    },
    onFault: (error) => log.fault('printing', error),
  })
  await queue.start()
  return {
    jobs: () => latest,
    act: async (name, { jobId, printerId }) => {
      const done =
        name === 'print.redirect' && printerId !== undefined
          ? await queue.redirect(jobId, printerId)
          : await queue.retry(jobId)
      return done === 'done' ? { text: '{}' } : { code: done }
    },
    wake: queue.wake,
    stop: queue.close,
  }
}
