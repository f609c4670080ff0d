import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DocumentFacts, DocumentSeal } from '../contract/documents/issued.ts'
import { documentKinds, type DocumentKind } from '../contract/documents/kinds.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { normalForm } from '../contract/letters.ts'

// What the QR code says, in plain ASCII so that every reader and every printer agrees on its bytes:
//
//   GUICHET1|RD-2026-318|mmk8q2a1|<office>|<key>|<hash>|4/1|Carte nationale d'identite|<signature>
//
// number · instant in milliseconds, base 36 · office's id and the first 6 bytes of its key's SHA-256 ·
// the seal's hash, which covers the facts' commitment and every document before · pieces presented and
// missing · the procedure, or the service. The signature covers all before its bar. Nothing that anyone typed about a
// person is in it: a code is read by whoever holds the paper. Codes of the first releases had the request's label there.

/** What a verified code proves. Hashes in hex; `label` is the procedure's id or the service in ASCII, 40 characters at most. */
export type CodeFacts = {
  readonly school: boolean
  readonly kind: DocumentKind
  readonly number: string
  readonly issuedAt: number
  readonly officeId: string
  readonly hash: string
  readonly presented: number
  readonly missing: number
  readonly label: string
}

/** What checking a code or a document says; each has its French sentence in `shared/messages/documents/verdicts.fr.ts`. */
export type Verdict =
  | ({ readonly is: 'authentic' } & CodeFacts)
  | { readonly is: 'altered' }
  | { readonly is: 'otherOffice' }
  | { readonly is: 'malformed' }

const labelLength = 40
const keyLength = 8

/** The request in printable ASCII without the separator: « œ » becomes « oe », accents go. */
export function asciiLabel(label: string): string {
  const plain = normalForm(
    'NFD',
    label
      .replaceAll('œ', 'oe')
      .replaceAll('Œ', 'OE')
      .replaceAll('æ', 'ae')
      .replaceAll('Æ', 'AE')
      .replaceAll('’', "'")
      .replaceAll('€', 'EUR'),
  )
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|\|/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return plain.length <= labelLength ? plain : `${plain.slice(0, labelLength - 3).trimEnd()}...`
}

const uuidBytes = (uuid: string): Uint8Array => hexToBytes(uuid.replaceAll('-', ''))

const uuidText = (bytes: Uint8Array): string =>
  bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The short name of a public key: enough to know another office's code from an altered one. */
const keyName = (publicKey: Uint8Array): string => toBase64url(sha256(publicKey)).slice(0, keyLength)

/** How many pieces a document says presented, and how many it asks for. */
function pieceCounts(facts: DocumentFacts): { readonly presented: number; readonly missing: number } {
  switch (facts.kind) {
    case 'recepisse':
    case 'attestation': {
      const count = (state: 'presented' | 'missing') =>
        facts.pieces.filter((piece) => piece.state === state).length
      return { presented: count('presented'), missing: count('missing') }
    }
    case 'accuse':
      return {
        presented: facts.pieces.filter(({ state }) => state === 'presented').length,
        missing: facts.incomplete?.pieces.length ?? 0,
      }
    case 'pieces':
    case 'original':
      return { presented: 0, missing: facts.pieces.length }
    case 'originaux':
      return { presented: facts.pieces.length, missing: 0 }
    default:
      return { presented: 0, missing: 0 }
  }
}

/** What the office signs for one document. */
export const codePayload = (facts: DocumentFacts, ...of: Signed): string =>
  payload(facts, facts.rule?.procedureId ?? facts.service, ...of)

/** What it signed in the first releases, whose codes named the request as it was typed: they still hold. */
export const firstPayload = (facts: DocumentFacts, ...of: Signed): string =>
  payload(facts, facts.label, ...of)

/** Of the document and of its office: `publicKey` is its Ed25519 key, 32 bytes. */
type Signed = readonly [seal: Pick<DocumentSeal, 'number' | 'hash'>, officeId: string, publicKey: Uint8Array]

function payload(facts: DocumentFacts, label: string, ...[seal, officeId, publicKey]: Signed): string {
  const { presented, missing } = pieceCounts(facts)
  return [
    facts.school ? 'SPECIMEN1' : 'GUICHET1',
    seal.number,
    facts.issuedAt.toString(36),
    toBase64url(uuidBytes(officeId)),
    keyName(publicKey),
    toBase64url(hexToBytes(seal.hash)),
    `${presented}/${missing}`,
    asciiLabel(label),
  ].join('|')
}

type Parsed = { facts: CodeFacts; payload: string; key: string; signature: Uint8Array }

function parse(code: string): Parsed | undefined {
  if (!/^[\x20-\x7e]{1,600}$/.test(code)) return undefined
  const [head, number, at, office, key, hash, counts, label, signed, ...rest] = code.split('|')
  if (label === undefined || signed === undefined || key === undefined || rest.length > 0) return undefined
  if (head !== 'GUICHET1' && head !== 'SPECIMEN1') return undefined
  const letters = /^([A-Z]{2})-[0-9]{4}-[1-9][0-9]{0,8}$/.exec(number ?? '')?.[1]
  const kinds = Object.keys(documentKinds) as DocumentKind[]
  const kind = kinds.find((one) => documentKinds[one] === letters)
  const [, presented, missing] = /^([0-9]{1,3})\/([0-9]{1,3})$/.exec(counts ?? '') ?? []
  const officeBytes = fromBase64url(office ?? '')
  const hashBytes = fromBase64url(hash ?? '')
  const signature = fromBase64url(signed)
  if (!kind || number === undefined || presented === undefined || missing === undefined) return undefined
  if (!/^[0-9a-z]{1,11}$/.test(at ?? '') || key.length !== keyLength) return undefined
  if (officeBytes?.length !== 16 || hashBytes?.length !== 32 || signature?.length !== 64) return undefined
  return {
    facts: {
      school: head === 'SPECIMEN1',
      kind,
      number,
      issuedAt: Number.parseInt(at ?? '', 36),
      officeId: uuidText(officeBytes),
      hash: bytesToHex(hashBytes),
      presented: Number(presented),
      missing: Number(missing),
      label,
    },
    payload: code.slice(0, code.lastIndexOf('|')),
    key,
    signature,
  }
}

/**
 * Checks a code offline, with nothing but the office's public key. Never throws, whatever it is given.
 * @param publicKey Ed25519, base64url of 32 bytes
 */
export function verifyCode(code: string, publicKey: string): Verdict {
  const key = fromBase64url(publicKey)
  const parsed = parse(code)
  if (!parsed || key?.length !== 32) return { is: 'malformed' }
  if (parsed.key !== keyName(key)) return { is: 'otherOffice' }
  return isSigned(parsed, key) ? { is: 'authentic', ...parsed.facts } : { is: 'altered' }
}

/** Strict RFC 8032 verification: noble throws on a key that is not a point of the curve. */
function isSigned({ payload, signature }: Parsed, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, utf8ToBytes(payload), key, { zip215: false })
  } catch {
    return false
  }
}
