import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { take } from '../e2e/queue/kioskPeople.ts'
import { openAsar } from './asar.ts'
import { run } from '../runtime/command.ts'
import { prepareRuntime } from '../runtime/prepare.ts'
import { freePort } from '../runtime/postgres.ts'
import { startScreen, type Screen } from '../runtime/screen.ts'
import {
  act,
  askPackaged,
  openedPackage,
  ordinaryFolder,
  packagedWindow,
  removed,
  startPackaged,
  type Opened,
} from './package.ts'

// The package of a Debian machine: what is in it, and the office that an ordinary account has of it.

test.describe.configure({ mode: 'serial' })

let opened: Opened
/** Its own: a screen that another account started may be closed to an ordinary one. */
let screen: Screen
test.beforeAll(async () => {
  test.setTimeout(180_000)
  screen = await startScreen()
  opened = await openedPackage()
})
test.afterAll(async () => {
  await screen.stop()
  await removed(opened.folder)
})

test('the fuses of the packaged program are burnt: no Node by its name, no inspector, no code but the archive', async () => {
  const wire = await getCurrentFuseWire(opened.program)
  const burnt = {
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
  }
  expect(wire).toMatchObject(burnt)
  // And it holds: asked to be Node, or to open a door to a debugger, the program is itself.
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--print=1' }
  const { text } = await run(
    opened.program,
    ['--no-sandbox', '-e', 'console.log("node", 6 * 7)', '--config', 'x', '--host', '--station', 'kiosk'],
    { env, limit: 15_000 },
  )
  expect(text).not.toContain('node 42')
  expect(text).toContain('--host démarre l’office sans fenêtre')
})

