import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as rest } from 'node:timers/promises'
import { CommandId } from '../../../shared/contract/ids.ts'
import { largestMessage } from '../../../shared/contract/define.ts'
import type { CallName } from '../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { admitted, faultOf, parsedInput, statusOf } from '../core/admission.ts'
import type { Host } from '../host.ts'
import type { Holder } from '../core/tokens.ts'
import { longest, readBody } from './body.ts'

/** What a request and its answer hold of the thread beside what is asked, in milliseconds: as much as a small view. */
const ofRequest = 0.25
/** Who asks without end is answered so much later, in milliseconds: a refusal costs the thread what an answer does. */
const refusedAfter = 1000

const faults = new WeakMap<ServerResponse, ErrorCode>()
/** The code that a response refused with, if it did. */
export const faultSent = (response: ServerResponse): ErrorCode | undefined => faults.get(response)

/** A page that refuses in its own words refuses with this code all the same: it is counted with the others. */
export const refusedAs = (response: ServerResponse, code: ErrorCode): void => void faults.set(response, code)

/** Every error over HTTP is this JSON, whatever the path. */
export function sendFault(
  response: ServerResponse,
  code: ErrorCode,
  details?: readonly string[],
  headers: Record<string, string> = {},
): void {
  refusedAs(response, code)
  const later = code === 'tooOften' || code === 'busyWithOthers' ? { 'retry-after': details?.[0] ?? '1' } : {}
  sendJson(response, statusOf(code), JSON.stringify({ error: faultOf(code, details) }), {
    ...later,
    ...headers,
  })
}

/** Answers with JSON that no cache keeps; nothing where an answer has begun or the connection is gone. */
export function sendJson(
  response: ServerResponse,
  status: number,
  text: string | Buffer,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(text)
}

/** The token of `Authorization: Bearer …`, if there is one. */
export const bearer = (request: IncomingMessage): string | undefined =>
  /^Bearer +([A-Za-z0-9_-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]

/**
 * `POST /api/v1/commands/<name>` and `POST /api/v1/queries/<name>`, checked in this order: 401 (before this), 404 or
 * 405, 403, 413, 400, 409.
 */
export async function answerCall(
  host: Host,
  holder: Holder,
  kind: 'command' | 'query',
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const admission = admitted(name, kind, holder)
  const code = 'code' in admission ? admission.code : host.barred(holder, admission.name)
  // The name first, then how it is asked, then by whom.
  const refused = code !== 'unknownName' && request.method !== 'POST' ? 'methodNotAllowed' : code
  // Under way from its first byte: what is still being sent holds a place and memory too.
  const limits = holder.scopes ? host.integrations.limits : host.limits
  const entered = refused === undefined && limits.enter(holder.stationId)
  try {
    // The body goes by in all cases, so that the answer reaches a sender who is still writing; it is kept for an act alone.
    const body = await readBody(request, entered ? largestMessage : 0)
    if (refused)
      return sendFault(response, refused, undefined, refused === 'methodNotAllowed' ? { allow: 'POST' } : {})
    if (body === undefined) return
    if (!entered) return sendFault(response, 'tooManyCalls', undefined, { 'retry-after': '1' })
    if (body === 'tooLarge') return sendFault(response, 'tooLarge', longest(name))
    if (body === 'notText') return sendFault(response, 'badInput', ['UTF-8 attendu'])
    const { name: known } = admission as { name: CallName }
    const began = performance.now()
    const input = parsedJson(body.text)
    const parsed = input && parsedInput(known, input.value)
    host.charge(holder, performance.now() - began + (kind === 'query' ? ofRequest : 0))
    if (parsed === undefined) return sendFault(response, 'badInput', ['JSON illisible'])
    if ('details' in parsed) return sendFault(response, 'badInput', parsed.details)
    const key = commandKey(request)
    if (key === 'bad') return sendFault(response, 'badInput', ['Idempotency-Key : un UUID est attendu'])
    host.heard(holder)
    const answer = await host.call(holder, known, parsed.input, kind === 'command' ? key : undefined)
    if ('code' in answer) {
      if (answer.code === 'busyWithOthers') await rest(refusedAfter)
      return sendFault(response, answer.code, answer.details)
    }
    return sendJson(response, 200, `{"output":${answer.text}}`)
  } finally {
    if (entered) limits.left(holder.stationId)
  }
}

const parsedJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** The optional `Idempotency-Key`: any UUID. */
function commandKey(request: IncomingMessage): CommandId | 'bad' | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined) return undefined
  const parsed = CommandId.safeParse(header)
  return parsed.success ? parsed.data : 'bad'
}
