import { existsSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { codeOf, storageError, storageTrouble } from '../errors.ts'

// A file of signed lines, which is only ever added to: anchors, and what an older backup must not undo.

/** What is read of the end of a file to know its last line: the longest anchor fits twice. */
const tail = 128 * 1024

/** What a file is found not to be: it is not read at all, and whoever verifies is told so. */
const notReadable = ['EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENOTDIR']

/** No office signs so much in a life of years, in bytes: a longer file is none of ours, and does not fit in memory as text. */
const longest = 400_000_000

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

/** How long a file is. @throws StorageError when it is none: a pipe would be waited for */
async function sizeOf(file: string): Promise<number> {
  const found = await reading(file, () => stat(file))
  if (!found.isFile()) throw storageTrouble('unreadable', file)
  return found.size
}

const linesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

/**
 * The lines of a file, in order; none where there is no file. One that a power cut left unfinished is among them.
 * @throws StorageError when what is there can't be read
 */
export async function readLines(file: string): Promise<readonly string[]> {
  if (!existsSync(file)) return []
  if ((await sizeOf(file)) > longest) throw storageTrouble('unreadable', file)
  return linesIn(await reading(file, () => readFile(file, 'utf8')))
}

/** The last lines of a file, the first of them perhaps cut. @throws StorageError when what is there can't be read */
export async function lastLines(file: string): Promise<readonly string[]> {
  if (!existsSync(file)) return []
  const size = await sizeOf(file)
  return linesIn(await reading(file, () => endOf(file, size)))
}

async function endOf(file: string, size: number): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const length = Math.min(size, tail)
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}

/** Adds lines to a file, durable when it resolves; those that are there are not added again. */
export async function addLines(file: string, lines: readonly string[]): Promise<void> {
  const existing = new Set(await readLines(file))
  await appendLines(
    file,
    lines.filter((line) => !existing.has(line)),
  )
}

/** The same, of lines that are known to be new: nothing is read. */
export async function appendLines(file: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  if (existsSync(file)) await sizeOf(file)
  const handle = await open(file, 'a', 0o600)
  try {
    // A line that a power cut left unfinished ends here: what comes after it is read.
    await handle.writeFile(`\n${lines.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
