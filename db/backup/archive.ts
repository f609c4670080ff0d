import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip, gunzip } from 'node:zlib'
import type { ReadEntry } from 'tar'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { flowing, web } from './encrypt.ts'
import { BackupError } from './errors.ts'
import { mostFiles } from './manifest.ts'

// The one place where archives are opened: a tar, compressed by gzip, encrypted by age or not. Whatever comes from a disk,
// another machine or a person is taken apart here, under the same bounds.

/** What opens an encrypted one: the recovery key as it was printed (`AGE-SECRET-KEY-…`), or the passphrase. */
export type Opener = string

/** What an archive may become once it is opened: more is taken for a trap, whatever it says of itself. */
export type ArchiveBounds = {
  readonly entries: number
  /** Bytes of all its entries. */
  readonly bytes: number
  /** Bytes out for a byte in, past `bytesAnyway`: zeros alone give a thousand, an office's database ten. */
  readonly ratio: number
  readonly bytesAnyway: number
}
export const archiveBounds: ArchiveBounds = {
  // The manifest and its signature, then what it says.
  entries: mostFiles + 2,
  bytes: 2 ** 40,
  ratio: 200,
  bytesAnyway: 64 * 1024 * 1024,
}

/** How many bytes an archive of so many may become. */
export const mostClear = (packed: number, bounds: ArchiveBounds = archiveBounds): number =>
  Math.min(bounds.bytes, Math.max(bounds.bytesAnyway, Math.ceil(packed * bounds.ratio)))

/** One file of an archive, as it passes: its bytes are there once, and must be read before the next. */
export type ArchiveEntry = {
  readonly name: string
  /** What its header says; `content` gives as many or fails. */
  readonly bytes: number
  readonly content: AsyncIterable<Buffer>
}

/** What the caller makes of an entry: `enough` stops there, and the rest is not read. */
export type Taken = 'on' | 'enough'

/** The first line of every file in the format of age (age-encryption.org/v1). */
const ageHeader = Buffer.from('age-encryption.org/v1')

/** The libraries are read with the first archive: a host starts without them. */
const age = () => import('age-encryption')

/**
 * Whether a file is encrypted.
 * @throws BackupError where it is no file: a pipe would be waited for, and a device never ends
 */
export async function isEncrypted(file: string): Promise<boolean> {
  if (!(await stat(file)).isFile()) throw new BackupError(backups.notABackup)
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(ageHeader.length), 0, ageHeader.length, 0)
    return buffer.equals(ageHeader)
  } finally {
    await handle.close()
  }
}

/**
 * Opens an archive, and gives its files one after another, at the pace at which they are read. Only plain files: a link, a
 * device or a folder is refused.
 * @param each takes one entry, whole or not at all
 * @throws BackupError when it can't be opened, is damaged or passes the bounds; else what `each` throws
 */
