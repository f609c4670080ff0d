import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

// What announces an update: which version, its files to the byte, signed by who makes the packages. electron-updater
// checks signatures on Windows alone; this one holds everywhere, and a server that lies is not followed.

const Version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

/** The kinds of package that know how to replace themselves. */
const packageKinds = ['AppImage', 'nsis', 'mac'] as const
export type PackageKind = (typeof packageKinds)[number]

export const UpdateManifest = z.strictObject({
  version: Version,
  /** The oldest version that this one may replace at once; of a way back, the only one. */
  from: Version,
  /** An older version on purpose: an office that has `from`, and no other, goes back to it. */
  back: z.boolean().default(false),
  files: z
    .array(
      z.strictObject({
        /** A name in the same folder, never a path. */
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/),
        kind: z.enum(packageKinds),
        arch: z.enum(['x64', 'arm64']),
        /** Bytes. */
        size: z.int().positive(),
        /** SHA-512, in base64. */
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
      }),
    )
    .min(1)
    .max(50),
})
export type UpdateManifest = z.infer<typeof UpdateManifest>
export type UpdateFile = UpdateManifest['files'][number]

/** As it is published: the manifest's own text, and its Ed25519 signature in base64. */
const Published = z.strictObject({ manifest: z.string().max(100_000), signature: z.string() })

/** The longest text of it that is read, in bytes: each character of a manifest may be written in six. */
export const longestPublished = 700_000

/** The name of what is published, beside the packages. */
export const manifestName = 'guichet-update.json'

/**
 * What a version brings, for whom decides when it is installed: signed as the manifest is, and a file apart, because a manifest
 * with one more key is refused whole by the versions of before.
 */
export const notesName = 'guichet-update-notes.json'
const Notes = z.strictObject({ version: Version, notes: z.string().max(4000) })

/** The notes of that version, if they are signed by the key; null: they are another's, or nobody's. */
export function readNotes(text: string, key: string, version: string): string | null {
  const published = parsed(Published, text)
  if (!published || !isSigned(published, key)) return null
  const notes = parsed(Notes, published.manifest)
  return notes?.version === version ? notes.notes : null
}

/** An Ed25519 public key before its 32 bytes (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex')

export type Announced =
  | { readonly update: UpdateManifest }
  | { readonly refused: 'unreadable' | 'notSigned' | 'tooOld' }
  /** The version that is here, or an older one that nobody asked to go back to. */
  | { readonly same: true }

/**
 * What is published, if it is signed by the key and is for the version that is here.
 * @param key raw, in base64
 */
export function readAnnounced(text: string, key: string, here: string): Announced {
  const published = parsed(Published, text)
  if (!published) return { refused: 'unreadable' }
  if (!isSigned(published, key)) return { refused: 'notSigned' }
  const update = parsed(UpdateManifest, published.manifest)
  if (!update) return { refused: 'unreadable' }
  const order = compareVersions(update.version, here)
  // An old manifest served again is signed too, for ever: only one that says so goes back, and from that very version, so
  // that a way back of long ago undoes nothing that came since.
  if (order === 0 || (order < 0 && !(update.back && update.from === here))) return { same: true }
  return compareVersions(here, update.from) < 0 ? { refused: 'tooOld' } : { update }
}

function isSigned({ manifest, signature }: z.infer<typeof Published>, key: string): boolean {
  const publicKey = createPublicKey({
    key: Buffer.concat([spki, Buffer.from(key, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, Buffer.from(manifest), publicKey, Buffer.from(signature, 'base64'))
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Negative when the first comes before the second. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  const differs = a?.findIndex((part, index) => part !== b?.[index]) ?? -1
  return differs < 0 ? 0 : (a?.[differs] ?? 0) - (b?.[differs] ?? 0)
}
