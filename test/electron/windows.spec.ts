import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chimesOf, countChimes } from '../e2e/media/chimes.ts'
import { press } from '../e2e/keyboard.ts'
import { button, heading } from '../e2e/pages.ts'
import { act } from '../e2e/reception.ts'
import { choose, expect, fromPage, officeOf, openBy, roleOf, test } from './launch.ts'
import { shareApplication } from './shared.ts'

test.describe(() => {
  const shared = shareApplication('counter', () => ({ args: ['--at', '2026-03-03T10:42:00+01:00'] }))

  test('the counter and the administration open other stations beside them, each once, and stay; the display has no say', async () => {
    const { application, page: counter } = shared()
    await expect.poll(() => roleOf(counter)).toBe('agent')
    const opened = (act: Promise<void>) => Promise.all([application.waitForEvent('window'), act])
    const [till] = await opened(fromPage(counter, { type: 'guichet:open-station', station: 'till' }))
    await expect(till).toHaveURL(/#station=till$/)
    const page = await openBy(application, 'open-administration')
    await expect.poll(() => roleOf(page)).toBe('admin')
    const [display] = await opened(fromPage(page, { type: 'guichet:open-station', station: 'display' }))
    await expect(display).toHaveURL(/#station=display$/)
    await choose(application, 'open-administration')
    await fromPage(display, { type: 'guichet:open-station', station: 'documents' })
    await fromPage(counter, { type: 'guichet:open-station', station: 'documents' })
    await expect.poll(() => application.windows().length).toBe(5)
    expect(application.windows().filter((each) => each.url().endsWith('#station=documents'))).toHaveLength(1)
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

  test('the counter’s zoom leaves the kiosk, the display and the bar as they are', async () => {
    const { application, page: counter } = shared()
    const supervision = await openBy(application, 'open-supervision')
    await expect.poll(() => roleOf(supervision)).toBe('supervisor')
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

  test('a ticket taken in the kiosk’s window is called in the counter’s, and shown and heard once in the display’s; the kiosk’s is one that closes', async () => {
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

    // What it would give without its host is on its disk before it is asked.
    const series = async () => JSON.parse(await readFile(join(folder, 'kiosk.json'), 'utf8')) as unknown
    await expect.poll(() => series().catch(() => null)).toMatchObject([{ series: expect.any(String) }])
    const closed = kiosk.waitForEvent('close')
    await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith('station=kiosk') && !window.isKiosk())
        ?.close(),
    )
    await closed
    expect(application.windows()).toHaveLength(2)
  })

  test('a window comes back where it was, unless that screen is gone; its page is asked every three seconds whether it is there', async () => {
    const { application, folder } = shared()
    const opens = async () => {
      const page = await openBy(application, 'open-supervision')
      await page.waitForURL(/#station=supervision$/)
      return page
    }
    const bounds = () =>
      application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith('#station=supervision'))
          ?.getNormalBounds(),
      )
    await application.evaluate(() => {
      const paces: number[] = []
      const wait = setInterval
      const counted = (act: () => void, pace: number) => {
        paces.push(pace)
        return wait(act, pace)
      }
      Object.assign(globalThis, { paces, setInterval: counted })
    })
    const away = { x: 9000, y: 9000, width: 900, height: 640, maximized: false }
    await writeFile(join(folder, 'windows.json'), JSON.stringify({ supervision: away }))
    const first = await opens()
    const paces = () => (globalThis as unknown as { readonly paces: readonly number[] }).paces
    expect(await application.evaluate(paces)).toEqual([3_000])
    expect((await bounds())?.x).toBeLessThan(1920)
    const gone = first.waitForEvent('close')
    await application.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith('#station=supervision'),
      )
      window?.setBounds({ x: 120, y: 90, width: 880, height: 620 })
      window?.close()
    })
    await gone
    await opens()
    expect(await bounds()).toMatchObject({ width: 880, height: 620 })
  })
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
