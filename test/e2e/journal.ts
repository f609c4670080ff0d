import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { cliProgram } from '../runtime/places.ts'

const run = promisify(execFile)

/** An event of the journal, as the command line shows it. */
export type Shown = {
  readonly seq: number
  readonly type: string
  readonly commandId: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The command line on a folder, by the package's own SQLite addon rather than the test Electron's. */
async function guichet(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [cliProgram, ...args], {
    env: { ...process.env, GUICHET_SQLITE_BINDING: undefined },
  })
  return stdout
}

/**
 * The whole journal of an office, its chain verified first; the host may be running.
 * @throws what the command line says, when the chain is broken
 */
export async function journalOf(dataDir: string): Promise<readonly Shown[]> {
  await guichet('journal', 'verify', dataDir)
  const lines = await guichet('journal', 'show', dataDir)
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shown)
}
