import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isSigned, Signature, signed, type Signer } from '../journal/signature.ts'
import { OfficeSaid } from './check.ts'
import { readBackupName } from './manifest.ts'
import { mostPacked, type FormerPieces, type Packed } from './pieces.ts'

// Beside the backups of an office, where the pieces of the last one are, and what each was found to be. The office's key signs
// it: whoever writes in the folder can't have other bytes taken for a piece. Where it is missing, or is another's, everything is
// packed and verified anew.

/** Where the pieces of the last backup are, in the folder of an office's own backups. */
export const piecesName = 'morceaux.json'

/** Of a list, in bytes: that of a database of four hundred gigabytes has fewer. */
const longestList = 64 * 2 ** 20

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Kept = z.strictObject({
  archive: z.string().refine((name) => readBackupName(name) !== undefined),
  said: OfficeSaid,
  /** Of the whole database, in clear. */
  sha256,
  pieces: z.array(z.tuple([sha256, z.int().min(0), z.int().min(1).max(mostPacked), sha256])),
})

/** The last backup of a folder: its pieces, and what its database said once it was checked. */
export type Former = FormerPieces & { readonly said: OfficeSaid }

/** Where something is a file, and no longer than it may be. @throws Error elsewhere: a pipe would be waited for */
async function plain(path: string, longest = Infinity): Promise<string> {
  const found = await stat(path)
  if (!found.isFile() || found.size > longest) throw new Error(`${path} is no file, or too long`)
  return path
}

/** What this key signed of the last backup of a folder; null where nothing is to be taken from it. Whoever asks closes it. */
export async function openFormer(out: string, publicKey: string): Promise<Former | null> {
  try {
    const text = await readFile(await plain(join(out, piecesName), longestList), 'utf8')
    const [body = '', signature = ''] = text.split('\n')
    const by = Signature.parse(JSON.parse(signature))
    if (by.publicKey !== publicKey || !isSigned('pieces', Buffer.from(body), by)) return null
    const { archive, pieces, ...kept } = Kept.parse(JSON.parse(body))
    return {
      ...kept,
      archive: await open(await plain(join(out, archive)), 'r'),
      order: pieces.map(([clear]) => clear),
      pieces: new Map(
        pieces.map(([clear, at, packed, packedSha256]) => [clear, { at, packed, packedSha256 }]),
      ),
    }
  } catch {
    // None yet, cut in the middle, or its archive is gone; or one of them is no file.
    return null
  }
}

/** Where the pieces of a backup are: its name, what its database said, where its first piece begins, and all of them. */
type PiecesTold = {
  readonly archive: string
  readonly said: OfficeSaid
  readonly first: number
  readonly database: Packed
}

/**
 * Keeps where the pieces of a backup are. The backup is whole without it: a disk that refuses it costs the next one some
 * seconds, and no more.
 */
export async function keepPieces(
  out: string,
  { archive, said, first, database }: PiecesTold,
  signer: Signer,
): Promise<void> {
  let at = first
  const pieces = database.pieces.map((piece) => {
    const place = [piece.sha256, at, piece.packed, piece.packedSha256] as const
    at += piece.packed
    return place
  })
  const file = join(out, piecesName)
  const part = join(out, `${piecesName}.part`)
  try {
    const body = JSON.stringify({ archive, said, sha256: database.sha256, pieces })
    const signature = await signed('pieces', Buffer.from(body), signer)
    // What a cut left, or anything else that is there: a pipe would be waited for.
    await rm(part, { force: true })
    await writeFile(part, `${body}\n${JSON.stringify(signature)}\n`, { flag: 'wx', mode: 0o600 })
    await rename(part, file)
  } catch {
    for (const one of [part, file]) await rm(one, { force: true }).catch(() => {})
  }
}
