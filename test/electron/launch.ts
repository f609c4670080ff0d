import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { readHolder } from '../../db/hold.ts'
import { prepareRuntime } from '../runtime/prepare.ts'
import { root } from '../runtime/places.ts'
import { contractVersion } from '../../shared/contract/index.ts'
import type { Shell } from '../../renderer/link/place.ts'

declare global {
  interface Window {
    readonly guichet?: Shell
  }
}

/** The real Electron and the SQLite addon made for it: prepared by `npm test`, else from the cache. */
async function runtime(): Promise<{ readonly executablePath: string; readonly binding: string }> {
  const { GUICHET_TEST_ELECTRON: executable, GUICHET_SQLITE_BINDING: addon } = process.env
  if (executable && addon) return { executablePath: executable, binding: addon }
  const prepared = await prepareRuntime()
  return { executablePath: prepared.executable, binding: prepared.nativeBinding }
}

export type Launch = {
  /** What follows the application's path: `--station`, `--school`… */
  readonly args?: readonly string[]
  /** The application's folder, or an entry file. */
  readonly app?: string
  /** Chromium's own switches, before the application's path. */
  readonly switches?: readonly string[]
  /** False: no `--user-data-dir`; Electron's own files then go where `--data` says. */
  readonly profile?: boolean
  /** A script that starts the application, `$APPLICATION`, in its turn, as a session does. */
  readonly through?: string
  readonly env?: Readonly<Record<string, string>>
}

type Fixtures = {
  /** The application's data folder (Electron's `userData`), one for each test. */
  readonly folder: string
  /** Starts the built application on the test's own folder; it is closed at the end. */
  readonly launch: (options?: Launch) => Promise<ElectronApplication>
}

export const test = base.extend<Fixtures>({
  // Playwright reads the fixtures that one needs from its pattern: none here.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await newFolder()
    await use(folder)
    await removeFolder(folder)
  },
  launch: async ({ folder }, use) => {
    const running: ChildProcess[] = []
    await use(async (options) => {
      const application = await startApplication(folder, options)
      running.push(application.process())
      return application
    })
    for (const child of running) await closed(child)
  },
})

/** A folder for one application, or for several in turn. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'guichet-electron-'))
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })

/** Starts the built application on a folder; whoever starts it closes it (`closed`). */
export async function startApplication(folder: string, options: Launch = {}): Promise<ElectronApplication> {
  const { args = [], app = root, switches = [], profile = true, through, env: own = {} } = options
  const { executablePath, binding } = await runtime()
  const { ELECTRON_RENDERER_URL: _live, ...env } = process.env as Record<string, string>
  return _electron.launch({
    executablePath: through ?? executablePath,
    args: [...startSwitches(), ...switches, ...(profile ? [`--user-data-dir=${folder}`] : []), app, ...args],
    // What is left of a passing folder goes with the test's own.
    env: {
      ...env,
      ...own,
      APPLICATION: executablePath,
      GUICHET_SQLITE_BINDING: binding,
      TMPDIR: folder,
    },
    timeout: 20_000,
  })
}

/** What every start here asks of Chromium. */
const startSwitches = (): readonly string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
]

/** Starts the program beside Playwright, as a person does: it is followed by its outputs and its end alone. */
export async function startBeside(folder: string, args: readonly string[]): Promise<ChildProcess> {
  const { executablePath } = await runtime()
  return spawn(executablePath, [...startSwitches(), `--user-data-dir=${folder}`, root, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

export { expect } from '@playwright/test'

/** Closes the application, whatever the test left of it. */
export async function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000)
  await gone
  clearTimeout(late)
}

/** The process id of the office's host, as Electron counts it; null while there is none. */
export const hostPid = (application: ElectronApplication): Promise<number | null> =>
  application.evaluate(
    ({ app }) =>
      app.getAppMetrics().find(({ name, serviceName }) => name === 'Guichet' || serviceName === 'Guichet')
        ?.pid ?? null,
  )

/**
 * The role that the host gives this page over a port of its own, or null when none answers within a second: asked
 * and given by window messages as the pages do, beside the page's own link.
 */
export const roleOf = (page: Page): Promise<string | null> =>
  page
    .evaluate(
      (version) =>
        new Promise<string | null>((answer) => {
          setTimeout(() => answer(null), 1_000)
          window.addEventListener('message', ({ data, ports: [port] }) => {
            if (data !== 'guichet:port' || !port) return
            port.addEventListener('message', ({ data: text }) => {
              const said = JSON.parse(String(text)) as { readonly t: string; readonly role?: string }
              if (said.t === 'welcome') answer(said.role ?? null)
            })
            port.start()
            port.postMessage(JSON.stringify({ t: 'hello', version }))
          })
          window.postMessage({ type: 'guichet:ask-port' }, location.origin)
        }),
      contractVersion,
    )
    // A page that is being loaded answers nothing.
    .catch(() => null)

/** Clicks an item of the application's menu by its id. */
export const choose = (application: ElectronApplication, id: string) =>
  application.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    if (!item) throw new Error(`no item ${wanted}`)
    item.click()
  }, id)

/** The window that an item of the menu opens. */
export async function openBy(application: ElectronApplication, id: string): Promise<Page> {
  const opened = application.waitForEvent('window')
  await choose(application, id)
  return opened
}

/** The office's address for other software, and its tokens, for what is done before a journey. */
export async function officeOf(data: string) {
  const url = (await readHolder(data))?.url
  if (!url) throw new Error('the host of this folder says no address')
  const tokens = JSON.parse(await readFile(join(data, 'tokens.json'), 'utf8')) as Record<string, string>
  return { url, tokens }
}

/** Sends what a page of ours sends to preload. */
export const fromPage = (page: Page, message: Readonly<Record<string, unknown>>): Promise<void> =>
  page.evaluate((given) => {
    // Later, so that the page that this may navigate has answered.
    setTimeout(() => window.postMessage(given, location.origin))
  }, message)

/** The lines of the main process's log. */
export async function logOf(folder: string): Promise<string> {
  return readFile(join(folder, 'logs', 'application.jsonl'), 'utf8').catch(() => '')
}

/** The training sites open beside the office of this folder, by their process ids: each is an application of its own. */
export async function trainingBeside(folder: string): Promise<readonly number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const said = await Promise.all(
    numbers.map(
      async (pid) => [pid, await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')] as const,
    ),
  )
  const site = join(folder, 'formation')
  return said.flatMap(([pid, line]) =>
    line.includes('--school') && line.includes(site) && !line.includes('--type=') ? [Number(pid)] : [],
  )
}
