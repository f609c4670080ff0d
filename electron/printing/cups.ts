import { setTimeout as wait } from 'node:timers/promises'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import { printFailure, type PrinterPort } from './printer.ts'
import { runProgram, type Ran } from './run.ts'
import type { RawPaper } from './raw.ts'
import { type PageSize, sheetHtml } from './sheet.ts'

// `lp`, `lpstat` and `cancel` find the server by CUPS_SERVER or the system's settings, as for any program.
// The job is followed to its end: what CUPS can't print is taken back from it, so that our queue alone keeps
// it and a paper never comes out twice.

/** Milliseconds. */
export type CupsPatience = {
  readonly command: number
  /** For a paused queue to be resumed before the job is taken back. */
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
    await submit(queue, ['-o', 'raw'], request.title, bytes, { ...usual, ...patience }, signal)
    return undefined
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
    await printPdf(queue, request.title, pdf, size, signal, patience)
    return undefined
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
): Promise<void> => {
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
): Promise<void> {
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
  await follow(queue, job, patience, signal)
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

/** Waits until the job has left the queue; takes it back when the queue is paused or it doesn't move. */
async function follow(
  queue: string,
  job: string,
  patience: CupsPatience,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now()
  let pausedSince: number | undefined
  for (;;) {
    const seen = signal.aborted ? undefined : await look(queue, job, patience, signal)
    if (seen === 'done') return
    const now = performance.now()
    pausedSince = seen === 'paused' ? (pausedSince ?? now) : undefined
    const paused = pausedSince !== undefined && now - pausedSince >= patience.paused
    if (paused || signal.aborted || now - start >= patience.job) {
      if (await takeBack(job, patience)) throw printFailure(paused ? 'paused' : 'stuck', true)
      return
    }
    await wait(patience.poll, undefined, { signal }).catch(() => {})
  }
}

async function look(
  queue: string,
  job: string,
  patience: CupsPatience,
  signal: AbortSignal,
): Promise<'done' | 'paused' | 'waiting' | undefined> {
  const { code, stdout } = await cups(
    'lpstat',
    ['-W', 'not-completed', '-o', queue, '-p', queue],
    patience,
    signal,
  )
  // The service has stopped: it keeps the job on its disk, and will say when it is back.
  if (code === null || (code !== 0 && stdout === '')) return undefined
  const lines = stdout.split('\n')
  if (!lines.some((line) => line.startsWith(`${job} `))) return 'done'
  return lines.some((line) => line.startsWith(`printer ${queue} disabled`)) ? 'paused' : 'waiting'
}

/** True when the job is cancelled, false when it had just come out. The signal may be aborted by then. */
async function takeBack(job: string, patience: CupsPatience): Promise<boolean> {
  const { code, stderr } = await cups('cancel', [job], patience, AbortSignal.timeout(patience.command))
  return code === 0 || !/already (completed|canceled|aborted)/i.test(stderr)
}
