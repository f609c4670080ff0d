import { type KeyObject, verify } from 'node:crypto'
import { hexadecimal, readElements, readTime } from '../../../../shared/identity/twoDDoc/der.ts'

/** A list of revoked certificates (RFC 5280 §5.1). Names and serial numbers are DER in hexadecimal. */
export type RevocationList = {
  readonly issuer: string
  readonly serials: ReadonlySet<string>
  /** Milliseconds; null when the list does not say. */
  readonly nextUpdate: number | null
  readonly isSignedBy: (key: KeyObject) => boolean
}

const digests: Readonly<Record<string, string>> = {
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
}

const timeTags = [0x17, 0x18]

/** Reads a revocation list, in DER or in PEM; `undefined` when it is none. */
export function readRevocationList(file: Buffer): RevocationList | undefined {
  const pem = /-----BEGIN X509 CRL-----([\s\S]+?)-----END X509 CRL-----/.exec(file.toString('latin1'))?.[1]
  const [list] = readElements(pem === undefined ? file : Buffer.from(pem, 'base64')) ?? []
  const [body, algorithm, signature] = (list && readElements(list.content)) ?? []
  if (body === undefined || algorithm === undefined || signature?.tag !== 0x03) return undefined
  const all = readElements(body.content)
  if (all === undefined) return undefined
  // The version, which the first version leaves out, then algorithm, issuer, dates, certificates, extensions.
  const [, issuer, ...rest] = all[0]?.tag === 0x02 ? all.slice(1) : all
  const dates = rest.filter(({ tag }) => timeTags.includes(tag)).map(readTime)
  const revoked = rest.find(({ tag }) => tag === 0x30)
  const entries = revoked === undefined ? [] : readElements(revoked.content)
  if (issuer?.tag !== 0x30 || dates.length === 0 || entries === undefined) return undefined
  const [kind] = readElements(algorithm.content) ?? []
  const digest = kind && digests[hexadecimal(kind.content)]
  return {
    issuer: hexadecimal(issuer.whole),
    serials: new Set(
      entries.map(({ content }) => hexadecimal(readElements(content)?.[0]?.content ?? content)),
    ),
    nextUpdate: dates[1] ?? null,
    isSignedBy: (key) =>
      digest !== undefined && signs(digest, body.whole, key, signature.content.subarray(1)),
  }
}

function signs(digest: string, body: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(digest, body, key, signature)
  } catch {
    // A key that is not of the algorithm.
    return false
  }
}
