import * as zod from 'zod/v4'
import { expect, test } from 'vitest'
import { later, laterShaped } from '../../../shared/rpc/zod/later.ts'
import * as noted from '../../../shared/rpc/zod/schemas.ts'
import { sourcesWhere } from '../../arch/sources.ts'

/** The same declarations, by zod or by what notes them. */
const declared = (z: typeof zod) => {
  const Place = z.strictObject({ street: z.string().min(1).max(20), floor: z.int().optional() })
  const Named = z.strictObject({ ...Place.shape, name: z.string().trim().brand('Name') })
  const Kind = z.enum(['a', 'b'])
  // Used before others are declared of it.
  Place.safeParse({})
  return {
    Place,
    Named,
    wider: Place.extend({ kind: Kind.nullable().default(null) }),
    one: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('x'), at: z.tuple([z.int(), z.number()]) }),
      z.strictObject({ is: z.literal('y'), of: z.record(z.string(), Place.shape.floor) }),
    ]),
    list: z.array(z.union([Kind, Place])).max(2),
    caught: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(9)).catch(0),
    refined: Place.refine(({ street }) => street !== 'no', { error: 'not there' }),
  }
}
const ours = declared(noted as unknown as typeof zod)
const theirs = declared(zod)
const names = Object.keys(theirs) as (keyof typeof theirs)[]

const said: readonly unknown[] = [
  { street: 'rue', floor: 2 },
  { street: 'rue', floor: 2.5 },
  { street: 'no' },
  { street: '' },
  { street: 'rue', name: ' Ada ' },
  { street: 'rue', kind: 'b' },
  { street: 'rue', kind: 'c', more: 1 },
  { is: 'x', at: [1, 2.5] },
  { is: 'y', of: { here: 3 } },
  { is: 'z' },
  ['a', { street: 'rue' }],
  ['a', 'b', 'a'],
  '8',
  '12',
  null,
]

test.each(names)('a schema that is noted reads what zod would read: %s', (name) => {
  for (const value of said) {
    const [mine, its] = [ours[name].safeParse(value), theirs[name].safeParse(value)]
    expect(mine.success).toBe(its.success)
    expect(mine.data).toEqual(its.data)
    expect(mine.error?.issues).toEqual(its.error?.issues)
  }
})

test('a schema that is noted is one of zod for whoever looks at it', () => {
  const asJson = { unrepresentable: 'any', io: 'input' } as const
  for (const name of names)
    expect(noted.toJSONSchema(ours[name], asJson)).toEqual(zod.toJSONSchema(theirs[name], asJson))
  expect(ours.Place).toBeInstanceOf(zod.ZodObject)
  expect(Object.keys(ours.wider.shape)).toEqual(Object.keys(theirs.wider.shape))
  expect('safeParse' in ours.list).toBe(true)
})

test('nothing is made of what is declared, named or taken into another, before it is used', () => {
  let made = 0
  const counted = <F extends (...given: never[]) => object>(make: F) =>
    ((...given: never[]) => ((made += 1), make(...given))) as unknown as F
  const text = later(counted(zod.string)) as unknown as typeof zod.string
  const whole = laterShaped(counted(zod.strictObject)) as unknown as typeof zod.strictObject
  const Place = whole({ street: text().min(1).optional() })
  const Named = whole({ ...Place.shape, name: Place.shape.street.nullable() }).extend({ more: text() })
  expect(Object.keys(Named.shape)).toEqual(['street', 'name', 'more'])
  expect(made).toBe(0)
  expect(Place.safeParse({ street: 'rue' }).success).toBe(true)
  // Once, whoever asks again.
  Place.safeParse({})
  expect(made).toBe(2)
})

test('whatever the sources take of zod is noted or handed on', () => {
  const taken = sourcesWhere((path) => /^(?:shared|db|electron|renderer)\/.*\.tsx?$/.test(path))
    .filter(({ text }) => /^import \{ z \} from 'zod'$/m.test(text))
    .flatMap(({ text }) => [...text.matchAll(/(?<![\w.$])z\s*\.([a-z]\w*)\s*[.(]/g)].map(([, name]) => name!))
    .filter((name) => name !== 'core')
  expect(taken.length).toBeGreaterThan(3000)
  expect([...new Set(taken)].filter((name) => !(name in noted))).toEqual([])
})
