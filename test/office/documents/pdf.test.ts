import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { PaperVariant } from '../../../shared/contract/documents/papers.ts'
import { documentContent } from '../../../shared/documents/content.ts'
import { verifyCode } from '../../../shared/documents/code.ts'
import { sealPdf, verifyPdf } from '../../../shared/documents/pdfSeal.ts'
import { renderDocument } from '../../../electron/host/documents/render.ts'
import { openPaperBrowser, type PaperBrowser } from '../../fixtures/paperBrowser.ts'
import { issue, longFacts, officeKey, someFacts } from '../../fixtures/papers.ts'
import { root } from '../../runtime/places.ts'
import { run } from '../../runtime/command.ts'

// The PDFs that a browser of this machine makes, read by poppler: nothing here comes from what wrote them.

const key = officeKey(7)
let folder: string
let browser: PaperBrowser
beforeAll(async () => {
  browser = await openPaperBrowser()
  folder = await mkdtemp(join(tmpdir(), 'guichet-pdf-'))
  const wasm = await readFile(join(root, 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm'))
  await prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
    fireImmediately: true,
  })
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

let files = 0
/** A drawn document, sealed, in a file. */
async function sealedFile(document: IssuedDocument, drawn: Uint8Array) {
  const file = join(folder, `${++files}.pdf`)
  const bytes = sealPdf(drawn, document.code, key.sign)
  await writeFile(file, bytes)
  return { file, bytes }
}
/** The sealed PDF of a document: pdfPictures.test.ts compares this browser's drawing with a host's own. */
const pdfOf = async (
  document: IssuedDocument,
  format: 'a4' | '80mm' | '58mm' = 'a4',
  variant?: PaperVariant,
) => sealedFile(document, await browser.draw(document, format, { variant }))

/** What one of poppler's programs says of a file, which it must read without a complaint. */
async function told(program: string, args: readonly string[]): Promise<string> {
  const { code, text } = await run(program, args)
  expect(text).not.toMatch(/Syntax (Error|Warning)/)
  expect(code).toBe(0)
  return text
}

/** The text of the codes on a page, as a telephone would read its picture. */
async function codesOn(file: string): Promise<readonly string[]> {
  await told('pdftoppm', ['-r', '200', '-png', file, file])
  const pages = Number(/Pages:\s+(\d+)/.exec(await told('pdfinfo', [file]))?.[1])
  const found: string[] = []
  for (let page = 1; page <= pages; page++) {
    const name = `${file}-${String(page).padStart(String(pages).length, '0')}.png`
    const codes = await readBarcodes(new Uint8Array(await readFile(name)), { formats: ['QRCode'] })
    found.push(...codes.filter(({ isValid }) => isValid).map(({ text }) => text))
  }
  return found
}

const document = issue(someFacts({ incomplete: { dueOn: '2026-03-18', effect: 'suspends' } }))
let bare: Promise<Uint8Array> | undefined
/** That document on A4, as a host draws it, once for all that read it. */
const drawnByHost = () => (bare ??= renderDocument(document, 'a4'))
let sealed: ReturnType<typeof sealedFile> | undefined
const onA4 = () => (sealed ??= drawnByHost().then((drawn) => sealedFile(document, drawn)))

describe('a document on A4 is a tagged PDF', () => {
  let file: string
  let structure: string
  beforeAll(async () => {
    ;({ file } = await onA4())
    structure = await told('pdfinfo', ['-struct-text', file])
  }, 60_000)

  test('with a title, and the language of what it says', async () => {
    const info = await told('pdfinfo', [file])
    expect(info).toMatch(/Title:\s+Récépissé de dépôt N°\s?RD-2026-1/)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Page size:.*A4/)
    const raw = (await readFile(file)).toString('latin1')
    expect(raw).toMatch(/\/Lang \(fr\)/)
    expect(raw).toMatch(/\/DisplayDocTitle true/)
  })

  test('it has one main heading, then headings in order, none skipped', () => {
    const levels = [...structure.matchAll(/^\s*H([1-6]) \(block\)/gm)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('tables have headers with their scope, and cells that name theirs', async () => {
    const attributes = await told('pdfinfo', ['-struct', file])
    // What lacks once brought, who decides, and silence: each row's head names its cell.
    expect(attributes.match(/\/Scope \/Row/g)).toHaveLength(3)
    expect(attributes.match(/\/Headers \[/g)).toHaveLength(3)
  })

  test('lists are lists, and the code is a figure that says what it is', async () => {
    expect(structure).toMatch(/^\s*L \(block\)\n\s*LI \(block\)/m)
    expect(structure).toMatch(/^\s*Figure/m)
    const raw = (await readFile(file)).toString('latin1')
    const alternative = /\/Alt <([0-9A-F]+)>|\/Alt \(([^)]*)\)/.exec(raw)
    const text =
      alternative?.[1] === undefined
        ? (alternative?.[2] ?? '')
        : Buffer.from(alternative[1], 'hex').subarray(2).swap16().toString('utf16le')
    expect(text).toContain(document.shortCode)
  })

  test('every word of the page is in the structure: nothing is read that no tag holds', async () => {
    const squeezed = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '')
    const tagged = squeezed([...structure.matchAll(/"([\s\S]*?)"\n/g)].map(([, text = '']) => text).join(''))
    const { title, lead, notes, lacks, signed } = documentContent(document, { copy: 1, reprint: false })
    // poppler prints no further than a byte that ends its own string: what is before « ; » is enough to know a line.
    for (const said of [title, lead, ...notes, lacks?.title ?? '', signed])
      expect(tagged).toContain(squeezed(said.split(';')[0] ?? ''))
  })

  test('its headings are bookmarks', async () => {
    const xml = await told('pdftohtml', ['-xml', '-i', '-stdout', file])
    const outline = xml.slice(xml.indexOf('<outline>'))
    const items = [...outline.matchAll(/<item page="\d+">([^<]*)</g)].map(([, title]) => title)
    expect(items).toEqual([
      'Récépissé de dépôt',
      'Il manque 1\u00a0pièce',
      'Pièces présentées',
      'Pièces non examinées',
      'La suite',
      'Vos droits',
    ])
  })
})

describe('the code of the page', () => {
  test.each([
    ['A4', 'a4'],
    ['the strip of 80 mm', '80mm'],
    ['the strip of 58 mm', '58mm'],
  ] as const)('on %s is read on its picture, equals the signed one and is authentic', async (_, format) => {
    const { file } = await (format === 'a4' ? onA4() : pdfOf(document, format))
    expect(await codesOn(file)).toEqual([document.code])
    expect(verifyCode(document.code, key.publicKey)).toMatchObject({ is: 'authentic' })
  })
})

describe('large type and plain words', () => {
  /** The sizes of all that is written, in points. poppler says pixels of 1/108 inch. */
  async function sizes(file: string): Promise<readonly number[]> {
    const xml = await told('pdftohtml', ['-xml', '-i', '-stdout', file])
    return [...xml.matchAll(/<fontspec id="\d+" size="(\d+)"/g)].map(([, size]) => (Number(size) * 72) / 108)
  }

  test('nothing in large type is under 16 points', async () => {
    const { file } = await pdfOf(issue(longFacts()), 'a4', 'large')
    // poppler cuts a size to a whole pixel: two thirds of a point.
    expect(Math.min(...(await sizes(file)))).toBeGreaterThan(16 * 0.91)
  })

  test('plain words say what the paper is for and what the hard words mean, in 14 points at least', async () => {
    const { file } = await pdfOf(document, 'a4', 'plain')
    const text = (await told('pdftotext', [file, '-'])).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Ce papier prouve que vous avez déposé une demande')
    expect(text).toContain('Un papier qui prouve que vous avez donné quelque chose.')
    expect(Math.min(...(await sizes(file)))).toBeGreaterThan(14 * 0.9)
  })
})

describe('the seal in the tail of the file', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    ;({ bytes } = await onA4())
  }, 60_000)
  const verdict = (changed: Uint8Array, publicKey = key.publicKey) => verifyPdf(changed, publicKey).is

  test('is authentic with the public key alone, and foreign with another', () => {
    expect(verifyPdf(bytes, key.publicKey)).toMatchObject({ is: 'authentic', number: 'RD-2026-1' })
    expect(verdict(bytes, officeKey(9).publicKey)).toBe('otherOffice')
  })

  test('one byte changed anywhere in the file is found', () => {
    // All of the seal, and the rest by steps that share no divisor with the lines of a table.
    const tail = bytes.length - 800
    const places = [
      ...Array.from({ length: 60 }, (_, at) => Math.floor((tail / 60) * at)),
      ...Array.from({ length: 115 }, (_, at) => tail + at * 7).filter((at) => at < bytes.length),
    ]
    for (const at of places) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(['altered', 'otherOffice'], `byte ${at} of ${bytes.length}`).toContain(verdict(changed))
    }
  })

  test('what is added after it, or cut from it, is found', () => {
    expect(verdict(Buffer.concat([bytes, Buffer.from('\n')]))).toBe('altered')
    expect(verdict(Buffer.concat([bytes, Buffer.from('%%EOF\n'.repeat(1000))]))).toBe('altered')
    expect(verdict(bytes.subarray(0, bytes.length - 1))).toBe('altered')
  })

  test('a seal taken from another file, or a page put under it, is found', async () => {
    const other = await pdfOf(issue(someFacts({ label: 'Passeport' })))
    const sealAt = (file: Uint8Array) => Buffer.from(file).indexOf('%Guichet-Seal')
    const moved = Buffer.concat([other.bytes.subarray(0, sealAt(other.bytes)), bytes.subarray(sealAt(bytes))])
    expect(verdict(moved)).toBe('altered')
  })

  test('a PDF without a seal, and what is no PDF, are told apart', async () => {
    expect(verdict(await drawnByHost())).toBe('unsealed')
    expect(verdict(Buffer.from('bonjour'))).toBe('notPdf')
    expect(verdict(new Uint8Array())).toBe('notPdf')
  })

  test('readers show the file as if there were none', async () => {
    const { file } = await onA4()
    const without = join(folder, 'bare.pdf')
    await writeFile(without, await drawnByHost())
    expect(await told('pdftotext', [file, '-'])).toBe(await told('pdftotext', [without, '-']))
  })
})