export async function openArchive(
  file: string,
  opener: Opener | undefined,
  each: (entry: ArchiveEntry) => Promise<Taken>,
  bounds: ArchiveBounds = archiveBounds,
): Promise<void> {
  const { Parser } = await import('tar')
  const most = mostClear((await stat(file)).size, bounds)
  let bytes: Readable = createReadStream(file)
  if (await isEncrypted(file)) {
    if (opener === undefined) {
      bytes.destroy()
      throw new BackupError(backups.keyNeeded)
    }
    bytes = await decrypted(bytes, opener)
  }
  const stopped = new AbortController()
  let turn = Promise.resolve()
  let current: ReadEntry | undefined
  let failure: unknown
  let entries = 0
  let enough = false
  /** Nothing more is read, whatever the file still holds: an entry that waits for its bytes waits for none. */
  const stop = (cause: unknown) => {
    failure ??= cause
    stopped.abort()
    current?.destroy()
  }
  const damaged = (cause: unknown) =>
    stop(cause instanceof BackupError ? cause : new BackupError(backups.unreadable, cause))
  const take = async (entry: ReadEntry): Promise<void> => {
    if (failure !== undefined || enough) return
    if (entry.type !== 'File') throw new BackupError(backups.notWhole)
    current = entry
    enough = (await each({ name: entry.path, bytes: entry.size, content: contentOf(entry) })) === 'enough'
    current = undefined
    if (enough) stopped.abort()
  }
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      entries += 1
      if (entries > bounds.entries) stop(new BackupError(backups.tooLarge))
      turn = turn
        .then(() => take(entry))
        .catch(stop)
        .finally(() => entry.resume())
    },
  })
  parser.on('error', damaged)
  let isOver = false
  parser.on('eof', () => {
    isOver = true
  })
  try {
    let clear = 0
    await pipeline(
      bytes,
      // Unzipped here, to the last byte: the parser would stop at the archive's end, before the checksum.
      createGunzip({ chunkSize: unzippedBytes }),
      fromFirstBlock,
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          clear += chunk.length
          if (clear > most) throw new BackupError(backups.tooLarge)
          // The parser keeps in memory, over and over, whatever follows the archive's end.
          if (isOver) continue
          if (!parser.write(chunk)) await once(parser, 'drain', { signal: stopped.signal })
        }
      },
      { signal: stopped.signal },
    )
    const ended = once(parser, 'end', { signal: stopped.signal })
    parser.end()
    await ended
  } catch (cause) {
    if (!enough) damaged(cause)
  }
  await turn
  if (failure !== undefined) throw failure
}

/**
 * The bytes of one member of an archive that was just written (`pieces.ts`).
 * @param bytes how many it has at most
 * @throws BackupError when it can't be unzipped, or has more
 */
export async function unzipped(member: Buffer, bytes: number): Promise<Buffer> {
  try {
    return await promisify(gunzip)(member, { maxOutputLength: bytes })
  } catch (cause) {
    throw new BackupError(backups.unreadable, cause)
  }
}

/** Unzipped at once: a turn of the loop for each sixteen kilobytes, Node's own measure, took twice as long as unzipping. */
const unzippedBytes = 64 * 1024
const block = 512
const compressions = [Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])]

/**
 * The same bytes, the first block of them at once. What is compressed again inside is none of ours: the parser would open it
 * by itself, past the bounds.
 */
async function* fromFirstBlock(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (first === undefined) {
      yield chunk
      continue
    }
    first = Buffer.concat([first, chunk])
    if (first.length < block) continue
    const head = first
    first = undefined
    if (compressions.some((mark) => mark.equals(head.subarray(0, mark.length))))
      throw new BackupError(backups.notABackup)
    yield head
  }
  if (first !== undefined) throw new BackupError(backups.notABackup)
}

/** The bytes of an entry, as many as its header says. */
async function* contentOf(entry: ReadEntry): AsyncGenerator<Buffer> {
  let bytes = 0
  if (entry.destroyed) throw new BackupError(backups.unreadable)
  for await (const chunk of entry as unknown as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > entry.size) throw new BackupError(backups.notWhole)
    yield chunk
  }
  if (bytes !== entry.size) throw new BackupError(backups.notWhole)
}

/** The bytes in clear. @throws BackupError when this opener doesn't open them */
async function decrypted(bytes: Readable, opener: Opener): Promise<Readable> {
  const { Decrypter } = await age()
  const decrypter = new Decrypter()
  const trimmed = opener.trim()
  try {
    if (/^age-secret-key-/i.test(trimmed)) decrypter.addIdentity(identityIn(trimmed))
    else decrypter.addPassphrase(trimmed)
    return flowing(await decrypter.decrypt(web(bytes)))
  } catch (cause) {
    bytes.destroy()
    throw new BackupError(backups.wrongKey, cause)
  }
}

/** A recovery key as a person copied it from paper. */
const identityIn = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase()

/**
 * A text that was encrypted for a recovery key, in the armoured form of age.
 * @throws Error when the key doesn't open it, or it is none
 */
export async function openedText(armored: string, identity: string): Promise<string> {
  const { armor, Decrypter } = await age()
  const decrypter = new Decrypter()
  decrypter.addIdentity(identityIn(identity))
  return decrypter.decrypt(armor.decode(armored), 'text')
}
