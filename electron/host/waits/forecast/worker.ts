import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../core/givingWay.ts'
import { forecastDone, type ForecastOrder } from './work.ts'

// A thread of its own: fitting a year of days and playing the one to come take half a second, during which a ticket must take
// no longer: who takes one passes before the forecast.
giveWay(19)

parentPort?.postMessage(forecastDone(workerData as ForecastOrder))
