import { hash } from 'node:crypto'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { CalendarRead } from '../../../shared/contract/appointments/calendarRead.ts'
import { answerByPieces } from '../core/pieces.ts'
import type { OutsideDone, OutsideOrder } from './outside/perform.ts'
import type { AppointmentOptions } from './reading/entry.ts'

// A thread of its own: a file of 2 MB takes up to two seconds, during which an act must take none longer. Started with an
// exchange to do, it does it and ends; without, it is kept and reads the files that it is sent.

/** What is to be read, and how. */
export type CalendarOrder = { readonly text: string; readonly options: AppointmentOptions }

/** Some lines of what was read, and the SHA-256 of the whole text, in hexadecimal. */
export type CalendarPiece = { readonly read: CalendarRead; readonly sha256: string }

/** Lines of each list in a piece: what the host's thread takes in at a time. */
const linesInPiece = 200

// On Linux a priority is a thread's own: on two cores, who takes a number passes before the file.
if (process.platform === 'linux') setPriority(19)

/** The readers are loaded after it: their program is long to load too. */
const fileRead = async ({ text, options }: CalendarOrder): Promise<Iterable<CalendarPiece>> => {
  const { readAppointments } = await import('./reading/read.ts')
  return piecesOf(readAppointments(text, options), hash('sha256', text))
}
const outsideAsked = async (asked: OutsideOrder): Promise<OutsideDone> => {
  const { performOutside } = await import('./outside/perform.ts')
  return performOutside(asked)
}

function* piecesOf(
  { appointments, cancelled, report }: CalendarRead,
  sha256: string,
): Generator<CalendarPiece> {
  const longest = Math.max(appointments.length, cancelled.length, report.length)
  for (let from = 0; from < longest; from += linesInPiece) {
    const to = from + linesInPiece
    const read = {
      appointments: appointments.slice(from, to),
      cancelled: cancelled.slice(from, to),
      report: report.slice(from, to),
    }
    yield { read, sha256 }
  }
}

const asked = workerData as OutsideOrder | undefined
if (asked === undefined) answerByPieces(parentPort!, fileRead)
else parentPort!.postMessage(await outsideAsked(asked))
