import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import type { FromHost, Hello } from '../../../shared/rpc/protocol.ts'
import { faultOf, statusOf } from '../core/admission.ts'
import { serveConnection } from '../core/connection.ts'
import type { Host } from '../host.ts'
import type { Holder, TokenFault } from '../core/tokens.ts'
import { hostNamed, type DoorKind } from './answers.ts'
import { largestMessage, type Role } from '../../../shared/contract/define.ts'
import { callNames, calls } from '../../../shared/contract/index.ts'
import { longest } from './body.ts'

/** A silent browser is found by a ping, in milliseconds. */
const heartbeat = 20_000

/** How a door lets a WebSocket in. */
export type SocketsKind = Pick<DoorKind, 'scheme' | 'names' | 'refused'> & {
  /** Who the first message makes of a connection. */
  readonly enter?: (hello: Hello) => Holder | TokenFault | undefined
  /** Who the handshake makes of it already, where a door lets no stranger hold a connection. */
  readonly admit?: (request: IncomingMessage) => Admitted | ErrorCode | undefined
}

/** A station seen at the handshake. */
export type Admitted = {
  readonly holder: Holder
  /** Who holds it now, once the first message has said which agent. */
  readonly enter: (hello: Hello) => Holder | undefined
  /** The connection is the station's from now on; what it returns ends that. Undefined when it has too many. */
  readonly begin: (cut: (why: ErrorCode) => void) => (() => void) | undefined
}

/**
 * What is taken in, in bytes, to be answered and not to be read: a station of the version before sends whole what comes in parts,
 * and would send it again and again if it were cut.
 */
const largestAnswered = 4 * 1024 * 1024
const sendsInParts = (role: Role): boolean =>
  callNames.some((name) => {
    const call = calls[name]
    return call.kind === 'command' && call.inParts !== undefined && call.roles.includes(role)
  })
/** What a station of the network may leave unread, in characters: it has several connections. */
const behindOnNetwork = 4 * 1024 * 1024

/** The WebSocket door at `/ws`: the origin is the page's own. */
export function startSockets(server: HttpServer | HttpsServer, host: Host, kind: SocketsKind) {
  const of = (maxPayload: number) =>
    new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false })
  const doors = { answering: of(largestAnswered), small: of(largestMessage) }
  const open = new Set<WebSocket>()

  const refuse = (request: IncomingMessage, stream: Duplex, code: ErrorCode) => {
    kind.refused?.(code, request.socket)
    end(stream, code)
  }
  // A handshake that isn't one is refused like the rest, with a sentence.
  for (const sockets of Object.values(doors))
    sockets.on('wsClientError', (_error: Error, stream: Duplex, request: IncomingMessage) =>
      refuse(request, stream, 'badRequest'),
    )

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const name = hostNamed(request)
    if (!name) return refuse(request, stream, 'badRequest')
    const url = URL.parse(`${kind.scheme}://${name}${request.url ?? ''}`)
    if (url?.pathname !== '/ws') return refuse(request, stream, 'notFound')
    if (!kind.names().has(url.hostname) || !ownOrigin(request, url))
      return refuse(request, stream, 'forbiddenOrigin')
    const admitted = kind.admit?.(request)
    if (typeof admitted === 'string') {
      // A page can't read why its handshake failed: the reason is sent over the connection, which then ends.
      if (!toldInside.has(admitted) || request.headers.origin === undefined)
        return refuse(request, stream, admitted)
      kind.refused?.(admitted, request.socket)
      return doors.small.handleUpgrade(request, stream, head, (socket) => cut(socket, admitted))
    }
    const door = !admitted || sendsInParts(admitted.holder.role) ? doors.answering : doors.small
    door.handleUpgrade(request, stream, head, (socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      const onRefused = (code: ErrorCode) => kind.refused?.(code, request.socket, admitted?.holder.stationId)
      if (!admitted)
        return serveConnection(host, portOf(socket, onRefused), kind.enter ?? nobody, { onRefused })
      const left = admitted.begin((why) => cut(socket, why))
      if (!left) return cut(socket, 'tooManyCalls')
      socket.on('close', left)
      serveConnection(host, portOf(socket, onRefused), admitted.enter, { behind: behindOnNetwork, onRefused })
    })
  })

  return {
    close: () => {
      for (const socket of open) socket.close(1001)
      setTimeout(() => {
        for (const socket of open) socket.terminate()
      }, 500).unref()
    },
  }
}

const nobody = () => undefined

/** The refusals sent to a station's own browser when it comes back: no stranger has a token that gives these. */
const toldInside: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['stationRevoked', 'stationExpired'])

/** Sends a station the reason why it is disconnected, then cuts it whether it reads that or not. */
function cut(socket: WebSocket, why: ErrorCode): void {
  const message: FromHost = { t: 'refused', error: faultOf(why) }
  // Nothing that it says from now on is heard, whatever it does with its end.
  socket.removeAllListeners('message')
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  socket.close(1008)
  setTimeout(() => socket.terminate(), 200).unref()
}

/** A browser always says where its page comes from; other software says nothing. */
const ownOrigin = (request: IncomingMessage, url: URL): boolean =>
  request.headers.origin === undefined || request.headers.origin === url.origin

function end(stream: Duplex, code: ErrorCode): void {
  const text = JSON.stringify({ error: faultOf(code) })
  stream.end(
    `HTTP/1.1 ${statusOf(code)} Guichet\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}

/** What a call that is too long is answered, by how it begins; undefined for what is no call. */
function tooLong(data: Buffer): string | undefined {
  const [, id, name] =
    /^\{"t":"call","id":(\d+),"name":"([\w.]{1,60})",/.exec(data.toString('utf8', 0, 100)) ?? []
  if (id === undefined || name === undefined) return undefined
  const answer: FromHost = { t: 'answer', id: Number(id), error: faultOf('tooLarge', longest(name)) }
  return JSON.stringify(answer)
}

function portOf(socket: WebSocket, onRefused: (code: ErrorCode) => void): Port {
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
  socket.on('error', (error: NodeJS.ErrnoException) => {
    onRefused(error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'tooLarge' : 'badRequest')
    socket.terminate()
  })
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    onMessage: (listener) =>
      socket.on('message', (data: Buffer, binary: boolean) => {
        alive = true
        if (binary) return socket.close(1003)
        if (data.length > largestMessage) {
          onRefused('tooLarge')
          const answer = tooLong(data)
          return answer === undefined ? socket.close(1009) : socket.send(answer)
        }
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
