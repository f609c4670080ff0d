import type { Port } from '../../../shared/rpc/port.ts'

/**
 * What Electron's MessagePortMain and Node's MessagePort have in common. Electron wraps the message in an event,
 * Node gives it bare.
 */
export type AnyMessagePort = {
  postMessage(message: string): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** A MessagePort as a connection. It doesn't tell what waits to leave: both ends are on this machine. */
export function portOver(messagePort: AnyMessagePort): Port {
  let open = true
  return {
    send: (text) => {
      if (open) messagePort.postMessage(text)
    },
    onMessage: (listener) => {
      messagePort.on('message', (message) => {
        const text = typeof message === 'string' ? message : (message as { data?: unknown } | null)?.data
        if (typeof text === 'string') listener(text)
      })
      messagePort.start()
    },
    onClose: (listener) => {
      messagePort.on('close', () => {
        open = false
        listener()
      })
    },
    close: () => {
      open = false
      messagePort.close()
    },
    buffered: () => 0,
  }
}
