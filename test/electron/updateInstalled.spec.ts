import { createHash, generateKeyPairSync } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { appendFile, chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { manifestName } from '../../electron/system/updates/manifest.ts'
import { announce, publicHalf } from '../runtime/announce.ts'
import { mustRun } from '../runtime/command.ts'
import { makePackages } from '../runtime/package.ts'
import { startScreen, type Screen } from '../runtime/screen.ts'
import { act, ordinaryFolder, removed, startPackaged, type Started } from './package.ts'

// The packaged application itself, updated from one version to the next and back, from a shared folder: the programs are
// the packages' own, each in one file that opens itself, as an AppImage does. Five minutes, of which four of waiting for
// the hour to look: of the night (`npm run nightly`).

test.describe.configure({ mode: 'serial' })

let made: string
let screen: Screen
const key = generateKeyPairSync('ed25519').privateKey
const programs = new Map<string, string>()

/** One file that opens itself beside the account's own files, and starts what is in it. */
async function program(version: string): Promise<string> {
  const folder = join(made, version)
  await mkdir(folder)
  await makePackages({ targets: ['dir'], into: folder, trial: true, version })
  const file = join(made, `guichet_${version}_x64.AppImage`)
  const header = [
    '#!/bin/sh',
    `opened="$HOME/opened/${version}"`,
    'export APPIMAGE="$0" GUICHET_SQLITE_BINDING="$opened/resources/essai/better_sqlite3.node"',
    '[ -d "$opened" ] || { mkdir -p "$opened" && tail -n +6 "$0" | tar -x -C "$opened"; } || exit 1',
    'exec "$opened/guichet" "$@"',
    '',
  ].join('\n')
  await writeFile(file, header)
  const tar = join(folder, 'program.tar')
  await mustRun('tar', ['-cf', tar, '-C', join(folder, 'linux-unpacked'), '.'], { what: 'L’archive' })
  await mustRun('sh', ['-c', 'cat "$0" >> "$1"', tar, file], { what: 'Le programme' })
  await rm(folder, { recursive: true })
  await chmod(file, 0o755)
  return file
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  made = await mkdtemp(join(tmpdir(), 'guichet-versions-'))
  await chmod(made, 0o755)
  screen = await startScreen()
  for (const version of ['0.1.0', '0.1.1']) programs.set(version, await program(version))
})
test.afterAll(async () => {
  await screen.stop()
  await removed(made)
})

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A machine of an ordinary account that has a version installed, and looks at a shared folder of its own. */
async function machine(between: string) {
  const home = await ordinaryFolder()
  const shared = join(home, 'shared')
  const data = join(home, 'office')
  const installed = join(home, 'guichet_0.1.0_x64.AppImage')
  const config = join(home, 'guichet.json')
  await mkdir(shared)
  await copyFile(programs.get('0.1.0') ?? '', installed)
  await writeFile(config, JSON.stringify({ data, update: { from: shared, key: publicHalf(key), between } }))
  await mustRun('chown', ['-R', 'nobody:', home], { what: 'Le dossier' })
  const asked = ['--config', config, '--station', 'administration', '--disable-gpu']
  const start = () => startPackaged(installed, home, asked, screen.display)
  const lines = () =>
    readFile(join(data, 'logs', 'application.jsonl'), 'utf8')
      .catch(() => '')
      .then((text) => text.split('\n').filter((line) => line !== ''))
  /** Waits for a line of the log to be said so many times. */
  const said = async (what: string, times = 1) => {
    const known = async () => (await lines()).filter((line) => line.includes(`"what":"${what}"`))
    await expect.poll(async () => (await known()).length, { timeout: 90_000, intervals: [500] }).toBe(times)
    return JSON.parse((await known()).at(-1) ?? '') as Readonly<Record<string, unknown>>
  }
  /** Announces a version, as whoever makes the packages does. @param spoilt one byte is added after it was signed */
  const publish = async (version: string, from: string, { back = false, spoilt = false } = {}) => {
    const file = programs.get(version) ?? ''
    const copy = join(shared, `guichet_${version}_x64.AppImage`)
    await copyFile(file, copy)
    await writeFile(join(shared, manifestName), await announce(key, { version, from, back }, [file]))
    if (spoilt) await appendFile(copy, 'x')
  }
  return { home, data, installed, start, said, publish }
}

