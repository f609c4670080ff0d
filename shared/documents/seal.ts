import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../contract/canonical.ts'
import type { DocumentFacts, DocumentSeal } from '../contract/documents/issued.ts'
import { documentKinds } from '../contract/documents/kinds.ts'
import { IssuedDocument } from '../contract/documents/issued.ts'
import type { DocumentId, DocumentNumber } from '../contract/ids.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { localDay } from './localDay.ts'
import type { Verdict } from './code.ts'
import { codePayload, firstPayload, verifyCode } from './code.ts'
import { missingMentions } from './mentions.ts'

/** What comes before the first document of a kind and year. */
export const firstPrevious = '0'.repeat(64)

const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The year whose series a document belongs to: the calendar year where the office is, not in UTC. */
export const documentYear = (at: number, zone: string): number => Number(localDay(at, zone).split('-')[0])

/** SHA-256 of salt and canonical facts, hex: forgetting both leaves a number that says nothing of anyone. */
export const commitmentOf = (salt: string, facts: unknown): string => hex(salt + canonicalJson(facts))

/**
 * What a link of the chain is the SHA-256 of: all that the journal keeps of a document, the link before it included. It is
 * the canonical JSON of these members, written at once: a year's journal asks for it a hundred thousand times.
 */
export const sealedText = (seal: Omit<DocumentSeal, 'hash' | 'signature'>): string =>
  `{"commitment":${quoted(seal.commitment)},"documentId":${quoted(seal.documentId)},"issuedAt":${seal.issuedAt},` +
  `"kind":${quoted(seal.kind)},"number":${quoted(seal.number)},"previous":${quoted(seal.previous)},"year":${seal.year}}`

const quoted = (text: string): string => JSON.stringify(text)

const sealHash = (seal: Omit<DocumentSeal, 'hash' | 'signature'>): string => hex(sealedText(seal))

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 50 bits of the seal's hash, in letters that can't be taken for one another on the telephone. */
export function shortCodeOf(hash: string): string {
  let bits = BigInt(`0x${hash.slice(0, 16)}`) >> 14n
  let text = ''
  for (let at = 0; at < 10; at++) {
    text = `${crockford[Number(bits & 31n)]}${text}`
    bits >>= 5n
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

export type Issue = {
  readonly facts: DocumentFacts
  readonly documentId: DocumentId
  /** At least 128 random bits as text; kept beside the facts and erased with them. */
  readonly salt: string
  /** The last document of this kind in `documentYear(facts.issuedAt, facts.zone)`; null for the first. */
  readonly previous: { readonly count: number; readonly hash: string } | null
  readonly officeId: string
  /** The office's Ed25519 public key, base64url of 32 bytes. */
  readonly publicKey: string
  /** Ed25519 with the office's secret key: 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/**
 * Numbers, chains and signs a document. Pure and deterministic: the same facts give the same code.
 * @throws RangeError when a mandatory mention lacks or the key is not one: the domain refuses before
 */
export function issueDocument({
  facts,
  documentId,
  salt,
  previous,
  officeId,
  publicKey,
  sign,
}: Issue): IssuedDocument {
  const missing = missingMentions(facts)
  if (missing.length > 0) {
    throw new RangeError(`document without mandatory mention: ${missing.map((m) => m.mention).join(', ')}`)
  }
  const key = fromBase64url(publicKey)
  if (key?.length !== 32) throw new RangeError('the public key is not 32 bytes of base64url')
  const year = documentYear(facts.issuedAt, facts.zone)
  const number = `${documentKinds[facts.kind]}-${year}-${(previous?.count ?? 0) + 1}` as DocumentNumber
  const linked = {
    documentId,
    kind: facts.kind,
    number,
    year,
    issuedAt: facts.issuedAt,
    commitment: commitmentOf(salt, facts),
    previous: previous?.hash ?? firstPrevious,
  }
  const hash = sealHash(linked)
  const payload = codePayload(facts, { number, hash }, officeId, key)
  const signature = toBase64url(sign(utf8ToBytes(payload)))
  return {
    facts,
    seal: { ...linked, hash, signature },
    salt,
    code: `${payload}|${signature}`,
    shortCode: shortCodeOf(hash),
  }
}

/**
 * Checks a whole document: its code, and that every fact, the seal and the short code are what was signed.
 * Never throws. A document whose code is authentic but whose facts changed is `altered`.
 * @param publicKey Ed25519, base64url of 32 bytes
 */
export function verifyFacts(document: unknown, publicKey: string): Verdict {
  const read = IssuedDocument.safeParse(document)
  if (!read.success) return { is: 'malformed' }
  // What was hashed is what was given: the schema trims some texts, which must not hide a change.
  const { facts, seal, salt, code, shortCode } = document as IssuedDocument
  const verdict = verifyCode(code, publicKey)
  if (verdict.is !== 'authentic') return verdict
  const key = fromBase64url(publicKey) ?? new Uint8Array()
  const holds =
    seal.commitment === commitmentOf(salt, facts) &&
    seal.hash === sealHash(seal) &&
    seal.issuedAt === facts.issuedAt &&
    seal.kind === facts.kind &&
    seal.kind === verdict.kind &&
    shortCode === shortCodeOf(seal.hash) &&
    [codePayload, firstPayload].some(
      (payload) => code === `${payload(facts, seal, verdict.officeId, key)}|${seal.signature}`,
    )
  return holds ? verdict : { is: 'altered' }
}
