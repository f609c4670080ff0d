import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { statusOf, faultOf } from '../admission.ts'
import type { Host } from '../host.ts'
import type { Log } from '../log.ts'
import type { Holder } from '../tokens.ts'
import { answerCall, bearer, sendFault, sendJson } from './api.ts'
import { followEvents } from './events.ts'
import { openApi } from './openapi.ts'
import type { Pages } from './builtPages.ts'
import { startPages } from './pages.ts'
import { startSoftwarePaths, type HolderOf } from './software.ts'
import { startSockets } from './sockets.ts'

export type DoorOptions = {
  readonly host: Host
  readonly holderOf: (token: string) => Holder | undefined
  readonly log: Log
  readonly pages: Pages
  /** 0 takes a free one. */
  readonly port: number
  readonly say: (text: string) => void
}

export type Door = { readonly url: string; readonly close: () => Promise<void> }

/** The host answers on this machine only; other names than these are somebody's rebinding. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Opens HTTP and WebSocket on 127.0.0.1. @throws the system's error when the port is taken */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { host, log, port } = options
  // Made when first asked for: a start doesn't wait for it.
  let description: string | undefined
  // A token of other software opens this door alone.
  const holderOf: HolderOf = (token) => options.holderOf(token) ?? host.software.holderOf(token)
  const softwarePath = startSoftwarePaths(host, holderOf, log)
  const servePage = startPages(options.pages, () => host.office().publicKey, options.say)

  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 10_000,
      // Answered below, with a sentence.
      requireHostHeader: false,
      // Some software offers HTTP/2 with every request: that is declined, not refused.
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
    },
    (request, response) => {
      respond(request, response).catch((error: unknown) => {
        log.fault('http', error, { method: request.method })
        sendFault(response, 'fault')
      })
    },
  )

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = requestUrl(request)
    if (!url) return sendFault(response, 'badRequest')
    if (!ownNames.has(url.host.replace(/:[0-9]+$/, ''))) return sendFault(response, 'forbiddenOrigin')
    const path = url.pathname
    if (await softwarePath(url, request, response)) return
    if (path === '/api/v1/openapi.json') {
      request.resume()
      if (request.method === 'GET' || request.method === 'HEAD')
        return sendJson(response, 200, (description ??= JSON.stringify(openApi())))
      return sendFault(response, 'methodNotAllowed', undefined, { allow: 'GET, HEAD' })
    }
    if (path === '/api' || path.startsWith('/api/')) return respondApi(url, request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      request.resume()
      return sendFault(response, 'notFound')
    }
    if (!(await servePage(path, request.method, response))) sendFault(response, 'notFound')
  }

  async function respondApi(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = bearer(request)
    const holder = token === undefined ? undefined : holderOf(token)
    if (!holder || holder === 'expired') {
      request.resume()
      return sendFault(response, holder === 'expired' ? 'tokenExpired' : 'unauthorized', undefined, {
        'www-authenticate': 'Bearer',
      })
    }
    const called = /^\/api\/v1\/(commands|queries)\/([^/]+)$/.exec(url.pathname)
    if (called)
      return answerCall(
        host,
        holder,
        called[1] === 'commands' ? 'command' : 'query',
        called[2]!,
        request,
        response,
      )
    request.resume()
    if (url.pathname !== '/api/v1/events') return sendFault(response, 'notFound')
    if (request.method !== 'GET') return sendFault(response, 'methodNotAllowed', undefined, { allow: 'GET' })
    followEvents(host, holder, url, request, response)
  }

  server.on('clientError', answerBrokenRequest)
  // We are nobody's proxy.
  server.on('connect', (_request: IncomingMessage, socket: Socket) =>
    answerBrokenRequest(new Error('CONNECT'), socket),
  )
  // 100-continue and upgrades to anything but our WebSocket are answered like the rest.
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
    sendFault(response, 'badRequest'),
  )
  const sockets = startSockets(server, options, ownNames)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server, sockets.close),
  }
}

function requestUrl(request: IncomingMessage): URL | undefined {
  // A target such as `//evil` must stay a path; an absolute one names its own host, which is checked like the header.
  const target = request.url ?? '/'
  if (!request.headers.host) return undefined
  const base = `http://${request.headers.host}`
  return URL.parse(target.startsWith('/') ? base + target : target) ?? undefined
}

/** What isn't HTTP gets the same JSON, then the end. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const code =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headersTooLarge'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'timeout'
        : 'badRequest'
  const text = JSON.stringify({ error: faultOf(code) })
  socket.end(
    `HTTP/1.1 ${statusOf(code)} Guichet\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}

/** No new call; those under way have two seconds, then connections are cut. */
async function closeServer(server: Server, closeSockets: () => void): Promise<void> {
  closeSockets()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), 2000)
  await closed
  clearTimeout(cut)
}
