import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../runtime/places.ts'
import { followedFiles, lineOf, sourcesWhere } from './sources.ts'

/**
 * The layout's own; `docs/deploy` is what an installation is made with, the icons of its packages too,
 * `.github` where a flaw is told and what other systems build.
 */
const folders = ['electron', 'renderer', 'shared', 'db', 'test', '.ci', 'docs', '.github']

/** The few files that the tools need at the root, and the front page. */
const files = [
  'README.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'electron-builder.yml',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
  '.knip.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.gitignore',
  '.gitattributes',
]

test('nothing else lies at the top of the tree', () => {
  const top = new Set(followedFiles().map((path) => path.split('/')[0] ?? ''))
  expect([...top].filter((name) => ![...folders, ...files].includes(name))).toEqual([])
})

test('no file is named for what it is not about', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|types|misc|common)(?:\.tsx?|\/)/
  expect(followedFiles().filter((path) => vague.test(path))).toEqual([])
})

/** Each place of the pattern in our files, as `path:line what`. */
function places(pattern: RegExp, wanted: (path: string) => boolean): readonly string[] {
  return sourcesWhere(wanted).flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => `${path}:${lineOf(text, match.index)} ${match[0]}`),
  )
}

/** This very file says the words that it looks for. */
const elsewhere = (path: string): boolean => path !== 'test/arch/tree.test.ts'

test('no file names a place of one machine', () => {
  const machine = /(?<![\w.~$}])\/(?:home|Users|root|work|mnt)\/[a-z][\w.-]*|\b[A-Z]:\\Users\\/g
  expect(places(machine, elsewhere)).toEqual([])
})

test('nothing is left for later, silenced or skipped', () => {
  const later =
    /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck)|\bas any\b|\b(?:test|it|describe)\.(?:only|skip|todo)\b/g
  expect(places(later, (path) => /\.(?:tsx?|js|css|ya?ml)$/.test(path) && elsewhere(path))).toEqual([])
})

test('each folder of the layout is compiled by its own project', () => {
  for (const folder of ['electron', 'renderer', 'shared', 'db', 'test']) {
    expect(existsSync(join(root, folder, 'tsconfig.json')), folder).toBe(true)
  }
})

test('an example is tried once: what tries each of its tests a hundred times gives properties alone', () => {
  const repeating =
    /import \{[^}]*\btest(?! as property)\b[^}]*\} from '@fast-check\/vitest'|(?<!\w)property\(/g
  expect(places(repeating, (path) => path.startsWith('test/') && elsewhere(path))).toEqual([])
})
