import { execFileSync } from 'node:child_process'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { find } from '../runtime/command.ts'

/** The real keyboard: pressed on the screen, whoever has the focus. */
export function xdotool(...args: readonly string[]): string {
  const program = find('xdotool')
  if (!program) throw new Error('xdotool is missing. On Debian: sudo apt-get install xdotool')
  return execFileSync(program, args, { encoding: 'utf8' }).trim()
}

/** Puts the other program forward: a click in its field, as a person does; the system then says who has the keys. */
async function forward(): Promise<void> {
  const window = otherWindow()
  xdotool('windowactivate', '--sync', window)
  xdotool('mousemove', '--window', window, '500', '400', 'click', '1')
  await expect.poll(hasKeyboard).toBe(true)
}

/**
 * The other program's window. The search asks every window of the screen one after another: one that closes meanwhile
 * (a menu, a tooltip) makes it fail, and it is asked again.
 */
const otherWindow = (): string => {
  for (let tries = 1; ; tries++) {
    try {
      const [found] = xdotool('search', '--sync', '--onlyvisible', '--name', '^Autre logiciel').split('\n')
      if (found) return found
    } catch (problem) {
      if (tries === 5 || !String(problem).includes('BadWindow')) throw problem
    }
    if (tries === 5) throw new Error('the other program has no window')
  }
}

/** Whether the other program has the keyboard; its own page, driven by the test, believes that it always has. */
export const hasKeyboard = (): boolean => xdotool('getactivewindow') === otherWindow()

let running: Promise<Browser> | null = null

/** Ends the other program; the next test that needs one starts another. */
export async function endOtherProgram(): Promise<void> {
  const browser = await running
  running = null
  await browser?.close()
}

/**
 * Another program, as the ministry's own software is: a browser of its own, which writes down the keys it gets. It stays
 * for the tests of a file (`endOtherProgram`), each with a window of its own.
 */
export async function anotherProgram(
  body: (page: Page, keys: () => Promise<readonly string[]>) => Promise<void>,
) {
  running ??= chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: false,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await (await running).newPage({ viewport: null })
  try {
    await page.setContent(
      '<title>Autre logiciel</title><textarea style="position:fixed;inset:0;width:100%;height:100%"></textarea>',
    )
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      window.addEventListener('keydown', ({ key }) => seen.push(key))
    })
    const keys = () => page.evaluate(() => (window as unknown as { readonly seen: string[] }).seen.splice(0))
    await forward()
    await body(page, keys)
  } finally {
    await page.close()
  }
}
