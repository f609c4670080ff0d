import { protocol, type Session } from 'electron'
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
 * Serves the built pages, and the few that are made here, to the windows of a session.
 * @param made answers a page made here (HTML) by its path, else null
 */
export function servePages(session: Session, root: string, made: (path: string) => string | null): void {
  session.protocol.handle('app', async ({ url, method }) => {
    const nothing = (status: number) => new Response('', { status, headers: headers('text/plain') })
    if (method !== 'GET') return nothing(405)
    const html = made(new URL(url).pathname)
    if (html !== null) return new Response(html, { headers: headers(types['.html'] ?? '') })
    const file = fileOf(url, root)
    if (file === null) return nothing(404)
    try {
      const type = types[extname(file)] ?? 'application/octet-stream'
      return new Response(await readFile(file), {
        headers: headers(type, policyOf(new URL(url).pathname, "'none'")),
      })
    } catch {
      return nothing(404)
    }
  })
}
