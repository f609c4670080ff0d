import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exists } from './cache.ts'
import { chooseElectron, type Chosen } from './choose.ts'
import { keepCode, sameEachTime } from './keptCode.ts'
import { root } from './places.ts'
import { step } from './say.ts'
import { runMain } from './trouble.ts'

const main = join(root, 'out', 'main')
const stamp = join(root, 'out', 'code.stamp')

/** What is kept: the application's own program, and its host's. */
const programs = ['main', 'host'] as const

/**
 * Keeps beside the built application what this Electron compiles of it, unless what is there is of this build and of this
 * Electron.
 * @throws Trouble where this Electron can't read it
 */
export async function keepElectronCode(electron: Chosen): Promise<void> {
  const { mtimeMs, size } = await stat(electron.executable)
  const built = await readFile(join(root, 'out', 'build.stamp'), 'utf8')
  const state = `${built} ${electron.executable} ${size} ${mtimeMs}`
  const there = await Promise.all(programs.map((program) => exists(join(main, `${program}.code`))))
  if (there.every(Boolean) && (await readFile(stamp, 'utf8').catch(() => '')) === state) return
  await step('Lecture de l’application par son Electron, pour garder ce qui en est compilé', async () => {
    const user = await mkdtemp(join(tmpdir(), 'guichet-electron-'))
    try {
      const runtime = {
        executable: electron.executable,
        switches: [
          // No window is opened, and no page: nothing to enclose. Root can't have Chromium's sandbox, nor can an ordinary
          // account of a system that lets it have no namespace (Ubuntu 24.04).
          ...(process.platform === 'linux' ? ['--no-sandbox', '--ozone-platform=headless'] : []),
          `--js-flags=${sameEachTime}`,
          `--user-data-dir=${user}`,
        ],
        env: { GUICHET_SQLITE_BINDING: electron.nativeBinding ?? undefined },
      }
      for (const program of programs) await keepCode(runtime, main, program)
    } finally {
      await rm(user, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  })
  await writeFile(stamp, state)
}

/** Before packages are made on another system (.github/workflows/release.yml): without it they compile at each start. */
if (import.meta.main) {
  await runMain(async () => {
    await keepElectronCode(await chooseElectron())
    return 0
  })
}
