import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrinterProblem } from '../../shared/messages/printing/printing.fr.ts'
import { printFailure, type PrinterPort } from './printer.ts'
import type { RawPaper } from './raw.ts'
import { runProgram } from './run.ts'
import { spoolerScript } from './windowsScript.ts'

/** Milliseconds. */
export type WindowsPatience = {
  /** For a job that doesn't move to be taken back, as the script is told. */
  readonly job: number
  /** For the script itself, which must first compile its few lines. */
  readonly script: number
}

const usual: WindowsPatience = { job: 60_000, script: 90_000 }

/** What the script ends with; see `windowsScript.ts`. `begun`: the job was in the spooler, so some of it may be out. */
const endings: Readonly<Record<number, { readonly problem: PrinterProblem; readonly begun: boolean }>> = {
  2: { problem: 'unknownQueue', begun: false },
  3: { problem: 'noSpooler', begun: false },
  4: { problem: 'paused', begun: true },
  5: { problem: 'paperOut', begun: true },
  6: { problem: 'coverOpen', begun: true },
  7: { problem: 'offline', begun: true },
  8: { problem: 'stuck', begun: true },
}

/**
 * Bytes of a receipt printer through Windows' spooler, as they are (datatype RAW), whatever the printer's driver.
 * The job is followed to its end and taken back when it doesn't come out, so that our queue alone keeps it.
 * @param name the printer's, as Windows has it
 * @param program Windows PowerShell, which every Windows has
 */
export const windowsPrinter = (
  name: string,
  paper: RawPaper,
  patience: Partial<WindowsPatience> = {},
  program = 'powershell.exe',
): PrinterPort => ({
  async print(request, signal) {
    if (name.trim() === '' || /\p{Cc}/u.test(name)) throw printFailure('badAddress', false)
    const { job, script } = { ...usual, ...patience }
    const bytes = await paper(request, signal)
    const folder = await mkdtemp(join(tmpdir(), 'guichet-print-'))
    try {
      const file = join(folder, 'paper.bin')
      await writeFile(file, bytes, { mode: 0o600 })
      const ran = await runProgram(
        program,
        ['-NoProfile', '-NonInteractive', '-EncodedCommand', spoolerScript],
        {
          // Names go by the environment: nothing that was typed is ever read as an order.
          env: {
            GUICHET_PRINTER: name,
            GUICHET_TITLE: request.title.replace(/\p{Cc}/gu, ' '),
            GUICHET_FILE: file,
            GUICHET_PATIENCE: String(job),
          },
          timeout: script,
          signal,
        },
      ).catch((error: unknown) => {
        throw printFailure('noSpooler', false, error)
      })
      if (ran.code === 0) return undefined
      // Killed: the job may be in the spooler.
      const { problem, begun } = endings[ran.code ?? 8] ?? { problem: 'noSpooler', begun: true }
      throw printFailure(problem, begun, ran.stderr.slice(-500))
    } finally {
      // A scanner of viruses may hold the file for a moment: what came out is printed all the same.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
    }
  },
})
