import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropOldCrashes } from '../../../electron/system/crashDumps.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'guichet-dumps-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const now = Date.UTC(2026, 2, 31)
const day = 86_400_000
const put = (path: string, days: number) => {
  mkdirSync(join(dir, path, '..'), { recursive: true })
  writeFileSync(join(dir, path), 'x')
  const at = new Date(now - days * day)
  utimesSync(join(dir, path), at, at)
}
const left = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()

test('a crash dump is kept thirty days, and nothing else of its folder goes', async () => {
  put('completed/vieux.dmp', 31)
  put('completed/vieux.meta', 31)
  put('pending/hier.dmp', 1)
  put('completed/limite.dmp', 30)
  put('settings.dat', 400)
  expect(await dropOldCrashes(dir, now)).toBe(2)
  expect(left()).toEqual(['hier.dmp', 'limite.dmp', 'settings.dat'])
  expect(await dropOldCrashes(dir, now + 2 * day)).toBe(1)
})

test('where nothing crashed there is nothing to drop', async () => {
  expect(await dropOldCrashes(join(dir, 'rien'), now)).toBe(0)
})
