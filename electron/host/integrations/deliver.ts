import type { lookup } from 'node:dns'
import type { RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP } from 'node:net'
import { request as overHttp } from '../../lan/nodeHttp.ts'
import type { DeliveryProblem } from '../../../shared/contract/integrations/calls.ts'
import { isHostAddress } from '../../../shared/contract/network/hostAddresses.ts'
import { isPublicAddress, otherMachineLookup, PrivateAddressError, publicLookup } from './addresses.ts'

/** From the first byte to the last header of the answer, in milliseconds. */
const patience = 10_000

export type DeliverOptions = {
  /**
   * Private networks and http are allowed; this machine too, where its address is a literal or `localhost`, which its seat
   * alone names.
   */
  readonly privateAddresses: boolean
  /** Who named the address sits at this machine: a name may lead to it. */
  readonly thisMachine?: boolean
  readonly patience?: number
  readonly resolve?: typeof lookup
  /** More authorities than the system's, for an office's own. */
  readonly ca?: string
}

/**
 * One POST of JSON, to exactly this address: no proxy, no redirect followed, nothing read of the answer but its status.
 * @returns null when the other side took it (2xx), else why not; never rejects
 */
export function deliver(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { privateAddresses, thisMachine = false, patience: most = patience, resolve, ca }: DeliverOptions,
): Promise<DeliveryProblem | null> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  if (!privateAddresses && target.protocol !== 'https:') return Promise.resolve('insecureAddress')
  // A literal is never resolved, so that it is looked at here.
  if (!privateAddresses && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.resolve('privateAddress')
  const namedHere = thisMachine || isHostAddress(host)
  const checked = privateAddresses ? otherMachineLookup : publicLookup
  const options: RequestOptions = {
    method: 'POST',
    // A connection of its own: one kept open would outlive the check of its address.
    agent: false,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Guichet',
      ...headers,
    },
    signal: AbortSignal.timeout(most),
    ...(privateAddresses && namedHere
      ? resolve && { lookup: resolve as never }
      : { lookup: checked(resolve) }),
  }
  return new Promise((done) => {
    const sent =
      target.protocol === 'https:'
        ? overHttps(target, { ...options, ...(ca === undefined ? {} : { ca }) })
        : overHttp(target, options)
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0
      // Whatever else it says, however long, is not read.
      response.destroy()
      done(status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? 'redirected' : 'refused')
    })
    sent.on('error', (error: NodeJS.ErrnoException) => done(problemOf(error)))
    sent.end(body)
  })
}

function problemOf(error: NodeJS.ErrnoException): DeliveryProblem {
  if (error instanceof PrivateAddressError) return 'privateAddress'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  return error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN' ? 'unresolved' : 'unreachable'
}
