import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UpdateFile } from './manifest.ts'

/** Reads an address; Electron's own, which knows the system's certificates and proxy. */
export type Get = (url: string) => Promise<Response>

/** Where updates are published: an intranet server, or a shared folder. */
export type Source = {
  /** @throws when it is not there, is longer than so many bytes, or the server does not answer */
  readonly text: (name: string, longest: number) => Promise<string>
  readonly stream: (name: string) => Promise<Readable>
}

export function sourceOf(from: string, get: Get): Source {
  const stream = streamsOf(from, get)
  return {
    stream,
    text: async (name, longest) => {
      const parts: Buffer[] = []
      let bytes = 0
      for await (const part of (await stream(name)) as AsyncIterable<Uint8Array>) {
        bytes += part.length
        // A server that sends without end fills no memory.
        if (bytes > longest) throw new Error(`${name}: too long`)
        parts.push(Buffer.from(part))
      }
      return Buffer.concat(parts).toString('utf8')
    },
  }
}

function streamsOf(from: string, get: Get): Source['stream'] {
  if (!from.startsWith('https://')) return (name) => Promise.resolve(createReadStream(join(from, name)))
  const answered = async (name: string): Promise<Response> => {
    const answer = await get(`${from.replace(/\/+$/, '')}/${name}`)
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return answer
  }
  return async (name) => {
    const { body } = await answered(name)
    if (!body) throw new Error(`${name}: empty`)
    return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
  }
}

/** Whether the file is, to the byte, the one announced. */
async function isWhole(path: string, { size, sha512 }: UpdateFile): Promise<boolean> {
  if (!existsSync(path) || (await stat(path)).size !== size) return false
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('base64') === sha512
}

/**
 * Brings an announced file here, once; what is not what was announced is removed, and so are the versions before.
 * @returns its path, or null when what came is another file
 * @throws when it can't be read or written
 */
export async function stage(source: Source, file: UpdateFile, folder: string): Promise<string | null> {
  const staged = join(folder, file.name)
  if (await isWhole(staged, file)) return staged
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // A package is as large as a disk of a small machine bears once.
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
  const coming = `${staged}.part`
  try {
    let bytes = 0
    const stream = await source.stream(file.name)
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length
          // A server that sends without end fills no disk.
          if (bytes > file.size) return
          yield chunk
        }
      },
      createWriteStream(coming, { mode: 0o600 }),
    )
    if (!(await isWhole(coming, file)) || bytes !== file.size) return null
    await rename(coming, staged)
    return staged
  } finally {
    await rm(coming, { force: true })
  }
}
