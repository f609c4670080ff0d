import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Pin } from '../../../shared/contract/network/calls.ts'
import { plainFile } from '../core/plainFile.ts'
import { pinOf } from '../../lan/pin.ts'

/** A certificate with its key, as the door serves them. Instants are the certificate's own. */
export type Credentials = {
  readonly pin: Pin
  /** PEM: the certificate, then those that sign it. */
  readonly chain: string
  readonly key: string
  readonly from: Instant
  readonly until: Instant
  readonly names: readonly string[]
}

/** A browser accepts none that is worth longer, in days. */
const worthDays = 397
const day = 86_400_000

/** A new private key: P-256, which every browser has. */
export const newKey = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

/**
 * A certificate of the host's own for a key, worth a little more than a year. Programs trust the key whatever the
 * certificate says; the names are for browsers.
 * @param names addresses and names of the host
 */
export async function ownCertificate(
  key: string,
  names: readonly string[],
  now: number,
): Promise<Credentials> {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string
  // Once a year: its library is not read at each start.
  const { generate } = await import('selfsigned')
  const { cert } = await generate([{ name: 'commonName', value: 'Guichet' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    keyPair: { privateKey: key, publicKey },
    // A station's clock may be a little behind.
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + worthDays * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  })
  return credentialsOf(cert, key)
}

/** What two PEM texts are. @throws when they are none */
export function credentialsOf(chain: string, key: string): Credentials {
  const certificate = new X509Certificate(chain)
  return {
    pin: pinOf(certificate),
    chain,
    key,
    // As text: the dates themselves came with Node 22.10, and Electron 33 has Node 20.
    from: Date.parse(certificate.validFrom) as Instant,
    until: Date.parse(certificate.validTo) as Instant,
    names: namesOf(certificate),
  }
}

const namesOf = ({ subjectAltName }: X509Certificate): string[] =>
  (subjectAltName ?? '').split(', ').flatMap((name) => {
    const value = /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1]
    return value === undefined ? [] : [value]
  })

/**
 * The office's own certificate, from its two files.
 * @returns what is wrong with it, in French, when it can't serve
 */
export function officeCertificate(
  { chainFile, keyFile }: { readonly chainFile: string; readonly keyFile: string },
  now: number,
): { readonly credentials: Credentials } | { readonly problem: string } {
  const chain = read(chainFile)
  if (chain === undefined) return { problem: `le fichier « ${chainFile} » ne peut pas être lu` }
  const key = read(keyFile)
  if (key === undefined) return { problem: `le fichier « ${keyFile} » ne peut pas être lu` }
  let credentials: Credentials
  try {
    credentials = credentialsOf(chain, key)
  } catch {
    return { problem: `« ${chainFile} » n’est pas un certificat PEM` }
  }
  try {
    if (!new X509Certificate(chain).checkPrivateKey(createPrivateKey(key)))
      return { problem: `la clé de « ${keyFile} » n’est pas celle du certificat` }
  } catch {
    return { problem: `« ${keyFile} » n’est pas une clé PEM sans mot de passe` }
  }
  if (credentials.until <= now) return { problem: `ce certificat a fini le ${dated(credentials.until)}` }
  if (credentials.from > now) return { problem: `ce certificat commence le ${dated(credentials.from)}` }
  return { credentials }
}

const dated = (at: number): string =>
  new Date(at).toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

const read = (file: string): string | undefined => {
  try {
    return readFileSync(plainFile(file), 'utf8')
  } catch {
    return undefined
  }
}
