import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Port } from '../../../shared/rpc/port.ts'
import { faultOf, statusOf } from '../admission.ts'
import { attend } from '../desk.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { largestBody, largestImport } from './body.ts'
import type { DoorOptions } from './server.ts'

/** A silent browser is found by a ping, in milliseconds. */
const heartbeat = 20_000

/** The WebSocket door at `/ws`: the token is its first message, the origin is the page's own. */
export function startSockets(server: Server, { host, holderOf }: DoorOptions, ownNames: ReadonlySet<string>) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestImport, perMessageDeflate: false })

  // A handshake that isn't one is refused like the rest, with a sentence.
  sockets.on('wsClientError', (_error: Error, stream: Duplex) => refuse(stream, 'badRequest'))

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const url = URL.parse(`http://${request.headers.host ?? ''}${request.url ?? ''}`)
    if (url?.pathname !== '/ws') return refuse(stream, 'notFound')
    if (!ownNames.has(url.host.replace(/:[0-9]+$/, '')) || !ownOrigin(request, url))
      return refuse(stream, 'forbiddenOrigin')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      attend(host, portOf(socket), ({ token }) => (token === undefined ? undefined : holderOf(token)))
    })
  })

  return {
    close: () => {
      for (const socket of sockets.clients) socket.close(1001)
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, 500).unref()
    },
  }
}

/** A browser always says where its page comes from; other software says nothing. */
const ownOrigin = (request: IncomingMessage, url: URL): boolean =>
  request.headers.origin === undefined || request.headers.origin === url.origin

function refuse(stream: Duplex, code: ErrorCode): void {
  const text = JSON.stringify({ error: faultOf(code) })
  stream.end(
    `HTTP/1.1 ${statusOf(code)} Guichet\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}

/** Whether a message begins as the import of a calendar does, as our pages and `connect` write it. */
const isImport = (data: Buffer): boolean =>
  /^\{"t":"call","id":\d+,"name":"appointment\.import",/.test(data.toString('utf8', 0, 100))

function portOf(socket: WebSocket): Port {
  let alive = true
  const beat = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, heartbeat)
  socket.on('pong', () => {
    alive = true
  })
  // Too large, not UTF-8, broken frames: ws closes the connection by itself after this.
  socket.on('error', () => socket.terminate())
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    onMessage: (listener) =>
      socket.on('message', (data: Buffer, binary: boolean) => {
        alive = true
        if (binary) return socket.close(1003)
        // Only a calendar may be this long, and it says its name first.
        if (data.length > largestBody && !isImport(data)) return socket.close(1009)
        listener(data.toString('utf8'))
      }),
    onClose: (listener) =>
      socket.on('close', () => {
        clearInterval(beat)
        listener()
      }),
    close: () => socket.close(),
    buffered: () => socket.bufferedAmount,
  }
}
