import type { OAuthApplication } from './oauth.ts'
import { addressOf, type Reach } from './request.ts'

/** How a source is reached where somebody signs in: what an application declared to the service has. */
type Declared = {
  readonly url: string
  readonly user?: string | undefined
  readonly secret?: string | undefined
  readonly reach: Reach
}

/**
 * The application that a source was declared to a service as. Apart from what performs an exchange, which reads calendars: a
 * host that starts has none to read yet.
 * @throws OutsideError when the source's address is none
 */
export const applicationOf = ({ url, user, secret, reach }: Declared): OAuthApplication => ({
  url: addressOf(url),
  id: user ?? '',
  secret,
  reach,
})
