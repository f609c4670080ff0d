import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../db/journal/port.ts'
import type { Who } from '../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../shared/contract/ids.ts'
import {
  calls,
  commandOf,
  viewOf,
  type CallName,
  type CommandName,
  type DomainCommand,
  type ReadName,
  type ViewName,
} from '../../shared/contract/index.ts'
import type { People } from './people/people.ts'
import { watchedBy } from './people/people.ts'
import { afterNoting, consultedBy, noteConsultation } from './privacy/accessLog/note.ts'
import { ReadOnlyError } from './standby/replica.ts'
import type { Standby } from './standby/part.ts'
import type { PaceName } from '../../shared/contract/pace.ts'
import type { Answer } from './core/answer.ts'
import { answerAgain } from './core/repeated.ts'
import type { Host } from './host.ts'
import type { Log } from './core/log.ts'
import type { Pacing } from './core/pacing.ts'
import type { CommandCall, Handler, Handlers } from './core/part.ts'
import type { Tables } from './reading.ts'
import { answerRead } from './reads.ts'
import type { Sequencer } from './core/sequencer.ts'
import { storageCode } from './core/storageCode.ts'
import type { Spending } from './core/spending.ts'
import type { NamedHere } from './namedHere.ts'
import { isOwnSeat, seatOf, type Holder } from './core/tokens.ts'
import type { Compute } from './viewing.ts'
import { startTurns } from './core/turns.ts'
import type { Watches } from './core/watches.ts'

/** What a host answers with, once its parts have started. */
export type AnsweringOptions = {
  readonly journal: Journal
  readonly sequencer: Sequencer
  readonly people: Pick<People, 'admit' | 'during' | 'onChange'>
  readonly standby: Pick<Standby, 'refused'>
  readonly pacing: Pick<Pacing, 'begin' | 'look'>
  readonly spending: Pick<Spending, 'charge' | 'charged'>
  readonly namedHere: NamedHere
  /** Who performs what the domain does not decide alone. */
  readonly handlers: Handlers
  readonly watches: Watches
  readonly compute: Compute
  /** What a reading needs beside the office as it is. */
  readonly reading: () => Omit<Tables, 'journal' | 'office' | 'who' | 'now' | 'personal'>
  readonly now: () => Instant
  readonly log: Log
}

/** Whether a call is a view: it can be watched, and a page receives it whole. */
export const isView = (name: CallName): name is ViewName => calls[name].kind === 'view'
const isCommand = (name: CallName): name is CommandName => calls[name].kind === 'command'

/** Paces of the readings that hold the thread. */
const holding: ReadonlySet<PaceName> = new Set<PaceName>(['exports', 'figures'])

