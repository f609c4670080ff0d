import type { Port } from '../../shared/rpc/port.ts'

/** How long preload and the host may take to give a port, in milliseconds. */
const patience = 5_000

/**
 * Asks preload for a port to the host. A port can't cross the bridge between preload and page: it comes in a
 * message, which is believed only from this very window and origin. The listener is there before the question.
 * @throws when no port came in time
 */
export function openElectronPort(): Promise<Port> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      window.removeEventListener('message', onMessage)
    }
    const timer = setTimeout(() => {
      stop()
      reject(new Error('no port came from preload'))
    }, patience)
    function onMessage(event: MessageEvent) {
      if (event.source !== window || event.origin !== location.origin) return
      const [port] = event.ports
      if (event.data !== 'guichet:port' || !port) return
      stop()
      resolve(portOver(port))
    }
    window.addEventListener('message', onMessage)
    window.postMessage({ type: 'guichet:ask-port' }, location.origin)
  })
}

/** A MessagePort as a port of the contract; `close` comes from Chromium when the other end dies. */
function portOver(channel: MessagePort): Port {
  let listeners: (() => void)[] = []
  const closed = () => {
    const told = listeners
    listeners = []
    for (const listener of told) listener()
  }
  channel.addEventListener('close', closed)
  return {
    send: (text) => channel.postMessage(text),
    onMessage: (listener) => {
      channel.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') listener(data)
      })
      channel.start()
    },
    onClose: (listener) => {
      listeners.push(listener)
    },
    close: () => {
      channel.close()
      // Chromium tells the other end only.
      closed()
    },
    buffered: () => 0,
  }
}
