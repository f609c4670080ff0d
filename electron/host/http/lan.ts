import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Opener } from '../network/lanDoor.ts'
import { inUrl } from '../network/addresses.ts'
import type { Credentials } from '../network/certificate.ts'
import type { HolderOf } from '../core/tokens.ts'
import { pairedHolder } from '../core/tokens.ts'
import { serverBounds, startAnswers, type DoorKind } from './answers.ts'
import { bearer, faultSent, sendFault } from './api.ts'
import { askedFrom, callerOf, machineOf, startGuard } from './guard.ts'
import { answerLink, cookieToken } from './links.ts'
import { answerLogin } from './login.ts'
import { answerPairing } from './pair.ts'
import { closeServer, softwareHolder, type DoorOptions } from './door.ts'
import { startSockets, type Admitted } from './sockets.ts'

/** Milliseconds for a TLS handshake, then for a request's headers: a stranger holds no place longer. */
const handshakeTimeout = 8000
const headersTimeout = 5000
/** A stranger's connection ends so long after a refusal, in milliseconds: it has read it. */
const lingers = 1000

const tls = ({ chain, key }: Credentials) => ({ cert: chain, key })

/**
 * What opens HTTPS and WSS on one address of the network. Who may enter: paired stations, browsers by their cookie,
 * and other software by the tokens that a manager gave it; a token of this machine's own folder opens nothing here.
 */
export function lanOpener(options: DoorOptions): Opener {
  const { host } = options
  const { network } = host

  const paired = (token: string) => {
    const found = network.stationOf(token)
    return found && ('code' in found ? found.code : pairedHolder(found.station, null))
  }
  // None of this machine's own tokens: another machine that once followed has a copy of them.
  const holderOf: HolderOf = (token) => paired(token) ?? softwareHolder(host, token)

  return async (address, port, credentials, names) => {
    const server = createServer({
      ...serverBounds,
      headersTimeout,
      ...tls(credentials),
      handshakeTimeout,
      ALPNProtocols: ['http/1.1'],
    })
    const guard = startGuard(server, (caller) => network.refusals.refused('connectionDropped', caller))
    // A handshake that fails has no request to answer.
    server.on('tlsClientError', () => {})

    const kind: DoorKind = {
      scheme: 'https',
      names: () => new Set(names().map((name) => inUrl(name))),
      holderOf,
      refused: (code, socket, stationId) =>
        network.refusals.refused(code, callerOf(socket.remoteAddress), stationId),
      admitted: (request, { stationId }) => guard.trust(request.socket, stationId),
      begun: hearRefusals,
      answer: async (url, request, response) => {
        const caller = callerOf(request.socket.remoteAddress)
        // Who shows a token is counted by it; one that is none makes nobody known.
        const shown = bearer(request)
        if (url.pathname.startsWith('/following/') && host.standby.admits(shown)) {
          guard.trust(request.socket)
          return false
        }
        // Taken back: it still learns which machine acts, no faster than a stranger asks.
        if (url.pathname === '/following/state' && host.standby.admitted(shown) && guard.mayAsk(caller))
          return false
        if ((shown === undefined || typeof holderOf(shown) !== 'object') && !guard.mayAsk(caller)) {
          request.resume()
          sendFault(response, 'tooManyCalls', undefined, { 'retry-after': '2' })
          return true
        }
        if (url.pathname === '/pair/begin' || url.pathname === '/pair/finish') {
          await answerPairing(host, url.pathname, caller, request, response)
          return true
        }
        if (url.pathname.startsWith('/connexion/')) {
          await answerLogin(host, url, request, response)
          return true
        }
        const link = /^\/lien\/([A-Za-z0-9_-]{43})$/.exec(url.pathname)
        if (!link) return false
        await answerLink(host, link[1]!, url.origin, request, response)
        return true
      },
    }

    /** Each refusal is a line of the log; a stranger who was refused doesn't stay. */
    function hearRefusals(request: IncomingMessage, response: ServerResponse): void {
      response.on('finish', () => {
        const code = faultSent(response)
        if (!code) return
        kind.refused?.(code, request.socket)
        if (response.statusCode === 401) setTimeout(() => request.socket.destroy(), lingers).unref()
      })
    }

    startAnswers(server, options, kind)
    const sockets = startSockets(server, host, {
      ...kind,
      admit: (
        request,
      ):
        | Admitted
        | 'unauthorized'
        | 'stationRevoked'
        | 'stationExpired'
        | 'forbiddenOrigin'
        | 'following' => {
        const shown = bearer(request)
        const token = shown ?? cookieToken(request)
        // A cookie comes with every request of a browser: the page that makes it must be ours, and say so.
        if (shown === undefined && token !== undefined && request.headers.origin === undefined)
          return 'forbiddenOrigin'
        const found = token === undefined ? undefined : network.stationOf(token)
        if (!found) return 'unauthorized'
        if ('code' in found) return found.code
        // A station is with the machine that acts, and looks for it at the office's other addresses.
        if (host.standby.refused() === 'following') return 'following'
        const { station } = found
        guard.trust(request.socket, station.stationId)
        const from = machineOf(askedFrom(request))
        return {
          holder: pairedHolder(station, null, from),
          enter: ({ agentId }) =>
            agentId === undefined || host.office().skills.has(agentId)
              ? pairedHolder(station, agentId ?? null, from)
              : undefined,
          begin: (cut) => network.presence.enter(station.stationId, cut, station.until),
        }
      },
    })

    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, address, () => {
        server.off('error', reject)
        resolve()
      })
    })
    return {
      port: (server.address() as AddressInfo).port,
      renew: (renewed) => server.setSecureContext(tls(renewed)),
      close: () => closeServer(server, sockets.close),
    }
  }
}
