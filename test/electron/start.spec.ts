import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { byNight } from '../e2e/fixture.ts'
import { startScreen } from '../runtime/screen.ts'
import { expect, fromPage, hostPid, logOf, roleOf, startBeside, test, type Launch } from './launch.ts'
import { shareApplication } from './shared.ts'

const nightly = Number(process.env['GUICHET_RUNS'] ?? 0) >= 1000

const hash = (station: string) => new RegExp(`^app://guichet/index\\.html#station=${station}$`)

test(
  'the first run shows the welcome, and what is chosen there opens at the next start',
  { tag: byNight },
  async ({ launch, folder }) => {
    const first = await launch()
    const page = await first.firstWindow()
    await expect(page).toHaveURL(hash('welcome'))
    await expect.poll(() => roleOf(page)).toBe('admin')
    await fromPage(page, { type: 'guichet:open-station', station: 'counter' })
    await expect(page).toHaveURL(hash('counter'))
    await expect.poll(() => roleOf(page)).toBe('agent')
    expect(await page.evaluate(() => window.guichet)).toEqual({
      shell: 'electron',
      station: 'counter',
      platform: process.platform,
    })
    expect(JSON.parse(await readFile(join(folder, 'station.json'), 'utf8'))).toEqual({
      station: 'counter',
      school: false,
    })
    await first.close()

    // Creating the office is the page's own work; a training site has one at once.
    const second = await launch({ args: ['--school'] })
    await expect(await second.firstWindow()).toHaveURL(hash('counter'))
    await expect.poll(async () => roleOf(await second.firstWindow())).toBe('agent')
  },
)

/** What a window of a station is like. */
const dressOf = (application: ElectronApplication, station: string) =>
  application.evaluate(({ BrowserWindow }, end) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(end))
    return { coversTheScreen: window?.isFullScreen(), menu: window?.isMenuBarVisible() }
  }, `#station=${station}`)

test.describe(() => {
  const shared = shareApplication('counter')

  test('what a page’s program was compiled to is kept for the next start', async () => {
    const { page, folder } = shared()
    await expect.poll(() => roleOf(page)).toBe('agent')
    const compiled = () => readdir(join(folder, 'chromium', 'Code Cache', 'js')).catch(() => [])
    await expect
      .poll(async () => (await compiled()).filter((name) => /^[0-9a-f]{16}_0$/.test(name)))
      .not.toEqual([])
  })

  test('the application has the processes that it needs: its own, its host’s, its window’s and the screen’s', async () => {
    const { application } = shared()
    const kinds = await application.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, serviceName }) => serviceName ?? type),
    )
    const needed = ['Browser', 'GPU', 'Tab', 'node.mojom.NodeService']
    // Where Chromium's network may have a sandbox, it keeps a process of its own (scheme.ts).
    expect(kinds.filter((kind) => process.platform === 'linux' || !kind.startsWith('network.'))).toHaveLength(
      needed.length,
    )
    expect(kinds).toEqual(expect.arrayContaining(needed))
  })

  test('--station opens a page of the office in a window with its menu, at the first start and at each after, which leaves', async () => {
    const { application, page: counter, folder } = shared()
    await expect(counter).toHaveURL(hash('counter'))
    await expect.poll(() => roleOf(counter)).toBe('agent')
    expect(await dressOf(application, 'counter')).toEqual({ coversTheScreen: false, menu: true })
    const stations = [
      ['display', 'display'],
      ['supervision', 'supervisor'],
      ['reception', 'agent'],
      ['administration', 'admin'],
    ] as const
    // By day a page of the public and one of the office: each start after the first asks for its station the same way.
    for (const [station, role] of nightly ? stations : stations.slice(0, 2)) {
      const opened = application.waitForEvent('window')
      const again = await startBeside(folder, ['--station', station])
      const [page, [code]] = await Promise.all([opened, once(again, 'exit') as Promise<[number]>])
      expect(code).toBe(0)
      await expect(page).toHaveURL(hash(station))
      await expect.poll(() => roleOf(page)).toBe(role)
      const forPublic = station === 'display'
      expect(await dressOf(application, station), station).toEqual({
        coversTheScreen: forPublic,
        menu: !forPublic,
      })
    }
  })

  // The last of the group: it ends the application.
  test('SIGTERM, even twice, closes the office cleanly', async () => {
    const { application, page, folder } = shared()
    await expect.poll(() => roleOf(page)).toBe('agent')
    const child = application.process()
    const host = await hostPid(application)
    if (host === null) throw new Error('no host')
    const started = Date.now()
    const gone = once(child, 'exit') as Promise<[number | null]>
    // Two signals at once are one: the second must find the first at work, so the host closes only after it.
    process.kill(host, 'SIGSTOP')
    try {
      child.kill('SIGTERM')
      await expect
        .poll(() =>
          application.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows().some((window) => window.isVisible()),
          ),
        )
        .toBe(false)
      child.kill('SIGTERM')
    } finally {
      process.kill(host, 'SIGCONT')
    }
    const [code] = await gone
    expect(code).toBe(0)
    expect(Date.now() - started).toBeLessThan(5_000)
    expect(await logOf(folder)).toMatch(/"what":"hostExited","code":0/)
  })
})

