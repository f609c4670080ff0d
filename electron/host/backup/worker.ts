import { parentPort, workerData } from 'node:worker_threads'
import { doBackup, type BackupOrder } from './work.ts'

// A thread of its own: copying, checking and packing take seconds, during which an act must take none longer.

parentPort?.postMessage(await doBackup(workerData as BackupOrder))
