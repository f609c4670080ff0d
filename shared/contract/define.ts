import type { z } from 'zod'
import type { RefusalCode } from './refusals.ts'

/** What a session may be. A session has one role; the role comes from its token or its port, never from a message. */
export const roles = ['kiosk', 'display', 'agent', 'supervisor', 'admin', 'integration'] as const
export type Role = (typeof roles)[number]

type Call = {
  readonly roles: readonly Role[]
  readonly input: z.ZodObject
  readonly output: z.ZodType
}
export type Command = Call & { readonly kind: 'command'; readonly refusals: readonly RefusalCode[] }
export type View = Call & { readonly kind: 'view'; readonly refusals: readonly RefusalCode[] }
export type Read = Call & { readonly kind: 'read'; readonly refusals: readonly RefusalCode[] }

/** An act: decided by the domain, journaled, answered once for each command id. */
export const command = <const C extends Omit<Command, 'kind'>>(call: C) =>
  ({ kind: 'command', ...call }) as const

/** A reading of the present: a pure function of the office; it can be watched, and is then sent again whenever it changes. */
export const view = <const V extends Omit<View, 'kind' | 'refusals'>>(call: V) =>
  ({ kind: 'view', refusals: [], ...call }) as const

/** A reading of the tables (a document, a list): asked when needed, paged. */
export const read = <const R extends Omit<Read, 'kind'>>(call: R) => ({ kind: 'read', ...call }) as const
