import { HostAddress } from '../../../shared/contract/network/calls.ts'

/** The port that an address is meant with when it says none (electron/lan/pin.ts). */
const usualPort = 8443

/** The host's address as a person typed it (« 192.168.1.20 », « accueil.mairie.example:8443 »), as an origin; null for what is none. */
export function addressTyped(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/$/, '')
  // Chromium takes a space for a part of a name, which no machine has.
  if (/[\s%]/.test(text)) return null
  // An IPv6 address typed bare has colons that are no port.
  const bare = /^[0-9a-f:.]+$/i.test(text) && text.split(':').length > 2 ? `[${text}]` : text
  const url = URL.parse(`https://${bare}`)
  if (!url || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null
  const port = url.port !== '' ? url.port : text.endsWith(':443') ? '443' : String(usualPort)
  return HostAddress.safeParse(`https://${url.hostname}:${port}`).data ?? null
}

/** The eight digits, however they are grouped; null for anything else. */
export function codeTyped(typed: string): string | null {
  const digits = typed.replaceAll(/[\s.-]/g, '')
  return /^[0-9]{8}$/.test(digits) ? digits : null
}

/** An address as people read it: without what is always the same. */
export const addressRead = (address: string): string => address.replace(/^https:\/\//, '')
