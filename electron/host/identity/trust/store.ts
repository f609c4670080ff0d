import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCertificate, type TrustedCertificate } from '../../../../shared/identity/twoDDoc/certificate.ts'
import type { Trust } from '../../../../shared/identity/twoDDoc/trust.ts'
import { frenchDay } from '../../../../shared/identity/twoDDoc/values.ts'
import { readRevocationList } from './revocations.ts'
import { readTrustedList, type TrustedList, TrustedListError } from './trustedList.ts'

// A folder of trust, for an office without network:
//
//   CA-ID.pem        the certificate ID of the authority CA (« FR03-AV01.pem »), PEM or DER
//   *.crl            lists of revoked certificates, PEM or DER
//   revoked.txt      certificates known as revoked otherwise, one CA-ID a line
//   liste.xml        the trusted list of ANTS, as imported, with in
//   liste.signer     the fingerprint of the one who may sign it
//
// Without a list, each certificate is trusted as given: who can write in the folder answers for it. With one, a
// certificate must have been issued by an authority of the list.

export const listFile = 'liste.xml'
export const signerFile = 'liste.signer'

/** What a folder of trust holds. */
export type TrustStore = {
  readonly trust: Trust
  readonly list: TrustedList | null
  /** What was left aside, or is out of date, in sentences. */
  readonly notes: readonly string[]
}

/** Issuer and serial number tell a certificate in a revocation list. */
type Held = TrustedCertificate & {
  readonly issuer: string
  readonly serial: string
  readonly x509: X509Certificate
}

const certificateFile = /^([A-Z]{2}[A-Z0-9]{2})-([A-Z0-9]{4,5})\.(?:pem|crt|cer|der)$/i

/**
 * Reads a folder of trust; one that is not there trusts nobody.
 * @param now milliseconds: a list past its date still serves, and is said to be out of date
 * @throws the system's error when the folder can't be read
 */
export function readTrustStore(folder: string, now: number): TrustStore {
  const notes: string[] = []
  if (!existsSync(folder)) return { trust: { certificates: {}, revoked: [] }, list: null, notes }
  const names = readdirSync(folder).toSorted()
  const list = names.includes(listFile) ? listOf(folder, now, notes) : null
  const held = new Map<string, Held>()
  for (const name of names) {
    const [, authority, id] = certificateFile.exec(name) ?? []
    if (authority === undefined || id === undefined) continue
    const certificate = certificateOf(readFileSync(join(folder, name)))
    if (certificate === undefined)
      notes.push(
        `${name} n’est pas un certificat X.509 d’une clé P-256, P-384 ou P-521 : il est laissé de côté.`,
      )
    else if (
      list !== null &&
      !issuedBy(list.authorities.get(authority.toUpperCase()) ?? [], certificate.x509)
    )
      notes.push(
        `${name} n’a pas été émis par une autorité de la liste de confiance : il est laissé de côté.`,
      )
    else held.set(`${authority}-${id}`.toUpperCase(), certificate)
  }
  const revoked = [...listedRevoked(folder, names), ...revokedByLists(folder, names, held, list, now, notes)]
  const certificates = Object.fromEntries(
    [...held].map(([name, { curve, publicKey, notBefore, notAfter }]) => [
      name,
      { curve, publicKey, notBefore, notAfter },
    ]),
  )
  return { trust: { certificates, revoked }, list, notes }
}

function certificateOf(file: Buffer): Held | undefined {
  try {
    const x509 = new X509Certificate(file)
    const read = readCertificate(x509.raw)
    return read && { ...read, x509 }
  } catch {
    return undefined
  }
}

function issuedBy(authorities: readonly Buffer[], certificate: X509Certificate): boolean {
  return authorities.some((der) => {
    try {
      const authority = new X509Certificate(der)
      return certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
    } catch {
      return false
    }
  })
}

/** The list kept in the folder, if it is still the one that its pinned signer signed. */
function listOf(folder: string, now: number, notes: string[]): TrustedList | null {
  try {
    const list = readTrustedList(readFileSync(join(folder, listFile), 'utf8'))
    const signer = existsSync(join(folder, signerFile))
      ? readFileSync(join(folder, signerFile), 'utf8').trim()
      : ''
    if (signer !== list.signer.fingerprint)
      throw new TrustedListError('La liste de confiance n’est pas signée par le signataire retenu.')
    if (list.nextUpdate < now) notes.push(staleSentence(list))
    return list
  } catch (error) {
    if (!(error instanceof TrustedListError)) throw error
    notes.push(`${error.message} Elle n’est pas utilisée.`)
    return null
  }
}

/** « La liste de confiance no 22, du 25 août 2025, devait être remplacée… » */
export const staleSentence = ({ number, issuedAt, nextUpdate }: TrustedList): string =>
  `La liste de confiance no ${number}, du ${dayOf(issuedAt)}, devait être remplacée le ${dayOf(nextUpdate)} : les autorités retirées depuis ne sont pas connues ici.`

const dayOf = (instant: number): string => frenchDay(new Date(instant).toISOString().slice(0, 10))

function listedRevoked(folder: string, names: readonly string[]): readonly string[] {
  if (!names.includes('revoked.txt')) return []
  return readFileSync(join(folder, 'revoked.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim().toUpperCase())
    .filter((line) => /^[A-Z]{2}[A-Z0-9]{2}-[A-Z0-9]{4,5}$/.test(line))
}

function revokedByLists(
  folder: string,
  names: readonly string[],
  held: ReadonlyMap<string, Held>,
  list: TrustedList | null,
  now: number,
  notes: string[],
): readonly string[] {
  const revoked: string[] = []
  for (const name of names.filter((one) => /\.crl$/i.test(one))) {
    const crl = readRevocationList(readFileSync(join(folder, name)))
    if (crl === undefined) {
      notes.push(`${name} n’est pas une liste de révocation lisible : elle est laissée de côté.`)
      continue
    }
    if (crl.nextUpdate !== null && crl.nextUpdate < now)
      notes.push(
        `${name} devait être remplacée le ${dayOf(crl.nextUpdate)} : les révocations faites depuis ne sont pas connues ici.`,
      )
    for (const [id, { issuer, serial }] of held) {
      if (issuer !== crl.issuer || !crl.serials.has(serial)) continue
      const keys = (list?.authorities.get(id.slice(0, 4)) ?? []).map(
        (der) => new X509Certificate(der).publicKey,
      )
      // Without the authority's own key the list is believed: it can only refuse.
      if (keys.length === 0 || keys.some((key) => crl.isSignedBy(key))) revoked.push(id)
      else notes.push(`${name} n’est pas signée par l’autorité qu’elle nomme : elle est laissée de côté.`)
    }
  }
  return revoked
}
