import { utilityProcess } from 'electron'
import type { FromRelay, ToRelay } from '../host/core/mainMessages.ts'

/**
 * Runs a relay for one thing, and ends it: Electron's main process opens no connection itself.
 * @param entry the built relay
 * @param patience in milliseconds
 * @returns its answer, or null when it gave none in time
 */
export function askRelay(
  entry: string,
  question: Extract<ToRelay, { t: 'pair' | 'find' }>,
  patience: number,
): Promise<FromRelay | null> {
  return new Promise((answered) => {
    const relay = utilityProcess.fork(entry, [], { serviceName: 'Guichet relay', stdio: 'inherit' })
    const end = (answer: FromRelay | null) => {
      clearTimeout(late)
      answered(answer)
      relay.kill()
    }
    const late = setTimeout(() => end(null), patience)
    relay.once('spawn', () => relay.postMessage(question))
    relay.on('message', (answer: FromRelay) => end(answer))
    relay.once('exit', () => end(null))
  })
}
