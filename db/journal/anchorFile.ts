import { join } from 'node:path'
import { addLines, appendLines, lastLines, readLines } from './lineFile.ts'
import { anchorIn, claimIn, furthest, toldIn, type Anchor, type AnchorTold } from './anchor.ts'

/** The anchors of a folder, an office's own or one of its copies: one line each, only ever added to. */
export const anchorFile = (folder: string): string => join(folder, 'ancres.jsonl')

/**
 * The lines of a folder, in order; none where there is no file. A line that a power cut left unfinished signs nothing.
 * @throws StorageError when what is there can't be read
 */
export const anchorLines = (folder: string): Promise<readonly string[]> => readLines(anchorFile(folder))

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
  const lastOf = (lines: readonly string[]) =>
    lines.map((line) => toldIn(line, publicKey)).reduce(furthest, undefined)
  // Whoever writes after the last line hides none: where the end says nothing, the whole file is read.
  return lastOf(await lastLines(anchorFile(folder))) ?? lastOf(await anchorLines(folder))
}

/** Adds lines to a folder's, durable when it resolves; those that are there are not added again. */
export const addAnchors = (folder: string, lines: readonly string[]): Promise<void> =>
  addLines(anchorFile(folder), lines)

/** The same, of lines that are known to be new: nothing is read. */
export const appendAnchors = (folder: string, lines: readonly string[]): Promise<void> =>
  appendLines(anchorFile(folder), lines)
