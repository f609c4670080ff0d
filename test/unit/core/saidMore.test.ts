import { expect, test } from 'vitest'
import { z } from 'zod'
import { heard } from '../../../shared/rpc/heard.ts'

// What a page keeps of what a host says that is one version from it.

const Known = z.strictObject({
  list: z.array(
    z.union([
      z.strictObject({ kind: z.literal('a'), one: z.int() }),
      z.strictObject({ kind: z.literal('b'), deep: z.strictObject({ two: z.int() }).nullable() }),
    ]),
  ),
})
const known = {
  list: [
    { kind: 'a', one: 1 },
    { kind: 'b', deep: { two: 2 } },
  ],
}

test('what is added at any depth is left out, of alternatives too, whatever it is', () => {
  const said = {
    list: [
      { kind: 'a', one: 1, more: null },
      { kind: 'b', more: [], deep: { two: 2, more: { more: 1 } } },
    ],
    more: 'x',
    constructor: 1,
  }
  expect(heard(Known, said)).toEqual({ output: known })
})

test('what a host does not say yet is null where the contract has null, at any depth, and an error elsewhere', () => {
  const Next = Known.extend({ note: z.string().max(3).nullable(), kind: z.enum(['x']).nullable() })
  expect(heard(Next, structuredClone(known))).toEqual({ output: { ...known, note: null, kind: null } })
  expect(heard(Known, { list: [{ kind: 'b', more: 1 }] })).toEqual({
    output: { list: [{ kind: 'b', deep: null }] },
  })
  expect(heard(Next, { ...structuredClone(known), note: 'long', more: 1 })).toBeUndefined()
  expect(heard(Known.extend({ note: z.string() }), structuredClone(known))).toBeUndefined()
  expect(heard(Known, {})).toBeUndefined()
})

test('what lacks, is another thing or an alternative of nobody is not heard, whatever is added beside', () => {
  for (const list of [
    undefined,
    [{ kind: 'a', more: 1 }],
    [{ kind: 'a', one: 'x', more: 1 }],
    [{ kind: 'c', one: 1 }],
    [{ kind: 'b', deep: { more: 1 } }],
  ])
    expect(heard(Known, { list, more: 1 })).toBeUndefined()
})
