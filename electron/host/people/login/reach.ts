import type { lookup } from 'node:dns'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { CustomFetch } from 'openid-client'
import type { LoginProblem } from '../../../../shared/contract/people/login.ts'
import { isPublicAddress, PrivateAddressError, publicLookup } from '../../integrations/addresses.ts'

/** From the first byte to the last of the answer, in milliseconds: someone waits in front of a page. */
const patience = 8000
/** The longest answer read, in bytes: keys and an identity are a few thousand. */
const longest = 256 * 1024

export type ReachOptions = {
  readonly privateAddresses: boolean
  /** An authority besides the public ones, as PEM. */
  readonly authority: string | undefined
  readonly resolve?: typeof lookup
}

/** Why the provider could not be reached: a code, never what it said. */
export class ReachError extends Error {
  override readonly name = 'ReachError'
  readonly problem: LoginProblem
  constructor(problem: LoginProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * What the library asks the provider goes by here: TLS alone, checked; exactly that address, no proxy and no redirect; a
 * bounded time and length; no private address unless the office allowed it, whatever the name says a moment later.
 * @throws ReachError in the promise
 */
export const reaching =
  ({ privateAddresses, authority, resolve }: ReachOptions): CustomFetch =>
  (url, { method, headers, body }) =>
    new Promise<Response>((done, failed) => {
      const target = new URL(url)
      const host = target.hostname.replace(/^\[|\]$/g, '')
      // A literal is never resolved, so that it is looked at here.
      if (!privateAddresses && isIP(host) !== 0 && !isPublicAddress(host))
        return failed(new ReachError('privateAddress'))
      const sent = request(target, {
        method,
        // A connection of its own: one kept open would outlive the check of its address.
        agent: false,
        headers: { ...headers, 'user-agent': 'Guichet' },
        signal: AbortSignal.timeout(patience),
        ...(privateAddresses ? {} : { lookup: publicLookup(resolve) }),
        ...(authority === undefined ? {} : { ca: [...rootCertificates, authority] }),
      })
      sent.on('error', (error: NodeJS.ErrnoException) => failed(new ReachError(problemOf(error))))
      sent.on('response', (response) => {
        const chunks: Buffer[] = []
        let length = 0
        response.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > longest) {
            failed(new ReachError('tooLong'))
            return response.destroy()
          }
          chunks.push(chunk)
        })
        response.on('error', (error: NodeJS.ErrnoException) => failed(new ReachError(problemOf(error))))
        response.on('end', () => {
          const status = response.statusCode ?? 0
          const type = response.headers['content-type']
          const challenge = response.headers['www-authenticate']
          done(
            new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), {
              status,
              headers: {
                ...(type === undefined ? {} : { 'content-type': type }),
                ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
              },
            }),
          )
        })
      })
      sent.end(body instanceof URLSearchParams ? body.toString() : body)
    })

/** What TLS says of a certificate that it does not accept. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|EPROTO/

function problemOf(error: NodeJS.ErrnoException): LoginProblem {
  if (error instanceof PrivateAddressError) return 'privateAddress'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'unresolved'
  return untrusted.test(error.code ?? '') ? 'untrusted' : 'unreachable'
}
