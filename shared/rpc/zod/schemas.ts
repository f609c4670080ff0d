import * as zod from 'zod/v4'
import { later, laterShaped, real } from './later.ts'

// What the sources take of zod, each under zod's own name (`index.ts` is read in its place once built). One that lacks here
// is missed by the build of whoever takes it, and by `test/unit/core/laterSchemas.test.ts`.

export { config, locales, NEVER } from 'zod/v4'

export const string = later(zod.string)
export const int = later(zod.int)
export const number = later(zod.number)
export const boolean = later(zod.boolean)
export const unknown = later(zod.unknown)
export const uuid = later(zod.uuid)
export const url = later(zod.url)
export const base64 = later(zod.base64)
export const email = later(zod.email)
export const iso = { date: later(zod.iso.date) }
export const literal = later(zod.literal as never)
export const array = later(zod.array as never)
export const tuple = later(zod.tuple as never)
export const record = later(zod.record as never)
export const partialRecord = later(zod.partialRecord as never)
export const union = later(zod.union as never)
export const discriminatedUnion = later(zod.discriminatedUnion as never)
export const preprocess = later(zod.preprocess as never)
export const strictObject = laterShaped(zod.strictObject as never)
export const looseObject = laterShaped(zod.looseObject as never)
export const object = laterShaped(zod.object as never)

/** It knows a schema by its identity. */
export const toJSONSchema = ((schema: zod.ZodType, ...how: []) =>
  zod.toJSONSchema(real(schema) as zod.ZodType, ...how)) as typeof zod.toJSONSchema

const enumeration = later(zod.enum as never)
const nothing = later(zod.null)
export { enumeration as enum, nothing as null }
