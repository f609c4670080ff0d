import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownFlaws, requireNoFlaw } from './audit.ts'
import { buildIfNeeded } from './build.ts'
import { exists } from './cache.ts'
import { chooseElectron, type Chosen } from './choose.ts'
import { find, mustRun, nodeProgram } from './command.ts'
import { keepElectronCode } from './electronCode.ts'
import { writeNotices } from './notices.ts'
import { electronPin } from './pins.ts'
import { installed, root } from './places.ts'
import { prepareRuntime } from './prepare.ts'
import { say } from './say.ts'
import { runMain, Trouble } from './trouble.ts'

/** The kinds of package that are made on this system; Windows and macOS make their own (.github/workflows/release.yml). */
export type Target = 'deb' | 'tar.gz' | 'dir'

export type Packaging = {
  readonly targets: readonly Target[]
  readonly into: string
  /** Made with the test Electron: it says « essai », and is none to ship. */
  readonly trial: boolean
  /** Another version than package.json's: a trial of an update. */
  readonly version?: string
  /** Seconds since 1970 of every date inside. */
  readonly date?: number
}

/** The commit's own date, so that one commit gives one package. */
async function commitDate(): Promise<number> {
  const { stdout } = await mustRun('git', ['log', '-1', '--format=%ct'], { what: 'La date du commit' })
  return Number(stdout)
}

/** The test Electron, as the application is opened with it. */
async function trialElectron(): Promise<Chosen> {
  const { executable, nativeBinding } = await prepareRuntime()
  return { executable, nativeBinding, official: false }
}

/** By the very Electron of the package; in the archive, it is as sure as the program. Without it a package only starts later. */
async function keepCodeIfPossible(trial: boolean): Promise<void> {
  try {
    await keepElectronCode(trial ? await trialElectron() : await chooseElectron())
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    say(
      `Electron n’a pas pu lire l’application : les paquets n’ont rien de compilé d’avance, et démarrent un peu plus tard.\n${error.message}`,
    )
  }
}

/** What a trial changes of electron-builder.yml: its Electron, its words, its haste. */
async function trialConfiguration(
  version: string | undefined,
  work: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { dist: prepared, nativeBinding } = await prepareRuntime()
  // A package has no default application; the test Electron's is a folder, which electron-builder takes for an archive.
  const dist = join(work, 'electron')
  const left = join(prepared, 'resources', 'default_app.asar')
  await cp(prepared, dist, { recursive: true, verbatimSymlinks: true, filter: (path) => path !== left })
  const said = 'Guichet (ESSAI : Electron de test, à ne pas installer dans un office)'
  return {
    electronDist: dist,
    electronVersion: electronPin.version,
    artifactName: 'guichet-essai_${version}_${arch}.${ext}',
    compression: 'store',
    extraMetadata: { ...(version && { version }), homepage: 'file:///usr/share/doc/guichet/' },
    // Electron 33 is older than the addon that is shipped: `GUICHET_SQLITE_BINDING` names this one.
    extraResources: [
      { from: 'out/notices', to: 'notices' },
      { from: nativeBinding, to: 'essai/better_sqlite3.node' },
    ],
    deb: { compression: 'zst' },
    linux: { synopsis: said, desktop: { entry: { Name: 'Guichet (essai)' } } },
  }
}

/**
 * Makes packages from the built application.
 * @returns the folder where they are
 * @throws Trouble with what electron-builder said
 */
export async function makePackages(asked: Packaging): Promise<string> {
  const sevenZip = find('7za') ?? find('7z')
  if (!sevenZip) throw new Trouble('7-Zip manque. Sur Debian : sudo apt-get install 7zip')
  const work = await mkdtemp(join(tmpdir(), 'guichet-package-'))
  try {
    const fpm = join(work, 'fpm')
    await writeFile(
      fpm,
      `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'fpm.ts')}' "$@"\n`,
    )
    await chmod(fpm, 0o755)
    const configuration = {
      extends: join(root, 'electron-builder.yml'),
      directories: { output: asked.into },
      ...(asked.trial && (await trialConfiguration(asked.version, work))),
    }
    const file = join(work, 'builder.json')
    await writeFile(file, JSON.stringify(configuration))
    await mkdir(asked.into, { recursive: true })
    const date = asked.date ?? (await commitDate())
    writeNotices(new Date(date * 1000))
    await keepCodeIfPossible(asked.trial)
    await mustRun(
      ...nodeProgram(
        ['electron-builder', 'cli.js'],
        ['--linux', ...asked.targets, '--x64', '--publish', 'never', '--config', file],
      ),
      {
        what: 'La construction des paquets',
        env: {
          SOURCE_DATE_EPOCH: String(date),
          CUSTOM_FPM_PATH: fpm,
          ELECTRON_BUILDER_7ZIP_PATH: sevenZip,
          // Nothing is signed on Linux, whatever the machine's keys.
          CSC_IDENTITY_AUTO_DISCOVERY: 'false',
        },
      },
    )
    return asked.into
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Whether the official Electron is installed, which alone makes a package to ship. */
async function officialElectron(): Promise<boolean> {
  const { version } = JSON.parse(await readFile(installed('electron', 'package.json'), 'utf8')) as {
    version: string
  }
  const file = installed('electron', 'dist', 'version')
  return (await exists(file)) && (await readFile(file, 'utf8')).trim() === version
}

/** `npm run package`: the packages of this system, trials where the official Electron isn't. */
if (import.meta.main) {
  await runMain(async () => {
    await buildIfNeeded()
    const trial = !(await officialElectron())
    if (trial)
      say(
        'L’Electron officiel n’est pas là : ces paquets sont des essais, à ne pas installer dans un office.',
      )
    requireNoFlaw(await knownFlaws(), trial)
    const into = await makePackages({ targets: ['deb', 'tar.gz'], into: join(root, 'dist'), trial })
    say(`Paquets : ${into}`)
    return 0
  })
}
