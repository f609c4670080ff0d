import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One JSON line for each thing worth knowing later, in `DIR/logs`; ids and codes only, never a name or what
 * someone typed. Two files of 2 MiB at most.
 */
export type Log = {
  readonly info: (what: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly fault: (what: string, error: unknown, facts?: Readonly<Record<string, unknown>>) => void
}

const largest = 2 * 1024 * 1024

export function openLog(dir: string): Log {
  const folder = join(dir, 'logs')
  const file = join(folder, 'host.jsonl')
  const write = (line: Readonly<Record<string, unknown>>) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (existsSync(file) && statSync(file).size > largest) renameSync(file, join(folder, 'host.1.jsonl'))
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
    } catch {
      // A log that can't be written (disk full, folder gone) must not stop the office: what failed is said on stderr.
      process.stderr.write(`${JSON.stringify(line)}\n`)
    }
  }
  return {
    info: (what, facts) => write({ level: 'info', what, ...facts }),
    fault: (what, error, facts) =>
      write({
        level: 'fault',
        what,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        ...facts,
      }),
  }
}
