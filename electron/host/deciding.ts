import type { Batch, Journal, NewAnswer } from '../../db/journal/port.ts'
import type { CommandId, Instant, Seq, StationId } from '../../shared/contract/ids.ts'
import {
  calls,
  commandOf,
  type CommandName,
  type DomainCommand,
  type Input,
} from '../../shared/contract/index.ts'
import type { ErrorCode } from '../../shared/contract/refusals.ts'
import type { RuleFolder } from '../../shared/procedures/ruleFolder.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import type { WaitsNow } from '../../shared/domain/waits/now.ts'
import { decisions } from '../../shared/domain/decide.ts'
import type { Accepted, Context, Decide, PersonalChange, Refused } from '../../shared/domain/decision.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import type { Office } from '../../shared/domain/state.ts'
import type { Silence } from '../../shared/domain/queue/state.ts'
import type { Act, DecideAll } from './core/acting.ts'
import type { Answer } from './core/answer.ts'
import type { Clock } from './core/clock.ts'
import type { OfficeKey } from './core/officeKey.ts'
import type { Log } from './core/log.ts'
import { newId } from './core/newId.ts'
import { joinedBefore } from './queue/joined.ts'
import { isBarred, limitedAmong } from './privacy/limited.ts'
import { namedArchives } from './privacy/archives.ts'
import { namedPerson } from './privacy/person.ts'
import { namedTrail, pastTicket } from './visit/trail.ts'
import { repeatedRow, withPersonal } from './core/personal.ts'
import { answerAgain, inputHashOf } from './core/repeated.ts'
import type { Restored } from './core/fromJournal.ts'
import { newSalt } from './core/salts.ts'
import { namedDocument } from './documents/named.ts'
import { namedTransmissions } from './documents/transmissions.ts'
import { storageCode } from './core/storageCode.ts'

export type DecidingOptions = {
  readonly journal: Journal
  readonly clock: Clock
  readonly key: OfficeKey
  readonly log: Log
  /** The rules of procedures that the office works by. */
  readonly catalogue: () => Catalogue
  readonly folder: () => RuleFolder
  /** What the office says of its waits now. */
  readonly waits: () => WaitsNow
  /** When this station was not heard. */
  readonly silences: (stationId: StationId) => readonly Silence[]
}

/** What decides groups of acts of this host. */
export const startDeciding =
  (options: DecidingOptions): DecideAll =>
  (before, group) =>
    decideAll(before, group, options)

