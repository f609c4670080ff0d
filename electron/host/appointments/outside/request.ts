import type { lookup } from 'node:dns'
import type { IncomingHttpHeaders, RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import { request as overHttp } from '../../../lan/nodeHttp.ts'
import type { OutsideProblem } from '../../../../shared/contract/appointments/outside.ts'
import {
  isOtherMachine,
  isPublicAddress,
  otherMachineLookup,
  PrivateAddressError,
  publicLookup,
} from '../../integrations/addresses.ts'
import { isOwnAddress } from '../../network/addresses.ts'
import { OutsideError } from './problem.ts'

/** From the first byte to the last of an answer, in milliseconds. */
const usualPatience = 10_000
/** The longest answer read, in bytes, where the source bounds it no more. */
const usualLength = 8_000_000
const mostRedirects = 5

/** What a source may be reached by. */
export type Reach = {
  /** Private networks and http are allowed. */
  readonly privateAddresses: boolean
  /** Who named the address sits at this machine: an address of this machine, written as one, may be reached. */
  readonly thisMachine: boolean
  readonly patience?: number
  /** The longest answer read, in bytes. */
  readonly longest?: number
  readonly resolve?: typeof lookup
  /** An authority besides the public ones, as PEM. */
  readonly authority?: string
}

export type Asked = {
  readonly url: URL
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Sent to the origin that was named alone, never to where it redirects. */
  readonly secret?: Readonly<Record<string, string>>
}

export type Answered = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  /** Where it was in the end, redirects followed. */
  readonly url: URL
}

/** The address that a person wrote; `webcal:` is `https:`. @throws OutsideError when it is none */
export function addressOf(text: string): URL {
  const written = text.trim().replace(/^webcals?:/i, 'https:')
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new OutsideError('malformedAddress')
  url.hash = ''
  return url
}

/**
 * One request and its whole answer, whatever its status: TLS checked, no proxy, a bounded time and length, no private address
 * unless it is allowed, redirects followed within the same bounds.
 * @throws OutsideError in the promise: nothing was answered
 */
export async function ask(asked: Asked, reach: Reach): Promise<Answered> {
  const until = AbortSignal.timeout(reach.patience ?? usualPatience)
  let { url } = asked
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const answered = await one({ ...asked, url }, asked.url, reach, until)
    const to = answered.headers.location
    if (![301, 302, 307, 308].includes(answered.status) || to === undefined) return answered
    if (!URL.canParse(to, url)) throw new OutsideError('redirected')
    const next = new URL(to, url)
    // What changes something goes to the address that was named, or nowhere.
    if (!/^(?:GET|PROPFIND)$/.test(asked.method ?? 'GET') || !/^https?:$/.test(next.protocol))
      throw new OutsideError('redirected')
    if (url.protocol === 'https:' && next.protocol === 'http:') throw new OutsideError('insecureAddress')
    url = next
  }
  throw new OutsideError('redirected')
}

const ownMachine = new BlockList()
ownMachine.addSubnet('127.0.0.0', 8, 'ipv4')
ownMachine.addAddress('::1', 'ipv6')

/** Whether a host is this machine's own, written as such: its loopback, or an address that it has now. */
const isThisMachine = (host: string): boolean =>
  host === 'localhost' ||
  (isIP(host) !== 0 && (ownMachine.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4') || isOwnAddress(host)))

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** How a connection may be made, or why it may not. */
function passage(url: URL, named: URL, reach: Reach): Pick<RequestOptions, 'lookup'> | OutsideProblem {
  const host = hostOf(url)
  // Only what the person named is theirs: a redirect leads to no service of this machine.
  if (isThisMachine(host)) return reach.thisMachine && host === hostOf(named) ? {} : 'privateAddress'
  if (url.protocol !== 'https:' && !reach.privateAddresses) return 'insecureAddress'
  const checked = reach.privateAddresses ? otherMachineLookup : publicLookup
  if (isIP(host) === 0) return { lookup: checked(reach.resolve) }
  // A literal is never resolved, so that it is looked at here. An address of the link is nobody's service, nor is « any ».
  const literal = reach.privateAddresses ? isOtherMachine(host) : isPublicAddress(host)
  return literal ? {} : 'privateAddress'
}

function one(asked: Asked, named: URL, reach: Reach, signal: AbortSignal): Promise<Answered> {
  const { url, method = 'GET', headers = {}, body, secret = {} } = asked
  const by = passage(url, named, reach)
  if (typeof by === 'string') return Promise.reject(new OutsideError(by))
  const options: RequestOptions = {
    method,
    // A connection of its own: one kept open would outlive the check of its address.
    agent: false,
    headers: {
      'user-agent': 'Guichet',
      ...headers,
      ...(url.origin === named.origin ? secret : {}),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    signal,
    ...by,
    ...(reach.authority === undefined ? {} : { ca: [...rootCertificates, reach.authority] }),
  }
  return new Promise((done, failed) => {
    const fail = (error: NodeJS.ErrnoException) => failed(new OutsideError(problemOf(error)))
    const sent = url.protocol === 'https:' ? overHttps(url, options) : overHttp(url, options)
    sent.on('error', fail)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        chunks.push(chunk)
        if (length <= (reach.longest ?? usualLength)) return
        failed(new OutsideError('tooLong'))
        response.destroy()
      })
      response.on('error', fail)
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
          url,
        }),
      )
    })
    sent.end(body)
  })
}

/** What TLS says of a certificate that it does not accept. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|EPROTO|ERR_SSL/

function problemOf(error: NodeJS.ErrnoException): OutsideProblem {
  if (error instanceof PrivateAddressError) return 'privateAddress'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'unresolved'
  return untrusted.test(error.code ?? '') ? 'untrusted' : 'unreachable'
}

/** What a status that is no success means. */
export function refusedBy({ status, headers }: Pick<Answered, 'status' | 'headers'>): OutsideError {
  const asked = Number(headers['retry-after'])
  const dated = Date.parse(headers['retry-after'] ?? '') - Date.now()
  const seconds = Number.isFinite(asked) ? asked * 1000 : dated
  const wait = seconds > 0 ? Math.min(seconds, 3_600_000) : null
  if (status === 401) return new OutsideError('refusedSecret')
  if (status === 403) return new OutsideError('forbidden')
  if (status === 404 || status === 410) return new OutsideError('notFound')
  if (status === 412) return new OutsideError('changedMeanwhile')
  if (status === 429) return new OutsideError('busy', wait)
  return new OutsideError(status >= 500 ? 'serverTrouble' : 'unexpectedStatus', wait)
}

/** The header of a name and a password (RFC 7617), in UTF-8. */
export const basic = (user: string, password: string): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`,
})
