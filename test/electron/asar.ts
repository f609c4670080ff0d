import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

// Electron's archive: a header in JSON between two lengths, then the files one after another.

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
  readonly integrity?: { readonly algorithm: string; readonly hash: string }
}

export type Asar = {
  /** The path of each file and folder, from `/`. */
  readonly paths: readonly string[]
  readonly read: (path: string) => Buffer
  readonly entry: (path: string) => Entry | undefined
}

export function openAsar(file: string): Asar {
  const lengths = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  readSync(handle, lengths, 0, 16, 0)
  closeSync(handle)
  const content = readFileSync(file)
  const header = JSON.parse(content.toString('utf8', 16, 16 + lengths.readUInt32LE(12))) as Entry
  const start = 8 + lengths.readUInt32LE(4)
  const known = new Map<string, Entry>()
  const walk = (entry: Entry, path: string) => {
    for (const [name, inside] of Object.entries(entry.files ?? {})) {
      known.set(`${path}/${name}`, inside)
      walk(inside, `${path}/${name}`)
    }
  }
  walk(header, '')
  return {
    paths: [...known.keys()],
    entry: (path) => known.get(path),
    read: (path) => {
      const { offset = '0', size = 0 } = known.get(path) ?? {}
      return content.subarray(start + Number(offset), start + Number(offset) + size)
    },
  }
}
