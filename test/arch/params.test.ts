import { expect, test } from 'vitest'
import { lineOf, sourcesWhere, type Source } from './sources.ts'

// A comment that explains a parameter names one of the function that follows: a parameter that is renamed or taken away
// takes its explanation with it.

const commentsOfFunctions = /\/\*\*(?:(?!\*\/)[^])*@param(?:(?!\*\/)[^])*\*\//g

/** A list of parameters, from its parenthesis to the one that closes it. */
function listAt(text: string, at: number): string {
  let depth = 0
  for (let end = at; end < text.length; end += 1) {
    if (text[end] === '(') depth += 1
    if (text[end] === ')') depth -= 1
    if (depth === 0) return text.slice(at, end + 1)
  }
  return text.slice(at)
}

/** The parameters of the function that begins here; of the one that it gives too, where it gives one at once. */
function parametersFrom(text: string, from: number): string {
  const at = text.indexOf('(', from)
  if (at < 0) return ''
  const list = listAt(text, at)
  const after = at + list.length
  return /^\s*=>\s*\(/.test(text.slice(after, after + 80)) ? list + parametersFrom(text, after) : list
}

/** Each parameter that a comment explains and that its function has not, as `path:line name`. */
const lostParameters = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(commentsOfFunctions)].flatMap((comment) => {
    const had = new Set(parametersFrom(text, comment.index + comment[0].length).match(/\w+/g))
    return [...comment[0].matchAll(/@param (\w+)/g)].flatMap((said) => {
      const name = said[1] ?? ''
      return had.has(name) ? [] : [`${path}:${lineOf(text, comment.index + said.index)} ${name}`]
    })
  })

test('every parameter that a comment explains is one of the function that follows', () => {
  const sources = sourcesWhere((path) => /\.tsx?$/.test(path) && path !== 'test/arch/params.test.ts')
  expect(sources.length).toBeGreaterThan(2000)
  expect(sources.flatMap(lostParameters)).toEqual([])
})

test.each([
  ['/** Adds. @param b how much */\nconst add = (a: number) => a', 'a.ts:1 b'],
  ['/**\n * Adds.\n * @param a to what\n * @param b how much\n */\nfunction add(a: number) {}', 'a.ts:4 b'],
  ['/** @param size of both */\nexport const area = ({ width, height }: Size) => size', 'a.ts:1 size'],
])('%j explains a parameter that is not there', (text, found) => {
  expect(lostParameters({ path: 'a.ts', text })).toEqual([found])
})

test.each([
  '/** Adds. @param b how much */\nconst add = (a: number) => (b: number) => a + b',
  '/** @param width in metres */\nexport const area = ({ width, height }: Size) => width * height',
  '/** @param then called once */\nexport async function wait(\n  then: (at: number) => void,\n) {}',
])('%j explains one of its own', (text) => {
  expect(lostParameters({ path: 'a.ts', text })).toEqual([])
})