describe('the typefaces of the person’s language are inside the paper', () => {
  /** The typefaces of a PDF as poppler lists them: a subset is `ABCDEF+Name`, then « yes » embedded, « yes » subset. */
  const facesOf = async (file: string): Promise<readonly string[]> =>
    [...(await told('pdffonts', [file])).matchAll(/^[A-Z]{6}\+(\S+).* yes yes (?:yes|no) /gm)].map(
      ([, name = '']) => name,
    )

  test.each([
    ['ar', 'a4', /NotoSansArabic/],
    ['ar', '80mm', /NotoSansArabic/],
    ['uk', 'a4', /^NotoSans-/],
  ] as const)('in %s on %s', async (lang, format, face) => {
    const file = join(folder, `${lang}-${format}.pdf`)
    await writeFile(file, await browser.draw(document, format, { lang }))
    const all = (await told('pdffonts', [file])).trim().split('\n').length - 2
    const faces = await facesOf(file)
    expect(faces.filter((name) => face.test(name)).length).toBeGreaterThan(0)
    expect(faces).toHaveLength(all)
    // What it says can be read back, and French is there.
    const said = await told('pdftotext', [file, '-'])
    expect(said).toMatch(lang === 'ar' ? /\p{Script=Arabic}{3}/u : /\p{Script=Cyrillic}{5}/u)
    expect(said).toContain('Récépissé')
  })

  test('a paper in French alone carries neither', async () => {
    const { file } = await onA4()
    expect((await facesOf(file)).filter((name) => name.startsWith('NotoSans'))).toEqual([])
  })
})
