import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { chimesOf, countChimes } from '../e2e/media/chimes.ts'
import { press } from '../e2e/keyboard.ts'
import { button, heading } from '../e2e/pages.ts'
import { act } from '../e2e/reception.ts'
import { choose, expect, fromPage, officeOf, openBy, roleOf, test } from './launch.ts'
import { shareApplication } from './shared.ts'

test.describe(() => {
  const shared = shareApplication('counter', () => ({ args: ['--at', '2026-03-03T10:42:00+01:00'] }))

  test('the menu « Postes » opens a window of its own for a station, once', async () => {
    const { application } = shared()
    const supervision = await openBy(application, 'open-supervision')
    await expect(supervision).toHaveURL(/#station=supervision$/)
    await expect.poll(() => roleOf(supervision)).toBe('supervisor')
    await choose(application, 'open-supervision')
    expect(application.windows()).toHaveLength(2)
  })

  test('the counter opens the till beside it, and the display has no say', async () => {
    const { application, page: counter } = shared()
    await expect.poll(() => roleOf(counter)).toBe('agent')
    const opened = application.waitForEvent('window')
    await fromPage(counter, { type: 'guichet:open-station', station: 'till' })
    await expect(await opened).toHaveURL(/#station=till$/)
    const display = await openBy(application, 'open-display')
    await expect(display).toHaveURL(/#station=display$/)
    await fromPage(display, { type: 'guichet:open-station', station: 'documents' })
    await fromPage(counter, { type: 'guichet:open-station', station: 'documents' })
    await expect.poll(() => application.windows().length).toBe(4)
    expect(application.windows().filter((page) => page.url().endsWith('#station=documents'))).toHaveLength(1)
  })

  test('the administration opens another station beside it, and stays', async () => {
    const { application } = shared()
    const page = await openBy(application, 'open-administration')
    await expect.poll(() => roleOf(page)).toBe('admin')
    const opened = application.waitForEvent('window')
    await fromPage(page, { type: 'guichet:open-station', station: 'display' })
    await expect(await opened).toHaveURL(/#station=display$/)
    await expect(page).toHaveURL(/#station=administration$/)
  })

  test('the menu is in French throughout', async () => {
    const { application } = shared()
    const labels = await application.evaluate(({ Menu }) => {
      type Item = {
        readonly label: string
        readonly type: string
        readonly submenu?: { readonly items: readonly Item[] } | undefined
      }
      const all = (items: readonly Item[]): string[] =>
        items.flatMap((item) => [
          ...(item.type === 'separator' ? [] : [item.label]),
          ...all(item.submenu?.items ?? []),
        ])
      return all((Menu.getApplicationMenu()?.items ?? []) as unknown as readonly Item[])
    })
    expect(labels.slice(0, 1)).toEqual(['Guichet'])
    expect(labels).toEqual(
      expect.arrayContaining(['Édition', 'Postes', 'Affichage', 'Aide', 'Ouvrir le dossier des données']),
    )
    expect(
      labels.filter((label) =>
        /\b(?:Edit|View|Window|Help|Undo|Copy|Paste|Zoom|Quit|Toggle|Reload)\b/.test(label),
      ),
    ).toEqual([])
  })

  test('a kiosk opened beside other windows is a window, that closes again', async () => {
    const { application } = shared()
    const kiosk = await openBy(application, 'open-kiosk')
    // A window is found by its page, once it is there.
    await kiosk.waitForURL(/station=kiosk$/)
    const closed = kiosk.waitForEvent('close')
    await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith('station=kiosk') && !window.isKiosk())
        ?.close(),
    )
    await closed
    expect(application.windows()).toHaveLength(1)
  })

  test('the counter’s zoom leaves the kiosk, the display and the bar as they are', async () => {
    const { application, page: counter } = shared()
    const supervision = await openBy(application, 'open-supervision')
    const others = [
      await openBy(application, 'open-kiosk'),
      await openBy(application, 'open-display'),
      await openBy(application, 'bar'),
    ]
    const scale = (page: Page) => page.evaluate(() => devicePixelRatio)
    const zoom = (level: number) =>
      application.evaluate(
        ({ BrowserWindow }, wanted) =>
          BrowserWindow.getAllWindows()
            .find(({ webContents }) => webContents.getURL().endsWith('#station=counter'))
            ?.webContents.setZoomLevel(wanted),
        level,
      )
    await zoom(2)
    try {
      await expect.poll(() => scale(counter)).toBeCloseTo(1.44)
      // The office's own windows are one: enlarged for one pair of eyes, as before.
      await expect.poll(() => scale(supervision)).toBeCloseTo(1.44)
      for (const page of others) {
        expect(await scale(page), page.url()).toBe(1)
        await page.reload()
        expect(await scale(page), page.url()).toBe(1)
      }
    } finally {
      await zoom(0)
    }
  })

  test('a ticket taken in the kiosk’s window is called in the counter’s, and shown and heard once in the display’s', async () => {
    const { application, page: counter, folder } = shared()
    await application.context().addInitScript(countChimes)
    await act(await officeOf(join(folder, 'formation')), 'supervisor', 'day.open')
    const display = await openBy(application, 'open-display')
    const kiosk = await openBy(application, 'open-kiosk')
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeFocused()
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    await press(kiosk, 'Digit1')
    await button(kiosk, 'Prendre le ticket quand même').press('Enter')
    await expect(kiosk.getByRole('status')).toHaveText('A 1')

    // The machine's windows are one seat: it asks who is there.
    await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
    await press(counter, 'Digit1')
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    await press(counter, 'Digit2')
    await expect(button(counter, 'Appeler A 1')).toBeFocused()
    await press(counter, 'F2')
    await expect(button(counter, 'Est là').first()).toBeFocused()
    await expect(display.locator('section[aria-live]')).toHaveText('A 1Guichet 2')
    await press(counter, 'F5')
    await expect(heading(counter, 'A 1')).toBeFocused()
    await expect.poll(() => chimesOf(display)).toBe(1)
  })
})

test('a window comes back where it was, unless that screen is gone', async ({ launch, folder }) => {
  const bounds = (application: ElectronApplication) =>
    application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  await writeFile(
    join(folder, 'windows.json'),
    JSON.stringify({ counter: { x: 9000, y: 9000, width: 900, height: 640, maximized: false } }),
  )
  const first = await launch({ args: ['--school', '--station', 'counter'] })
  await first.firstWindow()
  expect((await bounds(first))?.x).toBeLessThan(1920)
  await first.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setBounds({ x: 120, y: 90, width: 880, height: 620 })
    window?.close()
  })
  await first.waitForEvent('close')
  const second = await launch({ args: ['--school', '--station', 'counter'] })
  await second.firstWindow()
  expect(await bounds(second)).toMatchObject({ width: 880, height: 620 })
})

test('a training site that was opened in the office’s place is left by the menu', async ({
  launch,
  folder,
}) => {
  await writeFile(join(folder, 'station.json'), JSON.stringify({ station: 'supervision', school: true }))
  const application = await launch()
  const page = await application.firstWindow()
  await expect(page).toHaveURL(/#station=supervision$/)
  await expect.poll(() => roleOf(page)).toBe('supervisor')
  await choose(application, 'switch-school')
  // The real folder has no office yet.
  await expect(page).toHaveURL(/#station=welcome$/)
  await expect.poll(() => roleOf(page)).toBe('admin')
})
