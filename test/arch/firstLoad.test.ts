import { expect, test } from 'vitest'
import { sourcesWhere } from './sources.ts'
import { importsOf } from './imports.ts'

/** What a file reads of others as it is loaded: neither a type alone, nor what an act reads later. */
const readAtOnce = (text: string): string =>
  text.replaceAll(/^[ \t]*(?:import|export) type\b[^;'"]*['"].*$/gm, '').replaceAll(/\bimport\(/g, 'later(')

const files = new Map(
  sourcesWhere((path) => /^(?:renderer|shared)\/.*\.tsx?$/.test(path)).map((source) => [
    source.path,
    importsOf({ ...source, text: readAtOnce(source.text) }).map(({ target }) => target),
  ]),
)

/** All that is loaded with a file, packages too. */
function loadedWith(start: string): ReadonlySet<string> {
  const found = new Set([start])
  for (const path of found) for (const target of files.get(path) ?? []) found.add(target)
  return found
}

const later: readonly (readonly [page: string, ...parts: string[]])[] = [
  ['renderer/counter/index.tsx', 'renderer/counter/Serving.tsx', 'renderer/counter/Papers.tsx'],
  [
    'renderer/supervision/index.tsx',
    'renderer/supervision/Forecast.tsx',
    'renderer/supervision/History.tsx',
    'renderer/supervision/RulePage.tsx',
    'renderer/supervision/Closing.tsx',
    'renderer/printing/PrintingSection.tsx',
    'uplot',
  ],
]

test.each(later)('%s opens without what is shown later', (page, ...parts) => {
  const loaded = loadedWith(page)
  expect(loaded.size).toBeGreaterThan(50)
  expect(parts.filter((part) => loaded.has(part))).toEqual([])
  // Under the same names, each is read by someone.
  const read = new Set(
    sourcesWhere((path) => path.startsWith('renderer/')).flatMap((source) =>
      importsOf(source).map(({ target }) => target),
    ),
  )
  expect(parts.filter((part) => !read.has(part))).toEqual([])
})
