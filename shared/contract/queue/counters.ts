import { z } from 'zod'
import { command } from '../define.ts'
import { AgentId, CounterId, Instant, Seq, ServiceId, TicketId, TicketNumber } from '../ids.ts'
import { Reason } from './reasons.ts'

/** Post and telephone are work, not a break: the counter is « hors guichet ». */
export const PauseKind = z.enum(['break', 'post', 'telephone', 'meeting', 'other'])
export type PauseKind = z.infer<typeof PauseKind>

export const InterruptKind = z.enum(['telephone', 'colleague'])
export type InterruptKind = z.infer<typeof InterruptKind>

/** Acts that one key takes back, for as long as nothing later depends on them. */
export const UndoableAct = z.enum([
  'call',
  'start',
  'absent',
  'park',
  'resume',
  'transfer',
  'close',
  'pause',
  'reopen',
])
export type UndoableAct = z.infer<typeof UndoableAct>

/** An act taken back, by a word that a station of the version before knows; `exact` says one that it does not. */
export const toldAct = {
  act: UndoableAct.exclude(['resume', 'reopen']),
  exact: UndoableAct.optional(),
}
type ToldAct = { readonly act: z.infer<(typeof toldAct)['act']>; readonly exact?: UndoableAct | undefined }

/** An act in the words of both versions: a return taken back parks again, a pause's end pauses again. */
export function tellAct(act: UndoableAct): ToldAct {
  if (act === 'resume') return { act: 'park', exact: act }
  return act === 'reopen' ? { act: 'pause', exact: act } : { act }
}

/** The act itself, from what was told of it. */
export const actTold = ({ act, exact }: ToldAct): UndoableAct => exact ?? act

/** Why an act can't be taken back any more. */
export const UndoBar = z.enum(['counterBusy', 'ticketMoved', 'counterPaused', 'visitWentOn'])
export type UndoBar = z.infer<typeof UndoBar>

export const counters = {
  /**
   * The agent holds this counter: a second opening of one's own counter changes nothing. A supervisor names the agent for whom
   * it is opened; an agent opens for themselves alone. One that is paused opens for a supervisor as a closed one does.
   */
  'counter.open': command({
    kept: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ counterId: CounterId, agentId: AgentId.optional() }),
    output: z.strictObject({ counterId: CounterId, services: z.array(ServiceId) }),
    refusals: [
      'officeNotCreated',
      'unknownAgent',
      'unknownCounter',
      'stationElsewhere',
      'counterTaken',
      'agentElsewhere',
      'agentHoldsCounter',
    ],
  }),
  /**
   * The agent leaves their counter, where nobody is. A supervisor closes one that its agent left open, with the reason: whoever was
   * called there waits again at their rank, and whoever was received goes on with their sheet at the next call.
   * `ticketId` and `agentId`: whom the supervisor's page shows there (null for no ticket), so that the act falls on nobody else.
   */
  'counter.close': command({
    kept: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      counterId: CounterId.optional(),
      ticketId: TicketId.nullable().optional(),
      agentId: AgentId.optional(),
      reason: Reason.optional(),
    }),
    output: z.strictObject({ counterId: CounterId }),
    refusals: [
      'counterNotOpen',
      'counterBusy',
      'unknownCounter',
      'counterAlreadyClosed',
      'agentNotHere',
      'ticketNotHere',
      'reasonMissing',
    ],
  }),
  /** Nobody is called here for a while; the estimates know it. */
  'counter.pause': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      reason: Reason,
      kind: PauseKind.optional(),
      until: Instant.nullable().optional(),
    }),
    output: z.strictObject({ counterId: CounterId }),
    refusals: ['counterNotOpen', 'counterBusy', 'counterPaused', 'reasonMissing', 'timeInPast'],
  }),
  'counter.resume': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({ counterId: CounterId }),
    refusals: ['counterNotOpen', 'counterNotPaused'],
  }),
  /** What this counter receives today, within what its agent can do; null for all of it. A supervisor names the counter. */
  'counter.skills': command({
    kept: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      counterId: CounterId.optional(),
      services: z.array(ServiceId).min(1).max(26).nullable(),
    }),
    output: z.strictObject({ counterId: CounterId, services: z.array(ServiceId) }),
    refusals: ['counterNotOpen', 'unknownCounter', 'unknownService', 'skillLacking'],
  }),
  /** A telephone call or a colleague, during a visit or not: begins, then ends with the same key; counted, out of the estimates. */
  'counter.interrupt': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ kind: InterruptKind.optional() }),
    output: z.strictObject({ interrupted: z.boolean() }),
    refusals: ['counterNotOpen'],
  }),
  /**
   * Takes back this counter's last act; the answer says which. `of`: the one that the page shows, so that one pressed before
   * a cut takes back no other.
   */
  'counter.undo': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ of: Seq.optional() }),
    output: z.strictObject({ ...toldAct, number: TicketNumber.nullable() }),
    refusals: ['counterNotOpen', 'nothingToUndo', 'undoTooLate', 'mentionMissing'],
  }),
} as const
