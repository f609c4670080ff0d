import { app, protocol, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { policyOf } from '../host/http/policy.ts'
import { contentSecurityPolicy, fileOf } from './policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
}

const headers = (type: string, policy = contentSecurityPolicy) => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

/**
 * To be called before `ready`: `app:` behaves as a web address of a secure origin. What a page's program was compiled to is
 * kept from one start to the next, as for a web address.
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/**
 * To be called before `ready`: on Linux, Chromium's network is in main, not in a process of its own. It reads our own files there,
 * which main gives it, and the updates that an administrator names; no page reaches a network (guards.ts). That process has no
 * sandbox there, so none is lost; other systems may give it one, and keep it. A Chromium that doesn't know the word starts it as
 * before.
 */
export function networkInMain(): void {
  if (process.platform !== 'linux') return
  const asked = app.commandLine.getSwitchValue('enable-features')
  const inMain = 'NetworkServiceInProcess2'
  app.commandLine.appendSwitch('enable-features', asked === '' ? inMain : `${asked},${inMain}`)
}

/**
 * To be called before `ready`: on Linux, a machine without a graphics processor draws without the library that imitates one
 * (SwiftShader). It draws our pages by the processor alone in any case: that library is there for WebGL, which none uses, and
 * the process that draws read it at each start.
 */
export function withoutImitatedGraphics(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('disable-software-rasterizer')
}

/**
 * To be called before `ready`: on Linux, GTK 3 does not look for what could draw in three dimensions, which no menu or dialog of
 * ours asks for. The first program of a session to use it reads the drivers of the graphics processor for that, and a station is
 * that program. What is opened later, a browser or a viewer, has the environment as it was.
 */
export function withoutGraphicsInMain(): void {
  if (process.platform !== 'linux' || process.env['GDK_GL'] !== undefined) return
  process.env['GDK_GL'] = 'disable'
  app.once('ready', () => delete process.env['GDK_GL'])
}

/**
 * Serves the built pages, and the few that are made here, to the windows of a session. The call that Electron recommends
 * answers by a `Response`: main then loads Node's whole `fetch` at each start, and makes streams for each of some thirty
 * files (90 ms of a processor where this takes 30).
 * @param made answers a page made here (HTML) by its path, else null
 */
export function servePages(session: Session, root: string, made: (path: string) => string | null): void {
  const served = async ({ url, method }: ProtocolRequest): Promise<ProtocolResponse> => {
    if (method !== 'GET') return nothing(405)
    const { pathname } = new URL(url)
    const html = made(pathname)
    if (html !== null) return { headers: headers(types['.html'] ?? ''), data: Buffer.from(html) }
    const file = fileOf(url, root)
    if (file === null) return nothing(404)
    const type = types[extname(file)] ?? 'application/octet-stream'
    const data = await readFile(file)
    return { headers: headers(type, policyOf(pathname, "'none'")), data }
  }
  session.protocol.registerBufferProtocol('app', (request, answer) => {
    void served(request)
      .catch(() => nothing(404))
      .then(answer)
  })
}

const nothing = (statusCode: number): ProtocolResponse => ({
  statusCode,
  headers: headers('text/plain'),
  data: Buffer.alloc(0),
})
