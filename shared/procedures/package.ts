import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { canonicalJson } from '../contract/canonical.ts'
import { LocalDate } from '../contract/ids.ts'
import { RuleSet } from './catalogue.ts'

/** A terminal obeys controls, beside the key that whoever installs has to compare. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u)
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** What a package of rules says of itself. */
export const PackageManifest = z.strictObject({
  name: line,
  version: z.string().regex(/^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$/),
  issuer: line,
  issuedOn: LocalDate,
  /** Past this day, every checklist that it gives says « à vérifier ». */
  reviewBy: LocalDate,
  notes: z.string().max(4000),
})
export type PackageManifest = z.infer<typeof PackageManifest>

/** Rules apart from the program: a set, who issues it and until when, signed by Ed25519 (RFC 8032). Keys are in hexadecimal. */
export const RulePackage = z.strictObject({
  format: z.literal('guichet-regles/1'),
  manifest: PackageManifest,
  set: RuleSet,
  publicKey: hex(32),
  signature: hex(64),
})
export type RulePackage = z.infer<typeof RulePackage>

type Unsigned = Omit<RulePackage, 'signature' | 'format'>

/** What is signed: the package without its signature, in canonical JSON. */
const signedBytes = ({ manifest, set, publicKey }: Unsigned): Uint8Array =>
  utf8ToBytes(canonicalJson({ format: 'guichet-regles/1', manifest, set, publicKey }))

/** What names a package for ever: the SHA-256, in hexadecimal, of all that its signature covers. */
export const packageHash = (content: Unsigned): string => bytesToHex(sha256(signedBytes(content)))

/** A package, signed by the key that it names. */
export function signPackage(content: Unsigned, sign: (bytes: Uint8Array) => Uint8Array): RulePackage {
  return { format: 'guichet-regles/1', ...content, signature: bytesToHex(sign(signedBytes(content))) }
}

export type PackageFault = 'notPackage' | 'signature'

/** A package whose shape and signature hold, with its name; or what is wrong with it. Whether its key is trusted is the office's to say. */
export function openPackage(
  content: unknown,
): { readonly package: RulePackage; readonly hash: string } | { readonly fault: PackageFault } {
  const read = RulePackage.safeParse(content)
  if (!read.success) return { fault: 'notPackage' }
  const bytes = signedBytes(read.data)
  const { signature, publicKey } = read.data
  const signed = verifies(hexToBytes(signature), bytes, hexToBytes(publicKey))
  return signed ? { package: read.data, hash: bytesToHex(sha256(bytes)) } : { fault: 'signature' }
}

/** A key that is no point of the curve verifies nothing. */
function verifies(signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, publicKey, { zip215: false })
  } catch {
    return false
  }
}
