import { test as base, _electron, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readHolder } from '../../db/hold.ts'
import { contextAsNew, openBrowser, switches } from '../fixtures/browser.ts'
import { addressOf, startOffice, type Office, type Station } from '../fixtures/office.ts'
import { root } from '../runtime/places.ts'
import { freePort } from '../runtime/postgres.ts'

/** Where a specification runs: in the application's own window, or in a browser beside the host under Node. */
export interface ShellOptions {
  readonly shell: 'electron' | 'chromium'
}

export interface Shell {
  /** The station that the window opens on; the counter unless `test.use({ station })` says otherwise. */
  readonly station: Station
  /** The instant from which the training office's clock runs. */
  readonly at: string
  /** Whether the host stops or begins again: in a browser it is then a program of its own, else the test's process runs it. */
  readonly hostFalls: boolean
  readonly office: Office
  /** The pages of this test: a browser's, or the application's windows. */
  readonly windows: Windows
  readonly page: Page
  /** Opens one more station of the same office: a window of its own in Electron, a tab in the browser. */
  readonly open: (station: Station) => Promise<Page>
}

/** The browser of a worker: started for the first test that needs it, closed at the end. */
export interface OfWorker {
  readonly chromiumHere: () => Promise<Browser>
  /** The port of every office of this worker, one after the other: an origin's pages are read and compiled once. */
  readonly port: number
}

/** A journey of the night: by day others hold its rules (docs/tests.md says which). */
export const byNight = '@byNight'

type Windows = { readonly context: BrowserContext; readonly open: (station: Station) => Promise<Page> }

/**
 * `office` is a running training office of this test alone; `page` is a window on one of its stations. In
 * Electron both are the built application's; in Chromium the office is the host under Node.
 */
export const test = base.extend<ShellOptions & Shell, OfWorker>({
  // One for all the tests of a worker: each has a context of its own in it, and contexts share nothing.
  chromiumHere: [
    // Playwright wants the first argument destructured, though nothing is taken of it.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      let browser: Browser | undefined
      await use(async () => {
        if (!browser?.isConnected()) browser = await openBrowser()
        return browser
      })
      await browser?.close()
    },
    { scope: 'worker' },
  ],

  port: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => use(await freePort()),
    { scope: 'worker' },
  ],

  shell: ['chromium', { option: true }],
  station: ['counter', { option: true }],

  // The boards' instant: Tuesday, while the office is open.
  at: ['2026-03-03T10:42:00+01:00', { option: true }],

  hostFalls: [false, { option: true }],

  office: async ({ shell, station, at, hostFalls, port }, use) => {
    const office =
      shell === 'electron'
        ? await launchElectron(station, ['--at', at])
        : await startOffice({ school: true, at, port, inside: !hostFalls })
    await use(office)
    await office.stop()
  },

  windows: async ({ shell, office, viewport, chromiumHere }, use) => {
    if (shell === 'electron') {
      const application = applicationOf(office)
      const open = async (station: Station) => {
        const opened = application.waitForEvent('window')
        await application.evaluate(({ Menu }, id) => {
          Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
        }, `open-${station}`)
        return opened
      }
      await application.context().addInitScript(frenchKeyboard)
      return use({ context: application.context(), open })
    }
    const browser = await chromiumHere()
    const { context, leave } = await contextAsNew(browser, { viewport: viewport ?? null })
    await context.addInitScript(frenchKeyboard)
    let first = context.pages()[0]
    // A test that closed every page leaves one on the origin: an address that differs by its # would not be loaded.
    if (first && first.url() !== 'about:blank') await first.goto('about:blank')
    const open = async (station: Station) => {
      const page = first ?? (await context.newPage())
      first = undefined
      await page.goto(addressOf(office, station))
      return page
    }
    await use({ context, open })
    await leave()
    // Its own, and those that the test opened beside it.
    for (const each of browser.contexts()) await each.close()
  },

  page: async ({ shell, station, office, windows }, use) => {
    if (shell !== 'electron') return use(await windows.open(station))
    const first = await applicationOf(office).firstWindow()
    // It is open already: what its keyboard writes is read again as it gets the focus.
    await first.evaluate(frenchKeyboard)
    await first.evaluate(() => window.dispatchEvent(new Event('focus')))
    await use(first)
  },

  open: async ({ windows }, use) => {
    await use(windows.open)
  },
})

/** The keyboard of the office is a French one, whatever the machine of the test has. */
export const frenchKeyboard = (): void => {
  const { keyboard } = navigator as Navigator & {
    keyboard?: { getLayoutMap: () => Promise<Map<string, string>> }
  }
  if (keyboard) keyboard.getLayoutMap = async () => new Map()
}

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
    url: await addressOfHost(dataDir),
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

/** The address that the host of this folder says, once it answers. */
async function addressOfHost(dataDir: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const url = (await readHolder(dataDir))?.url
    if (url) return url
    await sleep(100)
  }
  throw new Error('the host of this folder says no address')
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
