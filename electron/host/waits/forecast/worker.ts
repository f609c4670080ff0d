import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { forecastDone, type ForecastOrder } from './work.ts'

// A thread of its own: fitting a year of days and playing the one to come take half a second, during which a ticket must take
// no longer. On Linux a priority is a thread's own: who takes a number passes before the forecast.
if (process.platform === 'linux') setPriority(19)

parentPort?.postMessage(forecastDone(workerData as ForecastOrder))
