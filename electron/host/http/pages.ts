import { readFile, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { readVerificationPage } from '../documents/verificationPage.ts'
import { sendFault } from './api.ts'
import { readyPages, type Pages } from '../core/builtPages.ts'
import { policyOf } from './policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
}

/**
 * Serves `/`, the built files and the verification page; answers false for a path that isn't one, so that no page stands
 * in for it.
 * @param publicKey the office's, with which the verification page verifies; empty before there is an office
 */
export function startPages(pages: Pages, publicKey: () => string, say: (text: string) => void) {
  const { folder } = pages
  const ready = readyPages(pages, say)

  const send = (path: string, method: string, response: ServerResponse, sent: Sent) => {
    response.writeHead(200, {
      'content-type': sent.type,
      'content-length': sent.body.length,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      'content-security-policy': sent.policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end(method === 'HEAD' ? undefined : sent.body)
    return true
  }

  /** Kept as it is sent: two megabytes that strangers may ask for are neither read nor written again each time. */
  let kept: { readonly key: string; readonly sent: Sent } | undefined
  const verificationPage = async (key: string): Promise<Sent> => {
    if (kept?.key !== key) {
      const { html, policy } = await readVerificationPage(folder, key)
      const sent = { type: types['.html']!, body: Buffer.from(html), policy: framed(policy) }
      kept = { key, sent }
    }
    return kept.sent
  }

  return async (path: string, method: string, response: ServerResponse): Promise<boolean> => {
    const verification = path === '/verification'
    const name = path === '/' ? 'index.html' : decoded(path)
    const file = path === '/' || path === '/favicon.ico' || path.startsWith('/assets/')
    if (name === undefined || !(file || verification)) return false
    try {
      await ready()
    } catch {
      sendFault(response, 'fault', ['les pages n’ont pas pu être préparées : lancez npm run build'])
      return true
    }
    if (verification) return send(path, method, response, await verificationPage(publicKey()))
    const found = await builtFile(folder, name)
    if (!found) return false
    const policy = policyOf(path, "'self'")
    return send(path, method, response, { ...found, policy })
  }
}

type Sent = { readonly type: string; readonly body: Buffer; readonly policy: string }

/** No other page may show it in a frame: only a header can say so. */
const framed = (policy: string): string => `${policy}; frame-ancestors 'none'`

async function builtFile(folder: string, name: string): Promise<Omit<Sent, 'policy'> | undefined> {
  const file = join(folder, normalize(name))
  if (!file.startsWith(folder + sep)) return undefined
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) }
}

const decoded = (path: string): string | undefined => {
  try {
    const text = decodeURIComponent(path).slice(1)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
