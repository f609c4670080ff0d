import * as openid from 'openid-client'
import { OutsideError } from './problem.ts'
import { ask, refusedBy, type Reach } from './request.ts'

// OAuth 2 of RDV Service Public (RFC 6749, PKCE of RFC 7636, loopback return of RFC 8252): it has no discovery document.

/** The application that the service gave to the office. */
export type OAuthApplication = {
  readonly url: URL
  readonly id: string
  /** None where the service gave an application without a secret. */
  readonly secret: string | undefined
  readonly reach: Reach
}

/** What one sign-in is bound to, and where its browser comes back. */
export type SignIn = { readonly state: string; readonly verifier: string; readonly returnUri: string }

export type Tokens = {
  readonly access: string
  readonly refresh: string | null
  /** How long the first is good for, in milliseconds, where the service says so. */
  readonly lasts: number | null
}

/** From the first byte to the last of an answer, in seconds. */
const patience = 10

function configured({ url, id, secret, reach }: OAuthApplication): openid.Configuration {
  const config = new openid.Configuration(
    {
      issuer: url.origin,
      authorization_endpoint: new URL('/oauth/authorize', url).href,
      token_endpoint: new URL('/oauth/token', url).href,
    },
    id,
    undefined,
    secret === undefined ? openid.None() : openid.ClientSecretPost(secret),
  )
  config.timeout = patience
  config[openid.customFetch] = async (address, { method, headers, body }) => {
    // Tokens are asked for by a form, as the library writes it.
    const text = body instanceof URLSearchParams ? body.toString() : undefined
    const answered = await ask(
      {
        url: new URL(address),
        method,
        headers,
        ...(text === undefined ? {} : { body: text }),
      },
      reach,
    )
    if (answered.status === 429 || answered.status >= 500) throw refusedBy(answered)
    return new Response(answered.bytes.toString('utf8'), {
      status: answered.status,
      headers: { 'content-type': answered.headers['content-type'] ?? '' },
    })
  }
  // Which addresses may do without TLS is decided where each request is made.
  if (url.protocol === 'http:') openid.allowInsecureRequests(config)
  return config
}

/** Where a browser goes to sign in. */
export async function signInAddress(
  application: OAuthApplication,
  { state, verifier, returnUri }: SignIn,
): Promise<URL> {
  return openid.buildAuthorizationUrl(configured(application), {
    redirect_uri: returnUri,
    scope: 'write',
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
}

/** The tokens of whoever signed in. @param came the address that their browser came back to @throws OutsideError */
export const tokensOf = (
  application: OAuthApplication,
  { state, verifier }: SignIn,
  came: URL,
): Promise<Tokens> =>
  believed(() =>
    openid.authorizationCodeGrant(configured(application), came, {
      expectedState: state,
      pkceCodeVerifier: verifier,
    }),
  )

/** Other tokens, for those that no longer hold. @throws OutsideError, `signedOut` when somebody has to sign in again */
export const tokensAgain = (application: OAuthApplication, refresh: string): Promise<Tokens> =>
  believed(() => openid.refreshTokenGrant(configured(application), refresh))

async function believed(grant: () => Promise<openid.TokenEndpointResponse>): Promise<Tokens> {
  try {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = await grant()
    return { access, refresh: refresh ?? null, lasts: seconds === undefined ? null : seconds * 1000 }
  } catch (error) {
    throw problemOf(error)
  }
}

function problemOf(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof OutsideError) return at
  if (error instanceof openid.AuthorizationResponseError) return new OutsideError('signedOut')
  if (error instanceof openid.ResponseBodyError)
    return new OutsideError(error.error === 'invalid_grant' ? 'signedOut' : 'refusedSecret')
  // What the library does not believe of an answer has a code of its own.
  const unlike = error instanceof Error && 'code' in error && String(error.code).startsWith('OAUTH_')
  return unlike ? new OutsideError('notExpectedAnswer') : error
}
