import { expect, test } from 'vitest'
import { lineOf, ourFiles, sourcesWhere, type Source } from './sources.ts'

// A comment that sends its reader to a file sends them to one that is there: a file that moves takes its mentions with it.

const files = new Set(ourFiles())
const ends = new Set(
  [...files].flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(at).join('/'))),
)

/** Files of other trees: of another project's, by its name beside, or of an office's own folder. */
const elsewhere = new Set(['docs/interconnexions/ants.md', 'regles/brouillons/F1342.brouillon.yaml'])

/** A comment's text, with the place where it begins. */
const comments = (text: string): readonly { readonly said: string; readonly at: number }[] =>
  [...text.matchAll(/\/\*\*?[^]*?\*\/|(?<=^|\s)\/\/ .*$/gm)].map((match) => ({
    said: match[0],
    at: match.index,
  }))

const fileName = /(?<![\w./*:-])(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:tsx?|md|css|png|svg|html|sh)\b(?!\.\w)/g

/** Each file that a comment names and that is not in the tree, as `path:line name`. */
const lostFiles = ({ path, text }: Source): readonly string[] =>
  comments(text).flatMap(({ said, at }) =>
    [...said.matchAll(fileName)].flatMap((match) => {
      const [name] = match
      return ends.has(name) || elsewhere.has(name)
        ? []
        : [`${path}:${lineOf(text, at + match.index)} ${name}`]
    }),
  )

test('every file that a comment names is in the tree', () => {
  const sources = sourcesWhere((path) => /\.(?:tsx?|css)$/.test(path))
  expect(sources.length).toBeGreaterThan(2000)
  expect(sources.flatMap(lostFiles)).toEqual([])
})

test('a file that is not there is found, in a line or in a block', () => {
  const [one, other, page, picture] = ['nowhere.ts', 'shared/domain/nowhere.ts', 'notes.md', 'look.png']
  const text = `// See ${one}, and ${other}.\n\n/**\n * As ${page} says (docs/tests.md), and ${picture} shows.\n */`
  expect(lostFiles({ path: 'a.ts', text })).toEqual([
    `a.ts:1 ${one}`,
    `a.ts:1 ${other}`,
    `a.ts:4 ${page}`,
    `a.ts:4 ${picture}`,
  ])
})
