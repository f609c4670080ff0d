import * as openid from 'openid-client'
import type { LoginProblem, LoginSettings } from '../../../../shared/contract/people/login.ts'
import { reaching, ReachError } from './reach.ts'
import { endPath, returnPath, type LoginFile } from './settings.ts'

/** What is bound to one sign-in, and good once. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Who the provider says is there: what it calls them, and what a manager recognises them by. */
export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string
  /** Where the provider's own session ends, if it has a place for that. */
  readonly logout: string | null
}

/** Why what came back is nobody. */
export type LoginFlaw = 'otherOrganisation' | 'notFresh' | 'givenUp' | 'notBelieved'
export type Finished =
  | { readonly identity: Identity }
  | { readonly flaw: LoginFlaw }
  | { readonly problem: LoginProblem }

type Configuration = openid.Configuration

/**
 * The provider as it describes itself. Signatures are verified by its keys though TLS came before, and the claims of the
 * identity too when they are signed, as ProConnect's always are.
 * @throws what `problemOf` reads
 */
async function configured(
  { issuer, registeredAs, privateAddresses }: LoginSettings,
  authority: string | undefined,
  authenticated: openid.ClientAuth,
): Promise<Configuration> {
  return openid.discovery(new URL(issuer), registeredAs, {}, authenticated, {
    [openid.customFetch]: reaching({ privateAddresses, authority }),
    timeout: 10,
    execute: [openid.enableNonRepudiationChecks],
  })
}

// ProConnect wants its secret in the body; others are asked the way that the standard makes the usual one.
const authentication = ({ settings: { kind }, secret }: LoginFile) =>
  kind === 'proconnect' ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret)

/** Why the provider can't be used; null when it can. Never rejects. */
export async function tryProvider(
  settings: LoginSettings,
  authority: string | undefined,
): Promise<LoginProblem | null> {
  try {
    const server = (await configured(settings, authority, openid.None())).serverMetadata()
    const codes = server.response_types_supported?.includes('code') ?? false
    return codes && server.authorization_endpoint && server.token_endpoint && server.jwks_uri
      ? null
      : 'noCode'
  } catch (error) {
    return problemOf(error)
  }
}

/**
 * Where a browser goes to say who is there. ProConnect refuses any parameter that it does not list, so that it is asked for
 * PKCE only where it announces it; others are asked to authenticate the person again, whoever the browser remembers.
 */
export async function authorisation(
  file: LoginFile,
  authority: string | undefined,
  { state, nonce, verifier }: Secrets,
): Promise<{ readonly url: URL } | { readonly problem: LoginProblem }> {
  const { kind, origin } = file.settings
  try {
    const config = await configured(file.settings, authority, authentication(file))
    const proConnect = kind === 'proconnect'
    const challenge = !proConnect || config.serverMetadata().supportsPKCE()
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: `${origin}${returnPath}`,
      scope: proConnect ? 'openid given_name usual_name email uid siret' : 'openid profile email',
      state,
      nonce,
      ...(challenge
        ? { code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }
        : {}),
      ...(proConnect ? {} : { prompt: 'login', max_age: '0' }),
    })
    return url.protocol === 'https:' ? { url } : { problem: 'notProvider' }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/**
 * Who is there, from what the browser brought back: the library checks the state, the issuer, the code by its verifier, the
 * signature, the audience, the nonce and the hours; here, that the person was just authenticated, and is of the organisation.
 * @param query what follows the return address, as it came @param elapsed seconds since the browser left
 */
export async function finished(
  file: LoginFile,
  authority: string | undefined,
  { state, nonce, verifier }: Secrets,
  query: string,
  elapsed: number,
): Promise<Finished> {
  const { kind, origin, siret } = file.settings
  try {
    const config = await configured(file.settings, authority, authentication(file))
    const proConnect = kind === 'proconnect'
    const tokens = await openid.authorizationCodeGrant(config, new URL(`${origin}${returnPath}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      ...(proConnect ? {} : { maxAge: Math.ceil(elapsed) }),
    })
    const claims = tokens.claims()
    if (claims === undefined || tokens.id_token === undefined) return { flaw: 'notBelieved' }
    const userInfo = await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
    if (siret !== null && userInfo['siret'] !== siret) return { flaw: 'otherOrganisation' }
    return {
      identity: {
        issuer: claims.iss,
        subject: claims.sub,
        name: [text(userInfo.given_name), text(userInfo['usual_name'] ?? userInfo.family_name)]
          .filter(Boolean)
          .join(' '),
        email: text(userInfo.email),
        logout: logoutOf(config, origin, tokens.id_token),
      },
    }
  } catch (error) {
    return flawOf(error)
  }
}

/** A person's browser leaves the provider's session at once: on a shared station, the next one would enter as them. */
function logoutOf(config: Configuration, origin: string, idToken: string): string | null {
  if (config.serverMetadata().end_session_endpoint === undefined) return null
  return openid.buildEndSessionUrl(config, {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${origin}${endPath}`,
    state: openid.randomState(),
  }).href
}

const text = (claim: unknown): string => (typeof claim === 'string' ? claim.trim().slice(0, 200) : '')

function flawOf(error: unknown): Finished {
  const reached = causes(error).find((cause) => cause instanceof ReachError)
  if (reached) return { problem: reached.problem }
  if (error instanceof openid.AuthorizationResponseError) return { flaw: 'givenUp' }
  const stale = causes(error).some(
    (cause) => 'code' in cause && cause.code === staleCode && isAuthTime(cause),
  )
  return { flaw: stale ? 'notFresh' : 'notBelieved' }
}

/** The library's code for an hour that does not hold; `claim` says which. */
const staleCode = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'
const isAuthTime = ({ cause }: Error): boolean =>
  typeof cause === 'object' && cause !== null && 'claim' in cause && cause.claim === 'auth_time'

function problemOf(error: unknown): LoginProblem {
  const reached = causes(error).find((cause) => cause instanceof ReachError)
  if (reached) return reached.problem
  const other = causes(error).some((cause) => 'code' in cause && cause.code === otherIssuerCode)
  return other ? 'otherIssuer' : 'notProvider'
}

const otherIssuerCode = 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'

/** An error with all that it comes from. */
function causes(error: unknown): Error[] {
  const found: Error[] = []
  for (let at = error; at instanceof Error && found.length < 8; at = at.cause) found.push(at)
  return found
}
