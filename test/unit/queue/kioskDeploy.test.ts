import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { expect, onTestFinished, test } from 'vitest'
import { parseConfiguration } from '../../../electron/system/config/read.ts'
import { root } from '../../runtime/places.ts'

const kiosk = join(root, 'docs', 'deploy', 'kiosk')
const read = (name: string) => readFileSync(join(kiosk, name), 'utf8')

function newPlace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-kiosk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A session whose application leaves with each of these in turn. @returns its own status, its starts, its pauses */
function session(statuses: readonly number[]) {
  const folder = newPlace()
  const [starts, guichet] = [join(folder, 'starts'), join(folder, 'guichet')]
  writeFileSync(
    guichet,
    `#!/bin/sh\necho "$*" >> ${starts}\nset -- ${statuses.join(' ')}\nshift $(($(wc -l < ${starts}) - 1))\nexit $1\n`,
    { mode: 0o755 },
  )
  // The second between two starts is asked, and not waited for.
  writeFileSync(join(folder, 'sleep'), `#!/bin/sh\necho "sleep $*" >> ${starts}.slept\n`, { mode: 0o755 })
  // Without a screen: neither a window manager nor `xset`.
  const env = { PATH: `${folder}:${process.env['PATH']}`, GUICHET: guichet }
  const { status } = spawnSync('sh', [join(kiosk, 'session.sh'), '--flag'], { env })
  const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])
  return { status, starts: linesOf(starts), slept: linesOf(`${starts}.slept`) }
}

test('a kiosk’s session starts the application again when it falls, and ends when the manager left it', () => {
  expect(session([1, 139, 0])).toEqual({
    status: 0,
    starts: Array(3).fill('--station kiosk --flag'),
    slept: Array(2).fill('sleep 1'),
  })
})

test('a kiosk’s session does not start again and again what its command line makes impossible', () => {
  expect(session([2])).toEqual({ status: 2, starts: ['--station kiosk --flag'], slept: [] })
})

test('what makes a Linux machine a kiosk writes a configuration that can be followed and that others don’t read, once, and it can be undone', () => {
  const folder = newPlace()
  const run = (script: string, code: string, ...args: readonly string[]) =>
    execFileSync('sh', [join(kiosk, script), ...args], {
      env: { PATH: process.env['PATH'], ROOT: folder, GUICHET_CODE: code },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  run('install.sh', '704518', 'openbox')
  run('install.sh', '111111', 'cage')
  const config = join(folder, 'etc', 'guichet', 'guichet.json')
  expect(parseConfiguration('f', readFileSync(config, 'utf8'))).toEqual({
    configuration: { station: 'kiosk', kiosk: { code: '704518' } },
  })
  expect(statSync(config).mode & 0o007).toBe(0)
  const unit = join(folder, 'etc', 'systemd', 'system', 'guichet-borne.service')
  expect(readFileSync(unit, 'utf8')).toMatch(/^ExecStart=\/usr\/bin\/cage .*session\.sh/m)
  expect(readFileSync(unit, 'utf8')).toMatch(/^Restart=on-failure$/m)
  run('uninstall.sh', '')
  expect(() => statSync(unit)).toThrow('ENOENT')
  expect(statSync(config).isFile()).toBe(true)
  expect(() => run('install.sh', '704518', 'gnome')).toThrow('usage')
})

test('the window manager of a kiosk has no key, no button and no menu', () => {
  const document = new DOMParser().parseFromString(read('openbox.xml'), 'text/xml')
  for (const tag of ['keybind', 'mousebind', 'context', 'file'])
    expect(document.getElementsByTagName(tag).length, tag).toBe(0)
  // Without these Openbox takes the usual ones of its own.
  for (const tag of ['keyboard', 'mouse', 'menu'])
    expect(document.getElementsByTagName(tag).length, tag).toBe(1)
})

test.each(['assigned-access.xml', 'shell-launcher.xml'])(
  '%s gives its account the profile that starts the kiosk and nothing else',
  (name) => {
    const document = new DOMParser().parseFromString(read(name), 'text/xml')
    const ids = [...read(name).matchAll(/ Id="(\{[0-9a-f-]{36}\})"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(1)
    expect(ids).toHaveLength(2)
    expect(read(name).match(/Guichet\.exe/g)).toHaveLength(1)
    expect(read(name)).toContain('--station kiosk')
    expect(document.getElementsByTagName('AutoLogonAccount').length).toBe(1)
  },
)
