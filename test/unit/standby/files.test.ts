import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { takeFiles } from '../../../electron/host/standby/files.ts'

test('a machine that follows writes the files that it knows, and nothing out of their folders on any system', () => {
  const outer = mkdtempSync(join(tmpdir(), 'guichet-files-'))
  onTestFinished(() => rmSync(outer, { recursive: true }))
  const dir = join(outer, 'office')
  const bytes = Buffer.from('x').toString('base64')
  const good = ['clock.json', 'regles/tarifs.yml', 'certificats/office.pem']
  const bad = [
    'office.key',
    'reseau/cle.pem',
    '../dehors',
    'regles/../../dehors',
    'regles/..\\..\\..\\dehors',
    'regles\\..\\dehors',
  ]
  takeFiles(dir, Object.fromEntries([...good, ...bad].map((name) => [name, bytes])))
  expect(good.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(['x', 'x', 'x'])
  expect(readdirSync(dir, { recursive: true }).map(String).toSorted()).toEqual(
    ['certificats', 'regles', ...good].toSorted(),
  )
  expect([existsSync(join(outer, 'dehors')), readdirSync(outer)]).toEqual([false, ['office']])
})
