import { expect, test } from 'vitest'
import { eventTypes } from '../../shared/contract/events.ts'
import { sourcesWhere } from './sources.ts'

// An event is declared under the word whose capability evolves it: both are found by that word.

/** What is declared under a lower word than the one that evolves it, and why. */
const lower: ReadonlyMap<string, string> = new Map([
  // Its paper has a kind of document, and the documents' facts read the till's: the till's folder cannot name them.
  ['tillPaperGiven', 'documents'],
])

/** For each event of the tables that a floor's folders export by a name, the words that name it. */
async function wordsOf(floor: string, table: RegExp): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const words = new Map<string, Set<string>>()
  const holders = sourcesWhere((path) => path.startsWith(`${floor}/`) && path.endsWith('.ts')).filter(
    ({ path, text }) => path.slice(floor.length + 1).includes('/') && table.test(text),
  )
  for (const { path } of holders) {
    const word = path.slice(floor.length + 1).split('/')[0]!
    const exported = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, object>
    for (const [name, value] of Object.entries(exported)) {
      if (!table.test(`export const ${name}`)) continue
      for (const type of Object.keys(value)) words.set(type, (words.get(type) ?? new Set()).add(word))
    }
  }
  return words
}

// Both floors are read before the tests: reading their modules is no part of the time that a test may take.
const declared = await wordsOf('shared/contract', /export const \w+Events\b/)
const evolved = await wordsOf('shared/domain', /export const \w+Evolutions\b/)

test('an event is declared in the folder of the word that evolves it', () => {
  expect([...declared.keys()].toSorted()).toEqual(eventTypes.toSorted())
  const elsewhere = eventTypes
    .filter((type) => {
      const word = lower.get(type)
      return word === undefined
        ? [...declared.get(type)!].join() !== [...(evolved.get(type) ?? [])].join()
        : !declared.get(type)!.has(word) || evolved.get(type)!.has(word)
    })
    .map(
      (type) =>
        `${type}: declared by ${[...declared.get(type)!].join()}, evolved by ${[...(evolved.get(type) ?? [])].join()}`,
    )
  expect(elsewhere).toEqual([])
})

test('the events of a capability are in the file of that name', () => {
  const tables = sourcesWhere(
    (path) => path.startsWith('shared/contract/') && path.split('/').length > 3 && path.endsWith('.ts'),
  ).filter(({ text }) => /export const \w+Events\b/.test(text))
  expect(tables.length).toBeGreaterThan(10)
  expect(
    tables.flatMap(({ path, text }) => {
      const word = path.split('/')[2]
      return path === `shared/contract/${word}/events.ts` && text.includes(`export const ${word}Events = {`)
        ? []
        : [path]
    }),
  ).toEqual([])
})