test('a station chosen on a folder without an office gives way to the welcome; the kiosk chosen there can’t be closed or left, and ends with the application', async ({
  launch,
  folder,
}) => {
  await writeFile(join(folder, 'station.json'), '{"station":"kiosk"}')
  const application = await launch()
  // The kiosk's window has a session of its own, which the welcome has no part in: another takes its place.
  const shown = () => application.windows().map((window) => window.url())
  await expect.poll(shown).toEqual([expect.stringMatching(hash('welcome'))])
  const [welcome] = application.windows()
  if (!welcome) throw new Error('no window')
  await expect.poll(() => roleOf(welcome)).toBe('admin')
  await fromPage(welcome, { type: 'guichet:open-station', station: 'kiosk' })
  await expect.poll(shown).toEqual([expect.stringMatching(hash('kiosk'))])
  const [kiosk] = application.windows()
  if (!kiosk) throw new Error('no window')
  await expect.poll(() => roleOf(kiosk)).toBe('kiosk')
  expect(
    await application.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { kiosk: window?.isKiosk(), shared: window?.webContents.session === session.defaultSession }
    }),
  ).toEqual({ kiosk: true, shared: false })
  expect(await dressOf(application, 'kiosk')).toEqual({ coversTheScreen: true, menu: false })

  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  for (const keys of ['Control+w', 'Alt+F4', 'Control+r', 'F5', 'F11', 'Control+Shift+i'])
    await kiosk.keyboard.press(keys)
  expect(await roleOf(kiosk)).toBe('kiosk')
  expect(
    await application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { kiosk: window?.isKiosk(), tools: window?.webContents.isDevToolsOpened() }
    }),
  ).toEqual({ kiosk: true, tools: false })
  await application.close()
})

test('a station that does not exist is refused with a sentence', async ({ folder }) => {
  const child = await startBeside(folder, ['--station', 'caisse'])
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(2)
  expect(said).toContain('Le poste « caisse » n’existe pas')
})

const onFolder = (data: string): Launch => ({
  args: ['--data', data, '--station', 'administration'],
  profile: false,
})

test('--data keeps everything of an office in one folder, Chromium’s files and the lock too', async ({
  launch,
  folder,
}) => {
  const data = join(folder, 'office')
  const application = await launch(onFolder(data))
  await expect.poll(async () => roleOf(await application.firstWindow())).toBe('admin')
  expect(await application.evaluate(({ app }) => app.getPath('userData'))).toBe(join(data, 'application'))
  await application.close()
  expect(
    (await readdir(data)).filter((name) => !/^(?:guichet|host|office|tokens)/.test(name)).toSorted(),
  ).toEqual(['application', 'logs', 'reseau'])
})

test('another --data is another application', { tag: byNight }, async ({ launch, folder }) => {
  for (const name of ['office', 'another']) {
    const application = await launch(onFolder(join(folder, name)))
    await expect.poll(async () => roleOf(await application.firstWindow())).toBe('admin')
  }
})

test(
  'on Linux the application reads no driver of a graphics processor into its own process',
  { tag: byNight },
  async ({ launch }) => {
    // The first program of a session does, and writes down for the others what it read.
    const screen = await startScreen()
    try {
      const application = await launch({ env: { DISPLAY: screen.display } })
      await application.firstWindow()
      const main = await application.evaluate(() => ({ pid: process.pid, gl: process.env['GDK_GL'] }))
      const read = await readFile(`/proc/${main.pid}/maps`, 'utf8')
      expect(read).toContain('libgtk-3')
      expect(read).not.toMatch(/libGLX|libgallium|libLLVM/)
      // What it opens, a browser or a viewer, has them if it wants.
      expect(main.gl).toBeUndefined()
      await application.close()
    } finally {
      await screen.stop()
    }
  },
)
