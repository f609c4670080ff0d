/**
 * A schema that zod makes when it is first used. An office declares some four thousand, and a page or a host that starts
 * checks a few dozen: the others are noted, which takes a tenth of the time.
 */
type Noted = {
  readonly make: () => Schema
  /** What an object was declared with: its fields are named, or taken into another, without making any. */
  readonly shape: Shape | undefined
  made: Schema | undefined
}

type Schema = object
type Shape = Readonly<Record<string, unknown>>

/** What gives another schema of this one: noted in its turn. What zod says of a schema beside these makes it. */
const chained: ReadonlySet<PropertyKey> = new Set(
  [
    'optional nullable nullish default catch readonly brand array or and pipe',
    'refine superRefine transform overwrite check',
    'min max length regex trim normalize includes startsWith endsWith',
    'positive nonnegative multipleOf int gt gte lt lte nonempty',
    'extend pick omit partial required strict loose',
  ].flatMap((names) => names.split(' ')),
)

const notes = new WeakMap<object, Noted>()

const realOf = (noted: Noted): Schema => (noted.made ??= noted.make())

/** What zod itself is given: the schemas made, those of a list or of a shape too. */
export function real(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const noted = notes.get(given)
  if (noted) return realOf(noted)
  if (Array.isArray(given)) return given.some(isNoted) ? given.map(real) : given
  if (Object.getPrototypeOf(given) !== Object.prototype || !Object.values(given).some(isNoted)) return given
  return Object.fromEntries(Object.entries(given).map(([name, field]) => [name, real(field)]))
}

const isNoted = (given: unknown): boolean => typeof given === 'object' && given !== null && notes.has(given)

const seen: ProxyHandler<Noted> = {
  get(noted, name) {
    const { shape } = noted
    if (shape && name === 'shape') return shape
    if (shape && name === 'extend')
      return (more: Shape) => note(() => callOf(noted, name, [more]), { ...shape, ...more })
    if (chained.has(name)) return (...given: unknown[]) => note(() => callOf(noted, name, given))
    const schema = realOf(noted)
    const value: unknown = Reflect.get(schema, name)
    return typeof value === 'function' ? value.bind(schema) : value
  },
  has: (noted, name) => name in realOf(noted),
}

const callOf = (noted: Noted, name: PropertyKey, given: readonly unknown[]): Schema => {
  const schema = realOf(noted) as Record<PropertyKey, (...given: unknown[]) => Schema>
  return schema[name]!(...given.map(real))
}

function note(make: () => Schema, shape?: Shape): Schema {
  const noted: Noted = { make, shape, made: undefined }
  const schema = new Proxy(noted, seen)
  notes.set(schema, noted)
  return schema
}

/** The same function of zod, whose schema is made when it is first used: for parsing, or to be looked at. */
export const later = <Given extends unknown[], S extends Schema>(
  make: (...given: Given) => S,
): ((...given: Given) => S) =>
  ((...given) => note(() => make(...(given.map(real) as Given)))) as (...given: Given) => S

/** The same, for what is declared with a shape. */
export const laterShaped = <Given extends unknown[], S extends Schema>(
  make: (...given: Given) => S,
): ((...given: Given) => S) =>
  ((...given) => note(() => make(...(given.map(real) as Given)), (given[0] ?? {}) as Shape)) as (
    ...given: Given
  ) => S
