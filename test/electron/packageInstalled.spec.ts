import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { run } from '../runtime/command.ts'
import { root } from '../runtime/places.ts'
import { freePort } from '../runtime/postgres.ts'
import { act, openedPackage, ordinaryFolder, removed, startPackaged, type Opened } from './package.ts'

// The package on this very system, by dpkg: of root's machines alone, at night (`npm run nightly`).

test.describe.configure({ mode: 'serial' })

const program = '/opt/Guichet/guichet'
const service = ['--host', '--no-sandbox', '--no-zygote', '--ozone-platform=headless']

/** Of every date inside, in seconds: a commit made meanwhile would be another's. */
const date = 1_772_530_920

let before: Opened
let after: Opened
test.beforeAll(async () => {
  test.setTimeout(400_000)
  expect(existsSync('/opt/Guichet'), 'a Guichet is installed here already').toBe(false)
  before = await openedPackage({ version: '0.1.0', targets: ['deb', 'tar.gz'], date })
  after = await openedPackage({ version: '0.1.1' })
})
test.afterAll(async () => {
  await run('dpkg', ['-P', 'guichet'])
  await removed(before.folder)
  await removed(after.folder)
})

const dpkg = async (...args: readonly string[]) => {
  const { code, text } = await run('dpkg', args)
  expect(code, text).toBe(0)
}
const version = async () => (await run('dpkg-query', ['-W', '-f', '${Version}', 'guichet'])).stdout

/** The office that the installed program keeps, while `work` lasts; it ends cleanly. */
async function keeping<T>(
  home: string,
  args: readonly string[],
  work: () => Promise<T>,
  started = program,
): Promise<T> {
  const { said, gone, stop } = startPackaged(started, home, [...service, ...args])
  try {
    await Promise.race([
      expect.poll(() => said().output, { timeout: 20_000 }).toContain('ready'),
      gone.then((code) =>
        Promise.reject(new Error(`left with ${String(code)}: ${said().errors.slice(-500)}`)),
      ),
    ])
    return await work()
  } finally {
    expect(await stop()).toBe(0)
  }
}

test('installed, the office of an ordinary account goes on under the next version, and under the one before again', async () => {
  test.setTimeout(120_000)
  const home = await ordinaryFolder()
  const data = join(home, 'office')
  const office = [
    '--data',
    data,
    '--school',
    '--at',
    '2026-03-03T10:42:00+01:00',
    '--port',
    String(await freePort()),
  ]
  const take = async () => {
    const { output } = (await act(data, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })) as {
      readonly output: { readonly number: string }
    }
    return output.number
  }
  await dpkg('-i', before.deb)
  expect(await version()).toBe('0.1.0')
  expect((await run('sh', ['-c', 'command -v guichet'])).stdout.trim()).toBe('/usr/bin/guichet')
  expect((await run('id', ['-gn', 'guichet'])).stdout.trim()).toBe('guichet')
  const first = await keeping(home, office, async () => {
    await act(data, 'supervisor', 'commands/day.open', {})
    return take()
  })
  expect(first).toBe('A1')
  await dpkg('-i', after.deb)
  expect(await version()).toBe('0.1.1')
  // Numbers have no gap across the change: it is the same office.
  expect(await keeping(home, office, take)).toBe('A2')
  await dpkg('--force-downgrade', '-i', before.deb)
  expect(await version()).toBe('0.1.0')
  expect(await keeping(home, office, take)).toBe('A3')
  await removed(home)
})

test('removed, it leaves the data; purged, it takes those of the service, and never a person’s', async () => {
  test.setTimeout(60_000)
  const home = await ordinaryFolder()
  writeFileSync(join(home, 'office'), 'x')
  mkdirSync('/var/lib/guichet/office', { recursive: true })
  const { stdout } = await run('id', ['-u', 'guichet'])
  chownSync('/var/lib/guichet', Number(stdout), Number(stdout))
  chmodSync('/var/lib/guichet', 0o700)
  writeFileSync('/etc/guichet/guichet.json', '{}')

  await dpkg('-r', 'guichet')
  expect(existsSync(program)).toBe(false)
  expect(lstatSync('/var/lib/guichet/office').isDirectory()).toBe(true)
  expect(existsSync('/etc/guichet/guichet.json')).toBe(true)

  await dpkg('-P', 'guichet')
  for (const gone of [
    '/var/lib/guichet',
    '/etc/guichet',
    '/opt/Guichet',
    '/usr/bin/guichet',
    '/usr/lib/systemd/system/guichet.service',
  ])
    expect(existsSync(gone), gone).toBe(false)
  expect((await run('id', ['guichet'])).code).not.toBe(0)
  expect(readFileSync(join(home, 'office'), 'utf8')).toBe('x')
  await removed(home)
})

test('the archive opened by an ordinary account in a folder of its own keeps an office as well', async () => {
  const home = await ordinaryFolder()
  const archive = join(before.folder, 'made', 'guichet-essai_0.1.0_x64.tar.gz')
  const { code, text } = await run('tar', ['-xzf', archive, '-C', home])
  expect(code, text).toBe(0)
  const unpacked = join(home, 'guichet-essai_0.1.0_x64', 'guichet')
  const office = ['--data', join(home, 'office')]
  const ready = await keeping(home, office, () => Promise.resolve(true), unpacked)
  expect(ready).toBe(true)
  expect(existsSync(join(home, 'office', 'guichet.sqlite'))).toBe(true)
  await removed(home)
})

test('one build gives one package, to the byte', async () => {
  test.setTimeout(200_000)
  // What Electron compiles of the application is made again too.
  await rm(join(root, 'out', 'code.stamp'))
  const again = await openedPackage({ version: '0.1.0', date })
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  expect(digest(again.deb)).toBe(digest(before.deb))
  await removed(again.folder)
})
