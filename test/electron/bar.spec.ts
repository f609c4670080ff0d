import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { byNight } from '../e2e/fixture.ts'
import { anotherProgram, endOtherProgram, hasKeyboard, xdotool } from './anotherProgram.ts'
import { barWindow, focusBar, gathered, keysOf, openBar } from './barWindow.ts'
import { choose, expect, fromPage, openBy, roleOf, test } from './launch.ts'
import { shareApplication } from './shared.ts'

// The counter's thin bar on a real screen with a window manager: its window, its keys pressed in another program.

const school = ['--school', '--station', 'counter']

test.afterAll(endOtherProgram)

test.describe(() => {
  const shared = shareApplication('counter')

  test('the bar opens above the others at the top of the screen, takes no keyboard, and closes as it opened', async () => {
    const { application } = shared()
    const { counter, bar } = await openBar(application)
    await expect(bar).toHaveURL(/#station=bar$/)
    // The window manager puts it at its place a moment after it is there.
    await expect
      .poll(() => barWindow(application))
      .toEqual({
        bounds: { x: 320, y: 0, width: 1280, height: 56 },
        onTop: true,
        focused: false,
        visible: true,
        resizable: false,
        menu: false,
      })
    expect(await bar.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 56])
    // On another desktop of the system the bar is there, and the counter is not.
    const seen = () =>
      xdotool('search', '--onlyvisible', '--name', '^(Bandeau|Guichet) – Mairie de formation$')
        .split('\n')
        .map((window) => xdotool('getwindowname', window).replace(/ .*/, ''))
        .toSorted()
    await expect.poll(seen).toEqual(['Bandeau', 'Guichet'])
    xdotool('set_desktop', '1')
    try {
      await expect.poll(seen).toEqual(['Bandeau'])
    } finally {
      xdotool('set_desktop', '0')
    }
    // Asked by the counter's page while it is there: still one.
    await fromPage(counter, { type: 'guichet:open-station', station: 'bar' })
    await counter.waitForTimeout(300)
    expect(application.windows()).toHaveLength(2)
    const closed = bar.waitForEvent('close')
    await choose(application, 'bar')
    await closed
    expect(application.windows()).toEqual([counter])
    // By its key, in the counter's window, and in the bar's own.
    const again = application.waitForEvent('window')
    await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
    xdotool('key', 'ctrl+b')
    const second = await again
    await expect.poll(async () => (await barWindow(application))?.visible).toBe(true)
    const gone = second.waitForEvent('close')
    await focusBar(application)
    await expect.poll(async () => (await barWindow(application))?.focused).toBe(true)
    xdotool('key', 'ctrl+b')
    await gone
  })

  test('its keys pressed in another program reach the bar once, leave that program alone, and are given back', async () => {
    const { application } = shared()
    const { bar } = await openBar(application)
    const pressed = await keysOf(bar)
    await anotherProgram(async (_other, keys) => {
      for (const key of ['F2', 'F3', 'F4', 'F5', 'F9']) xdotool('key', `ctrl+shift+${key}`)
      await expect.poll(gathered(pressed)).toEqual(['F2', 'F3', 'F4', 'F5', 'F9'])
      // Bare, and those of the bar that have no shortcut: they are the other program's.
      xdotool('key', 'F2', 'ctrl+shift+F6')
      await expect.poll(gathered(keys)).toEqual(expect.arrayContaining(['F2', 'F6']))
      await bar.waitForTimeout(1_100)
      xdotool('keydown', 'ctrl', 'keydown', 'shift', 'keydown', 'F3')
      await bar.waitForTimeout(1_800)
      xdotool('keyup', 'F3', 'keyup', 'shift', 'keyup', 'ctrl')
      expect(await pressed()).toEqual(['F3'])
      expect((await keys()).filter((key) => key.startsWith('F'))).toEqual([])
      expect(hasKeyboard()).toBe(true)

      const closed = bar.waitForEvent('close')
      await choose(application, 'bar')
      await closed
      xdotool('key', 'ctrl+shift+F2')
      await expect.poll(gathered(keys)).toContain('F2')
    })
  })

  test('a bar that asks has what is typed, and gives the keyboard back to the program that had it', async () => {
    const { application } = shared()
    const { counter, bar } = await openBar(application)
    const pressed = await keysOf(bar)
    await anotherProgram(async (_other, keys) => {
      // The counter's page has no say in it.
      await fromPage(counter, { type: 'guichet:take-keyboard' })
      await counter.waitForTimeout(300)
      expect((await barWindow(application))?.focused).toBe(false)
      await fromPage(bar, { type: 'guichet:take-keyboard' })
      await expect.poll(async () => (await barWindow(application))?.focused).toBe(true)
      xdotool('key', '2')
      await expect.poll(gathered(pressed)).toContain('Digit2')
      expect(await keys()).toEqual([])
      await fromPage(bar, { type: 'guichet:give-keyboard' })
      await expect.poll(hasKeyboard).toBe(true)
      xdotool('key', 'a')
      await expect.poll(gathered(keys)).toEqual(['a'])
      expect(await pressed()).toEqual([])
      expect(await barWindow(application)).toMatchObject({ onTop: true, visible: true, focused: false })
      // Not taken, not given: a bar that the person clicked in keeps the keyboard.
      await focusBar(application)
      await expect.poll(async () => (await barWindow(application))?.focused).toBe(true)
      await fromPage(bar, { type: 'guichet:give-keyboard' })
      await bar.waitForTimeout(400)
      expect((await barWindow(application))?.focused).toBe(true)
    })
  })

  test('a page without the focus puts a code on the clipboard; no other page, no other text', async () => {
    const { application } = shared()
    const { counter, bar } = await openBar(application)
    const copy = (page: Page, text: unknown) =>
      page.evaluate(
        (wanted) =>
          new Promise<unknown>((done) => {
            window.addEventListener(
              'message',
              ({ data }: MessageEvent<{ id?: unknown; copied?: unknown }>) => {
                if (data.id === 7 && 'copied' in data) done(data.copied)
              },
            )
            window.postMessage({ type: 'guichet:copy', id: 7, text: wanted }, location.origin)
          }),
        text,
      )
    const onClipboard = () => application.evaluate(({ clipboard }) => clipboard.readText())
    await application.evaluate(({ clipboard }) => clipboard.writeText('before'))
    await anotherProgram(async (other) => {
      expect((await barWindow(application))?.focused).toBe(false)
      expect(await copy(bar, 'K7M2QX4ZTA')).toBe(true)
      expect(await onClipboard()).toBe('K7M2QX4ZTA')
      // The other program pastes it, which is what it is for.
      xdotool('key', 'ctrl+v')
      await expect.poll(() => other.locator('textarea').inputValue()).toBe('K7M2QX4ZTA')
    })
    expect(await copy(counter, 'A1B2C3D4E5')).toBe(true)
    for (const text of ['x'.repeat(65), 'rm -rf ~\n', '', 42, null])
      expect(await copy(bar, text), JSON.stringify(text)).toBe(false)
    const kiosk = await openBy(application, 'open-kiosk')
    await expect.poll(() => roleOf(kiosk)).toBe('kiosk')
    expect(await copy(kiosk, 'K1OSK00000')).toBe(false)
    expect(await onClipboard()).toBe('A1B2C3D4E5')
  })

  test('the bar opens where it was left, keeps where it is dragged, brings its counter forward, and opens nothing else', async () => {
    const { application, folder } = shared()
    const file = join(folder, 'windows.json')
    const left = { x: 200, y: 700, width: 1280, height: 56 }
    await writeFile(file, JSON.stringify({ bar: { ...left, maximized: false } }))
    const { counter, bar } = await openBar(application)
    await expect.poll(async () => (await barWindow(application))?.bounds).toEqual(left)
    // By its grip, as the window manager does it: kept once the system has settled the bar.
    const drag = () =>
      application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((each) => each.webContents.getURL().endsWith('#station=bar'))
          ?.setPosition(300, 600),
      )
    await expect
      .poll(async () => {
        await drag()
        await bar.waitForTimeout(600)
        return JSON.parse(await readFile(file, 'utf8')) as unknown
      })
      .toMatchObject({ bar: { x: 300, y: 600 } })
    // The bar of the next test is where nobody moved it.
    await rm(file)
    for (const station of ['administration', 'supervision', 'kiosk', 'bar'])
      await fromPage(bar, { type: 'guichet:open-station', station })
    await fromPage(bar, { type: 'guichet:open-school' })
    await bar.waitForTimeout(300)
    expect(application.windows()).toHaveLength(2)
    const closed = counter.waitForEvent('close')
    await counter.evaluate(() => setTimeout(() => window.close()))
    await closed
    const opened = application.waitForEvent('window')
    await fromPage(bar, { type: 'guichet:open-station', station: 'counter' })
    await expect(await opened).toHaveURL(/#station=counter$/)
  })

  test('without an office the bar says so in its own height, and tries again', { tag: byNight }, async () => {
    const { application } = shared()
    const { bar } = await openBar(application)
    // Done once the application was told: a page that comes back between two looks would never be seen gone.
    const crash = () =>
      application.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()
          .map(({ webContents }) => webContents)
          .find((each) => each.getURL().endsWith('#station=counter'))
        const gone = new Promise<void>((done) => contents?.once('render-process-gone', () => done()))
        contents?.forcefullyCrashRenderer()
        await gone
      })
    const shown = () =>
      application.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows().map(({ webContents }) => webContents)
        if (contents.some((each) => each.isCrashed() || each.isLoading())) return []
        return contents.map((each) => each.getURL()).toSorted()
      })
    const pages = ['bar', 'counter'].map((page) => `app://guichet/index.html#station=${page}`)
    for (let time = 0; time < 3; time++) {
      await crash()
      await expect.poll(shown).toEqual(pages)
    }
    await crash()
    await expect.poll(shown).toEqual(['app://guichet/failed', 'app://guichet/failed-bar'])
    await expect(bar.getByRole('alert')).toContainText('L’office ne peut pas s’ouvrir')
    const { scroll, retry } = await bar.evaluate(() => ({
      scroll: document.documentElement.scrollHeight,
      retry: document.querySelector('a')?.getBoundingClientRect().bottom ?? 0,
    }))
    expect(scroll).toBe(56)
    expect(retry).toBeLessThanOrEqual(56)
    await bar.getByRole('link', { name: 'Réessayer' }).press('Enter')
    await expect.poll(shown, { timeout: 20_000 }).toEqual(pages)
  })
})

