import type { CommandName, Input, ReadName } from '../../shared/contract/index.ts'
import type { Link } from './link.ts'

/** What a page may do and read, each as a function of its input alone: `act('till.open')` is the one that asks it. */
export const askingOver = (link: Link) => ({
  act:
    <N extends CommandName>(name: N) =>
    (input: Input<N>) =>
      link.act(name, input),
  read:
    <N extends ReadName>(name: N) =>
    (input: Input<N>) =>
      link.read(name, input),
})
