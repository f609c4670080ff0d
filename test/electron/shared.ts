import type { ChildProcess } from 'node:child_process'
import type { ElectronApplication, Page } from '@playwright/test'
import {
  closed,
  expect,
  newFolder,
  removeFolder,
  roleOf,
  startApplication,
  test,
  type Launch,
} from './launch.ts'

/** What the tests of a group share. */
export type Shared = {
  readonly application: ElectronApplication
  /** The window of its station, loaded anew for each test. */
  readonly page: Page
  /** Its data folder. */
  readonly folder: string
}

type Running = Shared & { readonly child: ChildProcess }

/**
 * One application, of the training office unless told otherwise, for the tests of a group that do not begin by a start:
 * each finds the window of its station alone on the screen, loaded anew. A test that fails ends the worker, and those after
 * it have another one.
 * @param station what it opens on
 * @param prepare what it is started with, once its folder is there
 * @param opened what makes it open that station; nothing where it is what opens by itself
 */
export function shareApplication(
  station: string,
  prepare: (folder: string) => Launch | Promise<Launch> = () => ({}),
  opened: readonly string[] = ['--school', '--station', station],
): () => Shared {
  let running: Running | null = null
  let used = false
  const here = (): Running => {
    if (!running) throw new Error('the application that these tests share has not started')
    return running
  }

  test.beforeAll(async () => {
    const folder = await newFolder()
    const { args = [], ...options } = await prepare(folder)
    const application = await startApplication(folder, {
      ...options,
      args: [...opened, ...args],
    })
    const page = await application.firstWindow()
    running = { application, folder, child: application.process(), page }
    await expect.poll(() => roleOf(page)).not.toBeNull()
  })
  test.beforeEach(async () => {
    if (used) running = { ...here(), page: await aloneAgain(here().application, station) }
    used = true
  })
  test.afterAll(async () => {
    if (!running) return
    await closed(running.child)
    await removeFolder(running.folder)
  })
  return here
}

/** Closes what the test before opened beside the station's window, and loads this one again. */
async function aloneAgain(application: ElectronApplication, station: string): Promise<Page> {
  await application.evaluate(({ BrowserWindow }, end) => {
    for (const window of BrowserWindow.getAllWindows())
      if (!window.webContents.getURL().endsWith(end)) window.close()
  }, ending(station))
  await expect.poll(() => application.windows().length).toBe(1)
  const page = await application.firstWindow()
  await page.reload()
  return page
}

const ending = (station: string): string => `#station=${station}`
