import { existsSync, statSync } from 'node:fs'
import type { Trust } from '../../../../shared/identity/twoDDoc/trust.ts'
import type { Log } from '../../core/log.ts'

/**
 * The certificates of a folder, read at their first use and again when something in it changed: an agent who scans waits
 * for no restart, and an office without any has « unverifiable » for an answer. What reads signed lists is read then too.
 */
export function startTrust(folder: string, log: Log): () => Promise<Trust> {
  let read: { readonly trust: Trust; readonly changedAt: number } | null = null
  return async () => {
    const changedAt = existsSync(folder) ? statSync(folder).mtimeMs : 0
    if (read?.changedAt === changedAt) return read.trust
    const { readTrustStore } = await import('./store.ts')
    const { trust, notes } = readTrustStore(folder, Date.now())
    for (const note of notes) log.info('trust', { note })
    read = { trust, changedAt }
    return trust
  }
}