test('the package holds the application and nothing else, for all to read and for root alone to write', async () => {
  const asar = openAsar(join(opened.folder, 'opt/Guichet/resources/app.asar'))
  const inside = asar.paths
  const strange = inside.filter(
    (path) =>
      !/^\/(?:out(?:\/(?:main|preload|renderer)(?:\/.*)?)?|package\.json|node_modules(?:\/(?:better-sqlite3|@fontsource-variable)(?:\/.*)?)?)$/.test(
        path,
      ) ||
      /\.(?:map|ts|tsx|c|cc|cpp|gyp)$/.test(path) ||
      /prebuilds\/(?:darwin|win32)/.test(path),
  )
  expect(strange).toEqual([])
  expect(inside).toContain('/node_modules/better-sqlite3/prebuilds/linux-x64.node')
  // What its own Electron compiled of it, beside it and as sure as it.
  expect(inside).toEqual(expect.arrayContaining(['/out/main/main.code', '/out/main/host.code']))
  // Its program is strict, as the modules that it is made of.
  const programs = inside.filter((path) => /^\/out\/(?:main\/programs|preload)\/.*\.cjs$/.test(path))
  expect(programs.length).toBeGreaterThan(20)
  expect(programs.filter((path) => !/^["'`]use strict/.test(asar.read(path).toString()))).toEqual([])
  expect(Object.keys(JSON.parse(asar.read('/package.json').toString()) as object)).not.toContain(
    'devDependencies',
  )
  // What a system that checks the archive (Windows, macOS) checks it by.
  expect(asar.entry('/out/main/main.cjs')?.integrity).toMatchObject({ algorithm: 'SHA256' })

  const bill = JSON.parse(
    readFileSync(join(opened.folder, 'opt/Guichet/resources/notices/guichet.cdx.json'), 'utf8'),
  ) as { readonly components: readonly { readonly name: string }[] }
  const named = bill.components.map(({ name }) => name)
  const shipped = [
    'electron',
    'better-sqlite3',
    'react',
    'zod',
    'zxing-wasm',
    '@fontsource-variable/noto-sans-arabic',
  ]
  expect(named).toEqual(expect.arrayContaining(shipped))
  // What only builds or tests is in no package.
  expect(named).not.toContain('vite')

  const { text } = await run('dpkg-deb', ['-c', opened.deb])
  const owned = text.trim().split('\n')
  expect(
    owned.filter((line) => !/^[d-]rw[x-]r-[x-]r-[x-] root\/root /.test(line) && !line.startsWith('l')),
  ).toEqual([])
  for (const file of [
    'usr/share/applications/guichet.desktop',
    'usr/share/icons/hicolor/256x256/apps/guichet.png',
    'usr/lib/systemd/system/guichet.service',
    'usr/share/doc/guichet/examples/guichet.json',
    'opt/Guichet/LICENSES.chromium.html',
    'opt/Guichet/resources/notices/tiers.html',
  ])
    expect(existsSync(join(opened.folder, file)), file).toBe(true)
  expect(readFileSync(join(opened.folder, 'usr/share/applications/guichet.desktop'), 'utf8')).toContain(
    'Name=Guichet (essai)',
  )
  const { code, text: said } = await run('desktop-file-validate', [
    join(opened.folder, 'usr/share/applications/guichet.desktop'),
  ])
  expect([code, said]).toEqual([0, ''])
})

test('its host finds the SQLite that the package carries, which no variable names', async () => {
  const { executable } = await prepareRuntime()
  const archive = join(opened.folder, 'opt/Guichet/resources/app.asar')
  const binary = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
  const home = await ordinaryFolder()
  // The trial's Electron is too old to load it: the host is stopped where it would.
  const host = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '10' } })
    process.parentPort = { on() {}, postMessage: ({ message }) => console.log(message) }
    process.dlopen = (_module, file) => { console.log(file); process.exit(0) }
    require(${JSON.stringify(join(archive, 'out/main/host.cjs'))})`
  const { text } = await run(executable, ['-e', host], {
    env: { ELECTRON_RUN_AS_NODE: '1', GUICHET_SQLITE_BINDING: undefined, GUICHET_DATA: join(home, 'office') },
    limit: 15_000,
  })
  expect(text.trim()).toBe(join(`${archive}.unpacked`, binary))
  expect(existsSync(text.trim())).toBe(true)
  await removed(home)
})

test('an ordinary account has its office in the package’s own window, sandboxed, and takes a ticket there', async () => {
  const home = await ordinaryFolder()
  const data = join(home, 'office')
  const kiosk = ['--data', data, '--school', '--station', 'kiosk', '--at', '2026-03-03T10:42:00+01:00']
  const { page, browser, stop } = await packagedWindow(opened.program, home, screen.display, kiosk)
  try {
    await expect(page.getByText('FORMATION — SPÉCIMEN')).toBeVisible()
    expect(await act(data, 'supervisor', 'commands/day.open', {})).toMatchObject({
      output: { date: '2026-03-03' },
    })
    await take(page, [/^État civil/, /^Déclaration de naissance/], 'B 1', { anyway: true })
  } finally {
    await browser.close()
    expect(await stop()).toBe(0)
  }
  // All that was written lies in the folder that was named, for its owner's eyes.
  const beside = readdirSync(home).filter((name) => name !== 'office' && !name.startsWith('.'))
  expect(beside.filter((name) => lstatSync(join(home, name)).isFile())).toEqual([])
  expect(lstatSync(join(data, 'guichet.sqlite')).mode & 0o077).toBe(0)
  await removed(home)
})

const service = ['--host', '--no-sandbox', '--no-zygote', '--ozone-platform=headless']

test('the same package keeps an office without a screen, on the port of its configuration, and closes it when asked', async () => {
  const home = await ordinaryFolder()
  const data = join(home, 'office')
  const config = join(opened.folder, 'guichet.json')
  const port = await freePort()
  await writeFile(config, JSON.stringify({ data, host: { port } }))
  const { said, stop, gone } = startPackaged(opened.program, home, [...service, '--config', config])
  // The whole application starts, beside the journeys of the browsers.
  await Promise.race([expect.poll(() => said().output, { timeout: 30_000 }).toContain('ready'), gone])
  expect(JSON.parse(said().output.trim().split('\n')[0] ?? '')).toEqual({
    ready: true,
    created: false,
    url: `http://127.0.0.1:${port}`,
  })
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toEqual({ alive: true })
  expect(await stop()).toBe(0)
  expect(existsSync(join(data, 'host.json'))).toBe(false)
  await removed(home)
})

