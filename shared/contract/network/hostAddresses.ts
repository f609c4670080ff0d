/** A port where network printers take papers as they are (raw, AppSocket): 9100, and its neighbours for several trays. */
const printerPorts = { from: 9100, to: 9109 }

/** « printer.local:9100 », « 192.0.2.7 » (port 9100), « [2001:db8::7]:9100 ». */
export function readAddress(address: string): { readonly host: string; readonly port: number } | undefined {
  const found = /^(?:\[([0-9a-fA-F:]+)\]|([^\s:/]+))(?::([0-9]{1,5}))?$/.exec(address.trim())
  const host = found?.[1] ?? found?.[2]
  const port = Number(found?.[3] ?? 9100)
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port }
}

/** The four numbers of an IPv4 address as people write it; a name, or another writing of one, is none. */
function numbersOf(host: string): readonly number[] | undefined {
  const parts = host.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part))) return undefined
  const numbers = parts.map(Number)
  return numbers.every((number) => number <= 255) ? numbers : undefined
}

/**
 * Whether an address is one of a local network (RFC 1918, RFC 4193): neither this machine's own (loopback), nor of one link
 * (169.254/16, fe80::/10), nor of the Internet, nor a name, which says something else a moment later.
 */
export function isLocalNetwork(host: string): boolean {
  const numbers = numbersOf(host)
  if (numbers === undefined) return /^f[cd][0-9a-f]{2}:[0-9a-f:]+$/i.test(host)
  const [first = 0, second = 0] = numbers
  return first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168)
}

/** The host of an http or https URL as it was typed, without brackets; '' where there is none. A `\` ends it as a `/` does. */
export const hostOf = (url: string): string =>
  (/^https?:\/\/(?:[^/\\?#]*@)?(\[[^\]]*\]|[^/\\:?#]*)/i.exec(url)?.[1] ?? '').replace(/^\[|\]$/g, '')

/**
 * Whether an address may be the host's own machine or its link: `localhost`, 127/8, 0/8, 169.254/16, ::1, ::, fe80::/10,
 * an IPv4 one in IPv6's clothes, and every writing that a program may read as one (`127.1`, `0x7f000001`, `%31`).
 * @param host a name or an address as it was typed, without brackets
 */
export function isHostAddress(host: string): boolean {
  if (host.includes(':')) return /^(0*:|fe[89ab][0-9a-f]:)/i.test(host)
  const name = host.toLowerCase().replace(/\.$/, '')
  if (!/^[a-z0-9.-]+$/.test(name) || /(^|\.)localhost$/.test(name)) return true
  const numbers = numbersOf(name)
  // The last label of a name is never a number: this is an address that is not written as one.
  if (numbers === undefined) return /(^|\.)(0x[0-9a-f]*|[0-9]+)$/.test(name)
  const [first, second] = numbers
  return first === 127 || first === 0 || (first === 169 && second === 254)
}

/**
 * Whether a printer is one of the local network's, at a printer's port.
 * @param isOwn whether an address is one of the host's machine
 */
export function isNetworkPrinter(address: string, isOwn: (address: string) => boolean): boolean {
  const place = readAddress(address)
  if (place === undefined || place.port < printerPorts.from || place.port > printerPorts.to) return false
  return isLocalNetwork(place.host) && !isOwn(place.host)
}
