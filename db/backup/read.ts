import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { openArchive, type ArchiveEntry, type Opener } from './archive.ts'
import { BackupError } from './errors.ts'
import { Manifest, manifestName, signatureName } from './manifest.ts'
import { clashingNames, isHeldName, placeIn } from './names.ts'
import { isSigned, Signature } from '../journal/signature.ts'

const largestManifest = 4 * 1024 * 1024
const largestSignature = 1024

/** What a backup says of itself, and the public key that signed it; null for one that no key signed. */
export type Said = { readonly manifest: Manifest; readonly signer: string | null }

/**
 * Reads a whole backup and compares every file with what its manifest says.
 * @throws BackupError when it isn't one, or isn't whole
 */
export const readBackup = (file: string, opener?: Opener): Promise<Said> =>
  through(file, opener, null, () => {})

/**
 * The same, its files written into a new folder, which is taken away whole when anything fails.
 * @param into a folder that isn't there yet, in one that is
 * @param admit throws to refuse the backup by what it says, before any file of it is written
 */
export async function unpackBackup(
  file: string,
  opener: Opener | undefined,
  into: string,
  admit: (said: Said) => void = () => {},
): Promise<Said> {
  await mkdir(into, { mode: 0o700 })
  try {
    return await through(file, opener, into, admit)
  } catch (cause) {
    await rm(into, { recursive: true, force: true })
    throw cause
  }
}

/**
 * What a backup in clear says of itself, without reading its files.
 * @throws BackupError when it isn't one
 */
export async function peekBackup(file: string): Promise<Said> {
  let said: Said | undefined
  await readHead(file, undefined, (head) => {
    said = head
    return null
  })
  if (said === undefined) throw new BackupError(backups.notABackup)
  return said
}

type Measured = { readonly bytes: number; readonly sha256: string }

async function through(
  file: string,
  opener: Opener | undefined,
  into: string | null,
  admit: (said: Said) => void,
): Promise<Said> {
  const seen = new Map<string, Measured>()
  let said: Said | undefined
  await readHead(file, opener, async (head) => {
    said = head
    admit(head)
    if (into !== null) await requireRoom(into, head.manifest)
    return async (entry) => {
      const listed = head.manifest.files.find(({ name }) => name === entry.name)
      if (listed?.bytes !== entry.bytes || seen.has(entry.name)) throw new BackupError(backups.notWhole)
      seen.set(entry.name, await taken(entry, into))
    }
  })
  if (said === undefined) throw new BackupError(backups.notABackup)
  for (const { name, bytes, sha256 } of said.manifest.files) {
    const found = seen.get(name)
    if (found?.bytes !== bytes || found.sha256 !== sha256) throw new BackupError(backups.notWhole)
  }
  return said
}

/** Takes the files that come after the manifest; null where none is wanted. */
type Follow = ((entry: ArchiveEntry) => Promise<void>) | null

/** Opens a backup up to its signature, then gives each of its files to whoever follows. */
async function readHead(
  file: string,
  opener: Opener | undefined,
  begin: (said: Said) => Follow | Promise<Follow>,
): Promise<void> {
  let text: Buffer | undefined
  let follow: Follow | undefined
  await openArchive(file, opener, async (entry) => {
    if (text === undefined) {
      text = await wholeOf(entry, manifestName, largestManifest)
      const said = saidIn(text, null)
      if (said.manifest.format === 2) return 'on'
      follow = await begin(said)
    } else if (follow === undefined) {
      follow = await begin(saidIn(text, await wholeOf(entry, signatureName, largestSignature)))
    } else await follow?.(entry)
    return follow === null ? 'enough' : 'on'
  })
}

/** A small entry, which must be the one expected. */
async function wholeOf({ name, bytes, content }: ArchiveEntry, expected: string, largest: number) {
  if (name !== expected || bytes > largest) throw new BackupError(backups.notABackup)
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * What a backup says of itself, by the bytes of its manifest and of its signature: whoever writes one reads them so too.
 * @throws BackupError when nobody could restore it
 */
export function saidIn(text: Buffer, signature: Buffer | null): Said {
  if (text.length > largestManifest || (signature?.length ?? 0) > largestSignature)
    throw new BackupError(backups.notABackup)
  return { manifest: manifestIn(text), signer: signature && signerIn(signature, text) }
}

function manifestIn(text: Buffer): Manifest {
  const manifest = parsed(Manifest, text)
  const names = manifest.files.map(({ name }) => name)
  if (!names.every(isHeldName) || clashingNames(names).size > 0) throw new BackupError(backups.strangeName)
  return manifest
}

function signerIn(text: Buffer, manifest: Buffer): string {
  const signature = parsed(Signature, text)
  if (!isSigned('backup', manifest, signature)) throw new BackupError(backups.badSignature)
  return signature.publicKey
}

function parsed<T>(schema: { readonly parse: (value: unknown) => T }, text: Buffer): T {
  try {
    return schema.parse(JSON.parse(text.toString('utf8')))
  } catch (cause) {
    throw new BackupError(backups.notABackup, cause)
  }
}

/** What a manifest says it holds is on the disk's measure, or nothing of it is written. */
async function requireRoom(into: string, { files }: Manifest): Promise<void> {
  const { bavail, bsize } = await statfs(into)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > bavail * bsize) throw new BackupError(backups.noRoom(bytes))
}

/** One file's measure, as it passes; written when it is wanted, where its name says and nowhere else. */
async function taken({ name, content }: ArchiveEntry, into: string | null): Promise<Measured> {
  const hash = createHash('sha256')
  let bytes = 0
  const measured = async function* () {
    for await (const chunk of content) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  if (into === null) for await (const _chunk of measured());
  else {
    const to = placeIn(into, name)
    if (to === undefined) throw new BackupError(backups.strangeName)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await pipeline(measured(), createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }))
  }
  return { bytes, sha256: hash.digest('hex') }
}
