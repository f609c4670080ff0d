import type { RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { z } from 'zod'
import { request as overHttp } from '../../lan/nodeHttp.ts'
import { calls, formerNameOf, type CallName } from '../../../shared/contract/index.ts'
import { openTls } from '../../lan/pin.ts'
import type { Partner } from './partners.ts'

type HttpRequest = ReturnType<typeof overHttp>

/** From the first byte to the last, in milliseconds: a person stands at the counter meanwhile. */
const patience = 5000
/** An answer longer than this is none of ours, in bytes. */
const longest = 4_000_000

/** What another office answered: an output not yet looked at, its refusal's code, or nobody. */
export type Called = { readonly output: unknown } | { readonly code: string } | { readonly unreachable: true }

const Answered = z.union([
  z.object({ output: z.unknown() }).refine((body) => body.output !== undefined),
  z.object({ error: z.object({ code: z.string().regex(/^[a-z][A-Za-z]{1,39}$/) }) }),
])

/**
 * One call of another office's API, by its token. Never rejects: whatever goes wrong on the way is `unreachable`. An office of
 * the version before, which does not know the present name, is asked by the former one.
 * @param key makes an act repeated answer as the first time
 */
export async function callOffice(
  partner: Pick<Partner, 'url' | 'token' | 'pins'>,
  name: CallName,
  input: unknown,
  key?: string,
): Promise<Called> {
  const kind = calls[name].kind === 'command' ? 'commands' : 'queries'
  const answered = await request(partner, `${kind}/${name}`, input, key)
  const former = formerNameOf(name)
  return former !== undefined && 'code' in answered && answered.code === 'unknownName'
    ? request(partner, `${kind}/${former}`, input, key)
    : answered
}

async function request(
  { url, token, pins }: Pick<Partner, 'url' | 'token' | 'pins'>,
  path: string,
  input: unknown,
  key: string | undefined,
): Promise<Called> {
  try {
    const target = new URL(`/api/v1/${path}`, url)
    const body = JSON.stringify(input)
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Guichet',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      signal: AbortSignal.timeout(patience),
    }
    const text = await sent(await opened(target, pins, options), body)
    const answered = Answered.parse(JSON.parse(text))
    return 'error' in answered ? { code: answered.error.code } : { output: answered.output }
  } catch {
    return { unreachable: true }
  }
}

async function opened(target: URL, pins: Partner['pins'], options: RequestOptions): Promise<HttpRequest> {
  if (target.protocol !== 'https:') return overHttp(target, options)
  if (pins.length === 0) return overHttps(target, options)
  // The office's own certificate: its key is known before a byte is said.
  const { socket } = await openTls(target.origin, pins, patience)
  return overHttp({
    ...options,
    host: target.hostname,
    path: target.pathname,
    headers: { ...options.headers, host: target.host },
    createConnection: () => socket,
  })
}

const sent = (request: HttpRequest, body: string): Promise<string> =>
  new Promise((done, fail) => {
    request.on('error', fail)
    request.on('response', (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        parts.push(part)
        if (length > longest) request.destroy(new Error('too long'))
      })
      response.on('error', fail)
      response.on('end', () => done(Buffer.concat(parts).toString('utf8')))
    })
    request.end(body)
  })
