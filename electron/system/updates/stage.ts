import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UpdateFile } from './manifest.ts'

/** Fetches an address until its signal aborts: Electron's own fetch, which uses the system's certificates and proxy. */
export type Get = (url: string, stop: AbortSignal) => Promise<Response>

/** Milliseconds without an answer, or without more of it, after which a server is given up. */
const silence = 60_000

/** Where updates are published: an intranet server, or a shared folder. */
export type Source = {
  /** @throws when it is not there, is longer than so many bytes, or the server does not answer, or no more */
  readonly text: (name: string, longest: number) => Promise<string>
  readonly stream: (name: string) => Readable
}

/** @param patience milliseconds that a server may be silent */
export function sourceOf(from: string, get: Get, patience = silence): Source {
  const stream = streamsOf(from, get, patience)
  return {
    stream,
    text: async (name, longest) => {
      const parts: Buffer[] = []
      let bytes = 0
      for await (const part of stream(name) as AsyncIterable<Uint8Array>) {
        bytes += part.length
        // A server that sends without end fills no memory.
        if (bytes > longest) throw new Error(`${name}: too long`)
        parts.push(Buffer.from(part))
      }
      return Buffer.concat(parts).toString('utf8')
    },
  }
}

function streamsOf(from: string, get: Get, patience: number): Source['stream'] {
  if (!from.startsWith('https://')) return (name) => createReadStream(join(from, name))
  const address = from.replace(/(?<!\/)\/+$/, '')
  return (name) => Readable.from(answered(name, (stop) => get(`${address}/${name}`, stop), patience))
}

/** What a server sends. One that accepts and then says nothing would hold what asked it for ever: it is given up. */
async function* answered(
  name: string,
  ask: (stop: AbortSignal) => Promise<Response>,
  patience: number,
): AsyncGenerator<Uint8Array> {
  const controller = new AbortController()
  const silent = setTimeout(() => controller.abort(new Error(`${name}: no answer`)), patience)
  try {
    const answer = await ask(controller.signal)
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    if (!answer.body) throw new Error(`${name}: empty`)
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      silent.refresh()
      yield part
    }
  } finally {
    clearTimeout(silent)
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
    await pipeline(
      source.stream(file.name),
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
