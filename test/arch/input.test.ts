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

test('CSV is written by the one function that lets no text be a formula', () => {
  const writer = 'shared/messages/format/csv.ts'
  const others = ours().filter(
    ({ path, text }) =>
      path !== writer &&
      // A name of PostgreSQL is quoted so too.
      !path.startsWith('db/') &&
      // Quotes doubled, or the rows of a table joined: what every writer of CSV does.
      (/replace(?:All)?\((?:'"'|\/"\/g), *(?:'""'|`""`)\)/.test(text) ||
        /\.join\(['"`](?:;|\\t)['"`]\)/.test(text)),
  )
  expect(others.map(({ path }) => path)).toEqual([])
})

test('a page asks whether something was written as the contract does: what shows nothing is nothing', () => {
  // What a page reads of itself, and gives to no host.
  const drawn = ['renderer/kiosk/reading.ts', 'renderer/ui/spans.ts']
  const byHand = ours().filter(
    ({ path, text }) =>
      path.startsWith('renderer/') && !drawn.includes(path) && /\.trim\(\)\s*[!=]==\s*''/.test(text),
  )
  expect(byHand.map(({ path }) => path)).toEqual([])
})
