import { expect, test } from 'vitest'
import { sourcesWhere } from './sources.ts'

// What one function does so that no input freezes the office, nothing else does.

/** The sources of the program. */
const ours = () => sourcesWhere((path) => /^(?:db|electron|renderer|shared)\/.*\.tsx?$/.test(path))

test('a text is put in a normal form by the one function whose cost is bounded', () => {
  const others = ours().filter(
    ({ path, text }) => path !== 'shared/contract/letters.ts' && /\.normalize\(\s*['"`)]/.test(text),
  )
  expect(others.map(({ path }) => path)).toEqual([])
})
