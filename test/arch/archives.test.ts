import { expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { lineOf, sourcesWhere, type Source } from './sources.ts'

// What comes in an archive is bounded and named at one place. A second one would forget it.

/** The one file that opens archives. */
const opens = 'db/backup/archive.ts'

/** Those that make some, and with which library: none of them opens any. */
const makes: Readonly<Record<string, string>> = {
  'db/backup/encrypt.ts': 'age-encryption',
  'db/backup/pieces.ts': 'node:zlib',
  'db/backup/tarred.ts': 'tar',
  'electron/host/history/files.ts': 'fflate',
  // The two halves of a recovery key.
  'renderer/settings/backup/OutsideCopy.tsx': 'age-encryption',
}

/** Libraries that read or write archives, or what is compressed or encrypted in them. */
const library =
  /^(?:(?:node:)?zlib|tar(?:-.+)?|minizlib|fflate|pako|jszip|adm-zip|yauzl|yazl|unzipper|archiver|decompress.*|extract-zip|node-stream-zip|zip-.+|.*zstd.*|brotli.*|bzip2.*|lzma.*|xz.*|.*7z.*|rage.*|age-encryption)(?:\/|$)/

/** What opens, in each of them; the browser's own has no import. */
const opening =
  /\b(?:Parser|Unpack(?:Sync)?|extract|x|list|(?:create)?(?:Async)?(?:Gunzip|Inflate|Unzip|Unzlib|InflateRaw|BrotliDecompress|ZstdDecompress)|(?:gunzip|inflate|inflateRaw|unzip|unzlib|decompress|brotliDecompress|zstdDecompress)(?:Sync)?|Decrypter)\b/g

const offences = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) => {
    const { path, text } = source
    if (path === opens) return []
    const found = importsOf(source).filter(({ target, ours }) => !ours && library.test(target))
    const foreign = found.filter(({ target }) => makes[path] !== target)
    const opened = found.length === 0 ? [] : [...text.matchAll(opening)]
    const streams = [...text.matchAll(/\bDecompressionStream\b/g)]
    return [
      ...foreign.map(({ line, target }) => `${path}:${line} → ${target}`),
      ...[...opened, ...streams].map((match) => `${path}:${lineOf(text, match.index)} ${match[0]}`),
    ]
  })

const ours = sourcesWhere((path) => /^(?:db|electron|renderer|shared)\/.*\.tsx?$/.test(path))

test('one file opens archives, and few make some', () => {
  expect(offences(ours)).toEqual([])
})

test('each file that is said to make archives, or to open them, does', () => {
  for (const path of [opens, ...Object.keys(makes)]) {
    const source = ours.find((one) => one.path === path)
    expect(source && importsOf(source).some(({ target }) => library.test(target)), path).toBe(true)
  }
})

test.each([
  ['electron/host/law/folder.ts', "import { extract } from 'tar'"],
  ['electron/host/law/folder.ts', "const { unzipSync } = await import('fflate')"],
  ['electron/host/partners/directory/import.ts', "import { createGunzip } from 'node:zlib'"],
  ['electron/host/media/sending.ts', "import JSZip from 'jszip'"],
  ['electron/host/history/files.ts', "import { unzipSync } from 'fflate'"],
  ['db/backup/pieces.ts', "import { gunzip, gzip } from 'node:zlib'"],
  ['db/backup/tarred.ts', "const { create, Parser } = await import('tar')"],
  ['renderer/settings/backup/OutsideCopy.tsx', "const { Decrypter } = await import('age-encryption')"],
  ['renderer/law/Import.tsx', "body.pipeThrough(new DecompressionStream('gzip'))"],
])('%s may not say %s', (path, text) => {
  expect(offences([{ path, text }])).not.toEqual([])
})

test('what only makes an archive is let through', () => {
  const made = [
    { path: 'electron/host/history/files.ts', text: "import { zipSync } from 'fflate'" },
    { path: 'electron/host/partners/directory/import.ts', text: "import { parser } from 'stream-json'" },
  ]
  expect(offences(made)).toEqual([])
})
