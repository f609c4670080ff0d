import type { CommandName, Input, Output, ReadName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import type { Link } from './link.ts'

/** What a page may do and read, each as a function of its input alone: `act('till.open')` is the one that asks it. */
export type Asking = {
  readonly act: <N extends CommandName>(name: N) => (input: Input<N>) => Promise<Result<Output<N>>>
  readonly read: <N extends ReadName>(name: N) => (input: Input<N>) => Promise<Result<Output<N>>>
}

export const askingOver = (link: Link): Asking => ({
  act: (name) => (input) => link.act(name, input),
  read: (name) => (input) => link.read(name, input),
})
