import type { z } from 'zod'
import { documents } from './documents.ts'
import { day, office } from './office.ts'
import { counters, tickets } from './tickets.ts'
import { visits } from './visits.ts'

/** The version that a connection's first message carries: another major is answered by a sentence. */
export const contractVersion = '1.0'

/** Everything that crosses a process, declared once: every door, the OpenAPI document and both validations are made from it. */
export const contract = { ...office, ...day, ...tickets, ...counters, ...visits, ...documents } as const

export type Contract = typeof contract
export type CallName = keyof Contract
type NamesOf<K extends string> = { [N in CallName]: Contract[N]['kind'] extends K ? N : never }[CallName]
export type CommandName = NamesOf<'command'>
export type ViewName = NamesOf<'view'>
export type ReadName = NamesOf<'read'>
export type QueryName = ViewName | ReadName

export type Input<N extends CallName> = z.infer<Contract[N]['input']>
export type Output<N extends CallName> = z.infer<Contract[N]['output']>
export type RefusalOf<N extends CallName> = Contract[N]['refusals'][number]

/** The name if the contract has it, whatever a stranger sends (`__proto__` and `constructor` are no names). */
export const nameOf = (name: string): CallName | undefined =>
  Object.hasOwn(contract, name) ? (name as CallName) : undefined
