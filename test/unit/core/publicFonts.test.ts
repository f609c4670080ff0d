import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prose } from '../../../electron/host/http/plainPage.ts'
import { publicFaces } from '../../../electron/host/http/publicFonts.ts'

const built = [
  'public-sans-latin-wght-normal-D1.woff2',
  'atkinson-hyperlegible-next-latin-ext-wght-normal-C2.woff2',
  'atkinson-hyperlegible-next-latin-wght-normal-B3.woff2',
  'noto-sans-arabic-arabic-wght-normal-B4.woff2',
  'noto-sans-cyrillic-wght-normal-B5.woff2',
]

test('a page that the host writes itself has the letters of the built ones once they are there, and Arabic of the reader’s machine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-faces-'))
  try {
    // Before anything is built it stands all the same.
    expect(publicFaces(folder)).toBe('')
    await mkdir(join(folder, 'assets'))
    for (const name of built) await writeFile(join(folder, 'assets', name), '')
    const fetched = [...publicFaces(folder).matchAll(/url\('\/assets\/([^']+)'\)/g)].map(([, name]) => name)
    expect(fetched).toEqual([built[0], built[2], built[4]])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a sentence of such a page parts no article from its number, nor a telephone’s figures, nor « + » from its word', () => {
  const said = 'CRPA, art. L112-3 ; « Services publics + », 09 69 39 00 00 <b>'
  const held = ['art. L112-3', 'publics +', '09 69 39 00 00']
  const html = prose(said)
  expect([...html.matchAll(/<span class="whole">([^<]*)<\/span>/g)].map(([, text]) => text)).toEqual(held)
  // What is copied or searched is the sentence itself.
  expect(html.replaceAll(/<\/?span[^>]*>/g, '')).toBe(
    'CRPA, art. L112-3 ; « Services publics + », 09 69 39 00 00 &lt;b&gt;',
  )
})