test(
  'shortcuts that another program holds are said in a sentence, and others can be chosen',
  { tag: byNight },
  async ({ launch, folder }) => {
    const start = (name: string) =>
      launch({ args: ['--data', join(folder, name), ...school], profile: false })
    const holder = await start('first')
    await openBar(holder)
    const application = await start('second')
    await application.evaluate(({ dialog }) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      dialog.showMessageBox = ((options: { readonly message: string }) => {
        said.push(options.message)
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }) as unknown as typeof dialog.showMessageBox
    })
    const said = () =>
      application.evaluate(() => (globalThis as unknown as { readonly said: string[] }).said.splice(0))
    const { bar } = await openBar(application)
    expect(await said()).toEqual([
      expect.stringMatching(
        /^Ctrl\+Maj\+F2, Ctrl\+Maj\+F3, Ctrl\+Maj\+F4, Ctrl\+Maj\+F5 et Ctrl\+Maj\+F9 sont déjà pris .+ menu «\sBandeau\s»[^]+a pris Ctrl\+Maj\+Espace .+ par « Aide » \(F1\)/,
      ),
    ])
    const pressed = await keysOf(bar)
    await choose(application, 'bar-keys-ctrlAltShift')
    // Help is asked by the same keys whatever the set: those stay the other one's, and no other set is advised.
    expect(await said()).toEqual([
      expect.stringMatching(/^Un autre logiciel .+ a pris Ctrl\+Maj\+Espace(?!.+menu)/),
    ])
    xdotool('key', 'ctrl+alt+shift+F5')
    await expect.poll(gathered(pressed)).toEqual(['F5'])
    // The first one's bar gone, its shortcuts are anyone's.
    await holder.close()
    await choose(application, 'bar-keys-ctrlShift')
    expect(await said()).toEqual([])
    xdotool('key', 'ctrl+shift+F5')
    await expect.poll(gathered(pressed)).toContain('F5')
  },
)

