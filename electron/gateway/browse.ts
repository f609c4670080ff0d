/** What the contract lets an office set; a host of another machine says it, and the system's browser opens more than pages. */
const webOrigin = /^https:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/

/**
 * The one address that a page may have opened in the system's browser: where its own host begins a sign-in by the
 * office's provider, good once. Whatever else a page would open stays closed.
 * @param origin where this office's host is, as the provider knows it; null where no provider is set
 */
export const isSignInAddress = (text: unknown, origin: string | null): text is string =>
  typeof text === 'string' &&
  origin !== null &&
  webOrigin.test(origin) &&
  text.startsWith(`${origin}/connexion/`) &&
  /^[0-9a-f]{64}$/.test(text.slice(`${origin}/connexion/`.length))
