import { buildIfNeeded } from './build.ts'
import { prepareRuntime } from './prepare.ts'
import { hasScreen, startScreen } from './screen.ts'

/**
 * What the journeys need, whoever starts them: a built application, the test Electron and a screen. All is
 * there already under `npm test`; alone, `npx playwright test` prepares it and closes its own screen.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const runtime = await prepareRuntime()
  process.env['GUICHET_TEST_ELECTRON'] = runtime.executable
  process.env['GUICHET_SQLITE_BINDING'] = runtime.nativeBinding
  await buildIfNeeded()
  if (await hasScreen(false)) return async () => {}
  const screen = await startScreen()
  process.env['DISPLAY'] = screen.display
  return screen.stop
}
