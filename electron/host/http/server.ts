import type { AddressInfo } from 'node:net'
import { createServer } from '../../lan/nodeHttp.ts'
import type { HolderOf } from '../core/tokens.ts'
import { ownNames } from '../network/addresses.ts'
import { bearer } from './api.ts'
import { serverBounds, startAnswers, type DoorKind } from './answers.ts'
import { closeServer, softwareHolder, type DoorOptions } from './door.ts'
import { isForwarded } from './guard.ts'
import { lanOpener } from './lan.ts'
import { startSockets } from './sockets.ts'

export type Door = { readonly url: string; readonly close: () => Promise<void> }

/**
 * Opens HTTP and WebSocket on 127.0.0.1, and gives the host what opens them on the network when a station is to be
 * paired. @throws the system's error when the port is taken
 */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { host, port } = options
  // A token of other software opens HTTP alone.
  const holderOf: HolderOf = (token) => options.holderOf(token) ?? softwareHolder(host, token)
  const kind: DoorKind = {
    scheme: 'http',
    names: () => ownNames,
    holderOf,
    // A proxy on this machine brings whoever it is asked by: the machine's own tokens open nothing through it.
    keepsOut: (request) => isForwarded(request) && options.holderOf(bearer(request) ?? '') !== undefined,
  }
  const server = createServer(serverBounds)
  startAnswers(server, options, kind)
  const sockets = startSockets(server, host, {
    ...kind,
    admit: (request) => (isForwarded(request) ? 'forbiddenOrigin' : undefined),
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
      host.standby.leave()
      await Promise.all([host.network.detach(), closeServer(server, sockets.close)])
    },
  }
}
