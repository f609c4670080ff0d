import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ariaWordsOfPages } from '../../../renderer/app/ariaWords.ts'
import { root } from '../../runtime/places.ts'

const load = ariaWordsOfPages().load as (id: string) => string | null
const words = globSync(
  'node_modules/{react-aria,react-aria-components,react-stately}/dist/private/intl/**/*.mjs',
  {
    cwd: root,
  },
)
const languageOf = (file: string) => /(\w\w)-\w\w\.mjs$/.exec(file)![1]!

test('the pages keep what react-aria says in their languages, and leave out the others', () => {
  const left = words.filter((file) => load(join(root, file)) !== null).map(languageOf)
  const kept = words.filter((file) => load(join(root, file)) === null).map(languageOf)
  expect(new Set(kept)).toEqual(new Set(['fr', 'en', 'es', 'ar', 'uk']))
  expect(new Set(left)).toContain('el')
  expect(left.length).toBeGreaterThan(kept.length)
})

test('a page’s other modules are read as they are', () => {
  expect(load(join(root, 'renderer/counter/CounterPage.tsx'))).toBeNull()
  expect(load(join(root, 'node_modules/react-aria/dist/private/grid/intlStrings.mjs'))).toBeNull()
})
