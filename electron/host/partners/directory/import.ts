import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { pick } from 'stream-json/filters/pick.js'
import { parser } from 'stream-json'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import type { DirectorySource } from '../../../../shared/contract/partners/directory.ts'
import { directoryWords } from '../../../../shared/messages/partners/directory.fr.ts'
import { officeOf, type Left } from './dila.ts'
import { directoryFile, directoryFolder } from './folder.ts'

/** What an import took and left. */
export type Imported = {
  readonly source: DirectorySource
  readonly left: Readonly<Record<Left | 'repeated', number>>
}

/** Bytes between two services, past which the file is none of the directory: the longest service has a few kilobytes. */
const longestService = 32 * 1024 * 1024

/** A file that can't be taken: its message is the sentence to show, and the directory in place stays. */
export class DirectoryError extends Error {}

/**
 * Puts a directory in the office's folder, in the place of the one before: read service by service, since the national
 * file is of hundreds of megabytes, written beside and renamed whole. The running host finds it by itself.
 * @param from the file, its name and its date as its licence wants them said
 * @throws DirectoryError with the sentence to show; nothing is changed then
 */
export async function importDirectory(
  folder: string,
  from: { readonly path: string } & Pick<DirectorySource, 'file' | 'on'>,
): Promise<Imported> {
  const { cli } = directoryWords
  const { path, file, on } = from
  const left = { unreadable: 0, unpublished: 0, repeated: 0 }
  const seen = new Set<string>()
  const temporary = join(folder, directoryFolder, `${directoryFile}.${process.pid}.tmp`)
  const unwritable = () => new DirectoryError(cli.unwritable)
  await mkdir(join(folder, directoryFolder), { recursive: true }).catch(() => Promise.reject(unwritable()))
  const out = await open(temporary, 'w', 0o600).catch(() => Promise.reject(unwritable()))
  try {
    for await (const value of servicesOf(path, file)) {
      const office = officeOf(value)
      if (typeof office === 'string') left[office] += 1
      else if (seen.has(office.id)) left.repeated += 1
      else {
        seen.add(office.id)
        await out.write(`${JSON.stringify(office)}\n`).catch(() => Promise.reject(unwritable()))
      }
    }
    if (seen.size === 0) throw new DirectoryError(cli.noService(file))
    const source = { file, on, offices: seen.size }
    // The last line: a file that lacks it was never whole.
    await out.write(`${JSON.stringify({ source })}\n`)
    await out.sync()
    await out.close()
    await rename(temporary, join(folder, directoryFolder, directoryFile))
    return { source, left }
  } catch (error) {
    await out.close().catch(() => undefined)
    await rm(temporary, { force: true })
    if (error instanceof DirectoryError) throw error
    throw unwritable()
  }
}

/** The services of the file one by one; the rest of the file is passed over. */
async function* servicesOf(path: string, name: string): AsyncGenerator<unknown> {
  const { cli } = directoryWords
  const input = createReadStream(path)
  let opened = false
  let since = 0
  input.once('open', () => {
    opened = true
  })
  // What goes wrong anywhere ends the last stream, which is the one that is read.
  const services = pipeline(
    input,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        since += chunk.length
        if (since > longestService) throw new DirectoryError(cli.tooLong(name))
        yield chunk
      }
    },
    parser.asStream(),
    pick.asStream({ filter: 'service', once: true }),
    streamArray.asStream(),
    () => undefined,
  )
  try {
    for await (const { value } of services as AsyncIterable<{ readonly value: unknown }>) {
      since = 0
      yield value
    }
  } catch (error) {
    if (error instanceof DirectoryError) throw error
    throw new DirectoryError(opened ? cli.notJson(name) : cli.noFile(name))
  } finally {
    input.destroy()
  }
}
