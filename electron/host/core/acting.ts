import type { Batch } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import type { Context } from '../../../shared/domain/decision.ts'
import type { Sealed } from '../../../shared/domain/people/state.ts'
import type { Answer } from './answer.ts'
import type { Restored } from './fromJournal.ts'

/** One act to decide: its input is already what the contract wants. */
export type Act = {
  readonly who: Who
  readonly name: DomainCommand
  readonly input: unknown
  readonly commandId: CommandId
  /** What a person typed that is never kept as it is, nor in the answer's fingerprint: the input has it no more. */
  readonly sealed?: Sealed | undefined
  /** What a part of the host made ready for it. */
  readonly ready?: Ready | undefined
}

/** What a decision is given beside its input: what was sent before it, what was read in a file that it sends or in a source. */
export type Ready = Pick<Context, 'sent' | 'calendar' | 'followed' | 'preApplicationNotes'>

/** What a group gives: what to store, what to answer once it is stored, and the office after it. */
export type GroupResult = {
  readonly batch: Batch
  readonly answers: readonly Answer[]
  readonly after: Restored
}

/** Decides a group on the state; a refusal, a repetition or a fault leaves it as it was. Never rejects for one of its acts. */
export type DecideAll = (before: Restored, group: readonly Act[]) => Promise<GroupResult>
