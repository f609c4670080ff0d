import type { Performer } from '../../../shared/contract/define.ts'
import type { Recorded, Who } from '../../../shared/contract/events.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import type { CommandName, CommandOf, Input } from '../../../shared/contract/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Answer } from './answer.ts'
import type { Holder } from './tokens.ts'

/** One command as it comes to whoever performs it: admitted, its input parsed by the contract. */
export type CommandCall<N extends CommandName> = {
  readonly holder: Holder
  readonly who: Who
  readonly input: Input<N>
  /** The command's own id: the door's, or one made for it here. */
  readonly commandId: CommandId
}
export type Handler<N extends CommandName> = (call: CommandCall<N>) => Answer | Promise<Answer>

/** What one part performs, as the contract's declarations say it (`by`): all of it and nothing else. */
export type HandlersOf<P extends Performer> = { readonly [N in CommandOf<P>]: Handler<N> }
/** Who performs each command that the domain does not decide alone: one without a performer does not compile. */
export type Handlers = HandlersOf<Performer>

/** What was just stored, here or by another host: possibly nothing but personal rows or jobs. */
export type Commit = {
  readonly office: Office
  readonly stored: readonly Recorded[]
  /** Print jobs that may be new. */
  readonly jobs: number
}

/** Whether an event of this type was stored. */
export const has = ({ stored }: Commit, type: Recorded['event']['type']): boolean =>
  stored.some(({ event }) => event.type === type)

/** One capability of a host, as its core holds it: how it is notified of commits, and how it stops. */
export type Part = {
  /** Called after each commit, in the order of the parts. */
  readonly committed?: ((commit: Commit) => void) | undefined
  /** Stops asking for acts. Called in the reverse order, before the last acts are stored. */
  readonly stop?: (() => void | Promise<void>) | undefined
  /** Releases what the last acts still needed. Called once they are stored. */
  readonly close?: (() => void | Promise<void>) | undefined
}
