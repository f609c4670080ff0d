import { test as base, _electron, chromium, type Page } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, startOffice, type Office, type Station } from '../fixtures/office.ts'
import { root } from '../runtime/places.ts'

/** Where a specification runs: in the application's own window, or in a browser beside the host under Node. */
export interface ShellOptions {
  readonly shell: 'electron' | 'chromium'
}

export interface Shell {
  /** The station that the window opens on; the counter unless `test.use({ station })` says otherwise. */
  readonly station: Station
  readonly office: Office
  readonly page: Page
}

const switches = ['--no-sandbox', '--disable-gpu']

/** Debian's Chromium, silent: no first run, no request of its own. */
const browserSwitches = [
  ...switches,
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * `office` is a running training office of this test alone; `page` is a window on one of its stations. In
 * Electron both are the built application's; in Chromium the office is the host under Node.
 */
export const test = base.extend<ShellOptions & Shell>({
  shell: ['chromium', { option: true }],
  station: ['counter', { option: true }],

  office: async ({ shell, station }, use) => {
    const office = shell === 'electron' ? await launchElectron(station) : await startOffice({ school: true })
    await use(office)
    await office.stop()
  },

  page: async ({ shell, station, office, viewport }, use) => {
    if (shell === 'electron') {
      const application = applications.get(office)
      if (!application) throw new Error('the office of this test was not launched in Electron')
      await use(await application.firstWindow())
      return
    }
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserSwitches })
    const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
    const page = await context.newPage()
    await page.goto(addressOf(office, station))
    await use(page)
    await browser.close()
  },
})

export { expect } from '@playwright/test'

type Application = Awaited<ReturnType<typeof _electron.launch>>

/** The application that holds each office of the Electron shell, to reach its windows and its main process. */
const applications = new WeakMap<Office, Application>()

/** The application of an office launched in Electron (to evaluate in its main process, to open other stations). */
export function applicationOf(office: Office): Application {
  const application = applications.get(office)
  if (!application) throw new Error('this office does not run in Electron')
  return application
}

/** Launches the built application on an empty folder, as a training office, at a station. */
export async function launchElectron(station: Station, more: readonly string[] = []): Promise<Office> {
  const executablePath = process.env['GUICHET_TEST_ELECTRON']
  if (!executablePath)
    throw new Error('GUICHET_TEST_ELECTRON names no Electron: run through npx playwright test')
  const folder = await mkdtemp(join(tmpdir(), 'guichet-electron-'))
  const dataDir = join(folder, 'data')
  const application = await _electron.launch({
    executablePath,
    args: [
      ...switches,
      `--user-data-dir=${join(folder, 'profile')}`,
      root,
      '--data',
      dataDir,
      '--school',
      '--station',
      station,
      ...more,
    ],
    env: definedEnvironment(),
    timeout: 30_000,
  })
  await application.firstWindow()
  const office: Office = {
    // The window talks to its host over a port; the host's own address, if it has one, is not needed.
    url: null,
    dataDir,
    tokens: await readTokens(dataDir),
    stop: async () => {
      await application.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
  applications.set(office, application)
  return office
}

async function readTokens(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(dataDir, 'tokens.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text) as Readonly<Record<string, string>>
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
