import type { ElectronApplication } from '@playwright/test'
import { choose, expect, logOf, roleOf, test } from './launch.ts'

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

test('a counter and a display whose pages turn without end come back by themselves, and the office goes on meanwhile', async ({
  launch,
  folder,
}) => {
  const application = await launch({ args: ['--school', '--station', 'counter'] })
  const counter = await application.firstWindow()
  await expect.poll(() => roleOf(counter)).toBe('agent')
  const [display] = await Promise.all([
    application.waitForEvent('window'),
    choose(application, 'open-display'),
  ])
  await expect.poll(() => roleOf(display)).toBe('display')
  for (const station of ['counter', 'display'] as const)
    await expect.poll(() => shows(application, station)).not.toBe('')
  // The agent is before theirs, and stays there: a screen that has just opened may still come in front.
  const toCounter = () =>
    application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('#station=counter'))
        ?.focus(),
    )
  await toCounter()
  for (const page of [counter, display])
    await page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      })
    })
  await expect.poll(() => shows(application, 'display')).toBe('')
  await expect
    .poll(
      async () => {
        await toCounter()
        return logOf(folder)
      },
      { timeout: 30_000 },
    )
    .toMatch(/"pageHung","page":"counter"/)
  await expect.poll(() => logOf(folder), { timeout: 30_000 }).toMatch(/"pageHung","page":"display"/)
  const began = Date.now()
  for (const station of ['counter', 'display'] as const)
    await expect.poll(() => shows(application, station)).not.toBe('')
  test.info().annotations.push({ type: 'back', description: `${Date.now() - began} ms` })
  expect(await logOf(folder)).not.toContain('hostExited')
})
