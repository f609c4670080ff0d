import type { Chromium } from '../../printing/chromium.ts'
import { printFailure } from '../../printing/printer.ts'
import type { Protection } from './officeKey.ts'
import type { AnyMessagePort } from './messagePort.ts'
import type { FromHostProcess, FromMain, UpdatesAsked } from './mainMessages.ts'
import type { Station } from '../../../shared/contract/stations.ts'

/** Electron's utility process gives this; plain Node doesn't. Its types are Electron's, which the host never imports. */
export type ParentPort<In, Out> = {
  on(
    event: 'message',
    listener: (event: { readonly data: In; readonly ports: readonly AnyMessagePort[] }) => void,
  ): void
  postMessage(message: Out): void
}

/**
 * The way to Electron's main process.
 * @throws Error outside a utility process
 */
export function parentPort<In, Out>(): ParentPort<In, Out> {
  const port = (process as unknown as { readonly parentPort?: ParentPort<In, Out> }).parentPort
  if (!port)
    throw new Error('Ce programme est lancé par Guichet lui-même : lancez npm start, ou npm run host.')
  return port
}

export type MainProcess = {
  readonly tell: (message: FromHostProcess) => void
  readonly listen: (listeners: {
    readonly onPort: (station: Station, port: AnyMessagePort) => void
    readonly onPrepareUpdate: () => void
    readonly onClose: () => void
  }) => void
  /** Electron's own engine, asked over the port. */
  readonly chromium: Chromium
  /** What the operating system keeps secrets with, asked in the same way. */
  readonly protection: Protection
  /** The updates of the program: what is said of them, as it came. */
  readonly updates: (asked: UpdatesAsked) => Promise<unknown>
}

/** A request to Electron's main process, before it gets its number. */
type MainRequest = Without<
  Extract<FromHostProcess, { t: 'render' | 'picture' | 'print' | 'secret' | 'updates' }>
>
type Without<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never

/** Milliseconds that a paper may take to be drawn or handed to the system's printer. */
const patience = 60_000

/**
 * Electron's main process, as the host asks it.
 * @throws Error outside a utility process
 */
export function mainProcess(): MainProcess {
  const port = parentPort<FromMain, FromHostProcess>()
  const waiting = new Map<number, (done: Extract<FromMain, { t: 'done' }>) => void>()
  let last = 0

  const ask = (what: MainRequest, signal: AbortSignal) =>
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

  // Answers come before anyone listens for pages: the office's key is asked before it is open. The rest waits for `listen`.
  type Heard = { readonly data: FromMain; readonly ports: readonly AnyMessagePort[] }
  const early: Heard[] = []
  let hear = (message: Heard): void => void early.push(message)
  port.on('message', (message) => {
    if (message.data.t === 'done') waiting.get(message.data.id)?.(message.data)
    else hear(message)
  })
  const secret = (what: 'name' | 'wrap' | 'unwrap', bytes: Uint8Array) =>
    ask({ t: 'secret', ask: what, bytes }, AbortSignal.timeout(patience))

  return {
    tell: (message) => port.postMessage(message),
    listen: ({ onPort, onPrepareUpdate, onClose }) => {
      hear = ({ data, ports }) => {
        if (data.t === 'port' && ports[0]) onPort(data.station, ports[0])
        if (data.t === 'prepareUpdate') onPrepareUpdate()
        if (data.t === 'close') onClose()
      }
      for (const message of early.splice(0)) hear(message)
    },
    protection: {
      name: async () => Buffer.from(await secret('name', new Uint8Array())).toString() || null,
      wrap: (text) => secret('wrap', new Uint8Array(Buffer.from(text))),
      unwrap: async (bytes) => Buffer.from(await secret('unwrap', new Uint8Array(bytes))).toString(),
    },
    updates: async (asked) => {
      const answer = await ask({ t: 'updates', asked }, AbortSignal.timeout(patience))
      return JSON.parse(Buffer.from(answer).toString())
    },
    chromium: {
      pdf: (html, size, signal) => ask({ t: 'render', html, ...size }, signal),
      picture: (html, size, signal) => ask({ t: 'picture', html, ...size }, signal),
      printTo: async (html, size, device, signal) => {
        await ask({ t: 'print', device, html, ...size }, signal)
      },
    },
  }
}
