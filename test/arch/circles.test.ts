import { describe, expect, test } from 'vitest'
import { circleAmong } from './circles.ts'
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
})
