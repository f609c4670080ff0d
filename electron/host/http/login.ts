import type { IncomingMessage, ServerResponse } from 'node:http'
import { escapeHtml } from '../../../shared/documents/html.ts'
import type { StationId } from '../../../shared/contract/ids.ts'
import { loginWords } from '../../../shared/messages/people/login.fr.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { statusOf } from '../core/admission.ts'
import type { Host } from '../host.ts'
import { interfacesNow } from '../network/addresses.ts'
import type { Asking, Came } from '../people/login/came.ts'
import { askedFrom, machineOf } from './guard.ts'
import { cookieToken } from './links.ts'
import { sendPage } from './plainPage.ts'

// The way of a browser to the office's provider and back. Nothing that comes with a request says where it goes next: the
// provider's address is its own discovery's, ours are written here.

const words = loginWords.browser

/** Lax: the provider sends the browser back from its own site, and this cookie must be there then. */
const cookie = '__Host-guichet-connexion'
const cookieFor = (browser: string): string =>
  `${cookie}=${browser}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=900`
const browserOf = (request: IncomingMessage): string | undefined =>
  new RegExp(`(?:^|; *)${cookie}=([0-9a-f]{64})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]

/** Where the pages of those who may sign in so are. */
const pageOf = { agent: '/#station=counter', supervisor: '/#station=supervision', admin: '/' } as const

/**
 * `GET /connexion/<ticket>` leaves for the provider: at once from the station's own browser, which its cookie tells; from
 * another browser of the same machine, once the person there has read which station it opens (`/suite`).
 * `GET /connexion/retour` comes back, `GET /connexion/fin` says how it ended.
 */
export async function answerLogin(
  host: Host,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume()
  const { login } = host
  if (request.method !== 'GET')
    return sendMessage(response, statusOf('methodNotAllowed'), refusals.methodNotAllowed)
  if (url.pathname === '/connexion/retour') {
    const browser = browserOf(request)
    if (browser === undefined) return tell(response, { how: 'over' })
    const gone = await login.comeBack(url.searchParams.get('state') ?? '', browser, url.search)
    return 'to' in gone ? goTo(response, gone.to) : tell(response, gone.came)
  }
  if (url.pathname === '/connexion/fin') {
    const browser = browserOf(request)
    return tell(response, (browser && login.ended(browser)) || { how: 'over' })
  }
  const [, ticket, next] = /^\/connexion\/([0-9a-f]{64})(\/suite)?$/.exec(url.pathname) ?? []
  const asking = ticket === undefined ? undefined : login.asking(ticket)
  if (ticket === undefined || asking === undefined) return tell(response, { how: 'over' })
  const back = isItself(host, asking.stationId, request)
  if (!back && !isSameMachine(asking, askedFrom(request)))
    return sendMessage(response, statusOf('forbiddenOrigin'), words.elsewhere)
  // Only a link of the page before comes so: an address sent by somebody doesn't skip what it says.
  const read = next !== undefined && request.headers['sec-fetch-site'] === 'same-origin'
  if (!back && !read) {
    const place = host.office().stations.get(asking.stationId)?.place.name ?? asking.stationId
    return sendPage(
      response,
      200,
      words.title,
      `<p>${escapeHtml(words.ask(place))}</p><p><a href="/connexion/${ticket}/suite">${escapeHtml(words.go)}</a></p>`,
    )
  }
  const left = await login.leave(ticket, back)
  return 'to' in left ? goTo(response, left.to, cookieFor(left.browser)) : tell(response, left.came)
}

/** Whether this browser is the very station that asked for the sign-in. */
function isItself(host: Host, stationId: StationId, request: IncomingMessage): boolean {
  const token = cookieToken(request)
  const found = token === undefined ? undefined : host.network.stationOf(token)
  return found !== undefined && 'station' in found && found.station.stationId === stationId
}

/** Whether a browser at this address is on the machine of the station that asked: on its network is not enough. */
export function isSameMachine({ from }: Pick<Asking, 'from'>, address: string | undefined): boolean {
  const machine = machineOf(address)
  if (machine === null || from === null) return false
  return from === 'here' ? machine.startsWith('127.') || ownAddresses().has(machine) : from === machine
}

const ownAddresses = (): ReadonlySet<string> => new Set(interfacesNow().flatMap(({ addresses }) => addresses))

function goTo(response: ServerResponse, to: string, setCookie?: string): void {
  response.writeHead(303, {
    location: to,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(setCookie === undefined ? {} : { 'set-cookie': setCookie }),
  })
  response.end()
}

const sendMessage = (response: ServerResponse, status: number, text: string): void =>
  sendPage(response, status, words.failed, `<p>${escapeHtml(text)}</p>`)

function tell(response: ServerResponse, came: Came): void {
  switch (came.how) {
    case 'opened':
      if (came.back) return goTo(response, pageOf[came.role])
      return sendPage(response, 200, words.done, `<p>${escapeHtml(words.doneText)}</p>`)
    case 'knocked':
      return sendPage(response, 403, words.knocked, `<p>${escapeHtml(words.knockedText(came.code))}</p>`)
    case 'refused':
      return sendMessage(response, 403, refusals[came.code])
    case 'flaw':
      return sendMessage(response, 403, words.flaws[came.flaw])
    case 'away':
      return sendMessage(response, 502, words.away(came.problem))
    case 'over':
      return sendMessage(response, 410, words.over)
    default:
      return came satisfies never
  }
}
