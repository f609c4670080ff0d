import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseName } from './names.ts'
import { packedPiece, type Piece } from './pieces.ts'

const block = 512
/** What ends an archive of tar: two blocks of zeros. */
const ending = 2 * block

/**
 * Writes the archive of a stage, to the disk: the files that come first, the database as it was packed, then the others.
 * @param stage has the files, the database, and its pieces packed in `pieces`
 * @returns the pieces that are before the database's and after them
 */
export async function writeArchive(
  to: string,
  stage: string,
  { first, held }: { readonly first: readonly string[]; readonly held: readonly string[] },
): Promise<{ readonly beginning: Piece; readonly end: Piece }> {
  const { size, mtime } = await stat(join(stage, databaseName))
  const before = await tarred(stage, first)
  const padding = Buffer.alloc((block - (size % block)) % block)
  const beginning = await packedPiece(
    Buffer.concat([before.subarray(0, -ending), await headerOf(size, mtime)]),
  )
  const end = await packedPiece(Buffer.concat([padding, await tarred(stage, held)]))
  const archive = await open(to, 'wx', 0o600)
  try {
    await archive.appendFile(beginning.content)
    const pieces = createReadStream(join(stage, 'pieces'), { highWaterMark: 2 ** 20 })
    for await (const chunk of pieces as AsyncIterable<Buffer>) await archive.appendFile(chunk)
    await archive.appendFile(end.content)
    await archive.sync()
  } finally {
    await archive.close()
  }
  return { beginning: beginning.piece, end: end.piece }
}

/** Files as an archive has them, with its end. */
async function tarred(stage: string, names: readonly string[]): Promise<Buffer> {
  if (names.length === 0) return Buffer.alloc(ending)
  const { create } = await import('tar')
  const chunks: Buffer[] = []
  for await (const chunk of create({ cwd: stage, portable: true }, [...names])) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What comes before the database in an archive. */
async function headerOf(size: number, mtime: Date): Promise<Buffer> {
  const { Header } = await import('tar')
  const bytes = Buffer.alloc(block)
  new Header({ path: databaseName, mode: 0o600, size, mtime, type: 'File' }).encode(bytes)
  return bytes
}
