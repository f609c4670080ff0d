import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Host } from '../host.ts'
import type { Log } from '../core/log.ts'
import type { Holder, HolderOf } from '../core/tokens.ts'
import type { Pages } from '../core/builtPages.ts'

// What this machine's door and the network's have in common.

export type DoorOptions = {
  readonly host: Host
  readonly holderOf: (token: string) => Holder | undefined
  readonly log: Log
  readonly pages: Pages
  /** 0 takes a free one. */
  readonly port: number
  readonly say: (text: string) => void
}

/**
 * Whose token of another software it is; `tokenExpired` for one past its term, undefined for one that the office doesn't
 * know.
 */
export const softwareHolder = (host: Host, token: string): ReturnType<HolderOf> => {
  const holder = host.integrations.holderOf(token)
  return holder === 'expired' ? 'tokenExpired' : holder
}

/** No new call; those under way have two seconds, then connections are cut. */
export async function closeServer(server: HttpServer | HttpsServer, closeSockets: () => void): Promise<void> {
  closeSockets()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), 2000)
  await closed
  clearTimeout(cut)
}
