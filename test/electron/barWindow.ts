import type { ElectronApplication, Page } from '@playwright/test'
import { choose, expect, roleOf } from './launch.ts'

/** What the bar's window is like; null while there is none. */
export const barWindow = (application: ElectronApplication) =>
  application.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith('#station=bar'),
    )
    if (!window) return null
    return {
      bounds: window.getBounds(),
      onTop: window.isAlwaysOnTop(),
      focused: window.isFocused(),
      visible: window.isVisible(),
      resizable: window.isResizable(),
      menu: window.isMenuBarVisible(),
    }
  })

/** A counter of the training office and its bar, shown. */
export async function openBar(application: ElectronApplication) {
  const counter = await application.firstWindow()
  await expect.poll(() => roleOf(counter)).toBe('agent')
  const opened = application.waitForEvent('window')
  await choose(application, 'bar')
  const bar = await opened
  await expect.poll(async () => (await barWindow(application))?.visible).toBe(true)
  await expect.poll(() => roleOf(bar)).toBe('agent')
  return { counter, bar }
}

/** The keys that the bar's page gets from now on. */
export async function keysOf(bar: Page): Promise<() => Promise<readonly string[]>> {
  await bar.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    window.addEventListener('keydown', ({ code, ctrlKey, shiftKey, altKey }) =>
      seen.push(`${ctrlKey || shiftKey || altKey ? 'held+' : ''}${code}`),
    )
  })
  return () => bar.evaluate(() => (window as unknown as { readonly seen: string[] }).seen.splice(0))
}

/** Keys come one by one, and each reading takes those that came: what was read until all are there counts together. */
export function gathered(read: () => Promise<readonly string[]>): () => Promise<readonly string[]> {
  const all: string[] = []
  return async () => {
    all.push(...(await read()))
    return [...all]
  }
}

/** A person clicks in the bar: it has the keyboard. */
export const focusBar = (application: ElectronApplication): Promise<void> =>
  application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('#station=bar'))
      ?.focus(),
  )
