import { join, normalize, sep } from 'node:path'
import { pagePolicy } from '../host/http/policy.ts'

/** Where our pages come from, in Electron. */
export const pagesOrigin = 'app://guichet'

/** Nothing but our own files, and no connection at all. */
export const contentSecurityPolicy = pagePolicy("'none'")

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
  if (path.includes('\0') || path.includes('\\') || path.endsWith('/')) return null
  const file = normalize(join(root, path))
  return file.startsWith(normalize(root) + sep) ? file : null
}
