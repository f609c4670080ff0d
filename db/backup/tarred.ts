import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { BackupError } from './errors.ts'
import type { Manifest } from './manifest.ts'
import { databaseName } from './names.ts'
import { packedPiece, packStream, pieceBytes, type Piece } from './pieces.ts'

const block = 512
/** What ends an archive of tar: two blocks of zeros. */
const ending = Buffer.alloc(2 * block)
/** What a file of so many bytes is followed by. */
const padding = (bytes: number): Buffer => Buffer.alloc((block - (bytes % block)) % block)

/** What is packed in a stage: a file of pieces, one after another. */
type Pieces = { readonly file: string; readonly pieces: readonly Piece[] }

/**
 * Packs the files that come after the database, with the archive's end. Each is hashed as it passes: the manifest says what
 * the archive has. Their copies go meanwhile, so that the disk has room for the archive.
 * @param stage has them
 * @param database bytes of the database, which they follow
 */
export async function packHeld(
  stage: string,
  held: readonly string[],
  { database, at }: { readonly database: number; readonly at: number },
): Promise<Pieces & { readonly files: Manifest['files'] }> {
  const files: Manifest['files'][number][] = []
  const bytes = async function* () {
    yield padding(database)
    for (const name of held) {
      const file = join(stage, name)
      const { size } = await stat(file)
      yield await headOf(name, size, at)
      const hash = createHash('sha256')
      let passed = 0
      const chunks = createReadStream(file, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>
      for await (const chunk of chunks) {
        hash.update(chunk)
        passed += chunk.length
        yield chunk
      }
      if (passed !== size) throw new BackupError(backups.unreadable)
      yield padding(size)
      await rm(file)
      files.push({ name, bytes: size, sha256: hash.digest('hex') })
    }
    yield ending
  }
  const file = join(stage, 'held')
  const to = await open(file, 'wx', 0o600)
  try {
    return { file, pieces: await packStream(bytes(), to), files }
  } finally {
    await to.close()
  }
}

/**
 * Writes an archive to the disk: the files that come first, the database, then the others, as they were packed.
 * @param first small files, by their names
 * @returns the pieces of the whole archive, the first of them before the database's
 */
export async function writeArchive(
  to: string,
  first: readonly (readonly [name: string, content: Buffer])[],
  database: Pieces & { readonly bytes: number },
  held: Pieces,
  at: number,
): Promise<readonly [Piece, ...Piece[]]> {
  const before: Buffer[] = []
  for (const [name, content] of first)
    before.push(await headOf(name, content.length, at), content, padding(content.length))
  before.push(await headOf(databaseName, database.bytes, at))
  const beginning = await packedPiece(Buffer.concat(before))
  const archive = await open(to, 'wx', 0o600)
  try {
    await archive.appendFile(beginning.content)
    for (const { file } of [database, held]) {
      const pieces = createReadStream(file, { highWaterMark: pieceBytes })
      for await (const chunk of pieces as AsyncIterable<Buffer>) await archive.appendFile(chunk)
    }
    await archive.sync()
  } finally {
    await archive.close()
  }
  return [beginning.piece, ...database.pieces, ...held.pieces]
}

/** What comes before a file in an archive; a name that its header can't hold comes before it. */
async function headOf(path: string, size: number, at: number): Promise<Buffer> {
  const { Header, Pax } = await import('tar')
  const said = { path, size, mtime: new Date(at) }
  const head = Buffer.alloc(block)
  const isShort = !new Header({ ...said, mode: 0o600, type: 'File' }).encode(head)
  return isShort ? head : Buffer.concat([new Pax(said).encode(), head])
}
