import { hexadecimal, readElements, readTime } from './der.ts'
import type { Curve } from './signature.ts'

/** What of a signer's certificate its codes are verified with. Plain data: it goes to a page as it is. */
export type TrustedCertificate = {
  readonly curve: Curve
  /** The point (SEC 1 §2.3.3) in hexadecimal. */
  readonly publicKey: string
  /** Milliseconds. */
  readonly notBefore: number
  readonly notAfter: number
}

/** What of a certificate tells it from others: for lists of revocation. DER in hexadecimal. */
type CertificateIdentity = { readonly issuer: string; readonly serial: string }

const ecPublicKey = '2a8648ce3d0201'
const curves: Readonly<Record<string, Curve>> = {
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
}
/** Bytes of a coordinate. */
const coordinate: Readonly<Record<Curve, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/**
 * Reads an X.509 certificate (RFC 5280 §4.1) in DER: its period and its key on one of the three curves of the
 * standard (ANTS, 2D-Doc v3.2.6, §3.5.2); `undefined` for anything else. It verifies no chain: who calls trusts
 * the certificate for a reason of its own.
 */
export function readCertificate(der: Uint8Array): (TrustedCertificate & CertificateIdentity) | undefined {
  const [certificate] = readElements(der) ?? []
  const [body] = certificate?.tag === 0x30 ? (readElements(certificate.content) ?? []) : []
  const parts = body && readElements(body.content)
  // The version, which the first version leaves out, then serial, algorithm, issuer, period, subject, key.
  const [serial, , issuer, period, , key] = (parts ?? []).slice(parts?.[0]?.tag === 0xa0 ? 1 : 0)
  if (serial === undefined || issuer === undefined || period === undefined || key === undefined)
    return undefined
  const [from, to] = readElements(period.content) ?? []
  const notBefore = from && readTime(from)
  const notAfter = to && readTime(to)
  const point = readKey(key.content)
  if (notBefore === undefined || notAfter === undefined || point === undefined) return undefined
  return {
    ...point,
    notBefore,
    notAfter,
    issuer: hexadecimal(issuer.whole),
    serial: hexadecimal(serial.content),
  }
}

/** The curve and the point of a SubjectPublicKeyInfo's content (RFC 5480 §2). */
function readKey(content: Uint8Array): Pick<TrustedCertificate, 'curve' | 'publicKey'> | undefined {
  const [algorithm, bits] = readElements(content) ?? []
  const [kind, parameters] = (algorithm && readElements(algorithm.content)) ?? []
  if (bits?.tag !== 0x03 || bits.content[0] !== 0) return undefined
  if (kind === undefined || parameters === undefined || hexadecimal(kind.content) !== ecPublicKey)
    return undefined
  const curve = curves[hexadecimal(parameters.content)]
  const point = bits.content.subarray(1)
  if (curve === undefined) return undefined
  // Whole, or one coordinate and the sign of the other: the library refuses what is on no curve.
  const length = point[0] === 4 ? 2 * coordinate[curve] : coordinate[curve]
  if (point.length !== 1 + length) return undefined
  return { curve, publicKey: hexadecimal(point) }
}
