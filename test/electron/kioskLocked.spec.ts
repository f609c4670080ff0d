import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { kioskLock as words } from '../../shared/messages/queue/kioskLock.fr.ts'
import { byNight } from '../e2e/fixture.ts'
import { xdotool } from './anotherProgram.ts'
import { expect, logOf, roleOf, test, type Launch } from './launch.ts'
import { shareApplication } from './shared.ts'

// A machine that is a kiosk, tried by what a person has before it: keys, touches, a mouse, a file to drop.

const code = '704518'

/** A configuration with a manager's code, in the application's own folder. */
const withCode = async (folder: string): Promise<Launch> => {
  const config = join(folder, 'guichet.json')
  await writeFile(config, JSON.stringify({ kiosk: { code } }))
  return { args: ['--config', config] }
}

/** The kiosk is ready, before whoever stands there. */
async function ready(application: ElectronApplication, page: Page) {
  await expect.poll(() => roleOf(page)).toBe('kiosk')
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
  await expect.poll(shown).toBe(true)
}

/** Whether the kiosk is what the screen shows and what the keyboard writes to. */
const shown = (): boolean => {
  try {
    return xdotool('getactivewindow', 'getwindowname').startsWith('Borne')
  } catch {
    // No window is active.
    return false
  }
}

/** What holds the screen. */
const held = (application: ElectronApplication) =>
  application.evaluate(({ BrowserWindow, webContents }) => {
    const [window, ...others] = BrowserWindow.getAllWindows()
    return {
      kiosk: window?.isKiosk(),
      above: window?.isAlwaysOnTop(),
      minimized: window?.isMinimized(),
      url: window?.webContents.getURL(),
      zoom: window?.webContents.getZoomFactor(),
      others: others.length,
      contents: webContents.getAllWebContents().length,
      back: window?.webContents.navigationHistory.canGoBack(),
    }
  })

const whole = {
  kiosk: true,
  above: true,
  minimized: false,
  url: 'app://guichet/index.html#station=kiosk',
  zoom: 1,
  others: 0,
  contents: 1,
  back: false,
}

/** Seven touches where whoever knows makes them. */
async function touchCorner(page: Page) {
  for (let touch = 0; touch < 7; touch++) await page.mouse.click(12, 12)
}

/** From now on, what waits a quarter of a minute is called by the test alone. */
const holdRetry = (application: ElectronApplication) =>
  application.evaluate(() => {
    const wait = setTimeout
    Object.assign(globalThis, {
      setTimeout: (act: () => void, milliseconds: number) =>
        milliseconds === 15_000 ? Object.assign(globalThis, { retry: act }) : wait(act, milliseconds),
    })
  })

