import type { ElectronApplication } from '@playwright/test'
import { expect, logOf, openBy, roleOf, test } from './launch.ts'

// A page that turns round and round, or whose process died: nobody is left before it.

/** What a station's window shows, by Electron's own word: Playwright keeps no page whose process died. */
const shows = (application: ElectronApplication, station: string) =>
  application.evaluate(async ({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith(`#station=${name}`),
    )
    if (!window || window.webContents.isCrashed() || window.webContents.isLoading()) return ''
    const late = new Promise<string>((done) => setTimeout(done, 500, ''))
    const text = window.webContents.mainFrame.executeJavaScript('document.body.innerText').catch(() => '')
    return String(await Promise.race([text, late]))
  }, station)

/** Every interval that windows opened from now on ask for is called by the test alone: its milliseconds, and what is called. */
type Held = { readonly asked: { readonly pace: number; readonly ask: () => void }[] }

const holdIntervals = (application: ElectronApplication) =>
  application.evaluate(() => {
    const asked: Held['asked'] = []
    Object.assign(globalThis, {
      asked,
      setInterval: (ask: () => void, pace: number) => asked.push({ ask, pace }),
    })
  })

const paces = (application: ElectronApplication) =>
  application.evaluate(() => (globalThis as unknown as Held).asked.map(({ pace }) => pace))

/** Asks every page once, as their intervals do, the counter before the agent: whether it was. */
const ask = (application: ElectronApplication) =>
  application.evaluate(({ BrowserWindow }) => {
    const counter = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#station=counter'),
    )
    counter?.focus()
    const before = counter?.isFocused() === true
    for (const each of (globalThis as unknown as Held).asked) each.ask()
    return before
  })

/** Waits until every page has answered what it was asked: a question put after the others is answered after them. */
const answered = (application: ElectronApplication) =>
  application.evaluate(async ({ BrowserWindow }) => {
    await Promise.all(
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.mainFrame.executeJavaScript('0')),
    )
  })

test('a counter and a display whose pages turn without end come back by themselves, and the office goes on meanwhile', async ({
  launch,
  folder,
}) => {
  const application = await launch({ args: ['--school', '--station', 'supervision'] })
  const supervision = await application.firstWindow()
  await expect.poll(() => roleOf(supervision)).toBe('supervisor')
  await holdIntervals(application)
  const display = await openBy(application, 'open-display')
  const counter = await openBy(application, 'open-counter')
  await expect.poll(() => roleOf(display)).toBe('display')
  await expect.poll(() => roleOf(counter)).toBe('agent')
  expect(await paces(application)).toEqual([3_000, 3_000])
  // Pages that answer are asked as often as anyone likes.
  for (let question = 0; question < 12; question++) {
    await ask(application)
    await answered(application)
  }
  expect(await logOf(folder)).not.toContain('pageHung')
  for (const page of [counter, display])
    await page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      })
    })
  await expect.poll(() => shows(application, 'display')).toBe('')
  await expect.poll(() => shows(application, 'counter')).toBe('')
  // Four questions without an answer, the agent before the counter, are not yet enough; the next ones are.
  let unanswered = 0
  await expect
    .poll(async () => (unanswered = (await ask(application)) ? unanswered + 1 : 0), { timeout: 30_000 })
    .toBe(4)
  expect(await logOf(folder)).not.toContain('"pageHung","page":"counter"')
  for (const page of ['counter', 'display'])
    await expect
      .poll(() => ask(application).then(() => logOf(folder)), { timeout: 30_000 })
      .toContain(`"pageHung","page":"${page}"`)
  const began = Date.now()
  for (const station of ['counter', 'display'] as const)
    await expect.poll(() => shows(application, station)).not.toBe('')
  test.info().annotations.push({ type: 'back', description: `${Date.now() - began} ms` })
  expect(await logOf(folder)).not.toContain('hostExited')
})
