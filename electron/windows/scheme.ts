import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** Where our pages come from, in Electron. */
export const pagesOrigin = 'app://guichet'

/** Nothing but our own files; styles inline because React Aria places its popovers so; no connection at all. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "frame-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

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

const headers = (type: string) => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

/** To be called before `ready`: `app:` behaves as a web address of a secure origin. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/**
 * The file that an address of ours names, or null: outside the folder, another host, a name that no file has.
 * @param root the folder of the built pages
 */
export function fileOf(address: string, root: string): string | null {
  const url = new URL(address)
  if (url.protocol !== 'app:' || url.host !== 'guichet') return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(root, path))
  return file.startsWith(normalize(root) + sep) ? file : null
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
      return new Response(await readFile(file), { headers: headers(type) })
    } catch {
      return nothing(404)
    }
  })
}
