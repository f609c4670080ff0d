import type { IncomingMessage, ServerResponse } from 'node:http'
import { escapeHtml } from '../../../shared/documents/html.ts'
import { linkPage } from '../../../shared/messages/network/pairing.fr.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { statusOf } from '../core/admission.ts'
import type { Host } from '../host.ts'
import { sendPage } from './plainPage.ts'

// A browser's own pairing: a link to open once, a page that asks, and a cookie that no page of another site can use and
// no script can read. Opening the link changes nothing by itself: a preview of it would spend it.

/** `__Host-`: of this very host, over TLS alone. */
const cookie = '__Host-guichet'

/** The token that this browser was given, if it was. */
export const cookieToken = (request: IncomingMessage): string | undefined =>
  new RegExp(`(?:^|; *)${cookie}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]

/** Where the page of a role is. */
const pageOf = { display: '/#station=display', supervisor: '/#station=supervision' } as const

/** `GET /lien/<secret>` shows what this browser is about to become; `POST` makes it so. */
export async function answerLink(
  host: Host,
  secret: string,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pairing } = host.network
  request.resume()
  if (request.method === 'GET' || request.method === 'HEAD') {
    const waiting = pairing.linked(secret)
    return waiting
      ? sendPage(response, 200, linkPage.title, asks(waiting.place.name))
      : sendPage(response, statusOf('linkUsed'), linkPage.over, text(refusals.linkUsed))
  }
  if (request.method !== 'POST' || request.headers.origin !== origin)
    return sendPage(response, statusOf('forbiddenOrigin'), linkPage.over, text(refusals.forbiddenOrigin))
  const station = pairing.openedLink(secret)
  if ('code' in station)
    return sendPage(response, statusOf(station.code), linkPage.over, text(refusals[station.code]))
  const welcome = await host.network.welcome(station)
  const { role, until } = station.facts
  if ('code' in welcome)
    return sendPage(response, statusOf(welcome.code), linkPage.over, text(refusals[welcome.code]))
  if (role !== 'display' && role !== 'supervisor')
    return sendPage(response, statusOf('fault'), linkPage.over, text(refusals.fault))
  const seconds = Math.ceil(((until ?? 0) - host.now()) / 1000)
  response.writeHead(303, {
    location: pageOf[role],
    'set-cookie': `${cookie}=${station.token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`,
    'cache-control': 'no-store',
  })
  response.end()
}

const text = (said: string): string => `<p>${escapeHtml(said)}</p>`
const asks = (place: string): string =>
  `<p>${escapeHtml(linkPage.becomes(place))}</p><form method="post"><button autofocus>${escapeHtml(linkPage.accept)}</button></form>`
