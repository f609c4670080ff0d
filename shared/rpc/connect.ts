import {
  calls,
  contractVersion,
  nameAt,
  type CallName,
  type CommandName,
  type Input,
  type Output,
  type QueryName,
  type ViewName,
} from '../contract/index.ts'
import type { Role } from '../contract/define.ts'
import type { AgentId } from '../contract/ids.ts'
import { heard } from './heard.ts'
import { FromHost, type Fault, type FromPage } from './protocol.ts'
import type { Port } from './port.ts'

export type Result<T> = { readonly output: T } | { readonly error: Fault }

/** One open connection to the host, as a page or a test uses it. Nothing here reconnects: see the page's link. */
export type Connection = {
  readonly role: Role
  readonly agentId: AgentId | null
  /** An act; repeat it with the same `commandId` if the answer never came. */
  command<N extends CommandName>(name: N, input: Input<N>, commandId: string): Promise<Result<Output<N>>>
  query<N extends QueryName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
  /** The view whole, now and each time it changes, until the function returned is called. */
  watch<N extends ViewName>(
    name: N,
    input: Input<N>,
    listener: (result: Result<Output<N>>, seq: number) => void,
  ): () => void
  ping(): void
  close(): void
}

export type ConnectOptions = {
  readonly token?: string
  readonly agentId?: AgentId
  /** How long to wait for the welcome and for each answer, in milliseconds. */
  readonly timeout?: number
  readonly onClose?: () => void
  /** The host has just ended a connection that it had welcomed, and says why: a station that was revoked. */
  readonly onRefused?: (fault: Fault) => void
  /** With the host's hour, in milliseconds, when it says it. */
  readonly onPong?: (at?: number) => void
}

/** The connection was cut or the host never answered: the act may have been done, repeat it with its id. */
export const noAnswer: Fault = {
  code: 'noAnswer',
  message: 'L’ordinateur de l’office ne répond pas. Ce que vous avez fait est gardé et sera renvoyé.',
}

// The page runs on another machine's clock and event loop: these exist everywhere, the types of shared have none.
declare const setTimeout: (run: () => void, ms: number) => unknown
declare const clearTimeout: (timer: unknown) => void

/**
 * Says hello over a port and waits for the welcome. What the host sends is validated by the contract; a host of the version
 * before is asked by the names that it knows.
 * @returns the connection, or why the host refused it (`noAnswer` when it stayed silent)
 */
export function connect(
  port: Port,
  options: ConnectOptions = {},
): Promise<{ readonly connection: Connection } | { readonly error: Fault }> {
  const timeout = options.timeout ?? 10_000
  type Waiting = {
    readonly name: CallName
    readonly resolve: (result: Result<unknown>) => void
    readonly timer: unknown
  }
  const waiting = new Map<number, Waiting>()
  const watches = new Map<
    number,
    { readonly name: ViewName; readonly listener: (result: Result<unknown>, seq: number) => void }
  >()
  let last = 0
  let open = true
  let welcomed = false
  /** The host's, as its welcome says it: nothing is asked before. */
  let version = contractVersion as string
  const send = (message: FromPage) => port.send(JSON.stringify(message))

  const validated = (name: CallName, output: unknown): Result<unknown> => {
    return (
      heard(calls[name].output, output) ?? {
        error: {
          code: 'contractBroken',
          message: 'La réponse reçue n’est pas celle attendue. Mettez ce poste à jour.',
        },
      }
    )
  }

  return new Promise((resolve) => {
    const silent = setTimeout(() => {
      resolve({ error: noAnswer })
      port.close()
    }, timeout)

    const ended = () => {
      if (!open) return
      open = false
      clearTimeout(silent)
      for (const call of waiting.values()) {
        clearTimeout(call.timer)
        call.resolve({ error: noAnswer })
      }
      waiting.clear()
      resolve({ error: noAnswer })
      options.onClose?.()
    }
    port.onClose(ended)
    // Not every transport tells the one who closes: what waits is answered at once.
    const close = () => {
      port.close()
      ended()
    }

    const ask = (name: CallName, input: unknown, commandId?: string) =>
      new Promise<Result<unknown>>((answered) => {
        if (!open) return answered({ error: noAnswer })
        const id = ++last
        const timer = setTimeout(() => {
          waiting.delete(id)
          answered({ error: noAnswer })
        }, timeout)
        waiting.set(id, { name, resolve: answered, timer })
        send({
          t: 'call',
          id,
          name: nameAt(version, name),
          input,
          ...(commandId === undefined ? {} : { commandId: commandId as never }),
        })
      })

    port.onMessage((text) => {
      const message = read(text)
      if (!message) return
      switch (message.t) {
        case 'welcome':
          clearTimeout(silent)
          welcomed = true
          version = message.version
          return resolve({
            connection: {
              role: message.role,
              agentId: message.agentId,
              command: (name, input, commandId) => ask(name, input, commandId) as Promise<Result<never>>,
              query: (name, input) => ask(name, input) as Promise<Result<never>>,
              watch: (name, input, listener) => {
                const id = ++last
                watches.set(id, {
                  name,
                  listener: listener as (result: Result<unknown>, seq: number) => void,
                })
                if (open) send({ t: 'watch', id, name: nameAt(version, name), input })
                return () => {
                  if (watches.delete(id) && open) send({ t: 'unwatch', id })
                }
              },
              ping: () => {
                if (open) send({ t: 'ping' })
              },
              close,
            },
          })
        case 'refused':
          clearTimeout(silent)
          if (welcomed) options.onRefused?.(message.error)
          resolve({ error: message.error })
          return port.close()
        case 'answer': {
          const call = waiting.get(message.id)
          if (!call) return
          waiting.delete(message.id)
          clearTimeout(call.timer)
          return call.resolve(message.error ? { error: message.error } : validated(call.name, message.output))
        }
        case 'view': {
          const watch = watches.get(message.id)
          return watch?.listener(
            message.error ? { error: message.error } : validated(watch.name, message.output),
            message.seq,
          )
        }
        case 'pong':
          return options.onPong?.(message.at)
        default:
          message satisfies never
      }
    })
    send({
      t: 'hello',
      version: contractVersion,
      ...(options.token === undefined ? {} : { token: options.token }),
      ...(options.agentId === undefined ? {} : { agentId: options.agentId }),
    })
  })
}

/** What the host says; undefined for what isn't a message: it is passed over. */
const read = (text: string): FromHost | undefined => {
  try {
    return heard(FromHost, JSON.parse(text))?.output
  } catch {
    return undefined
  }
}
