import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, storageError, storageTrouble } from '../errors.ts'
import { anchorIn, claimIn, furthest, toldIn, type Anchor, type AnchorTold } from './anchor.ts'

/** The anchors of a folder, an office's own or one of its copies: one line each, only ever added to. */
export const anchorFile = (folder: string): string => join(folder, 'ancres.jsonl')

/** What is read of the end of a file to know its last anchor: the longest line fits twice. */
const tail = 128 * 1024

/** What a file of anchors is found not to be: it is not read at all, and whoever verifies is told so. */
const notReadable = ['EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENOTDIR']

/** @throws StorageError when the file is none, or can't be read: its sentence says what to do */
async function reading<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw notReadable.includes(codeOf(error))
      ? storageTrouble('unreadable', file, error)
      : storageError(error, file)
  }
}

/**
 * The lines of a folder, in order; none where there is no file. A line that a power cut left unfinished signs nothing.
 * @throws StorageError when what is there can't be read
 */
export async function anchorLines(folder: string): Promise<readonly string[]> {
  const file = anchorFile(folder)
  if (!existsSync(file)) return []
  return (await reading(file, () => readFile(file, 'utf8'))).split('\n').filter((line) => line !== '')
}

/** The anchors that this key signed, in the order of the file. */
export const readAnchors = async (folder: string, publicKey: string): Promise<readonly Anchor[]> =>
  (await anchorLines(folder)).flatMap((line) => anchorIn(line, publicKey) ?? [])

/**
 * The anchors of a folder that was begun under another key, and that this key did not sign: the key of the office may have
 * been put in the place of another, and the journal must hold what they say all the same. Lines are only ever added, so
 * that the first one tells under which key the folder was begun; none where that is this key.
 * @param office whose, where the folder keeps those of several
 */
export async function doubtedAnchors(
  folder: string,
  publicKey: string,
  office?: Anchor['office'],
): Promise<readonly Anchor[]> {
  const claimed = (await anchorLines(folder)).flatMap((line) => {
    const anchor = claimIn(line)
    return anchor === undefined || (office !== undefined && anchor.office !== office)
      ? []
      : [{ line, anchor }]
  })
  const isOurs = ({ line }: { readonly line: string }) => anchorIn(line, publicKey) !== undefined
  const [first] = claimed
  if (first === undefined || isOurs(first)) return []
  return claimed.filter((one) => !isOurs(one)).map(({ anchor }) => anchor)
}

/**
 * The anchor that says most among the last lines of a folder; the rest of the file is read where they say nothing.
 * @throws StorageError when what is there can't be read
 */
export async function lastAnchor(folder: string, publicKey: string): Promise<AnchorTold | undefined> {
  const file = anchorFile(folder)
  if (!existsSync(file)) return undefined
  const lastOf = (lines: readonly string[]) =>
    lines.map((line) => toldIn(line, publicKey)).reduce(furthest, undefined)
  // Whoever writes after the last line hides none: where the end says nothing, the whole file is read.
  return lastOf((await reading(file, () => endOf(file))).split('\n')) ?? lastOf(await anchorLines(folder))
}

async function endOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, tail)
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}

/** Adds lines to a folder's, durable when it resolves; those that are there are not added again. */
export async function addAnchors(folder: string, lines: readonly string[]): Promise<void> {
  const existing = new Set(await anchorLines(folder))
  await appendAnchors(
    folder,
    lines.filter((line) => !existing.has(line)),
  )
}

/** The same, of lines that are known to be new: nothing is read. */
export async function appendAnchors(folder: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const handle = await open(anchorFile(folder), 'a', 0o600)
  try {
    // A line that a power cut left unfinished ends here: what comes after it is read.
    await handle.writeFile(`\n${lines.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