test(
  'its width and its place are kept, on a screen that is there',
  { tag: byNight },
  async ({ launch, folder }) => {
    const bounds = async (application: ElectronApplication) => (await barWindow(application))?.bounds
    const file = join(folder, 'windows.json')
    const kept = async () => JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as object
    await writeFile(
      file,
      JSON.stringify({ bar: { x: 4000, y: 300, width: 1280, height: 56, maximized: false } }),
    )
    const first = await launch({ args: school })
    await openBar(first)
    await expect.poll(() => bounds(first)).toEqual({ x: 320, y: 0, width: 1280, height: 56 })
    // It was not the person who moved it: the screen may come back.
    await choose(first, 'bar')
    await expect.poll(() => first.windows().length).toBe(1)
    expect(await kept()).toMatchObject({ bar: { x: 4000 } })

    const { bar } = await openBar(first)
    await choose(first, 'bar-short')
    await expect.poll(() => bounds(first)).toEqual({ x: 640, y: 0, width: 640, height: 56 })
    expect(await bar.evaluate(() => innerWidth)).toBe(640)
    // Dragged by its grip, as the window manager does it.
    await first.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().endsWith('#station=bar'))
        ?.setPosition(200, 700),
    )
    await expect.poll(kept).toMatchObject({ bar: { x: 200, y: 700 } })
    await first.close()

    const second = await launch({ args: school })
    await openBar(second)
    await expect.poll(() => bounds(second)).toEqual({ x: 200, y: 700, width: 640, height: 56 })
  },
)
