import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun } from './command.ts'

const keeper = join(import.meta.dirname, 'keep', 'code.cjs')

/** What V8 draws by chance goes into what it compiles: with a seed, two builds of one commit are the same. */
export const sameEachTime = '--random-seed=1'

/** Milliseconds that a program may take to be read. */
const patience = 60_000

/** Node or Electron, its switches (`sameEachTime` among them), and its environment. */
export type Runtime = {
  readonly executable: string
  readonly switches: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Keeps beside a built program what this runtime compiles of it as it starts: the same runtime starts it without compiling
 * (electron/starter.ts).
 * @param folder where the program's files are
 * @throws Trouble with what the runtime said
 */
export async function keepCode(runtime: Runtime, folder: string, program: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'guichet-code-'))
  try {
    // Read with what was kept before, the program would be kept otherwise than when it was new.
    await rm(join(folder, `${program}.code`), { force: true })
    const args = [...runtime.switches, keeper, folder, program, join(data, 'office')]
    await mustRun(runtime.executable, args, {
      what: `La lecture de « ${program} »`,
      env: runtime.env,
      limit: patience,
    })
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
