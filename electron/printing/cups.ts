import { setTimeout as wait } from 'node:timers/promises'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { PrinterProblem } from '../../shared/messages/printing/printing.fr.ts'
import { endedJob, type JobEnd, queueOf, type QueueSaid, waitingJob } from './cupsSaid.ts'
import { printFailure, type PrinterPort, type PrinterSaid } from './printer.ts'
import { runProgram, type Ran } from './run.ts'
import type { RawPaper } from './raw.ts'
import { type PageSize, sheetHtml } from './sheet.ts'

// `lp`, `lpstat` and `cancel` find the server by CUPS_SERVER or the system's settings, as for any program.
// The job is followed to its end: what CUPS can't print is taken back from it, so that our queue alone keeps
// it and a paper never comes out twice. How it ended is asked: a job that left the queue may have been cancelled.

/** Milliseconds. */
export type CupsPatience = {
  readonly command: number
  /** For a paused queue to be resumed, or what its printer lacks to be given, before the job is taken back. */
  readonly paused: number
  /** For the whole job to come out. */
  readonly job: number
  readonly poll: number
}

const usual: CupsPatience = { command: 15_000, paused: 5_000, job: 120_000, poll: 400 }

/** HTML to PDF at an exact size: Electron's main process, or a browser that the host runs. */
export type Render = (html: string, size: PageSize, signal: AbortSignal) => Promise<Uint8Array>