async function decideAll(
  before: Restored,
  group: readonly Act[],
  { journal, clock, key, log, catalogue, folder, waits, silences }: DecidingOptions,
): ReturnType<DecideAll> {
  let after = before
  const batch = {
    events: [] as Batch['events'][number][],
    personal: [] as PersonalChange[],
    answers: [] as NewAnswer[],
    jobs: [] as Batch['jobs'][number][],
  }
  const outputs = new Map<CommandId, { inputHash: string; output: string }>()
  const answers: Answer[] = []
  // Sent together: a database on another machine costs one round trip for the group instead of one for each act.
  const stored = group.map(({ commandId }) => journal.answer(commandId))
  for (const reading of stored) reading.catch(() => {})
  for (const [index, { who, name, input, commandId, sealed, ready }] of group.entries()) {
    try {
      const first = outputs.get(commandId) ?? (await stored[index])
      if (first) {
        answers.push(answerAgain(first, who, name, input))
        continue
      }
      const ticketOf = pastTicket(journal, after.office)
      if (await isBarred(journal, after.office, { who, name, input }, ticketOf)) {
        const which = await limitedAmong(journal, after.office, who, input)
        answers.push({ code: 'personLimited', ...(which.length > 0 ? { details: which } : {}) })
        continue
      }
      const now = Math.max(clock.now(), after.at) as Instant
      const joined = await joinedBefore(journal, after.office, { name, input, now }, batch)
      if (joined !== null) {
        answers.push(joined)
        continue
      }
      const context: Context = {
        now,
        who: { ...who, officeId: after.office.officeId },
        commandId,
        personal: {
          ...after.personal,
          document: await namedDocument(journal, after.office, { name, input }, batch),
        },
        // The rules' folder is read only for the few acts that need it.
        get catalogue() {
          return catalogue()
        },
        get folder() {
          return folder()
        },
        // Most acts say no wait.
        get waits() {
          return waits()
        },
        silences: silences(who.stationId),
        transmissions: await namedTransmissions(
          journal,
          { name, input, publicKey: after.office.publicKey },
          batch,
        ),
        subject: await namedPerson(journal, after.office, name, input),
        archives: await namedArchives(journal, after.office, { name, input }, now),
        passage: await namedTrail(journal, after.office, { name, input }, batch),
        newId,
        newSalt,
        publicKey: key.publicKey,
        sign: key.sign,
        ...(sealed ? { sealed } : {}),
        ...ready,
      }
      const decision = decide(name, after.office, input, context)
      if ('refusal' in decision) {
        answers.push({ code: decision.refusal, ...(decision.details ? { details: decision.details } : {}) })
        continue
      }
      const said: unknown = calls[name].output.parse(decision.output)
      const output = JSON.stringify(said)
      const next = applied(after, decision, context, commandId)
      const personal = decision.personal ?? []
      const about = repeatedRow(name, decision, next.office)
      batch.events.push(...decision.events.map((event) => ({ at: now, who: context.who, commandId, event })))
      batch.personal.push(...personal)
      for (const change of personal) if (change.op === 'drop') forget(batch.answers, change)
      batch.jobs.push(...(decision.jobs ?? []))
      const inputHash = inputHashOf(who, name, input)
      const kept = keptAnswer(name, said, output)
      // Kept even when nothing changed: « nobody waits » repeated later must not call someone.
      batch.answers.push({
        commandId,
        inputHash,
        output: kept,
        at: now,
        ...(about ? { about } : {}),
      })
      outputs.set(commandId, { inputHash, output: kept })
      answers.push({ text: output })
      after = next
    } catch (error) {
      log.fault('decide', error, { name })
      answers.push({ code: storageCode(error) })
    }
  }
  return { batch, answers, after }
}

/** What is shown once (a secret, what a file said of people) is not in the answer kept for a repetition. */
function keptAnswer(name: DomainCommand, said: unknown, output: string): string {
  const { shownOnce } = commandOf(name)
  if (shownOnce === undefined) return output
  const kept = said as Readonly<Record<string, unknown>>
  const [field = '', inEach] = shownOnce.split('[].')
  return JSON.stringify({
    ...kept,
    [field]:
      inEach === undefined
        ? null
        : (kept[field] as readonly object[]).map((line) => ({ ...line, [inEach]: '' })),
  })
}

/**
 * An answer that repeats a row goes with it, in the same commit too: the journal erases those that are stored, and
 * these would be stored after.
 */
function forget(answers: NewAnswer[], { kind, id }: PersonalChange): void {
  for (let at = answers.length - 1; at >= 0; at--) {
    const about = answers[at]?.about
    if (about?.kind === kind && about.id === id) answers.splice(at, 1)
  }
}

/** The decision of a name: the contract has parsed the input, whose type the table of decisions then knows. */
function decide(
  name: DomainCommand,
  office: Office,
  input: unknown,
  context: Context,
): Refused<ErrorCode> | Accepted<unknown> {
  const decision = decisions[name] as unknown as Decide<CommandName>
  return decision(office, input as Input<CommandName>, context) as Refused<ErrorCode> | Accepted<unknown>
}

function applied(
  before: Restored,
  decision: Accepted<unknown>,
  { now, who }: Context,
  commandId: CommandId,
): Restored {
  let { office, seq } = before
  for (const event of decision.events) {
    seq = (seq + 1) as Seq
    office = evolve(office, { seq, at: now, who, commandId, event })
  }
  const personal = decision.personal?.length
    ? withPersonal(before.personal, decision.personal)
    : before.personal
  return { office, seq, at: decision.events.length > 0 ? now : before.at, personal }
}
