import type { AppUpdater } from 'electron-updater'
import { constants, createReadStream, existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import type { StdioOptions } from 'node:child_process'
import { createServer } from '../../lan/nodeHttp.ts'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Log } from '../../host/core/log.ts'
import type { PackageKind, UpdateManifest } from './manifest.ts'

/** How this installation replaces itself; null where another program does. */
export function packageKind(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  packaged: boolean,
): PackageKind | null {
  // An AppImage says itself where it lies. Debian's packages are root's, and `apt`'s.
  if (platform === 'linux') return env['APPIMAGE'] ? 'AppImage' : null
  if (!packaged) return null
  switch (platform) {
    case 'win32':
      return 'nsis'
    case 'darwin':
      return 'mac'
    default:
      return null
  }
}

async function updaterOf(kind: PackageKind, args: readonly string[]): Promise<AppUpdater> {
  const library = await import('electron-updater')
  switch (kind) {
    case 'AppImage':
      return new (class extends library.AppImageUpdater {
        /** The version that takes this one's place opens what this one was asked to open: its folder, its station. */
        protected override spawnLog(
          program: string,
          given: string[] = [],
          env?: NodeJS.ProcessEnv,
          stdio?: StdioOptions,
        ): Promise<boolean> {
          return super.spawnLog(program, [...given, ...args], env, stdio)
        }
      })()
    case 'nsis':
      return new library.NsisUpdater()
    case 'mac':
      return new library.MacUpdater()
  }
}

export type Installing = {
  readonly kind: PackageKind
  /** What the program was started with. */
  readonly args: readonly string[]
  /** Where the program that is replaced is kept, for whoever must start it again by hand; an AppImage's alone. */
  readonly before: string
  readonly log: Log
}

/** The names under which electron-updater looks for a description, by system. */
const descriptions = ['/latest.yml', '/latest-mac.yml', '/latest-linux.yml', '/latest-linux-arm64.yml']

/**
 * The name under which an AppImage is given: that of the file that is here, which session files and shortcuts name;
 * electron-updater would put a new name's beside.
 */
function servedName(name: string, kind: PackageKind): string {
  const here = basename(process.env['APPIMAGE'] ?? '')
  return kind === 'AppImage' && /^[\w.-]+\.AppImage$/.test(here) ? here : name
}

/**
 * Gives a staged file, already checked, to electron-updater, which knows how each system replaces a program that runs. It
 * reads it from this very machine, by a door of a moment under a name that nobody else knows.
 * @throws when it could not be installed; the program that is here stays
 */
export async function installStaged(
  file: string,
  update: UpdateManifest,
  { kind, args, before, log }: Installing,
): Promise<void> {
  const listed = update.files.find(({ name }) => name === basename(file))
  if (!listed) throw new Error('staged file not announced')
  const { sha512, size } = listed
  const name = servedName(listed.name, kind)
  const secret = `/${randomUUID()}`
  const description = JSON.stringify({
    version: update.version,
    files: [{ url: name, sha512, size }],
    path: name,
    sha512,
    releaseDate: new Date(0).toISOString(),
  })
  const server = createServer((request, response) => {
    const pathname = (request.url ?? '').split('?')[0] ?? ''
    if (descriptions.some((path) => pathname === secret + path)) return response.end(description)
    if (pathname !== `${secret}/${name}`) return response.writeHead(404).end()
    response.setHeader('content-length', size)
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { port } = server.address() as AddressInfo
    const updater = await updaterOf(kind, args)
    const settings = join(file, '..', 'electron-updater.json')
    await writeFile(
      settings,
      JSON.stringify({
        provider: 'generic',
        url: `http://127.0.0.1:${port}${secret}`,
        useMultipleRangeRequest: false,
        updaterCacheDirName: 'guichet-updater',
      }),
    )
    updater.updateConfigPath = settings
    updater.forceDevUpdateConfig = true
    updater.autoDownload = false
    updater.autoInstallOnAppQuit = false
    updater.disableDifferentialDownload = true
    updater.allowDowngrade = update.back
    updater.logger = {
      info: () => {},
      warn: () => {},
      error: (message?: unknown) => log.fault('electronUpdater', message),
    }
    let failure: unknown
    const failed = new Promise<never>((_, fail) =>
      updater.on('error', (error) => {
        failure = error
        fail(error)
      }),
    )
    // It may come after the last wait, where it is looked at below.
    failed.catch(() => {})
    const found = await Promise.race([updater.checkForUpdates(), failed])
    if (!found?.isUpdateAvailable) throw new Error('electron-updater found no update')
    await Promise.race([updater.downloadUpdate(), failed])
    const here = kind === 'AppImage' ? (process.env['APPIMAGE'] ?? null) : null
    if (here !== null) await copyFile(here, before, constants.COPYFILE_FICLONE)
    updater.quitAndInstall(true, true)
    if (failure === undefined) return
    // It takes the present program away before the next is there: one that never comes leaves none.
    if (here !== null && !existsSync(here)) await copyFile(before, here)
    throw failure
  } finally {
    server.close()
  }
}
