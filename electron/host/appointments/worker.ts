import { hash } from 'node:crypto'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { CalendarRead } from '../../../shared/domain/appointments/calendarRead.ts'
import type { OutsideDone, OutsideOrder } from './outside/perform.ts'
import type { AppointmentOptions } from './reading/entry.ts'

// A thread of its own: a file of 2 MB takes up to two seconds, during which an act must take none longer.

/** What is to be read, and how. */
export type CalendarOrder = {
  readonly of: 'file'
  readonly text: string
  readonly options: AppointmentOptions
}

/** What was read, and the SHA-256 of the text, in hexadecimal. */
export type CalendarDone = { readonly read: CalendarRead; readonly sha256: string }

// On Linux a priority is a thread's own: on two cores, who takes a number passes before the file.
if (process.platform === 'linux') setPriority(19)

const order = workerData as CalendarOrder | OutsideOrder

/** The readers are loaded after it: their program is long to load too. */
const fileRead = async ({ text, options }: CalendarOrder): Promise<CalendarDone> => {
  const { readAppointments } = await import('./reading/read.ts')
  return { read: readAppointments(text, options), sha256: hash('sha256', text) }
}
const outsideAsked = async (asked: OutsideOrder): Promise<OutsideDone> => {
  const { performOutside } = await import('./outside/perform.ts')
  return performOutside(asked)
}

parentPort?.postMessage(order.of === 'file' ? await fileRead(order) : await outsideAsked(order))
