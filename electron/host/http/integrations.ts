import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Scope } from '../../../shared/contract/integrations/calls.ts'
import type { Host } from '../host.ts'
import { startBuckets } from '../core/buckets.ts'
import type { Log } from '../core/log.ts'
import type { Holder, HolderOf } from '../core/tokens.ts'
import { bearer, sendFault, sendJson } from './api.ts'
import { sendCommitments } from './commitments.ts'
import { sendDataNotice } from './dataNotice.ts'
import { sendDeclaration } from './declaration.ts'
import { sendFollowed } from './follow.ts'
import { callerOf } from './guard.ts'
import { startHall } from './hall.ts'
import { measures } from './measures.ts'

/** The answer of a probe holds for so long, in milliseconds: who asks often writes no more. */
const probeKept = 5000
/** Readings of a ticket's page in a second, of one address and of all: a code is one of 2⁴⁰. */
const readings = { each: 5, all: 100 }
/** Addresses counted one by one at most; beyond, that of who asked the longest ago begins again. */
const mostAddresses = 10_000

/**
 * The paths that are no call: `/healthz`, `/readyz`, `/metrics`, a calendar's feed, a ticket's page, the hall's, the declaration
 * of accessibility, the commitments that the office publishes.
 * @returns a function that answers, or says that the path is another's
 */
export function startIntegrationsPaths(host: Host, holderOf: HolderOf, log: Log) {
  const answered = new Map<number, number>()
  const hall = startHall(host)
  const asked = startBuckets(mostAddresses)
  const mayRead = (who: string, aSecond: number) => asked.take(who, aSecond, aSecond) === 0
  let probe: { readonly at: number; readonly journal: Promise<boolean> } | undefined

  const writable = (): Promise<boolean> => {
    if (probe === undefined || performance.now() - probe.at > probeKept)
      probe = {
        at: performance.now(),
        journal: host.integrations.probe().then(
          () => true,
          (error: unknown) => {
            log.fault('readyz', error)
            return false
          },
        ),
      }
    return probe.journal
  }

  async function ready(response: ServerResponse): Promise<void> {
    // One that is not what the office signed takes no act, however well it is written.
    const journal = (await writable()) && host.standing.refused() === undefined
    const printers = host.printers().filter(({ problem }) => problem !== null)
    // A printer that fails loses nothing, so that the office is ready: it is said, and does not refuse.
    const checks = { journal, office: host.office().officeId !== null, printers: printers.length === 0 }
    sendJson(
      response,
      journal && checks.office ? 200 : 503,
      JSON.stringify({ ready: journal && checks.office, ...checks }),
    )
  }

  function held(request: IncomingMessage, response: ServerResponse, scope: Scope): boolean {
    const token = bearer(request)
    const holder = token === undefined ? undefined : holderOf(token)
    const ask = { 'www-authenticate': 'Bearer' }
    if (typeof holder === 'string') sendFault(response, holder, undefined, ask)
    else if (!holder) sendFault(response, 'unauthorized', undefined, ask)
    else if (holder.scopes ? !holder.scopes.includes(scope) : !ownRoles.includes(holder.role))
      sendFault(response, holder.scopes ? 'forbiddenScope' : 'forbiddenRole')
    else {
      // A station's figures are those of whoever is there: nobody, where someone is needed, reads them no more than its views.
      const barred = host.barred(holder, 'supervision.view')
      if (barred === undefined) return true
      sendFault(response, barred)
    }
    return false
  }

  /** A calendar can't send a header: its token is in the address, and opens this feed alone. */
  async function calendar(token: string, response: ServerResponse): Promise<void> {
    const holder = holderOf(token)
    if (typeof holder === 'string') return sendFault(response, holder)
    if (!holder?.scopes || holder.scopes.some((scope) => scope !== 'calendar'))
      return sendFault(response, 'unauthorized')
    if (!host.integrations.limits.enter(holder.stationId))
      return sendFault(response, 'tooManyCalls', undefined, { 'retry-after': '60' })
    try {
      const answer = await host.call(holder, 'appointments.calendar', {})
      if ('code' in answer) return sendFault(response, answer.code, answer.details)
      const { text } = JSON.parse(answer.text) as { readonly text: string }
      const body = Buffer.from(text)
      response.writeHead(200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-length': body.length,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      response.end(body)
    } finally {
      host.integrations.limits.left(holder.stationId)
    }
  }

  function follow(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const shown = url.searchParams.has('code')
    const from = callerOf(request.socket.remoteAddress)
    const busy = shown && !(mayRead(from, readings.each) && mayRead('all', readings.all))
    sendFollowed(host, url, request.method ?? 'GET', response, busy)
  }

  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    response.once('finish', () =>
      answered.set(response.statusCode, (answered.get(response.statusCode) ?? 0) + 1),
    )
    const path = url.pathname
    const feed = /^\/api\/v1\/calendar\/([A-Za-z0-9_-]{1,200})\.ics$/.exec(path)?.[1]
    if (
      ![
        '/healthz',
        '/readyz',
        '/metrics',
        '/suivi',
        '/salle',
        '/accessibilite',
        '/donnees',
        '/engagements',
      ].includes(path) &&
      feed === undefined
    )
      return false
    if (path === '/salle') {
      await hall(url, request, response)
      return true
    }
    request.resume()
    if (request.method !== 'GET' && request.method !== 'HEAD')
      sendFault(response, 'methodNotAllowed', undefined, { allow: 'GET, HEAD' })
    else if (feed !== undefined) await calendar(feed, response)
    else if (path === '/healthz') sendJson(response, 200, '{"alive":true}')
    else if (path === '/readyz') await ready(response)
    else if (path === '/suivi') follow(url, request, response)
    else if (path === '/accessibilite') sendDeclaration(host.office(), response)
    else if (path === '/donnees') sendDataNotice(host.office(), response)
    else if (path === '/engagements') await sendCommitments(host, url, response)
    else if (held(request, response, 'metrics')) sendMeasures(response, measures(host, answered))
    return true
  }
}

const ownRoles: readonly Holder['role'][] = ['integration', 'supervisor', 'admin']

function sendMeasures(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}
