import type { IncomingMessage, Server as HttpServer, ServerOptions, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { faultOf, statusOf } from '../core/admission.ts'
import { standbyDoor } from './standby.ts'
import type { Holder, HolderOf } from '../core/tokens.ts'
import { answerCall, bearer, sendFault, sendJson } from './api.ts'
import { followEvents } from './events.ts'
import { searchPath } from '../appointments/slotSearch.ts'
import { answerNotice, answerSearch, noticePath } from './appointments.ts'
import { startPages } from './pages.ts'
import type { DoorOptions } from './door.ts'
import { startIntegrationsPaths } from './integrations.ts'
import { sendTooMany, startLargePace } from './verification.ts'

/** What makes one door another than the next: this machine's, the network's. */
export type DoorKind = {
  readonly scheme: 'http' | 'https'
  /** The names that a request may call this host by, as URLs write them: others are somebody's rebinding. */
  readonly names: () => ReadonlySet<string>
  readonly holderOf: HolderOf
  /** Whether what a request shows opens nothing from where it comes. */
  readonly keepsOut?: (request: IncomingMessage) => boolean
  /** What this door alone answers; true when it did. */
  readonly answer?: (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  /** A request begins: nothing of it is read yet. */
  readonly begun?: (request: IncomingMessage, response: ServerResponse) => void
  /** A request's token was good. */
  readonly admitted?: (request: IncomingMessage, holder: Holder) => void
  /** Something was refused before there was a response to say it with. */
  readonly refused?: (code: ErrorCode, socket: Pick<Socket, 'remoteAddress'>, stationId?: string) => void
}

/** Node's own bounds, the same at every door: a slow sender is cut at the first check after its time. */
export const serverBounds: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16_384,
  // Answered below, with a sentence.
  requireHostHeader: false,
  // Some software offers HTTP/2 with every request: that is declined, not refused.
  shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
}

/** Answers all that comes to a server of this kind, but for its WebSockets. */
export function startAnswers(server: HttpServer | HttpsServer, options: DoorOptions, kind: DoorKind): void {
  const { host, log } = options
  // Read and made when first asked for: a start doesn't wait for it.
  let description: Promise<Buffer> | undefined
  const ofTheOffice = standbyDoor(host.standby, host.office, host, log)
  const integrationsPath = startIntegrationsPaths(host, kind.holderOf, log)
  const mayHave = startLargePace()
  const servePage = startPages(options.pages, () => host.office().publicKey, options.say)

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    kind.begun?.(request, response)
    respond(request, response).catch((error: unknown) => {
      log.fault('http', error, { method: request.method })
      sendFault(response, 'fault')
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = requestUrl(request, kind.scheme)
    if (!url) return sendFault(response, 'badRequest')
    if (!kind.names().has(url.hostname) || kind.keepsOut?.(request))
      return refuse(request, response, 'forbiddenOrigin')
    // What is compressed is bigger than it looks.
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      return refuse(request, response, 'encodingRefused')
    const path = url.pathname
    if (await kind.answer?.(url, request, response)) return
    if (await ofTheOffice(url, request, response)) return
    if (await integrationsPath(url, request, response)) return
    if (path === noticePath) return answerNotice(host, request, response)
    if (path.startsWith(searchPath)) return answerSearch(host, url, request, response)
    if (path === '/api/v1/openapi.json') {
      request.resume()
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return sendFault(response, 'methodNotAllowed', undefined, { allow: 'GET, HEAD' })
      if (!mayHave(request)) return sendFault(response, 'tooOften', ['60'])
      return sendJson(response, 200, await (description ??= described()))
    }
    if (path === '/api' || path.startsWith('/api/')) return respondApi(url, request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      request.resume()
      return sendFault(response, 'notFound')
    }
    if (path === '/verification' && !mayHave(request)) return sendTooMany(response)
    if (!(await servePage(path, request.method, response))) sendFault(response, 'notFound')
  }

  async function respondApi(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = bearer(request)
    const holderNow = () => (token === undefined ? undefined : kind.holderOf(token))
    const holder = holderNow()
    if (!holder || typeof holder === 'string') {
      request.resume()
      return sendFault(response, holder ?? 'unauthorized', undefined, { 'www-authenticate': 'Bearer' })
    }
    kind.admitted?.(request, holder)
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
    followEvents(host, holder, () => typeof holderNow() === 'object', url, request, response)
  }

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    answerBrokenRequest(error, socket, kind),
  )
  // We are nobody's proxy.
  server.on('connect', (_request: IncomingMessage, socket: Socket) =>
    answerBrokenRequest(new Error('CONNECT'), socket, kind),
  )
  // 100-continue and upgrades to anything but our WebSocket are answered like the rest.
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
    sendFault(response, 'badRequest'),
  )
}

const described = async (): Promise<Buffer> => {
  const { openApi } = await import('./openapi.ts')
  return Buffer.from(JSON.stringify(await openApi()))
}

function refuse(request: IncomingMessage, response: ServerResponse, code: ErrorCode): void {
  request.resume()
  sendFault(response, code)
}

/** The name that a request gives this host; undefined where it gives none, or two: who is in between may have read the other (RFC 9112 3.2). */
export const hostNamed = ({ headers, headersDistinct }: IncomingMessage): string | undefined =>
  (headersDistinct['host']?.length ?? 0) > 1 ? undefined : headers.host

export function requestUrl(request: IncomingMessage, scheme: 'http' | 'https'): URL | undefined {
  // A target such as `//evil` must stay a path; an absolute one names its own host, which is checked like the header.
  const target = request.url ?? '/'
  const name = hostNamed(request)
  if (!name) return undefined
  const base = `${scheme}://${name}`
  return URL.parse(target.startsWith('/') ? base + target : target) ?? undefined
}

/** What isn't HTTP gets the same JSON, then the end. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, kind: DoorKind): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const code =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headersTooLarge'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'timeout'
        : 'badRequest'
  kind.refused?.(code, socket)
  const text = JSON.stringify({ error: faultOf(code) })
  socket.end(
    `HTTP/1.1 ${statusOf(code)} Guichet\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}