/** What a host answers to those who may ask: acts, views and readings each go to the part that knows. */
export function startAnswering({
  journal,
  sequencer,
  people,
  standby,
  pacing,
  spending,
  namedHere,
  handlers,
  watches,
  compute,
  reading,
  now,
  log,
}: AnsweringOptions): Pick<Host, 'barred' | 'call' | 'watch' | 'follow' | 'charge'> {
  /** The access log entry of a view, written before the view is shown. */
  const noteView = async (who: Who, name: ViewName, input: unknown): Promise<void> => {
    const at = now()
    const consulted = consultedBy(name, input, sequencer.office(), at)
    if (consulted) await noteConsultation({ journal, now: at, who }, consulted.what, consulted.about)
  }

  const perform = async (name: CommandName, asked: CommandCall<CommandName>): Promise<Answer> => {
    if (commandOf(name).by === undefined)
      return sequencer.act(asked.who, name as DomainCommand, asked.input, asked.commandId)
    return (handlers[name as keyof Handlers] as Handler<CommandName>)(asked)
  }

  const inTurn = startTurns()
  const read = (who: Who, name: ReadName, input: unknown): Promise<Answer> => {
    const answered = () =>
      spending.charged(who.stationId, () =>
        answerRead(name, input, {
          journal,
          office: sequencer.office(),
          who,
          now: now(),
          personal: sequencer.personal(),
          ...reading(),
        }),
      )
    const paces: readonly PaceName[] = Object.values(calls[name].pace ?? {})
    return paces.some((pace) => holding.has(pace)) ? inTurn(answered) : answered()
  }

  /** Other software that is suspended has nothing any more; a page still shows why: its views go on. */
  const isSuspended = (holder: Holder, name: CallName | 'events'): boolean =>
    sequencer.office().suspended.has(holder.stationId) &&
    (holder.scopes !== undefined || name === 'events' || !isView(name))

  /** Why this station may not ask it now: it is suspended, or asks too often. An act that was done answers all the same. */
  const heldBack = async (
    holder: Holder,
    who: Who,
    {
      name,
      input,
      commandId,
    }: { readonly name: CallName; readonly input: unknown; readonly commandId: CommandId },
  ): Promise<Answer | undefined> => {
    if (isSuspended(holder, name)) return { code: 'stationSuspended' }
    const busy = isCommand(name) ? 0 : pacing.look(holder)
    if (busy > 0) return { code: 'busyWithOthers', details: [String(Math.ceil(busy))] }
    const wait = pacing.begin(holder, name)
    if (wait === 0) return undefined
    // Only the very act repeated passes without its pace: another one under its id would pass every pace.
    const first = isCommand(name) ? await journal.answer(commandId) : undefined
    if (first && isCommand(name) && 'text' in answerAgain(first, who, name, input)) return undefined
    return { code: 'tooOften', details: [String(Math.ceil(wait))] }
  }

  const call = async (
    holder: Holder,
    name: CallName,
    input: unknown,
    commandId: CommandId = uuidv7() as CommandId,
  ): Promise<Answer> => {
    try {
      // Another machine of the office acts: what this one may still do is about itself.
      const elsewhere = standby.refused()
      if (
        isCommand(name) &&
        (elsewhere === 'following' || elsewhere === 'readOnly') &&
        !commandOf(name).follows
      )
        return { code: elsewhere }
      const admitted = people.admit(holder, name)
      if ('code' in admitted) return admitted
      const { who } = admitted
      if (calls[name].only === 'ownSeat' && !isOwnSeat(holder)) return { code: 'onlyAtHost' }
      if (isCommand(name) && !isOwnSeat(holder) && namedHere.namesMore(name, input))
        return { code: 'onlyAtHost' }
      const held = await heldBack(holder, who, { name, input, commandId })
      if (held) return held
      if (isView(name)) {
        await noteView(who, name, input)
        return await spending.charged(who.stationId, async () => ({
          text: compute(who, name, input, seatOf(holder)),
        }))
      }
      if (!isCommand(name)) return await read(who, name, input)
      return await people.during(holder, name, () =>
        perform(name, { holder, who, input, commandId } as CommandCall<CommandName>),
      )
    } catch (error) {
      if (error instanceof ReadOnlyError) return { code: 'readOnly' }
      log.fault('call', error, { name })
      return { code: storageCode(error) }
    }
  }

  return {
    barred: (holder, name) => {
      const admitted = people.admit(holder, name)
      if ('code' in admitted) return admitted.code
      return holder.scopes !== undefined && isSuspended(holder, name) ? 'stationSuspended' : undefined
    },
    call,
    charge: ({ stationId }, milliseconds) => spending.charge(stationId, milliseconds),
    watch: (holder, name, input, seen, refused) => {
      if (pacing.look(holder) > 0) {
        refused('busyWithOthers')
        return () => undefined
      }
      if (pacing.begin(holder, name) > 0) {
        refused('tooOften')
        return () => undefined
      }
      return watchedBy(
        people,
        holder,
        name,
        (who) => {
          // A seat's own view is shared with no other.
          const seat = viewOf(name).own === 'seat' ? seatOf(holder) : null
          const begin = () => watches.watch(who, name, input, seen, seat)
          return consultedBy(name, input, sequencer.office(), now()) === null
            ? begin()
            : afterNoting(noteView(who, name, input), begin, (error, wanted) => {
                const readOnly = error instanceof ReadOnlyError
                if (!readOnly) log.fault('consultation', error, { name })
                // Notify the page, so that it does not wait for an answer that will not come.
                if (wanted) refused(readOnly ? 'readOnly' : 'fault')
              })
        },
        refused,
      )
    },
    follow: (holder, ended) => {
      const admitted = people.admit(holder, 'events')
      if ('code' in admitted) return admitted
      if (isSuspended(holder, 'events')) return { code: 'stationSuspended' }
      return people.onChange(holder, () => {
        if ('code' in people.admit(holder, 'events')) ended()
      })
    },
  }
}
