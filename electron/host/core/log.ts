import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Syslog } from './syslog.ts'

/**
 * One JSON line for each thing worth knowing later, in `DIR/logs`; ids and codes only, never a name or what
 * someone typed. Two files, 2 MiB at most for the host's.
 */
export type Log = {
  readonly info: (what: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly fault: (what: string, error: unknown, facts?: Readonly<Record<string, unknown>>) => void
}

/**
 * @param syslog the administration's server, which each line is sent to as well
 * @param name the files' own
 * @param largest how many bytes the first of the two may reach
 */
export function openLog(
  dir: string,
  syslog: Syslog | null = null,
  name = 'host',
  largest = 2 * 1024 * 1024,
): Log {
  const folder = join(dir, 'logs')
  const file = join(folder, `${name}.jsonl`)
  const write = (
    line: Readonly<Record<string, unknown>> & { readonly level: 'info' | 'fault'; readonly what: string },
  ) => {
    const at = new Date().toISOString()
    const text = JSON.stringify({ at, ...line })
    syslog?.({ at, level: line.level, what: line.what, text })
    try {
      const size = statSync(file, { throwIfNoEntry: false })?.size
      // Nothing yet, or no more: the folder too may be gone.
      if (size === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
      else if (size > largest) renameSync(file, join(folder, `${name}.1.jsonl`))
      appendFileSync(file, `${text}\n`, { mode: 0o600 })
    } catch {
      // A log that can't be written (disk full, folder gone) must not stop the office: what failed is said on stderr.
      process.stderr.write(`${text}\n`)
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
