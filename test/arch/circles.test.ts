import { describe, expect, test } from 'vitest'
import { arrowsBetween, circleAmong, folderCircle } from './circles.ts'
import { importsOf } from './imports.ts'
import { sourcesWhere } from './sources.ts'

/** Folders of which each file can be read, moved and tested without those that use it. */
const folders = [
  'shared/contract',
  'shared/procedures',
  'shared/identity',
  'shared/domain',
  'shared/documents',
  'shared/messages',
  'db',
  'electron',
  'renderer',
]

test.each(folders)('no files of %s import each other in a circle, types included', (folder) => {
  const sources = sourcesWhere((path) => path.startsWith(`${folder}/`) && /\.tsx?$/.test(path))
  expect(sources.length).toBeGreaterThan(1)
  expect(circleAmong(sources).join(' → ')).toBe('')
})

/** Floors of which each folder stands upon others that do not know it. The files of the floor itself put them together. */
const floors = [
  'shared/contract',
  'shared/domain',
  'shared/messages',
  'db',
  'electron',
  'electron/host',
  'renderer',
  'renderer/settings',
]

test.each(floors)('no folders of %s import each other in a circle, types included', (floor) => {
  const sources = sourcesWhere((path) => path.startsWith(`${floor}/`) && /\.tsx?$/.test(path))
  expect(new Set(sources.map(({ path }) => path.slice(floor.length + 1).split('/')[0])).size).toBeGreaterThan(
    5,
  )
  expect(folderCircle(floor, sources)).toEqual([])
})

/** Of the files of a floor itself, those that its folders may import: what they are all given. */
const given: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': ['state.ts', 'decision.ts', 'view.ts'],
  'electron/host': ['host.ts', 'reading.ts'],
}

test.each(Object.entries(given))(
  'no folder of %s imports the files that put all of them together',
  (floor, files) => {
    const ownFile = (path: string) =>
      path.startsWith(`${floor}/`) && !path.slice(floor.length + 1).includes('/')
    const imports = sourcesWhere((path) => path.startsWith(`${floor}/`) && !ownFile(path)).flatMap(importsOf)
    const taken = imports.filter(({ target }) => ownFile(target))
    expect(new Set(taken.map(({ target }) => target.slice(floor.length + 1)))).toEqual(new Set(files))
  },
)

test.each(['shared/contract', 'shared/domain', 'electron/host', 'renderer'])(
  'the folders of %s are told from the lowest to the highest as they stand',
  (floor) => {
    const [page] = sourcesWhere((path) => path === 'docs/architecture.md')
    const row = page?.text
      .split('\n')
      .find((line) => line.startsWith(`| \`${floor}\``) && line.includes(' · '))
    const told = (row?.split('|')[2] ?? '').split('·').map((level) => level.match(/(?<=`)\w+(?=`)/g) ?? [])
    const levelOf = new Map(told.flatMap((level, at) => level.map((folder) => [folder, at] as const)))
    const arrows = arrowsBetween(
      floor,
      sourcesWhere((path) => path.startsWith(`${floor}/`)),
    )
    const folders = new Set([...arrows].flatMap(([folder, others]) => [folder, ...others.keys()]))
    expect([...folders].filter((folder) => !levelOf.has(folder))).toEqual([])
    const upwards = [...arrows].flatMap(([folder, others]) =>
      [...others.keys()]
        .filter((other) => levelOf.get(other)! >= levelOf.get(folder)!)
        .map((other) => `${folder} → ${other}`),
    )
    expect(upwards).toEqual([])
  },
)

describe('a circle is found', () => {
  const file = (name: string, ...imports: readonly string[]) => ({
    path: `shared/${name}.ts`,
    text: imports.join('\n'),
  })

  test('two files that import each other are one, by a type alone', () => {
    const sources = [file('a', "import type { B } from './b.ts'"), file('b', "export { a } from './a.ts'")]
    expect(circleAmong(sources)).toEqual(['shared/a.ts', 'shared/b.ts', 'shared/a.ts'])
  })

  test('a file that imports itself is one', () => {
    expect(circleAmong([file('a', "import { one } from './a.ts'")])).toEqual(['shared/a.ts', 'shared/a.ts'])
  })

  test('the shortest is named, without the file that leads to it', () => {
    const sources = [
      file('start', "import { a } from './a.ts'"),
      file('a', "import { b } from './b.ts'"),
      file('b', "import { c } from './c.ts'"),
      file('c', "import {\n  a,\n} from './a.ts'", "import { b } from './b.ts'"),
    ]
    expect(circleAmong(sources)).toEqual(['shared/b.ts', 'shared/c.ts', 'shared/b.ts'])
  })

  test('files that import one another in one direction make none', () => {
    const sources = [
      file('a', "import { b } from './b.ts'", "import { c } from './c.ts'", "import { z } from 'zod'"),
      file('b', "import { c } from './c.ts'", "import { far } from '../far.ts'"),
      file('c'),
    ]
    expect(circleAmong(sources)).toEqual([])
  })

  test('two folders whose files import each other’s are one, though no two files do', () => {
    const sources = [
      file('queue/calls', "import { sheet } from '../visit/sheet.ts'", "import { line } from './line.ts'"),
      file('queue/line', "import { state } from '../state.ts'"),
      file('visit/close', "import { line } from '../queue/line.ts'"),
      file('visit/sheet'),
      file('state', "import type { Visit } from './visit/sheet.ts'"),
    ]
    expect(circleAmong(sources)).toEqual([])
    expect(folderCircle('shared', sources)).toEqual([
      'shared/queue/calls.ts → shared/visit/sheet.ts',
      'shared/visit/close.ts → shared/queue/line.ts',
    ])
    expect(folderCircle('shared', sources.slice(1))).toEqual([])
  })
})
