import { readdirSync } from 'node:fs'
import type { Journal } from '../../db/journal/port.ts'
import { openJournal } from '../../db/open.ts'
import { createPrintQueue } from '../../electron/printing/queue.ts'
import { rawPaper } from '../../electron/printing/raw.ts'
import { tcpPrinter } from '../../electron/printing/tcp.ts'
import { Instant, JobId } from '../../shared/contract/ids.ts'
import { Printer } from '../../shared/contract/printing/printers.ts'
import { uuidv7 } from 'uuidv7'
import { documentPaper, someFacts } from '../fixtures/papers.ts'

// The print queue alone, so that nothing else is in its heap: `node --expose-gc print200Child.ts FOLDER ADDRESS COUNT`
// prints papers one after another, twice, and says on one line what it holds after each time.
const [folder = '', address = '', count = '200'] = process.argv.slice(2)

const printer = Printer.parse({
  printerId: 'accueil',
  name: 'Accueil',
  transport: 'tcp',
  address,
  paper: 'thermal80',
})
const noBrowser = () => Promise.reject(new Error('no browser'))
const paper = documentPaper(someFacts())
const journal: Journal = await openJournal(folder)
const settled = new Map<string, (at: number) => void>()
const queue = createPrintQueue({
  jobs: journal.jobs,
  printers: () => [printer],
  open: () => tcpPrinter(address, rawPaper(printer, noBrowser)),
  clock: {
    now: Date.now,
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  },
  onChange: (jobs) => {
    for (const { jobId, state } of jobs) if (state === 'printed') settled.get(jobId)?.(performance.now())
  },
  onFault: (error) => console.error(error),
})
await queue.start()

/** One paper, from its job's storing to what the printer says once it is out, in milliseconds. */
async function print(): Promise<number> {
  const jobId = JobId.parse(uuidv7())
  const { seq } = await journal.head()
  const began = performance.now()
  const done = new Promise<number>((resolve) => settled.set(jobId, resolve))
  await journal.append(seq, {
    events: [],
    personal: [],
    answers: [],
    jobs: [
      {
        jobId,
        printerId: printer.printerId,
        title: 'RD-2026-1',
        documentId: null,
        paper,
        createdAt: Instant.parse(Date.now()),
        state: 'waiting',
      },
    ],
  })
  queue.wake()
  const took = (await done) - began
  settled.delete(jobId)
  return took
}

async function round() {
  const samples: number[] = []
  for (let printed = 0; printed < Number(count); printed++) samples.push(await print())
  // Sockets end a little after the paper.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  globalThis.gc?.()
  globalThis.gc?.()
  return {
    heap: process.memoryUsage().heapUsed,
    files: readdirSync('/proc/self/fd').length,
    sockets: process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP')).length,
    samples,
  }
}

// The first round fills what is kept on purpose: statements, tables of characters, the latest jobs.
const [before, after] = [await round(), await round()]
await queue.close()
await journal.close()
process.stdout.write(`${JSON.stringify({ before, after })}\n`)
