import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Header } from 'tar'
import { office } from '../facts.ts'

// Archives as somebody would make them who can write where copies lie, and whom no library holds back.

export type ForgedEntry = {
  readonly name: string
  readonly content: string | Buffer
  readonly type?: 'File' | 'SymbolicLink' | 'Link' | 'Directory'
  readonly to?: string
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

/** A manifest's entry that says all these files, with their measures; `more` says otherwise. */
export function forgedManifest(
  files: readonly ForgedEntry[],
  more: Readonly<Record<string, unknown>> = {},
): ForgedEntry {
  const said = {
    format: 1,
    officeId: office,
    office: 'Mairie',
    school: false,
    at: 1,
    seq: 1,
    hash: sha256('x'),
    schema: 70,
    why: 'asked',
    chain: 'end',
    files: files.map(({ name, content }) => ({
      name,
      bytes: Buffer.byteLength(content),
      sha256: sha256(content),
    })),
    ...more,
  }
  return { name: 'manifest.json', content: JSON.stringify(said) }
}

/** Writes the archive, its names as they are. */
export function forge(file: string, entries: readonly ForgedEntry[]): string {
  const blocks = entries.flatMap(({ name, content, type = 'File', to }) => {
    const bytes = Buffer.from(content)
    const header = new Header({
      path: name,
      size: type === 'File' ? bytes.length : 0,
      mode: 0o644,
      type,
      ...(to === undefined ? {} : { linkpath: to }),
    })
    const head = Buffer.alloc(512)
    header.encode(head)
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])))
  return file
}