const queueName = /^[^\s#/?'"\\-][^\s#/?'"\\]{0,126}$/

/** Runs one of CUPS's commands with messages in English, whatever the machine's language. */
async function cups(
  file: string,
  args: readonly string[],
  { command }: CupsPatience,
  signal: AbortSignal,
  input?: Uint8Array,
): Promise<Ran> {
  try {
    const options = { env: { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' }, timeout: command, signal }
    return await runProgram(file, args, input === undefined ? options : { ...options, input })
  } catch (error) {
    throw printFailure('noSpooler', false, error)
  }
}

/** The same once CUPS has the job: a command that can't even run says nothing, and never that nothing of the job came out. */
async function ask(
  file: 'lpstat' | 'cancel',
  args: readonly string[],
  patience: CupsPatience,
  signal: AbortSignal,
): Promise<Ran> {
  const silent: Ran = { code: null, stdout: '', stderr: '' }
  return cups(file, args, patience, signal).catch(() => silent)
}

/** The queues of this machine's print service; empty when there is no print service. */
export async function listQueues(signal: AbortSignal): Promise<readonly string[]> {
  try {
    const { code, stdout } = await cups('lpstat', ['-e'], usual, signal)
    return code === 0 ? stdout.split('\n').filter((name) => name !== '') : []
  } catch {
    return []
  }
}

/** Bytes of a receipt printer through a queue, untouched by its filters. */
export const cupsRawPrinter = (
  queue: string,
  paper: RawPaper,
  patience: Partial<CupsPatience> = {},
): PrinterPort => ({
  async print(request, signal) {
    const bytes = await paper(request, signal)
    return submit(queue, ['-o', 'raw'], request.title, bytes, { ...usual, ...patience }, signal)
  },
})

/** A PDF of the exact size through a queue. */
export const cupsPdfPrinter = (
  queue: string,
  { paper, label }: Pick<Printer, 'paper' | 'label'>,
  render: Render,
  patience: Partial<CupsPatience> = {},
): PrinterPort => ({
  async print(request, signal) {
    const { html, size } = sheetHtml(request, paper, label)
    const pdf = await render(html, size, signal)
    return printPdf(queue, request.title, pdf, size, signal, patience)
  },
})

/** A PDF already made, on paper of its size. @param pdf its pages must have that size */
export const printPdf = (
  queue: string,
  title: string,
  pdf: Uint8Array,
  { widthMm, heightMm }: PageSize,
  signal: AbortSignal,
  patience: Partial<CupsPatience> = {},
): Promise<PrinterSaid> => {
  const media = widthMm === 210 && heightMm === 297 ? 'A4' : `Custom.${widthMm}x${heightMm}mm`
  // Neither shrunk nor turned: the layout has its own margins.
  const options = ['-o', `media=${media}`, '-o', 'print-scaling=none']
  return submit(queue, options, title, pdf, { ...usual, ...patience }, signal)
}

async function submit(
  queue: string,
  options: readonly string[],
  title: string,
  bytes: Uint8Array,
  patience: CupsPatience,
  signal: AbortSignal,
): Promise<PrinterSaid> {
  if (!queueName.test(queue)) throw printFailure('badAddress', false)
  const args = ['-d', queue, ...options, '-t', title.replace(/\p{Cc}/gu, ' '), '-']
  const { code, stdout, stderr } = await cups('lp', args, patience, signal, bytes)
  const job = /request id is (\S+)/.exec(stdout)?.[1]
  // Killed while it spoke to CUPS: the job may be there, and nothing names it.
  if (code === null) throw printFailure('noSpooler', true)
  if (code !== 0 || job === undefined) {
    const problem = spoolerProblem(stderr)
    // `lp` says that a queue does not exist when it could ask nobody.
    const answers = problem !== 'unknownQueue' || (await serviceRuns(patience, signal))
    throw printFailure(answers ? problem : 'noSpooler', false, stderr)
  }
  return follow(queue, job, patience, signal)
}

function spoolerProblem(stderr: string): 'unknownQueue' | 'noSpooler' | 'paused' {
  if (/does not exist|unknown destination|no such (printer|destination)|not-found/i.test(stderr))
    return 'unknownQueue'
  if (/not accepting|rejecting/i.test(stderr)) return 'paused'
  return 'noSpooler'
}

async function serviceRuns(patience: CupsPatience, signal: AbortSignal): Promise<boolean> {
  const { stdout } = await cups('lpstat', ['-r'], patience, signal)
  return /is running/.test(stdout)
}

/**
 * Waits until the job has come out; takes it back when the queue is paused, its printer lacks something or it doesn't move.
 * @returns how the printer is then
 * @throws a `PrintFailure` when it did not come out
 */
async function follow(
  queue: string,
  job: string,
  patience: CupsPatience,
  signal: AbortSignal,
): Promise<PrinterSaid> {
  const start = performance.now()
  let wrongSince: number | undefined
  let began = false
  let problem: PrinterProblem = 'stuck'
  for (;;) {
    const seen = signal.aborted ? undefined : await look(queue, job, patience, signal)
    if (seen?.job === 'left') return endOf(job, seen.queue, await ended(queue, job, patience))
    if (seen?.job === 'removed') throw printFailure('unknownQueue', began)
    // The service has stopped: it keeps the job on its disk, and will say when it is back.
    // A queue that was not paused may have given some of it to its printer between two looks.
    if (seen) began ||= seen.job.began || !seen.queue.paused
    const wrong = seen && (seen.queue.paused ? 'paused' : seen.queue.problem)
    problem = wrong ?? seen?.queue.warning ?? (seen || signal.aborted ? 'stuck' : 'noSpooler')
    const now = performance.now()
    wrongSince = wrong ? (wrongSince ?? now) : undefined
    const isLong = wrongSince !== undefined && now - wrongSince >= patience.paused
    if (isLong || signal.aborted || now - start >= patience.job) {
      if (await takeBack(job, patience)) throw printFailure(problem, began || wrong !== 'paused')
      return endOf(job, seen?.queue, await ended(queue, job, patience))
    }
    await wait(patience.poll, undefined, { signal }).catch(() => {})
  }
}

/** What a job that left the queue is for ours. Where CUPS keeps no list of those that ended, it is taken as printed. */
function endOf(job: string, queue: QueueSaid | undefined, end: JobEnd): PrinterSaid {
  if (end === 'cancelled') throw printFailure('cancelledThere', true, job)
  if (end === 'aborted') throw printFailure('abandoned', true, job)
  return { problem: null, nearEnd: queue?.nearEnd ?? false }
}

type Seen = {
  readonly job: { readonly began: boolean } | 'left' | 'removed'
  readonly queue: QueueSaid
}

/** Undefined when the service says nothing. */
async function look(
  queue: string,
  job: string,
  patience: CupsPatience,
  signal: AbortSignal,
): Promise<Seen | undefined> {
  const args = ['-l', '-W', 'not-completed', '-o', queue, '-p', queue]
  const { code, stdout, stderr } = await ask('lpstat', args, patience, signal)
  const said = queueOf(stdout, queue)
  if (/invalid destination name/i.test(stderr)) return { job: 'removed', queue: said }
  if (code === null || (code !== 0 && stdout === '')) return undefined
  return { job: waitingJob(stdout, job) ?? 'left', queue: said }
}

/** How a job that is no longer in the queue ended. The signal of its print may be aborted by then. */
async function ended(queue: string, job: string, patience: CupsPatience): Promise<JobEnd> {
  const signal = AbortSignal.timeout(patience.command)
  const { stdout } = await ask('lpstat', ['-l', '-W', 'completed', '-o', queue], patience, signal)
  return endedJob(stdout, job)
}

/** True when the job is cancelled, false when it had just ended. The signal may be aborted by then. */
async function takeBack(job: string, patience: CupsPatience): Promise<boolean> {
  const { code, stderr } = await ask('cancel', [job], patience, AbortSignal.timeout(patience.command))
  return code === 0 || !/already (completed|canceled|aborted)/i.test(stderr)
}