/** Ends whatever runs in a machine's own folder: after an update, it is no child of this test. */
async function ended(home: string): Promise<void> {
  const find = spawn('sh', ['-c', `grep -l "$0/opened" /proc/[0-9]*/cmdline 2>/dev/null || true`, home])
  let found = ''
  find.stdout.setEncoding('utf8').on('data', (text: string) => (found += text))
  await new Promise((done) => find.once('close', done))
  const pids = [...found.matchAll(/\/proc\/(\d+)\//g)].map(([, pid]) => Number(pid))
  for (const pid of pids.filter((one) => one !== process.pid))
    try {
      process.kill(pid, 'SIGTERM')
    } catch {
      // It was a child of one that has just ended.
    }
  await new Promise((done) => setTimeout(done, 3000))
}

/** Every hour, and none of this one. */
const always = '00:00-23:59'
const notNow = () => {
  const hour = (new Date().getHours() + 3) % 23
  const [from, to] = [hour, hour + 1].map((one) => String(one).padStart(2, '0'))
  return `${from}:00-${to}:00`
}

test('a real office goes to the next version by itself and back, with its data, its options and a backup; what was left stays left', async () => {
  test.setTimeout(420_000)
  const here = await machine(always)
  const started: Started[] = [here.start()]
  try {
    expect(await here.said('version')).toMatchObject({ version: '0.1.0', kind: 'AppImage' })
    await here.said('hostReady')
    const created = await act(here.data, 'admin', 'commands/office.create', {
      ...schoolOffice,
      school: false,
    })
    expect(created).toHaveProperty('output')
    await here.publish('0.1.1', '0.1.0')

    expect(await here.said('updateInstalls')).toMatchObject({ version: '0.1.1', from: '0.1.0' })
    expect(await started[0]?.gone).toBe(0)
    await expect.poll(async () => (await here.said('version', 2))['version']).toBe('0.1.1')
    // Under the same name: what starts it with the machine is not to be changed.
    expect(digest(here.installed)).toBe(digest(programs.get('0.1.1') ?? ''))
    await here.said('hostReady', 2)
    const copies = readdirSync(join(here.data, 'sauvegardes'))
    expect(copies.length).toBeGreaterThan(0)
    expect(await officeName(here.data)).toBe('Mairie de formation')

    await here.publish('0.1.0', '0.1.1', { back: true })
    expect(await here.said('updateInstalls', 2)).toMatchObject({ version: '0.1.0', from: '0.1.1' })
    await expect.poll(async () => (await here.said('version', 3))['version']).toBe('0.1.0')
    expect(digest(here.installed)).toBe(digest(programs.get('0.1.0') ?? ''))
    await here.said('hostReady', 3)
    expect(await officeName(here.data)).toBe('Mairie de formation')

    await here.publish('0.1.1', '0.1.0')
    expect(await here.said('updateLeft')).toMatchObject({ version: '0.1.1' })
    expect(digest(here.installed)).toBe(digest(programs.get('0.1.0') ?? ''))
    // The day is opened on what came through.
    expect(await act(here.data, 'supervisor', 'commands/day.open', {})).toHaveProperty('output')
  } finally {
    await ended(here.home)
    await removed(here.home)
  }
})

test('a package that is not the one announced, and one announced for another hour, replace nothing', async () => {
  test.setTimeout(200_000)
  const spoilt = await machine(always)
  const early = await machine(notNow())
  await spoilt.publish('0.1.1', '0.1.0', { spoilt: true })
  await early.publish('0.1.1', '0.1.0')
  const started: Started[] = []
  try {
    for (const one of [spoilt, early]) {
      started.push(one.start())
      await one.said('hostReady')
    }
    expect(await spoilt.said('updateRefused')).toMatchObject({ why: 'altered', version: '0.1.1' })
    expect(await early.said('updateWaits')).toMatchObject({ version: '0.1.1' })
    for (const { installed, home } of [spoilt, early]) {
      expect(digest(installed)).toBe(digest(programs.get('0.1.0') ?? ''))
      expect(existsSync(join(home, 'opened', '0.1.1'))).toBe(false)
    }
  } finally {
    for (const one of started) expect(await one.stop()).toBe(0)
    for (const { home } of [spoilt, early]) await removed(home)
  }
})

async function officeName(data: string): Promise<unknown> {
  const { output } = (await act(data, 'admin', 'queries/settings.view', {})) as {
    readonly output: { readonly settings: { readonly address: { readonly name: string } } }
  }
  return output.settings.address.name
}
