import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import { contractVersion } from '../../../shared/contract/index.ts'
import { PairBegin, PairFinish, type PairDone } from '../../../shared/contract/network/pairing.ts'
import { speaksWith } from '../../../shared/rpc/protocol.ts'
import type { Host } from '../host.ts'
import { sendFault, sendJson } from './api.ts'
import { readBody } from './body.ts'

/** A pairing's message, in bytes. */
const largest = 4096

/**
 * `POST /pair/begin` and `POST /pair/finish`: a station of another machine proves the code that this office shows, and
 * the office proves it to the station. Over TLS alone: what both prove is bound to the key that answers there.
 */
export async function answerPairing(
  host: Host,
  path: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { network } = host
  // A page of a browser would spend the code's tries: none has anything to do here, and JSON asks it for leave first.
  if (request.headers.origin !== undefined) return refuse(request, response, 'forbiddenOrigin')
  if (request.method !== 'POST') return refuse(request, response, 'methodNotAllowed')
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(request, response, 'badRequest')
  const body = await readBody(request, largest)
  if (body === undefined) return
  if (body === 'tooLarge') return sendFault(response, 'tooLarge', [String(largest)])
  if (body === 'notText') return sendFault(response, 'badInput')

  if (path === '/pair/begin') {
    const message = parsed(PairBegin, body.text)
    if (!message) return sendFault(response, 'badInput')
    if (!speaksWith(contractVersion, message.version)) return sendFault(response, 'contractTooOld')
    const served = network.keys.served()
    if (!served) return sendFault(response, 'pairingClosed')
    const begun = network.pairing.begin(address, message, served.pin)
    return 'code' in begun ? sendFault(response, begun.code) : sendJson(response, 200, JSON.stringify(begun))
  }
  const message = parsed(PairFinish, body.text)
  if (!message) return sendFault(response, 'badInput')
  const station = network.pairing.finish(message)
  if ('code' in station) return sendFault(response, station.code)
  const welcome = await network.welcome(station)
  if ('code' in welcome) return sendFault(response, welcome.code)
  const done: PairDone = {
    ...station.facts,
    officeName: host.office().settings?.address.name ?? '',
    token: station.token,
    hosts: [...welcome.hosts],
  }
  sendJson(response, 200, JSON.stringify(done))
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: 'forbiddenOrigin' | 'methodNotAllowed' | 'badRequest',
): void {
  request.resume()
  sendFault(response, code, undefined, code === 'methodNotAllowed' ? { allow: 'POST' } : {})
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
