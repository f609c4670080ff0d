import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../host/core/log.ts'

const largest = 1024 * 1024

/**
 * The main process's own log, `DIR/logs/application.jsonl`: one JSON line for each thing worth knowing later,
 * ids and codes only. Two files of 1 MiB at most; the host writes beside it in a file of its own.
 */
export function openMainLog(dir: string): Log {
  const folder = join(dir, 'logs')
  const file = join(folder, 'application.jsonl')
  const write = (line: Readonly<Record<string, unknown>>) => {
    const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size > largest) renameSync(file, join(folder, 'application.1.jsonl'))
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // A folder that can't be written must not stop the windows, which will say what is wrong.
      process.stderr.write(text)
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
