import type { Chromium } from '../printing/chromium.ts'
import { printFailure } from '../printing/printer.ts'
import type { AnyMessagePort } from './messagePort.ts'
import type { FromHostProcess, FromMain, Station } from './messages.ts'

/** Electron's utility process gives this; plain Node doesn't. Its types are Electron's, which the host never imports. */
type ParentPort = {
  on(
    event: 'message',
    listener: (event: { readonly data: FromMain; readonly ports: readonly AnyMessagePort[] }) => void,
  ): void
  postMessage(message: FromHostProcess): void
}

export type MainProcess = {
  readonly tell: (message: FromHostProcess) => void
  readonly listen: (listeners: {
    readonly onPort: (station: Station, port: AnyMessagePort) => void
    readonly onClose: () => void
  }) => void
  /** Electron's own engine, asked over the port. */
  readonly chromium: Chromium
}

/** What the host asks of Chromium, before it has its number. */
type Asked = Without<Extract<FromHostProcess, { t: 'render' | 'picture' | 'print' }>>
type Without<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never

/** Milliseconds that a paper may take to be drawn or handed to the system's printer. */
const patience = 60_000

/**
 * Electron's main process, as the host asks it.
 * @throws Error outside a utility process
 */
export function mainProcess(): MainProcess {
  const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort
  if (!port)
    throw new Error('Ce programme est lancé par Guichet lui-même : lancez npm start, ou npm run host.')
  const waiting = new Map<number, (done: Extract<FromMain, { t: 'done' }>) => void>()
  let last = 0

  const ask = (what: Asked, signal: AbortSignal) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const id = ++last
      const end = (act: () => void) => {
        clearTimeout(timer)
        waiting.delete(id)
        act()
      }
      const fail = (cause?: unknown) =>
        end(() => reject(printFailure(what.t === 'print' ? 'stuck' : 'drawing', what.t === 'print', cause)))
      const timer = setTimeout(fail, patience)
      signal.addEventListener('abort', () => fail(signal.reason), { once: true })
      waiting.set(id, ({ bytes, problem }) =>
        problem === undefined ? end(() => resolve(bytes ?? new Uint8Array())) : fail(new Error(problem)),
      )
      port.postMessage({ ...what, id })
    })

  return {
    tell: (message) => port.postMessage(message),
    listen: ({ onPort, onClose }) =>
      port.on('message', ({ data, ports }) => {
        if (data.t === 'port' && ports[0]) onPort(data.station, ports[0])
        if (data.t === 'done') waiting.get(data.id)?.(data)
        if (data.t === 'close') onClose()
      }),
    chromium: {
      pdf: (html, size, signal) => ask({ t: 'render', html, ...size }, signal),
      picture: (html, size, signal) => ask({ t: 'picture', html, ...size }, signal),
      printTo: async (html, size, device, signal) => {
        await ask({ t: 'print', device, html, ...size }, signal)
      },
    },
  }
}
