import type { CommandName, Input, Output, ReadName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import type { Link } from './link.ts'

/** One act of a page, and one reading, as functions of their input alone; a refusal is given back. */
export type Act<N extends CommandName> = (input: Input<N>) => Promise<Result<Output<N>>>
export type Read<N extends ReadName> = (input: Input<N>) => Promise<Result<Output<N>>>

/** What a page may do and read: `act('till.open')` is the one that asks it. */
export type Asking = {
  readonly act: <N extends CommandName>(name: N) => Act<N>
  readonly read: <N extends ReadName>(name: N) => Read<N>
}

export const askingOver = (link: Link): Asking => ({
  act: (name) => (input) => link.act(name, input),
  read: (name) => (input) => link.read(name, input),
})
