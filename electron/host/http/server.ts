import { createServer, type Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Host } from '../host.ts'
import type { Log } from '../log.ts'
import type { Holder, HolderOf } from '../tokens.ts'
import { serverBounds, startAnswers, type DoorKind } from './answers.ts'
import type { Pages } from './builtPages.ts'
import { lanOpener } from './lan.ts'
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

/** This machine's own door. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Opens HTTP and WebSocket on 127.0.0.1, and gives the host what opens them on the network when a station is to be
 * paired. @throws the system's error when the port is taken
 */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { host, port } = options
  // A token of other software opens HTTP alone.
  const holderOf: HolderOf = (token) => options.holderOf(token) ?? softwareHolder(host, token)
  const kind: DoorKind = { scheme: 'http', names: () => ownNames, holderOf }
  const server = createServer(serverBounds)
  startAnswers(server, options, kind)
  const sockets = startSockets(server, host, {
    ...kind,
    enter: ({ token }) => (token === undefined ? undefined : options.holderOf(token)),
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  await host.network.attach(lanOpener(options))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await Promise.all([host.network.detach(), closeServer(server, sockets.close)])
    },
  }
}

export const softwareHolder = (host: Host, token: string): ReturnType<HolderOf> => {
  const holder = host.software.holderOf(token)
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
