import { createHash, type X509Certificate } from 'node:crypto'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { Pin } from '../../shared/contract/network/calls.ts'

/** The port that an address is meant with when it says none. */
export const usualPort = 8443

/** A certificate's pin: the SHA-256 of its public key, whatever the certificate says around it. */
export const pinOf = (certificate: X509Certificate): Pin =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url') as Pin

/** The host's address as a person typed it (`192.168.1.20`, `accueil.mairie.example:8443`), as an origin; null for what is none. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim().replace(/^https:\/\//i, '')
  // An IPv6 address typed bare has colons that are no port.
  const bare = /^[0-9a-f:.]+$/i.test(text) && text.split(':').length > 2 ? `[${text}]` : text
  const url = URL.parse(`https://${bare}`)
  if (!url || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null
  // 443 is what a URL leaves out.
  const port = url.port !== '' ? url.port : /:443\/?$/.test(text) ? '443' : String(usualPort)
  return `https://${url.hostname}:${port}`
}

/** Thrown where another key than those known answers: someone else, or a host whose key was replaced without a word. */
export class OtherKeyError extends Error {}

/**
 * A TLS connection whose public key is known before a byte is said over it.
 * @param address an origin
 * @param pins the keys that are trusted; null trusts whichever answers, which the pairing then binds
 * @param patience milliseconds for the connection and the handshake
 * @throws OtherKeyError, or the system's error when nobody answers
 */
export function openTls(
  address: string,
  pins: readonly Pin[] | null,
  patience: number,
): Promise<{ readonly socket: TLSSocket; readonly pin: Pin }> {
  const { hostname, port } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      host,
      port: port === '' ? 443 : Number(port),
      // The pin is the trust: it is checked below, and no authority is asked.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
      ALPNProtocols: ['http/1.1'],
      ...(/^[0-9.]+$|:/.test(host) ? {} : { servername: host }),
    })
    const fail = (error: Error) => {
      clearTimeout(timer)
      socket.destroy()
      reject(error)
    }
    const closed = () => fail(new Error(`${address} closed`))
    const timer = setTimeout(() => fail(new Error(`no answer from ${address}`)), patience)
    socket.once('error', fail)
    socket.once('close', closed)
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate()
      if (!certificate) return fail(new OtherKeyError(`${address} has no certificate`))
      const pin = pinOf(certificate)
      if (pins !== null && !pins.includes(pin)) return fail(new OtherKeyError(`${address} has another key`))
      clearTimeout(timer)
      socket.off('close', closed)
      socket.off('error', fail)
      resolve({ socket, pin })
    })
  })
}
