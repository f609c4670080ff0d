import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Consulted } from '../../../shared/contract/privacy/accessLog.ts'
import { AgentId, ConsultationId, Instant, StationId, type Seq } from '../../../shared/contract/ids.ts'
import { bearer, sendFault, sendJson } from './api.ts'
import { largestMessage } from '../../../shared/contract/define.ts'
import { readBody } from './body.ts'
import { askedFrom } from './guard.ts'
import type { Host } from '../host.ts'
import type { Log } from '../core/log.ts'
import { hostWho } from '../people/options.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { openCopyStage } from '../standby/copyStage.ts'
import { followedBy } from '../standby/copy.ts'
import type { Standby } from '../standby/part.ts'
import { HashAsked, NextAsked, StateAsked, type Peer } from '../standby/wire.ts'

const Row = z.strictObject({
  consultationId: ConsultationId,
  at: Instant,
  agentId: AgentId.nullable(),
  stationId: StationId,
  what: Consulted,
  about: z.array(z.string()).max(500),
})

/**
 * The paths that a machine of the office asks another one (`/following/…`), with their token: it opens these alone, and these
 * open by it alone.
 * @returns a function that answers, or says that the path is another's
 */
export function standbyDoor(
  standby: Standby,
  office: () => Office,
  { backups: { copy }, standing }: Pick<Host, 'backups' | 'standing'>,
  log: Log,
) {
  const { dir, journal } = standby

  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = /^\/following\/([a-z]+)$/.exec(url.pathname)?.[1]
    if (path === undefined) return false
    const shown = bearer(request)
    if (!opens(path, shown)) {
      request.resume()
      sendFault(response, 'unauthorized', undefined, { 'www-authenticate': 'Bearer' })
      return true
    }
    if (path === 'copy' && request.method === 'GET') {
      request.resume()
      await sendCopy(response)
      return true
    }
    if (request.method !== 'POST') {
      request.resume()
      sendFault(response, 'methodNotAllowed', undefined, { allow: path === 'copy' ? 'GET' : 'POST' })
      return true
    }
    const body = await readBody(request, largestMessage)
    if (body === undefined) return true
    if (body === 'tooLarge') sendFault(response, body, [String(largestMessage)])
    else if (body === 'notText') sendFault(response, 'badInput')
    // Taken back while it was read.
    else if (!opens(path, shown)) sendFault(response, 'unauthorized')
    else await answer(path, body.text, request, response)
    return true
  }

  /** One that was taken back asks which machine acts, and nothing else. */
  function opens(path: string, shown: string | undefined): boolean {
    return standby.admits(shown) || (path === 'state' && standby.admitted(shown))
  }

  async function answer(path: string, text: string, request: IncomingMessage, response: ServerResponse) {
    const near = isNear(request)
    switch (path) {
      case 'state': {
        const message = read(StateAsked, text)
        if (!message) return sendFault(response, 'badInput')
        // A machine whose token was revoked learns which machine acts, and changes nothing. A renewal that was cut half-way has
        // noted one that is still the office's.
        const believed = standby.admits(bearer(request))
        const state = await standby.state({ ...message, us: seen(message.us, near) }, believed)
        return sendJson(response, 200, JSON.stringify({ ...state, us: seen(state.us, near) }))
      }
      case 'next': {
        const message = read(NextAsked, text)
        if (!message) return sendFault(response, 'badInput')
        if (message.anchor !== null) await standing.heard(message.anchor)
        if (refusedHere(response)) return
        const gone = new AbortController()
        const kept = standby.onRenewed(() => gone.abort())
        response.on('close', () => {
          kept()
          gone.abort()
        })
        const next = await standby.leader!.next({ ...message, us: seen(message.us, near) }, gone.signal)
        // Taken back while it waited.
        if (!standby.admits(bearer(request))) return sendFault(response, 'unauthorized')
        if (next === 'closing') return sendFault(response, next, undefined, { connection: 'close' })
        const anchor = standing.anchors.line()
        const sent = next.t === 'delta' && anchor !== null && anchor !== message.anchor
        return sendJson(response, 200, JSON.stringify(sent ? { ...next, anchor } : next))
      }
      case 'hash': {
        const message = read(HashAsked, text)
        if (!message) return sendFault(response, 'badInput')
        if (refusedHere(response)) return
        const hash = (await followedBy(journal).hashAt(message.seq as Seq)) ?? null
        return sendJson(response, 200, JSON.stringify({ hash }))
      }
      case 'consultation': {
        const row = read(Row, text)
        if (!row) return sendFault(response, 'badInput')
        if (refusedHere(response)) return
        await journal.consultations.add(row)
        return sendJson(response, 200, '{}')
      }
      case 'renew': {
        if (!near) return sendFault(response, 'notFound')
        if (refusedHere(response)) return
        const done = await standby.renew(hostWho(office()))
        if ('code' in done) return sendFault(response, done.code, done.details)
        return sendJson(response, 200, done.text)
      }
      case 'promote': {
        // A person at this very machine, who can read its folder's tokens.
        if (!near) return sendFault(response, 'notFound')
        const done = await standby.promote(hostWho(office()))
        if ('code' in done) return sendFault(response, done.code, done.details)
        return sendJson(response, 200, done.text)
      }
      default:
        return sendFault(response, 'notFound')
    }
  }

  /** What only the machine that acts answers. */
  function refusedHere(response: ServerResponse): boolean {
    if (standby.leader === null) sendFault(response, 'standbyElsewhere')
    else if (standby.refused() === 'following') sendFault(response, 'following')
    else if (office().officeId === null) sendFault(response, 'officeNotCreated')
    // A journal that is not what the office signed is given to nobody: a second machine may have the better one.
    else if (standing.refused() !== undefined) sendFault(response, standing.refused() ?? 'journalBehind')
    else return false
    return true
  }

  /** The office as it is now, checked, in one archive; made in a thread of its own, and kept nowhere. */
  async function sendCopy(response: ServerResponse): Promise<void> {
    if (refusedHere(response)) return
    // Before anything is waited for: a token taken back meanwhile has nothing of it.
    const kept = standby.onRenewed(() => response.destroy())
    let out: string | undefined
    try {
      await followedBy(journal).begin()
      if (response.destroyed) return
      out = await openCopyStage(dir, 'given')
      const done = await copy(out)
      if ('problem' in done) {
        log.fault('copy', done.cause)
        return sendFault(response, 'backupFailed')
      }
      response.writeHead(200, {
        'content-type': 'application/gzip',
        'content-length': done.line.bytes,
        'cache-control': 'no-store',
      })
      await pipeline(createReadStream(join(out, done.line.name)), response)
      log.info('copied', { seq: done.line.seq, bytes: done.line.bytes })
    } catch (error) {
      log.fault('copy', error)
      response.destroy()
    } finally {
      kept()
      if (out !== undefined) await rm(out, { recursive: true, force: true })
    }
  }
}

const isNear = (request: IncomingMessage): boolean => /^(::ffff:)?127\.|^::1$/.test(askedFrom(request) ?? '')

/** An address in clear is this machine's alone: it means nothing elsewhere. */
const seen = (peer: Peer, near: boolean): Peer =>
  near ? peer : { ...peer, urls: peer.urls.filter((url) => !url.startsWith('http:')) }

function read<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
