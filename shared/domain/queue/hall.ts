import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../../documents/base64url.ts'
import { publicOrigin } from '../network/addresses.ts'
import type { Office } from '../state.ts'

// A ticket taken on the telephone of who is in the hall. The kiosk and the display show a code that changes each minute
// and that only this office's key makes; the page that it opens gives one ticket.

/** Minutes during which a page opened by a good code may still take its ticket: time to read it in any language. */
export const visitMinutes = 10

/** Whether the office gives tickets so: off until it decides it. */
export const givesInHall = ({ settings }: Pick<Office, 'settings'>): boolean =>
  settings?.rules.hallTickets === true

/**
 * What signs the codes: made from the office's signature, which only its key can make again, so that it is stored
 * nowhere.
 * @param sign the office's Ed25519 signature, the same each time for the same bytes (RFC 8032)
 */
export const hallSecret = (sign: (bytes: Uint8Array) => Uint8Array): Uint8Array =>
  sha256(sign(utf8ToBytes('guichet hall tickets v1')))

/** @param now milliseconds */
export const minuteOf = (now: number): number => Math.floor(now / 60_000)

const mac = (secret: Uint8Array, text: string): string =>
  toBase64url(hmac(sha256, secret, utf8ToBytes(text)).subarray(0, 12))

/** The code of a minute: sixteen letters that nobody makes without the secret. */
export const hallCode = (secret: Uint8Array, minute: number): string => mac(secret, `code ${minute}`)

/** The minute of a code that is good now, the present one or the one before; null of any other. */
export function minuteOfCode(secret: Uint8Array, code: string, now: number): number | null {
  const minute = minuteOf(now)
  return [minute, minute - 1].find((one) => hallCode(secret, one) === code) ?? null
}

/** What a page opened by a good code shows in its turn: the act that it may do once, and the minute of its code. */
export const visitToken = (secret: Uint8Array, visit: string, minute: number): string =>
  `${visit}.${minute}.${mac(secret, `visit ${visit} ${minute}`)}`

/** The act and the minute of a token that is good now; null of any other. */
export function visitOf(
  secret: Uint8Array,
  token: string,
  now: number,
): { readonly visit: string; readonly minute: number } | null {
  const [, visit, written] = /^([0-9a-f-]{36})\.(\d{1,12})\.[\w-]{16}$/.exec(token) ?? []
  if (visit === undefined || written === undefined) return null
  const minute = Number(written)
  const age = minuteOf(now) - minute
  if (age < 0 || age > visitMinutes) return null
  return visitToken(secret, visit, minute) === token ? { visit, minute } : null
}

/** The address that a telephone photographs; null where the office gives no ticket so, or answers on no network. */
export function hallAddress(office: Office, code: string): string | null {
  const origin = givesInHall(office) ? publicOrigin(office) : null
  return origin === null ? null : `${origin}/salle?c=${code}`
}
