import type { Port } from '../../shared/rpc/port.ts'

/** How long the socket may take to open, in milliseconds. */
const patience = 5_000

/**
 * Opens a WebSocket to the page's own origin.
 * @throws when it closed or stayed silent before it opened
 */
export function openSocketPort(): Promise<Port> {
  const url = new URL('/ws', location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.hash = ''
  const socket = new WebSocket(url)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.close(), patience)
    socket.addEventListener('close', () => {
      clearTimeout(timer)
      reject(new Error('the socket did not open'))
    })
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve(portOver(socket))
    })
  })
}

function portOver(socket: WebSocket): Port {
  let listeners: (() => void)[] = []
  const closed = () => {
    const told = listeners
    listeners = []
    for (const listener of told) listener()
  }
  socket.addEventListener('close', closed)
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    onMessage: (listener) => {
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') listener(data)
      })
    },
    onClose: (listener) => {
      listeners.push(listener)
    },
    close: () => {
      socket.close()
      // The closing handshake of a dead network takes a minute: for the page it is closed now.
      closed()
    },
    buffered: () => socket.bufferedAmount,
  }
}
