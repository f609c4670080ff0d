import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { mostClear, unzipped } from './archive.ts'
import { BackupError } from './errors.ts'

// A database is packed piece by piece, each a member of gzip of its own: members that follow one another read as one (RFC 1952).
// A piece that the former backup packed is copied from it as it is packed, where the database has the very same bytes now: an
// archive holds nothing but what its office has, needs no other, and is the same whether its pieces were packed anew or not.

/** Bytes of a database in one piece. */
export const pieceBytes = 2 ** 20
/** Bytes that a piece takes at most, packed: what can't be made smaller grows by little. */
export const mostPacked = pieceBytes + 2 ** 12
/** Packed at once: two threads, so that the host's own files have the others. */
const width = 2
const level = 1

/** A piece of an archive: its bytes in clear, and as they are packed. */
export type Piece = {
  /** How many bytes it has in clear, and their SHA-256 in hex. */
  readonly bytes: number
  readonly sha256: string
  /** How many bytes it has packed. */
  readonly packed: number
  readonly packedSha256: string
  /** Whether the former backup packed it: it was unpacked and compared then. */
  readonly isFormer: boolean
}

/** The pieces of the former backup, in its archive, by the SHA-256 of what is in them; in their order, and of the whole. */
export type FormerPieces = {
  readonly archive: FileHandle
  readonly sha256: string
  readonly order: readonly string[]
  readonly pieces: ReadonlyMap<string, Pick<Piece, 'packed' | 'packedSha256'> & { readonly at: number }>
}

type Content = { readonly piece: Piece; readonly content: Buffer }

/** A database as it was packed: SHA-256 and bytes of the whole in clear. */
export type Packed = { readonly sha256: string; readonly bytes: number; readonly pieces: readonly Piece[] }

/** SHA-256 in hex. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** One piece, packed now. */
export async function packedPiece(clear: Buffer, sha256 = sha256Of(clear)): Promise<Content> {
  const content = await promisify(gzip)(clear, { level })
  const packed = { packed: content.length, packedSha256: sha256Of(content), isFormer: false }
  return { piece: { bytes: clear.length, sha256, ...packed }, content }
}

/**
 * Packs a file that nobody writes.
 * @param to where its pieces go, one after another
 * @param former the pieces that need not be packed again
 * @param onNew each time that a piece is none of those
 * @param hashes of its pieces, where they are known: those that are the former ones need not be read
 */
export async function packFile(
  file: string,
  to: FileHandle,
  former: FormerPieces | null,
  onNew: () => void = () => {},
  hashes: readonly string[] = [],
): Promise<Packed> {
  const source = await open(file, 'r')
  // Pieces that are the former ones, one after another, make the former whole: it is hashed from the first that is not.
  let whole: Hash | undefined
  const pieces: Piece[] = []
  const packing: Promise<Content>[] = []
  // The same memory again and again: a new one for each piece costs more than hashing it.
  const rooms = Array.from({ length: width }, () => ({
    clear: Buffer.allocUnsafe(pieceBytes),
    former: Buffer.allocUnsafe(mostPacked),
  }))
  let bytes = 0
  const store = async () => {
    const { piece, content } = await packing.shift()!
    if (!piece.isFormer) onNew()
    await to.appendFile(content)
    pieces.push(piece)
  }
  try {
    const { size } = await source.stat()
    for (let turn = 0; bytes < size; turn++) {
      if (packing.length === width) await store()
      const room = rooms[turn % width]!
      const [at, length] = [bytes, Math.min(pieceBytes, size - bytes)]
      const read = () => pieceAt(source, at, room.clear.subarray(0, length))
      const before = former?.order[turn]
      const isKnown = whole === undefined && before !== undefined && hashes[turn] === before
      const clear = isKnown ? undefined : await read()
      const sha256 = clear === undefined ? before! : sha256Of(clear)
      if (sha256 !== before) whole ??= await hashedUpTo(source, former?.order.slice(0, turn) ?? [])
      if (clear !== undefined) whole?.update(clear)
      bytes += length
      const packed = packedBefore({ length, sha256, read: async () => clear ?? read() }, former, room.former)
      // It is awaited in its turn: until then, its failure is nobody's.
      packed.catch(() => {})
      packing.push(packed)
    }
    while (packing.length > 0) await store()
    if (whole === undefined && former?.order.length === pieces.length)
      return { sha256: former.sha256, bytes, pieces }
    whole ??= await hashedUpTo(
      source,
      pieces.map(({ sha256 }) => sha256),
    )
    return { sha256: whole.digest('hex'), bytes, pieces }
  } finally {
    await Promise.allSettled(packing)
    await source.close()
  }
}

