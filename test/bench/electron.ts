import { chooseElectron } from '../runtime/choose.ts'
import { keepElectronCode } from '../runtime/electronCode.ts'
import { hasScreen, startScreen } from '../runtime/screen.ts'

/** An Electron that runs here, on the screen that there is or one of our own. */
export type BenchElectron = {
  readonly executable: string
  /** Before the application's path. */
  readonly switches: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly close: () => Promise<void>
}

/**
 * Prepares it, and keeps what it compiles of the application, which is built, as a package has it; both sides of a comparison
 * run on the same one. @throws a sentence when there is none
 */
export async function electronForBench(): Promise<BenchElectron> {
  const chosen = await chooseElectron()
  await keepElectronCode(chosen)
  const screen = (await hasScreen(chosen.official)) ? null : await startScreen()
  const asRoot = process.getuid?.() === 0
  return {
    executable: chosen.executable,
    switches: [
      ...(asRoot ? ['--no-sandbox'] : []),
      ...(chosen.official ? [] : ['--disable-gpu', '--log-level=3']),
    ],
    env: {
      GUICHET_SQLITE_BINDING: chosen.nativeBinding ?? undefined,
      ELECTRON_RENDERER_URL: undefined,
      ...(screen ? { DISPLAY: screen.display } : {}),
    },
    close: () => screen?.stop() ?? Promise.resolve(),
  }
}
