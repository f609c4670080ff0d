import type { Instant } from '../../../shared/contract/ids.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import { keptApart } from '../core/keptApart.ts'
import type { Log } from '../core/log.ts'
import type { CommandCall, HandlersOf, Part } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { calendarProgram } from './program.ts'
import type { CalendarOrder, CalendarPiece } from './worker.ts'

/** What reading one file may take: ten times what the largest and worst file was measured to. */
export const readingBounds = { milliseconds: 20_000, megabytes: 256 } as const
/** The thread that reads is kept so long after a file: an office that imports several starts it once. In milliseconds. */
const keptFor = 300_000
/** So many files wait for their turn at most: each may hold 2 MB. */
const mostWaiting = 4

export type ImportingOptions = {
  readonly office: () => Office
  readonly now: () => Instant
  readonly act: Sequencer['act']
  readonly log: Log
  /** For tests: another program, shorter bounds. */
  readonly program?: URL
  readonly bounds?: typeof readingBounds | { readonly milliseconds: number; readonly megabytes: number }
}

/**
 * Imports of calendars: each file is read in a thread apart, one at a time, within bounds of time and memory; the domain
 * then decides on what was read, which comes by pieces. No text of a file reaches the thread that answers the stations.
 */
export function startImporting({
  office,
  now,
  act,
  log,
  program = calendarProgram(),
  bounds = readingBounds,
}: ImportingOptions): Part & { readonly handlers: Pick<HandlersOf<'appointments'>, 'appointment.import'> } {
  const leaving = new AbortController()
  const reader = keptApart<CalendarOrder, CalendarPiece>({
    program,
    megabytes: bounds.megabytes,
    idle: keptFor,
    leaving: leaving.signal,
  })
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const imported = async ({ who, input, commandId }: CommandCall<'appointment.import'>): Promise<Answer> => {
    const { settings } = office()
    if (settings === null) return { code: 'officeNotCreated' }
    const { text, format } = input
    const data: CalendarOrder = {
      text,
      options: {
        zone: zoneOf(office()),
        services: settings.services,
        now: now(),
        ...(format ? { format } : {}),
      },
    }
    const read = await reader.ask(data, bounds.milliseconds)
    if ('done' in read) {
      // What tells this act from another is its file's hash: its text goes no further.
      const hashed = { ...input, text: read.done[0]!.sha256 }
      const calendar = {
        appointments: read.done.flatMap((piece) => piece.read.appointments),
        cancelled: read.done.flatMap((piece) => piece.read.cancelled),
        report: read.done.flatMap((piece) => piece.read.report),
      }
      return act(who, 'appointment.import', hashed, commandId, undefined, { calendar })
    }
    if (read.stopped === 'leaving') return { code: 'closing' }
    log.info('calendarStopped', { by: read.stopped, characters: text.length })
    return { code: 'calendarTooHeavy' }
  }

  return {
    handlers: {
      'appointment.import': (call) => {
        if (waiting >= mostWaiting) return { code: 'calendarsWaiting' }
        waiting++
        const mine = last.then(() => imported(call)).finally(() => waiting--)
        last = mine.catch(() => undefined)
        return mine
      },
    },
    stop: () => leaving.abort(),
  }
}
