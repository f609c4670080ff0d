import { hash } from 'node:crypto'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { CalendarRead } from '../../../shared/domain/appointments/calendarRead.ts'
import type { AppointmentOptions } from './reading/entry.ts'

// A thread of its own: a file of 2 MB takes up to two seconds, during which an act must take none longer.

/** What is to be read, and how. */
export type CalendarOrder = { readonly text: string; readonly options: AppointmentOptions }

/** What was read, and the SHA-256 of the text, in hexadecimal. */
export type CalendarDone = { readonly read: CalendarRead; readonly sha256: string }

// On Linux a priority is a thread's own: on two cores, who takes a number passes before the file.
if (process.platform === 'linux') setPriority(19)

// Read after it: loading the program of the readers is long too.
const { readAppointments } = await import('./reading/read.ts')

const { text, options } = workerData as CalendarOrder
const done: CalendarDone = { read: readAppointments(text, options), sha256: hash('sha256', text) }
parentPort?.postMessage(done)
