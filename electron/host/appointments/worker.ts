import { hash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { CalendarRead } from '../../../shared/contract/appointments/calendarRead.ts'
import { giveWay } from '../core/givingWay.ts'
import { answerByPieces } from '../core/pieces.ts'
import type { OutsideDone, OutsideOrder } from './outside/perform.ts'
import type { AppointmentOptions } from './reading/entry.ts'

// A thread of its own: a file of 2 MB takes up to two seconds, during which an act must take none longer. Started with an
// exchange to do, it does it and ends; without, it is kept, and reads the files or does the exchanges that it is sent.

/** How the text that comes before it is to be read. */
export type CalendarOrder = { readonly options: AppointmentOptions }

/** An exchange with a source, as long as the thread is kept for the next one. */
export type ExchangeOrder = { readonly exchange: OutsideOrder }

/** Some lines of what was read, and the SHA-256 of the whole text, in hexadecimal. */
export type CalendarPiece = { readonly read: CalendarRead; readonly sha256: string }

/** What the host's thread takes in, and then stores, at a time: an act of a counter waits for one at most. */
const inPiece = { lines: 50, appointments: 16 } as const

// On two cores, who takes a number passes before the file. At the lowest priority, a machine that is never idle would not read
// a file within its bounds.
giveWay(10)

/** The readers are loaded after it: their program is long to load too. */
const fileRead = async (
  { options }: CalendarOrder,
  parts: readonly string[],
): Promise<Iterable<CalendarPiece>> => {
  const { readAppointments } = await import('./reading/read.ts')
  const text = parts.join('')
  return piecesOf(readAppointments(text, options), hash('sha256', text))
}
const exchanged = async (asked: OutsideOrder): Promise<OutsideDone> => {
  const { performOutside } = await import('./outside/perform.ts')
  return performOutside(asked)
}
const exchangedAlone = async (asked: OutsideOrder): Promise<void> => {
  parentPort!.postMessage((await exchanged(asked)) satisfies OutsideDone)
}

/** Lines that took or cancelled something are in the order of what they took or cancelled. */
function* piecesOf(
  { appointments, cancelled, report }: CalendarRead,
  sha256: string,
): Generator<CalendarPiece> {
  let [taken, gone] = [0, 0]
  let from = 0
  for (let to = 1; to <= report.length; to++) {
    const lines = report.slice(from, to)
    const takes = lines.filter(({ state }) => state === 'taken').length
    if (to < report.length && lines.length < inPiece.lines && takes < inPiece.appointments) continue
    const cancels = lines.filter(({ code }) => code === 'cancelled').length
    const read = {
      appointments: appointments.slice(taken, (taken += takes)),
      cancelled: cancelled.slice(gone, (gone += cancels)),
      report: lines,
    }
    from = to
    yield { read, sha256 }
  }
}

const asked = workerData as OutsideOrder | undefined
if (asked === undefined)
  answerByPieces<CalendarOrder | ExchangeOrder, CalendarPiece | OutsideDone>(
    parentPort!,
    async (order, parts) =>
      'exchange' in order ? [await exchanged(order.exchange)] : fileRead(order, parts),
  )
else void exchangedAlone(asked)
