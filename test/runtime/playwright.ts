import { buildIfNeeded } from './build.ts'
import { chooseElectron } from './choose.ts'
import { writeContactSheet } from './contactSheet.ts'
import bundleHost from './hostBundle.ts'
import { prepareRuntime, testRuntimeExists } from './prepare.ts'
import { hasScreen, startScreen } from './screen.ts'

/**
 * What the journeys need, whoever starts them: a built application, an Electron and a screen. All is there
 * already under `npm test`; alone, `npx playwright test` prepares it and closes its own screen.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const began = Date.now()
  const electron = await electronForTests()
  process.env['GUICHET_TEST_ELECTRON'] = electron.executable
  if (electron.nativeBinding) process.env['GUICHET_SQLITE_BINDING'] = electron.nativeBinding
  else delete process.env['GUICHET_SQLITE_BINDING']
  await buildIfNeeded()
  await bundleHost()
  const screen = (await hasScreen(false)) ? null : await startScreen()
  if (screen) process.env['DISPLAY'] = screen.display
  return async () => {
    await screen?.stop()
    await writeContactSheet(began)
  }
}

/** The test Electron, the same for everyone; another where it doesn't exist, or when the environment names one. */
function electronForTests(): Promise<{ readonly executable: string; readonly nativeBinding: string | null }> {
  const named = Boolean(process.env['ELECTRON_OVERRIDE_DIST_PATH'])
  return named || !testRuntimeExists() ? chooseElectron() : prepareRuntime()
}
