import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { testPackages } from '../runtime/packages.ts'
import { root } from '../runtime/places.ts'
import { lineOf, ourFiles, sourcesWhere, type Source } from './sources.ts'
import { forbiddenWords } from './words.ts'

// The front page and what it leads to: short, and true of the tree.

const pages = sourcesWhere((path) => /^(?:README\.md|(?:docs|\.github)\/.*\.md)$/.test(path))
const frontPage = pages.find(({ path }) => path === 'README.md')?.text ?? ''

/** The same text, as long, without what is typed or shown as code. */
const prose = (text: string): string =>
  text.replaceAll(/^( *)```[^]*?^\1```$/gm, blank).replaceAll(/`[^`\n]*`/g, blank)
const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

/** The name that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? '')))

/** Each relative link that leads nowhere, as `path:line target`. */
const brokenLinks = ({ path, text }: Source): readonly string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
    const target = match[1] ?? ''
    if (/^[a-z]+:/.test(target)) return []
    const [file = '', anchor] = target.split('#')
    const to = file === '' ? path : normalize(join(dirname(path), file))
    const there = existsSync(join(root, to))
    const named =
      anchor === undefined || (there && anchorsOf(readFileSync(join(root, to), 'utf8')).has(anchor))
    return there && named ? [] : [`${path}:${lineOf(text, match.index)} ${target}`]
  })

/** Each place of the tree that is named and isn't there; `xx` stands for a name to choose. */
const lostPlaces = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(/`((?:shared|db|electron|renderer|test|docs|\.github|\.ci)(?:\/[\w.-]+)+)\/?`/g)].flatMap(
    (match) => {
      const named = match[1] ?? ''
      const known = existsSync(join(root, named)) || /\bxx\b/.test(named)
      return known ? [] : [`${path}:${lineOf(text, match.index)} ${named}`]
    },
  )

test('the front page is read in five minutes', () => {
  expect(frontPage.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(900)
})

test.each(['npm ci && npm start', 'npm ci && npm test'])('the front page gives « %s »', (command) => {
  expect(frontPage).toContain(`\n${command}\n`)
})

test('every link of the front page and of the documents leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.flatMap(brokenLinks)).toEqual([])
})

test('every place of the tree that they name is there', () => {
  expect(pages.flatMap(lostPlaces)).toEqual([])
})

test('every command of npm that they name is a script', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm run (?:-s )?(?!-)([a-z]+)/g)].map((match) => ({ path, script: match[1] ?? '' })),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([])
})

test('the table of floors has each folder of the shared code and of the application', () => {
  const page = pages.find(({ path }) => path === 'docs/architecture.md')?.text ?? ''
  const [, table = ''] = /^(\| étage[^]*?)\n\n/m.exec(page) ?? []
  const said = new Set(
    [...table.matchAll(/^\| ([^|]*)/gm)].flatMap(([, cell = '']) => cell.match(/[^`\s,]+/g)),
  )
  const folders = ourFiles().flatMap((path) => /^(?:shared|electron)\/\w+(?=\/)/.exec(path) ?? [])
  expect([...new Set(folders)].filter((folder) => !said.has(folder))).toEqual([])
})

/** Playwright takes each word after a « --project » without « = » for another project: a file among them. */
const loosePlaywrightProjects = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(/`([^`\n]*\bplaywright test\b[^`\n]*)`/g)].flatMap((match) =>
    / --project(?!=)/.test(match[1] ?? '') ? [`${path}:${lineOf(text, match.index)} ${match[1]}`] : [],
  )

test('every journey that they play names its project so that a file may follow', () => {
  expect(pages.some(({ text }) => text.includes('playwright test --project='))).toBe(true)
  expect(pages.flatMap(loosePlaywrightProjects)).toEqual([])
})

test('the words of trade are in no document', () => {
  const written = pages.map(({ path, text }) => ({ path, text: prose(text) }))
  expect(written.flatMap(forbiddenWords)).toEqual([])
})

test.each([
  ['[a](b.md)', 'docs/a.md:1 b.md'],
  ['[a](network.md#nulle-part)', 'docs/a.md:1 network.md#nulle-part'],
  ['\n![a](../test/none.png)', 'docs/a.md:2 ../test/none.png'],
])('%s is found', (text, found) => {
  expect(brokenLinks({ path: 'docs/a.md', text })).toEqual([found])
})

test.each([
  '[a](network.md)',
  '[a](network.md#le-certificat)',
  '[a](https://example.org/x)',
  '```\n[a](b.md)\n```',
])('%s leads somewhere, or is no link', (text) => {
  expect(brokenLinks({ path: 'docs/a.md', text })).toEqual([])
})

test('a place that is not there is found', () => {
  expect(lostPlaces({ path: 'docs/a.md', text: 'dans `shared/nowhere.ts`' })).toEqual([
    'docs/a.md:1 shared/nowhere.ts',
  ])
})

test('the packages that the tests look for are those of the installing page, and as many as the front page says', () => {
  const installing = pages.find(({ path }) => path === 'docs/install.md')?.text ?? ''
  const [, table = ''] = /^### Essais\n([^]*?)^Il lance ensuite/m.exec(installing) ?? []
  const rows = table.split('\n').filter((line) => line.startsWith('| '))
  const listed = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  expect(listed.toSorted()).toEqual(testPackages.toSorted())
  const [, said = ''] = /\[([\p{L}-]+) paquets Debian\]/u.exec(frontPage) ?? []
  expect([said, testPackages.length]).toEqual(['vingt-neuf', 29])
})
