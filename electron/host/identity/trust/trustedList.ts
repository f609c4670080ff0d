import { X509Certificate } from 'node:crypto'
import { DOMParser } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'

/** Who signed a list, and how to know the signer again. */
type Signer = {
  readonly name: string
  /** SHA-256 of the certificate, in hexadecimal without separators. */
  readonly fingerprint: string
}

/** A trusted list (ETSI TS 119 612) whose own signature is right. Instants in milliseconds. */
export type TrustedList = {
  readonly number: string
  readonly issuedAt: number
  readonly nextUpdate: number
  readonly signer: Signer
  /** Certificates of the services in accord, by the authority's identifier (« FR03 »), in DER. */
  readonly authorities: ReadonlyMap<string, readonly Buffer[]>
}

const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const tsl = 'http://uri.etsi.org/02231/v2#'
const filter2 = 'http://www.w3.org/2002/06/xmldsig-filter2'
const inAccord = 'http://uri.etsi.org/TrstSvc/Svcstatus/inaccord'
const signatureMethods = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
] as const

/** The list of ANTS weighs 35 kB. */
const longest = 4_000_000

/** Why a list is refused: what a person reads. */
export class TrustedListError extends Error {}

/**
 * Reads a trusted list and checks its own signature (XML-DSig, XAdES). It does not say whether the signer is the
 * one to believe: `signer` is for who calls to compare. Only what the signature covers is read.
 * @throws TrustedListError with the sentence to show
 */
export function readTrustedList(xml: string): TrustedList {
  const document = parsed(xml)
  const signatures = Array.from(document.getElementsByTagNameNS(dsig, 'Signature'))
  const [signature] = signatures
  // One signature, of the whole: a second could cover a part while the rest is read.
  if (signature === undefined || signatures.length > 1 || signature.parentNode !== document.documentElement)
    throw new TrustedListError('La liste de confiance doit porter une signature, et une seule.')
  const certificate = signerOf(signature)
  const signed = signedWhole(xml, signature, certificate)
  const root = parsed(signed).documentElement
  if (root?.namespaceURI !== tsl || root.localName !== 'TrustServiceStatusList')
    throw new TrustedListError('Ce fichier n’est pas une liste de confiance.')
  const issuedAt = Date.parse(textOf(root, 'ListIssueDateTime'))
  const nextUpdate = Date.parse(textOf(root, 'NextUpdate'))
  if (Number.isNaN(issuedAt) || Number.isNaN(nextUpdate) || nextUpdate <= issuedAt)
    throw new TrustedListError('Les dates de la liste de confiance ne sont pas lisibles.')
  if (issuedAt < Date.parse(certificate.validFrom) || issuedAt > Date.parse(certificate.validTo))
    throw new TrustedListError('La liste est datée hors de la période du certificat qui l’a signée.')
  return {
    number: textOf(root, 'TSLSequenceNumber'),
    issuedAt,
    nextUpdate,
    signer: {
      name: /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject,
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    },
    authorities: authoritiesOf(root),
  }
}

function parsed(xml: string): Document {
  // An entity of one's own could make the text read another than the one signed, or endless.
  // A CDATA section that is never closed is read again from each of its beginnings.
  const unclosed = xml.lastIndexOf('<![CDATA[') > xml.lastIndexOf(']]>')
  if (xml.length > longest || xml.includes('<!DOCTYPE') || unclosed)
    throw new TrustedListError('Ce fichier n’est pas une liste de confiance.')
  const refuse = () => {
    throw new TrustedListError('La liste de confiance n’est pas du XML correct.')
  }
  return new DOMParser({
    errorHandler: { warning: () => {}, error: refuse, fatalError: refuse },
  }).parseFromString(xml.replace(/^\ufeff/, ''), 'text/xml')
}

function signerOf(signature: Element): X509Certificate {
  const text = signature.getElementsByTagNameNS(dsig, 'X509Certificate')[0]?.textContent ?? ''
  try {
    return new X509Certificate(Buffer.from(text, 'base64'))
  } catch {
    throw new TrustedListError('Le certificat qui a signé la liste n’est pas lisible.')
  }
}

/** `subtract /descendant::ds:Signature` (XML-Signature XPath Filter 2.0): the whole document but its signature. */
class WithoutSignature {
  process(node: Node): Node {
    const element = node as Element
    for (const one of Array.from(element.getElementsByTagNameNS(dsig, 'Signature')))
      one.parentNode?.removeChild(one)
    return node
  }

  getAlgorithmName(): string {
    return filter2
  }
}

/** The canonical text of the whole that the signature covers. */
function signedWhole(xml: string, signature: Element, certificate: X509Certificate): string {
  const filters = Array.from(signature.getElementsByTagNameNS(filter2, 'XPath'))
  const known = filters.every(
    (one) =>
      one.getAttribute('Filter') === 'subtract' && one.textContent?.trim() === '/descendant::ds:Signature',
  )
  if (!known) throw new TrustedListError('La signature de la liste suit une méthode inconnue.')
  const check = new SignedXml({ publicCert: certificate.toString() })
  check.CanonicalizationAlgorithms = { ...check.CanonicalizationAlgorithms, [filter2]: WithoutSignature }
  check.SignatureAlgorithms = Object.fromEntries(
    signatureMethods.map((name) => [name, check.SignatureAlgorithms[name]]),
  ) as typeof check.SignatureAlgorithms
  try {
    check.loadSignature(signature)
    if (check.checkSignature(xml.replace(/^\ufeff/, ''))) {
      const whole = check.getSignedReferences().find((one) => one.includes('TrustServiceStatusList'))
      if (whole !== undefined) return whole
    }
  } catch {
    // The library throws for what it can't follow as for what is false: neither is believed.
  }
  throw new TrustedListError('La signature de la liste de confiance est fausse.')
}

const textOf = (element: Element, name: string): string =>
  element.getElementsByTagNameNS(tsl, name)[0]?.textContent?.trim() ?? ''

function authoritiesOf(root: Element): ReadonlyMap<string, readonly Buffer[]> {
  const authorities = new Map<string, Buffer[]>()
  for (const provider of Array.from(root.getElementsByTagNameNS(tsl, 'TrustServiceProvider'))) {
    // The identifier of 2D-Doc is the provider's trade name.
    const [trade] = Array.from(provider.getElementsByTagNameNS(tsl, 'TSPTradeName'))
    const id = Array.from(trade?.getElementsByTagNameNS(tsl, 'Name') ?? [])
      .map((name) => name.textContent?.trim() ?? '')
      .find((name) => /^[A-Z]{2}[A-Z0-9]{2}$/.test(name))
    if (id === undefined) continue
    const kept = authorities.get(id) ?? []
    for (const service of Array.from(provider.getElementsByTagNameNS(tsl, 'ServiceInformation'))) {
      if (textOf(service, 'ServiceStatus') !== inAccord) continue
      for (const one of Array.from(service.getElementsByTagNameNS(tsl, 'X509Certificate')))
        kept.push(Buffer.from(one.textContent ?? '', 'base64'))
    }
    authorities.set(id, kept)
  }
  return authorities
}
