/**
 * The one address that a page may have opened in the system's browser: where its host begins a sign-in by the office's
 * provider, good once. Whatever else a page would open stays closed.
 */
export const isSignInAddress = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^https:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?\/connexion\/[0-9a-f]{64}$/.test(text)
