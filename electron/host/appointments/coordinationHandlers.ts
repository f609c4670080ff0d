import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../db/journal/port.ts'
import { preApplicationNumber } from '../../../shared/contract/appointments/outside.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { hostWho } from '../people/options.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import type { Coordinating } from './coordinating.ts'
import { nextFile } from './coordinationFile.ts'
import type { NumberStanding } from './outside/ants.ts'

/** An agent waits no longer than that for an answer, in milliseconds: the sheet then has it when it comes. */
const waited = 1_000

export type CoordinationHandlersOptions = {
  readonly journal: Pick<Journal, 'consultations'>
  readonly office: () => Office
  readonly now: () => Instant
  readonly act: Sequencer['act']
  readonly coordinating: Coordinating
}

type Coordination = Pick<
  HandlersOf<'appointments'>,
  'preApplication.check' | 'coordination.set' | 'coordination.try'
>

/** What an agent asks of a number, and what the administration does with the service. */
export function coordinationHandlers(options: CoordinationHandlersOptions): Coordination {
  const { journal, office, now, act, coordinating } = options

  async function check(
    who: Who,
    { number: typed, ticketId }: Input<'preApplication.check'>,
  ): Promise<Answer> {
    if (office().settings === null) return { code: 'officeNotCreated' }
    if (coordinating.file() === null) return { code: 'coordinationOff' }
    const number = preApplicationNumber(typed)
    if (number === null) return { code: 'malformedNumber' }
    const ticket = ticketId === undefined ? undefined : office().tickets.get(ticketId)
    if (ticketId !== undefined && !ticket) return { code: 'unknownTicket' }
    const at = now()
    await noteConsultation({ journal, now: at, who }, 'appointments', [dateIn(zoneOf(office()), at)])
    // Written before it is asked: what has no answer is asked again, even by a host that starts anew.
    if (ticketId !== undefined)
      await act(hostWho(office()), 'preApplication.keep', {}, uuidv7() as CommandId, undefined, {
        preApplicationNotes: [{ number, ticketId, state: null, elsewhere: [] }],
      })
    const asked = ticket
      ? { number, ticketId: ticket.ticketId, appointmentAt: ticket.appointmentAt }
      : { number }
    const standing = await within(coordinating.checked(asked))
    const output: Output<'preApplication.check'> = {
      number,
      state: standing?.state ?? null,
      elsewhere: [...(standing?.appointments ?? [])],
    }
    return { text: JSON.stringify(output) }
  }

  async function set(
    who: Who,
    { coordination, token }: Input<'coordination.set'>,
    commandId: CommandId,
  ): Promise<Answer> {
    const noted = await act(who, 'coordination.note', { on: coordination !== null }, commandId)
    // In the journal before it is in the file: nobody changes to whom numbers are told without its being known.
    if (!('code' in noted))
      await coordinating.set(
        coordination === null ? null : nextFile(coordinating.file(), coordination, token),
      )
    return noted
  }

  async function tried({ coordination, token }: Input<'coordination.try'>): Promise<Answer> {
    if (office().settings === null) return { code: 'officeNotCreated' }
    const problem = await coordinating.tried(nextFile(coordinating.file(), coordination, token))
    return { text: JSON.stringify({ problem } satisfies Output<'coordination.try'>) }
  }

  return {
    'preApplication.check': ({ who, input }) => check(who, input),
    'coordination.set': ({ who, input, commandId }) => set(who, input, commandId),
    'coordination.try': ({ input }) => tried(input),
  }
}

/** What was answered in time; null when it was not. */
function within(asked: Promise<NumberStanding | null>): Promise<NumberStanding | null> {
  let late: NodeJS.Timeout | undefined
  const given = new Promise<null>((done) => {
    late = setTimeout(() => done(null), waited)
  })
  return Promise.race([asked, given]).finally(() => clearTimeout(late))
}
