import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Readable } from 'node:stream'
import type { ReadEntry } from 'tar'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { ageHeader, decrypted, type Opener } from './encrypt.ts'
import { BackupError } from './errors.ts'
import { Manifest, manifestName } from './manifest.ts'

const largestManifest = 4 * 1024 * 1024

/** Whether a file is an encrypted copy. */
export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(ageHeader.length), 0, ageHeader.length, 0)
    return buffer.equals(ageHeader)
  } finally {
    await handle.close()
  }
}

/**
 * Reads a whole backup and compares every file with what its manifest says.
 * @throws BackupError when it isn't one, or isn't whole
 */
export const readManifest = (file: string, opener?: Opener): Promise<Manifest> => through(file, opener, null)

/**
 * The same, its files written into a folder of the caller's: on an error the folder holds nothing to be kept.
 * @param into an empty folder
 */
export const unpackBackup = (file: string, opener: Opener | undefined, into: string): Promise<Manifest> =>
  through(file, opener, into)

/**
 * What a backup in clear says of itself, without reading the rest.
 * @throws BackupError when it isn't one
 */
export async function peekManifest(file: string): Promise<Manifest> {
  const { Parser } = await import('tar')
  const bytes = createReadStream(file)
  const clear = bytes.pipe(createGunzip())
  try {
    return await new Promise<Manifest>((resolve, reject) => {
      const parser = new Parser({
        strict: true,
        onReadEntry: (entry) => {
          manifestIn(entry).then(resolve, reject)
        },
      })
      for (const stream of [bytes, clear]) stream.on('error', reject)
      parser.on('error', reject)
      parser.on('end', () => reject(new BackupError(backups.notABackup)))
      clear.on('data', (chunk: Buffer) => parser.write(chunk))
      clear.on('end', () => parser.end())
    })
  } finally {
    clear.destroy()
    bytes.destroy()
  }
}

async function through(file: string, opener: Opener | undefined, into: string | null): Promise<Manifest> {
  // A host starts without the library of archives: it is read with the first one.
  const { Parser } = await import('tar')
  let bytes: Readable = createReadStream(file)
  if (await isEncrypted(file)) {
    if (opener === undefined) throw new BackupError(backups.keyNeeded)
    bytes = await decrypted(bytes, opener)
  }
  const seen = new Map<string, { bytes: number; sha256: string }>()
  let manifest: Manifest | undefined
  // One entry after another: the archive is read at the pace at which its files are written.
  let turn = Promise.resolve()
  let failure: unknown
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      turn = turn
        .then(async () => {
          if (failure !== undefined) {
            entry.resume()
            return
          }
          if (manifest === undefined) {
            manifest = await manifestIn(entry)
            return
          }
          const isListed = manifest.files.some(({ name }) => name === entry.path)
          if (!isListed || entry.type !== 'File' || seen.has(entry.path))
            throw new BackupError(backups.notWhole)
          seen.set(entry.path, await taken(entry, into))
        })
        .catch((cause: unknown) => {
          failure ??= cause
          entry.resume()
        })
    },
  })
  parser.on('error', (cause) => (failure ??= cause))
  try {
    // Unzipped here, to the last byte: the parser would stop at the archive's end, before the checksum.
    await pipeline(bytes, createGunzip(), async (clear: AsyncIterable<Buffer>) => {
      for await (const chunk of clear) if (!parser.write(chunk)) await once(parser, 'drain')
    })
    const ended = once(parser, 'end')
    parser.end()
    await ended
    await turn
    if (failure !== undefined) throw failure
  } catch (cause) {
    if (cause instanceof BackupError) throw cause
    throw new BackupError(backups.unreadable, cause)
  }
  if (manifest === undefined) throw new BackupError(backups.notABackup)
  for (const { name, bytes: size, sha256 } of manifest.files) {
    const found = seen.get(name)
    if (found?.bytes !== size || found.sha256 !== sha256) throw new BackupError(backups.notWhole)
  }
  return manifest
}

/** The manifest comes first. */
async function manifestIn(entry: ReadEntry): Promise<Manifest> {
  if (entry.path !== manifestName || entry.type !== 'File' || entry.size > largestManifest)
    throw new BackupError(backups.notABackup)
  const text = await entry.concat()
  try {
    return Manifest.parse(JSON.parse(text.toString('utf8')))
  } catch (cause) {
    throw new BackupError(backups.notABackup, cause)
  }
}

/** One file's measure, as it passes; written when it is wanted. */
async function taken(entry: ReadEntry, into: string | null): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const measuredBytes = async function* () {
    for await (const chunk of entry as unknown as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  if (into === null) for await (const _chunk of measuredBytes());
  else {
    const to = join(into, entry.path)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await rm(to, { force: true })
    await pipeline(measuredBytes(), createWriteStream(to, { mode: 0o600, flush: true }))
  }
  return { bytes, sha256: hash.digest('hex') }
}
