import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { sendFault } from './api.ts'
import { policyOf } from './policy.ts'

/** Where the built pages lie, and how they are built when this program runs from its sources. */
export type Pages = { readonly folder: string; readonly sources: string | null }

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

/** Serves `/` and the built files; answers false for a path that isn't one, so that no page stands in for it. */
export function startPages({ folder, sources }: Pages, say: (text: string) => void) {
  let building: Promise<void> | null = null

  const ready = async () => {
    if (existsSync(join(folder, 'index.html'))) return
    if (sources === null) throw new Error('pages absentes')
    building ??= build(sources, say).finally(() => {
      building = null
    })
    await building
  }

  return async (path: string, method: string, response: ServerResponse): Promise<boolean> => {
    const name = path === '/' ? 'index.html' : decoded(path)
    if (name === undefined || !(path === '/' || path.startsWith('/assets/') || path === '/favicon.ico'))
      return false
    try {
      await ready()
    } catch {
      sendFault(response, 'fault', ['les pages n’ont pas pu être préparées : lancez npm run build'])
      return true
    }
    const file = join(folder, normalize(name))
    if (!file.startsWith(folder + sep)) return false
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return false
    const body = await readFile(file)
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      'content-security-policy': policyOf(path, "'self'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end(method === 'HEAD' ? undefined : body)
    return true
  }
}

const decoded = (path: string): string | undefined => {
  try {
    const text = decodeURIComponent(path).slice(1)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** Builds the pages from their sources with this same Node. */
function build(sources: string, say: (text: string) => void): Promise<void> {
  say('Préparation des pages…')
  return new Promise((resolve, reject) => {
    const vite = join(sources, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(
      process.execPath,
      [vite, 'build', '--config', join(sources, 'renderer', 'vite.config.ts'), '--logLevel', 'error'],
      {
        cwd: sources,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`vite : ${code}`))))
  })
}