test('whoever has no sources examines, saves and puts back an office by the package’s own command, without a screen', async () => {
  const home = await ordinaryFolder()
  const data = join(home, 'office')
  const guichet = (args: readonly string[], input?: string) => askPackaged(opened.program, home, args, input)
  const office = ['--data', data, '--school', '--at', '2026-03-03T10:42:00+01:00']
  const { said, stop, gone } = startPackaged(opened.program, home, [...service, ...office])
  // The whole application starts, beside the journeys of the browsers.
  await Promise.race([expect.poll(() => said().output, { timeout: 30_000 }).toContain('ready'), gone])
  await act(data, 'supervisor', 'commands/day.open', {})
  await act(data, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  // While the host is at work, and by names that are relative to where one stands.
  expect(guichet(['backup', 'office', 'copie.tar'])).toMatchObject({ code: 0 })
  expect(await stop()).toBe(0)
  const verified = guichet(['journal', 'verify', 'office'])
  expect(verified.output).toContain('la chaîne tient')
  expect(guichet(['restore', 'copie.tar', 'remis'])).toMatchObject({ code: 0 })
  const taken = (folder: string) => guichet(['journal', 'show', folder]).output.match(/"ticketTaken"/g)
  expect([taken('office'), taken('remis')]).toEqual([['"ticketTaken"'], ['"ticketTaken"']])
  expect(guichet(['doctor', 'remis']).output).toContain('La chaîne du journal tient')
  expect(guichet(['promote', 'office'])).toMatchObject({ code: 1 })
  // The pages that the package has are found: this one verifies its papers in any browser.
  expect(guichet(['document', 'page', 'remis', '--out', 'page.html'])).toMatchObject({ code: 0 })

  // What it reads is given to it; its options are its own, whatever they mean to Chromium.
  expect(guichet(['mrz', '--at', '2026-03-03'], 'P<FRA').output).toContain('"code":"notAZone"')
  const { code, output, errors } = guichet(['--help'])
  expect([code, output.split('\n')[0], errors]).toEqual([0, 'Usage : guichet <commande>', ''])
  const unknown = guichet(['ouvre', '--type=renderer'])
  expect(unknown.code).toBe(2)
  expect(unknown.errors).toContain('Commande inconnue : « ouvre --type=renderer ».')
  // Nothing of it stays: neither settings of a window nor Chromium's files.
  expect(
    readdirSync(home)
      .filter((name) => !name.startsWith('.'))
      .toSorted(),
  ).toEqual(['copie.tar', 'office', 'page.html', 'remis'])
  await removed(home)
})

test('a broken configuration opens no office: a service leaves with a sentence and its line, a window shows it', async () => {
  const home = await ordinaryFolder()
  const data = join(home, 'office')
  const config = join(opened.folder, 'broken.json')
  await writeFile(config, `{\n  "data": ${JSON.stringify(data)},\n  "host": { "port": "huit" }\n}\n`)
  const sentence = `La configuration « ${config} », ligne 3, ne peut pas être suivie : « host.port » attend un port, de 1024 à 65535.`
  const { said, gone } = startPackaged(opened.program, home, [...service, '--config', config])
  expect(await gone).toBe(78)
  expect(said().errors).toContain(sentence)
  const { page, browser, stop } = await packagedWindow(opened.program, home, screen.display, [
    '--config',
    config,
  ])
  try {
    await expect(page.getByRole('alert')).toContainText(sentence)
  } finally {
    await browser.close()
    expect(await stop()).toBe(0)
  }
  expect(existsSync(data)).toBe(false)
  await removed(home)
})

test('what the unit of the service lets is little', async () => {
  const unit = join(opened.folder, 'usr/lib/systemd/system/guichet.service')
  const { text } = await run('systemd-analyze', ['security', '--offline=true', '--no-pager', unit])
  const score = /exposure level for \S+ ([\d.]+)/.exec(text)?.[1]
  expect(Number(score), relative(opened.folder, unit)).toBeLessThanOrEqual(1.5)
})