/** Packs bytes as they come, none of them as a former backup packed them. */
export async function packStream(chunks: AsyncIterable<Buffer>, to: FileHandle): Promise<readonly Piece[]> {
  const pieces: Piece[] = []
  const room = Buffer.allocUnsafe(pieceBytes)
  let bytes = 0
  const store = async () => {
    const { piece, content } = await packedPiece(room.subarray(0, bytes))
    await to.appendFile(content)
    pieces.push(piece)
    bytes = 0
  }
  for await (const chunk of chunks)
    for (let from = 0; from < chunk.length;) {
      const copied = chunk.copy(room, bytes, from)
      from += copied
      bytes += copied
      if (bytes === room.length) await store()
    }
  if (bytes > 0) await store()
  return pieces
}

/** What is packed of a file: how many bytes, their SHA-256, and themselves where they are to be packed now. */
type Wanted = { readonly length: number; readonly sha256: string; readonly read: () => Promise<Buffer> }

/** A piece as the former backup packed it, where what a disk kept of it is what was compared; else packed now. */
async function packedBefore(
  { length, sha256, read }: Wanted,
  former: FormerPieces | null,
  room: Buffer,
): Promise<Content> {
  const found = former?.pieces.get(sha256)
  if (!former || !found) return packedPiece(await read(), sha256)
  const content = await readAt(former.archive, found.at, room.subarray(0, found.packed)).catch(
    () => undefined,
  )
  if (content === undefined || sha256Of(content) !== found.packedSha256)
    return packedPiece(await read(), sha256)
  const { packed, packedSha256 } = found
  return { piece: { bytes: length, sha256, packed, packedSha256, isFormer: true }, content }
}

/**
 * What is hashed of a file once its first pieces were.
 * @throws BackupError where one is no longer what it was
 */
async function hashedUpTo(file: FileHandle, pieces: readonly string[]): Promise<Hash> {
  const hash = createHash('sha256')
  const room = Buffer.allocUnsafe(pieceBytes)
  for (const [index, sha256] of pieces.entries()) {
    const piece = await readAt(file, index * pieceBytes, room)
    if (sha256Of(piece) !== sha256) throw new BackupError(backups.damagedPages)
    hash.update(piece)
  }
  return hash
}

/** A whole piece of a file. @throws BackupError where the disk gives less */
async function pieceAt(file: FileHandle, at: number, room: Buffer): Promise<Buffer> {
  const piece = await readAt(file, at, room)
  if (piece.length < room.length) throw new BackupError(backups.damagedPages)
  return piece
}

/** What a file has from a place on, as much as there is room for; less at its end. */
async function readAt(file: FileHandle, at: number, room: Buffer): Promise<Buffer> {
  const { bytesRead } = await file.read(room, 0, room.length, at)
  return room.subarray(0, bytesRead)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Whether what was packed is that piece; what does not unpack is none. */
const unpacksTo = async (content: Buffer, { bytes, sha256 }: Piece): Promise<boolean> =>
  unzipped(content, bytes).then(
    (clear) => sha256Of(clear) === sha256,
    () => false,
  )

/**
 * Reads an archive again from the disk, and compares it with what was packed: each byte, and what the pieces packed now become
 * once they are unpacked.
 * @throws BackupError when the disk gives something else, or when they become more than whoever reads an archive takes
 */
export async function comparePieces(file: string, pieces: readonly Piece[]): Promise<void> {
  const [clear, packed] = [sum(pieces.map((one) => one.bytes)), sum(pieces.map((one) => one.packed))]
  if (clear > mostClear(packed)) throw new BackupError(backups.tooLarge)
  const archive = await open(file, 'r')
  const room = Buffer.allocUnsafe(Math.max(...pieces.map(({ packed }) => packed)))
  try {
    let at = 0
    for (const piece of pieces) {
      const content = await readAt(archive, at, room.subarray(0, piece.packed))
      at += piece.packed
      const isSame =
        sha256Of(content) === piece.packedSha256 && (piece.isFormer || (await unpacksTo(content, piece)))
      if (!isSame) throw new BackupError(backups.damagedPages)
    }
    if ((await readAt(archive, at, room)).length > 0) throw new BackupError(backups.damagedPages)
  } finally {
    await archive.close()
  }
}
