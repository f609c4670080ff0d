import { expect, test } from 'vitest'
import type { z } from 'zod'
import { calls } from '../../../shared/contract/index.ts'

// Words that show nothing are none: no name, no address, no number. Every string of the contract that a person types refuses
// them, or has nothing of them; a new one is asked here from the day it is declared.

/** What no person types on a line, by where it ends: kept as it comes, for the reason said. */
const notTyped: readonly (readonly [RegExp, string])[] = [
  [/^(appointment\.import|calendar\.send|scan\.read)\.text$/, 'the whole text of a file or of a reader'],
  [/^source\.(set|try)\.source\.services\{key\}$/, 'the address of a calendar, as its source gives it'],
  [/\.request$/, 'the key of a request, which the office made'],
  [/\.answers(\{\}|\{key\})$/, 'an answer of the procedure, else refused (unknownAnswer)'],
  [/^file\.keepLetter\.typed(\{\}|\{key\})$/, 'a letter that is being typed, read once it is issued'],
  [/^law\.show\.id$/, 'an id of what a search found'],
  [/^(law|procedure|updates)\.\w+\.(version|before)$/, 'a version, by its own name'],
  [/^drafts?\.\w+\.(draftId|partIds\[\])$/, 'an id of a draft'],
  [/^session\.open\.secret$/, 'a secret is compared as it was chosen'],
  [/^secret\.\w+\.(secret|current)$/, 'a secret is kept as it was chosen'],
]

/** Signs that show nothing: a filler, an empty pattern, a hyphen that is not seen, a space without width, a joiner. */
const signs = ['\u3164', '\u2800', '\u00ad', '\u200b', '\u1160', '\u200d']
/** As many as the longest least length, whatever it is. */
const lengths = [1, 2, 3, 5, 8, 12, 16, 20, 32, 43, 64]
const blanks = lengths.flatMap((count) => signs.map((sign) => sign.repeat(count)))
const takesBlank = (schema: z.ZodType): boolean =>
  blanks.some((blank) => {
    const read = schema.safeParse(blank)
    return read.success && read.data !== ''
  })

type Node = z.ZodType & { readonly def: Record<string, unknown> & { readonly type: string } }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && '_zod' in value && 'def' in value

/** Every string below a schema, by its path; a pipe that begins by a string is one. */
function stringsOf(node: Node, path: string): readonly (readonly [path: string, schema: z.ZodType])[] {
  const { def } = node
  const under = (value: unknown, at: string) => (isNode(value) ? stringsOf(value, at) : [])
  if (def.type === 'string') return [[path, node]]
  if (def.type === 'pipe') {
    let first = def['in']
    while (isNode(first) && first.def.type === 'pipe') first = first.def['in']
    return isNode(first) && first.def.type === 'string' ? [[path, node]] : under(def['in'], path)
  }
  if (def.type === 'lazy') throw new Error(`${path} is read only when it is asked`)
  return [
    ...Object.entries((def['shape'] as object | undefined) ?? {}).flatMap(([key, value]) =>
      under(value, `${path}.${key}`),
    ),
    ...under(def['element'], `${path}[]`),
    ...under(def['keyType'], `${path}{key}`),
    ...under(def['valueType'], `${path}{}`),
    ...under(def['innerType'], path),
    ...[def['options'], def['items']].flatMap((several) =>
      Array.isArray(several) ? several.flatMap((one) => under(one, path)) : [],
    ),
  ]
}

const asked = Object.entries(calls)
  .filter(([, { roles }]) => roles.length > 0)
  .flatMap(([name, { input }]) => stringsOf(input as unknown as Node, name))

test('every string that a person types has nothing of what shows nothing', () => {
  expect(asked.length).toBeGreaterThan(300)
  const kept = asked.filter(
    ([path, schema]) => !notTyped.some(([where]) => where.test(path)) && takesBlank(schema),
  )
  expect(kept.map(([path]) => path)).toEqual([])
})

test('what nobody types on a line is still there, and would take them', () => {
  const stale = notTyped.filter(
    ([where]) => !asked.some(([path, schema]) => where.test(path) && takesBlank(schema)),
  )
  expect(stale.map(([, why]) => why)).toEqual([])
})
