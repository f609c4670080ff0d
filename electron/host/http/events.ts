import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Role } from '../../../shared/contract/define.ts'
import { Seq } from '../../../shared/contract/ids.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import { publishedFacts } from '../../../shared/contract/integrations/published.ts'
import { eventForOthers } from '../integrations/forOthers.ts'
import type { Host } from '../host.ts'
import type { Holder } from '../core/tokens.ts'
import { sendFault } from './api.ts'

/** Events leave for other software and for who sees all; never for a kiosk or a display. */
export const mayFollow: readonly Role[] = ['integration', 'supervisor', 'admin']
/** A comment keeps proxies and readers awake, in milliseconds. */
const heartbeat = 15_000

/**
 * `GET /api/v1/events?since=N`: server-sent events with the journal's position as their id, resumable from any. A stream
 * holds one of its token's places as long as it is open.
 * @param still whether the token that opened it is worth something now
 */
export function followEvents(
  host: Host,
  holder: Holder,
  still: () => boolean,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (holder.scopes && !holder.scopes.includes('events')) return sendFault(response, 'forbiddenScope')
  if (!mayFollow.includes(holder.role)) return sendFault(response, 'forbiddenRole')
  const lastId = request.headers['last-event-id'] ?? url.searchParams.get('since') ?? '0'
  const since = /^[0-9]{1,15}$/.test(String(lastId)) ? Seq.safeParse(Number(lastId)) : undefined
  if (!since?.success) return sendFault(response, 'badInput', ['since : un entier est attendu'])

  // Of another office, or from before a restored backup: waiting in silence would lose what comes meanwhile.
  if (since.data > host.seq()) return sendFault(response, 'aheadOfJournal', [`seq ${host.seq()}`])

  const limits = holder.scopes ? host.integrations.limits : host.limits
  if (!limits.enter(holder.stationId))
    return sendFault(response, 'tooManyCalls', undefined, { 'retry-after': '1' })
  response.on('close', () => limits.left(holder.stationId))

  // Nothing is written after the end, however long what came before takes to leave.
  let open = true
  const end = () => {
    open = false
    response.end()
  }
  const leave = host.follow(holder, end)
  if (typeof leave !== 'function') return sendFault(response, leave.code)
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(': Guichet\n\n')
  let seq = since.data
  let busy = false
  let again = false

  // One reading at a time, a page at a time; a reader who is slow makes the next page wait.
  const pump = async () => {
    if (busy) {
      again = true
      return
    }
    busy = true
    try {
      do {
        again = false
        for (;;) {
          const events = await host.events(seq)
          if (events.length === 0 || !open) break
          if (!still() || host.barred(holder, 'events') !== undefined) return end()
          const last = events.at(-1)!
          if (!response.write(events.map(eventText).join(''))) await drained(response)
          seq = last.seq
        }
      } while (again && open)
    } catch {
      // The journal can't be read or the reader is gone: the stream ends, and is resumed from the last id.
      end()
    } finally {
      busy = false
    }
  }

  const stop = host.onEvents(() => void pump())
  const beat = setInterval(() => {
    if (open && !still()) end()
    if (open) response.write(': \n\n')
  }, heartbeat)
  response.on('close', () => {
    open = false
    leave()
    stop()
    clearInterval(beat)
  })
  void pump()
}

const drained = (response: ServerResponse) =>
  new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })

/** One event as it leaves (`published.ts`): no person is in it, and the agent's id stays inside. */
const eventText = ({ seq, at, event }: Recorded): string =>
  `id: ${seq}\ndata: ${JSON.stringify({ seq, at, type: event.type, data: publishedFacts(eventForOthers(event)) })}\n\n`