test.describe(() => {
  const shared = shareApplication('kiosk', withCode)

  test('a kiosk is left by no key, no right click, no file dropped, no dialog, no close, no address', async () => {
    const { application, page } = shared()
    await ready(application, page)
    expect(await held(application)).toEqual(whole)
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen, stays: true })
      window.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
        if (ctrlKey || altKey || metaKey || /^F\d/.test(key)) seen.push(key)
      })
    })
    const letters = ['w', 'q', 'r', 'n', 't', 'o', 'p', 's', 'u', 'l', 'b', 'minus', 'shift+i', 'shift+r']
    xdotool('key', ...letters.map((key) => `ctrl+${key}`))
    xdotool('key', 'alt+F4', 'alt+Left', 'alt+Right', 'alt+Home', 'alt+d', 'super+r', 'super+l')
    xdotool(
      'key',
      'F1',
      'F3',
      'F5',
      'F6',
      'F7',
      'F10',
      'F11',
      'F12',
      'Menu',
      'Print',
      'XF86Back',
      'XF86HomePage',
    )
    // What the window manager itself would do: show the desktop, go to another one.
    xdotool('key', 'super+d', 'ctrl+alt+Right')
    try {
      await expect.poll(shown).toBe(true)
    } finally {
      xdotool('set_desktop', '0')
    }
    // The page did not even see them, save the modifiers themselves.
    const seen = await page.evaluate(() => (window as unknown as { seen: readonly string[] }).seen)
    expect(seen.filter((key) => !['Control', 'Alt', 'Meta', 'Shift'].includes(key))).toEqual([])

    for (const [x, y] of [
      [400, 300],
      [3, 3],
      [640, 780],
    ] as const)
      await page.mouse.click(x, y, { button: 'right' })
    await page.mouse.wheel(0, 300)

    const cdp = await page.context().newCDPSession(page)
    const dropped = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: dropped })
    const link = { mimeType: 'text/uri-list', data: 'https://ailleurs.example/' }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [link], dragOperationsMask: 1 },
      })

    // Each of these would hold the page until it is answered: it answers by itself.
    expect(
      await page.evaluate(() => {
        window.print()
        alert('x')
        return confirm('x')
      }),
    ).toBe(false)
    await page.evaluate(() => {
      for (const url of ['https://ailleurs.example/', 'file:///etc/hostname', 'app://guichet/leave/asked/0'])
        location.assign(url)
      history.back()
      window.open('about:blank')
      window.close()
    })
    await application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.close()
      window?.minimize()
      window?.setKiosk(false)
    })
    await expect.poll(() => held(application)).toEqual(whole)
    expect(await page.evaluate(() => 'stays' in window)).toBe(true)
    expect(await roleOf(page)).toBe('kiosk')
  })

  test('a kiosk keeps its protections whatever its address says, and is back if its page closes it', async () => {
    const { application, page } = shared()
    await ready(application, page)
    await page.evaluate(() => {
      location.hash = 'station=counter'
      location.reload()
    })
    await expect.poll(() => page.evaluate(() => window.guichet?.station).catch(() => '')).toBe('kiosk')
    await page.evaluate(() => window.close())
    await expect.poll(() => held(application)).toMatchObject({ kiosk: true, above: true, others: 0 })
    expect(await page.evaluate(() => window.guichet?.station), 'the same page').toBe('kiosk')

    // A frame has a `close` of its own, which nobody took away.
    await page
      .evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'))
        setTimeout(() => (frame.contentWindow as Window | null)?.close.call(window))
      })
      .catch(() => {})
    const onScreen = async () => {
      const shownPage = application.windows().at(-1)
      return shownPage === undefined ? null : roleOf(shownPage).catch(String)
    }
    await expect.poll(onScreen).toBe('kiosk')
    await expect.poll(() => held(application)).toEqual(whole)
  })

  // The last of them: it ends the application.
  test('the manager’s code, by touch or by keys, ends the kiosk; a wrong one, or nothing, does not', async () => {
    const { application, page, folder } = shared()
    await ready(application, page)
    await touchCorner(page)
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
    for (const figure of '111111') await page.getByRole('link', { name: figure, exact: true }).click()
    await expect(page.getByRole('img', { name: words.typed(6) })).toBeVisible()
    await page.getByRole('link', { name: words.enter }).click()
    await expect(page.getByText(words.wrong)).toBeVisible()
    await page.getByRole('link', { name: words.back }).click()
    await expect.poll(() => roleOf(page)).toBe('kiosk')
    await expect.poll(() => held(application)).toEqual(whole)

    xdotool('key', 'ctrl+alt+End')
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
    // What is held down with another key types nothing there either.
    xdotool('key', 'ctrl+w', 'alt+F4', 'ctrl+7', 'F5')
    await expect(page.getByRole('img', { name: words.typed(0) })).toBeVisible()
    xdotool('key', 'Escape')
    await expect.poll(() => held(application)).toEqual(whole)

    xdotool('key', 'ctrl+alt+End')
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
    const ended = new Promise((done) => application.process().once('exit', done))
    xdotool('key', ...code)
    await expect(page.getByRole('img', { name: words.typed(6) })).toBeVisible()
    xdotool('key', 'Return')
    expect(await ended).toBe(0)
    const log = await logOf(folder)
    expect(log).toContain('kioskLeft')
    expect(log).not.toContain(code)
  })
})

const back =
  'a kiosk whose page crashes is back by itself, its ground on the screen meanwhile; again and again, a sentence, then the page'
test(back, { tag: byNight }, async ({ launch, folder }) => {
  const { args = [] } = await withCode(folder)
  const application = await launch({ args: ['--school', '--station', 'kiosk', ...args] })
  await ready(application, await application.firstWindow())
  // Electron's own word: Playwright keeps no page whose process died.
  const crash = () =>
    application.evaluate(
      ({ BrowserWindow }) =>
        new Promise<{ readonly ground: string; readonly shows: string }>((back) => {
          const [window] = BrowserWindow.getAllWindows()
          if (!window) return
          let ground = ''
          window.webContents.once('render-process-gone', () => (ground = window.getBackgroundColor()))
          window.webContents.once('did-finish-load', () =>
            setTimeout(
              () =>
                void window.webContents
                  .executeJavaScript('document.body.innerText')
                  .then((shows: string) => back({ ground, shows })),
              700,
            ),
          )
          window.webContents.forcefullyCrashRenderer()
        }),
    )
  const began = Date.now()
  const first = await crash()
  test
    .info()
    .annotations.push({ type: 'back', description: `${Date.now() - began} ms, of which 700 of waiting` })
  expect(first.shows).toMatch(/démarche|accueil/i)
  expect(['#F6F4F0', '#141618']).toContain(first.ground)
  await crash()
  await crash()
  await holdRetry(application)
  const fourth = await crash()
  expect(fourth.shows).toContain('Adressez-vous à un agent de l’accueil.')
  // Nobody presses « Réessayer » there: its time comes by itself.
  await application.evaluate(() => (globalThis as unknown as { readonly retry: () => void }).retry())
  await expect
    .poll(async () => (await held(application)).url, { timeout: 25_000 })
    .toBe('app://guichet/index.html#station=kiosk')
  await expect.poll(() => held(application)).toEqual(whole)
})
