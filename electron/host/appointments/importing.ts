import { hash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { ImportLine } from '../../../shared/contract/appointments/calls.ts'
import { longestCalendar } from '../../../shared/contract/appointments/sending.ts'
import type { AppointmentId, CommandId, Instant, StationId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { namesIn, strangersIn } from '../../../shared/domain/appointments/calledLines.ts'
import { codesIn, isRenewed, uidsIn } from '../../../shared/domain/appointments/fileIds.ts'
import { addNames } from '../../../shared/domain/appointments/lineNames.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { done, type Answer } from '../core/answer.ts'
import { keptApart } from '../core/keptApart.ts'
import type { Log } from '../core/log.ts'
import type { CommandCall, HandlersOf, Part } from '../core/part.ts'
import { startSendings } from '../core/sendings.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { startTurns } from '../core/turns.ts'
import { calendarProgram } from './program.ts'
import type { CalendarOrder, CalendarPiece } from './worker.ts'

/** What reading one file may take: ten times what the largest and worst file was measured to. */
export const readingBounds = { milliseconds: 20_000, megabytes: 256 } as const
/** The thread that reads is kept so long after a file: an office that imports several starts it once. In milliseconds. */
const keptFor = 300_000
/** So many files wait for their turn at most: each may hold 2 MB. One station has so many of them, and leaves a place to others. */
const mostWaiting = 4
const mostOfOne = 2
/** Appointments whose names are gathered at a time: less than a millisecond's work. */
const namesAtATime = 8

export type ImportingOptions = {
  readonly office: () => Office
  readonly personal: () => Pick<Personal, 'appointments'>
  readonly now: () => Instant
  readonly act: Sequencer['act']
  readonly actedAt: Sequencer['actedAt']
  readonly log: Log
  /** For tests: another program, shorter bounds. */
  readonly program?: URL
  readonly bounds?: typeof readingBounds | { readonly milliseconds: number; readonly megabytes: number }
}

/**
 * Imports of calendars: a file longer than a message comes in parts; each is read in a thread apart, one at a time, within
 * bounds of time and memory; the domain then decides on what was read, some lines at a time, so that a ticket waits for
 * those at most. No text of a file reaches the thread that answers the stations, save as it comes.
 */
export function startImporting({
  office,
  personal,
  now,
  act,
  actedAt,
  log,
  program = calendarProgram(),
  bounds = readingBounds,
}: ImportingOptions): Part & {
  readonly handlers: Pick<HandlersOf<'appointments'>, 'calendar.send' | 'appointment.import'>
} {
  const leaving = new AbortController()
  const reader = keptApart<CalendarOrder, CalendarPiece>({
    program,
    megabytes: bounds.megabytes,
    idle: keptFor,
    leaving: leaving.signal,
  })
  const sendings = startSendings({ sizeOf: (part) => part.length, most: longestCalendar })
  /** What is read leaves the thread to the acts of the counters for as long as each part held it, and as they follow each other. */
  const inTurn = startTurns(actedAt)
  /** The stations whose files are read, or wait. */
  const waiting: StationId[] = []
  /** What is under way, by who asked and what: a page that heard nothing for a while asks the same again. */
  const underWay = new Map<string, Promise<Answer>>()
  let last: Promise<unknown> = Promise.resolve()

  const imported = async (
    call: CommandCall<'appointment.import'>,
    parts: readonly string[],
  ): Promise<Answer> => {
    const { settings } = office()
    if (settings === null) return { code: 'officeNotCreated' }
    const { format, sha256 } = call.input
    const options: CalendarOrder['options'] = {
      zone: zoneOf(office()),
      services: settings.services,
      now: now(),
      ...(format ? { format } : {}),
    }
    const read = await reader.ask({ options }, bounds.milliseconds, parts)
    if ('done' in read) {
      if (sha256 !== undefined && read.done[0]!.sha256 !== sha256) return { code: 'calendarIncomplete' }
      return taken(call, read.done)
    }
    if (read.stopped === 'leaving') return { code: 'closing' }
    const characters = parts.reduce((sum, part) => sum + part.length, 0)
    log.info('calendarStopped', { by: read.stopped, characters })
    return { code: 'calendarTooHeavy' }
  }

  /** Decides on each piece in its turn; asked again under its id, an import that was cut finds what it did, and goes on. */
  const taken = async (
    { who, input, commandId }: CommandCall<'appointment.import'>,
    pieces: readonly CalendarPiece[],
  ): Promise<Answer> => {
    const known = await namesKnown(office, personal)
    const reads = pieces.map(({ read }) => read)
    const ids = {
      uids: uidsIn(reads),
      codes: codesIn(reads),
      renewed: isRenewed(reads, known),
      strangers: strangersIn(reads, known),
      ...namesIn(reads, known, office(), personal()),
    }
    const counts = { taken: 0, skipped: 0 }
    const lines: string[] = []
    for (const [part, { read, sha256 }] of pieces.entries()) {
      // What tells this act from another is its file's hash: its text goes no further.
      const hashed = {
        text: sha256,
        ...(input.format ? { format: input.format } : {}),
        ...(part > 0 ? { part } : {}),
      }
      const ready = { calendar: { ...read, known, ...ids } }
      const id = partId(commandId, part)
      const answer = await inTurn(() => act(who, 'appointment.import', hashed, id, undefined, ready))
      if ('code' in answer) return answer
      const said = JSON.parse(answer.text) as Output<'appointment.import'>
      counts.taken += said.taken
      counts.skipped += said.skipped
      lines.push(linesOf(said.report))
    }
    return {
      text: `{"taken":${counts.taken},"skipped":${counts.skipped},"report":[${lines.join(',')}]}`,
    }
  }

  return {
    handlers: {
      'calendar.send': ({ who: { stationId }, input: { index, text } }) => {
        const added = sendings.add(stationId, index, text)
        if (added === 'held') return done
        return { code: added === 'tooBig' ? 'calendarUnreadable' : 'calendarIncomplete' }
      },
      'appointment.import': (call) => {
        const { text, sha256 } = call.input
        const asked = hash('sha256', JSON.stringify([call.who, call.commandId, call.input]))
        const before = underWay.get(asked)
        if (before) return before
        const sent = sha256 === undefined ? [] : sendings.of(call.who.stationId)?.pieces
        if (sent === undefined) return { code: 'calendarIncomplete' }
        const { stationId } = call.who
        const own = waiting.filter((one) => one === stationId).length
        if (waiting.length >= mostWaiting || own >= mostOfOne) return { code: 'calendarsWaiting' }
        waiting.push(stationId)
        const parts = [...sent, text]
        const mine = last
          .then(() => imported(call, parts))
          .finally(() => {
            waiting.splice(waiting.indexOf(stationId), 1)
            underWay.delete(asked)
          })
        underWay.set(asked, mine)
        last = mine.catch(() => undefined)
        return mine
      },
    },
    stop: () => leaving.abort(),
  }
}

/** Each name by which a file may mean an appointment that the office has, gathered in several turns. */
async function namesKnown(
  office: ImportingOptions['office'],
  personal: ImportingOptions['personal'],
): Promise<ReadonlyMap<string, readonly AppointmentId[]>> {
  const known = new Map<string, AppointmentId[]>()
  let gathered = 0
  for (const [id, person] of personal().appointments) {
    const facts = office().appointments.get(id)
    if (facts) addNames(known, facts, person)
    if (++gathered % namesAtATime === 0) await turn()
  }
  return known
}

/** The lines of a report as they stand in a list. */
const linesOf = (report: readonly ImportLine[]): string => JSON.stringify(report).slice(1, -1)

/** The id under which a part of an import is one act: always the same; the first part has the import's own. */
function partId(commandId: CommandId, part: number): CommandId {
  if (part === 0) return commandId
  const digits = hash('sha256', `${commandId} ${part}`)
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(12, 15)}`,
    `a${digits.slice(15, 18)}`,
    digits.slice(18, 30),
  ]
  return groups.join('-') as CommandId
}
