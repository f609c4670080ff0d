import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { escposBytes } from '../../electron/printing/escpos.ts'
import { qrSvg } from '../../electron/printing/qr.ts'
import { sheetBytes } from '../../electron/printing/sheet.ts'
import { decodeEscpos, plainText } from '../fixtures/escposDecoder.ts'
import { documentPaper, longFacts, someFacts, testPaper, ticketPaper } from '../fixtures/papers.ts'
import { installed, root } from '../runtime/places.ts'

const samples = join(root, '..', 'shared', 'data', 'escpos')

describe('the decoder reads papers that it did not see made', () => {
  const there = existsSync(samples)
  if (!there)
    console.log('Échantillons ESC/POS absents (../shared/data/escpos) : le décodeur n’est pas comparé.')

  test.skipIf(!there).each([
    ['auto', (line: string) => line],
    ['windows1252', (line: string) => line],
    // The trap that « auto » avoids: cp858 has no Œ.
    ['cp858', (line: string) => line.replace('Œ', '?')],
  ])('recepisse-%s.bin', (name, printed) => {
    const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
      lines: string[]
      qr: string
    }
    const decoded = decodeEscpos(readFileSync(join(samples, `recepisse-${name}.bin`)))
    expect(plainText(decoded)).toBe(expected.lines.map(printed).join(' '))
    expect(decoded.qr).toEqual([expected.qr])
    expect(decoded.cuts).toBe(1)
    expect(decoded.unknown).toEqual([])
  })
})

describe('our papers as bytes', () => {
  test('accents, œ, € and — come out, and nothing is a question mark', () => {
    const bytes = sheetBytes({ paper: testPaper, title: 'Essai', reprint: false })
    const text = plainText(decodeEscpos(bytes))
    expect(text).toContain('àâäçéèêëîïôöùûüÿ ÀÂÇÉÈÊËÎÏÔÙÛÜŸ')
    expect(text).toContain('œ Œ æ Æ € — – « » ’ … ° ½')
    expect(text).not.toContain('?')
  })

  test('names of Europe’s east and in Cyrillic come out too', () => {
    const bytes = escposBytes([
      { block: 'text', text: 'Łukasz Dvořák, Шевченко', bold: false, size: 1, align: 'left' },
    ])
    expect(plainText(decodeEscpos(bytes))).toBe('Łukasz Dvořák, Шевченко')
  })

  test('a receipt has its title double and bold, its code, one cut', () => {
    const paper = documentPaper(someFacts())
    const decoded = decodeEscpos(sheetBytes({ paper, title: 'RD', reprint: false }))
    expect(decoded.lines.find(({ size }) => size === 2)).toMatchObject({ bold: true, size: 2 })
    expect(decoded.lines.find(({ size }) => size === 2)?.text.trim()).toBe('Récépissé de dépôt')
    expect(decoded.qr).toEqual([paper.document.code])
    expect(decoded.cuts).toBe(1)
    for (const { text, size } of decoded.lines) expect(text.trimStart().length * size).toBeLessThanOrEqual(48)
  })

  test('a reprint says so, and training says SPÉCIMEN', () => {
    const text = plainText(
      decodeEscpos(sheetBytes({ paper: documentPaper(longFacts()), title: 'RD', reprint: true })),
    )
    expect(text).toContain('Réimpression')
    expect(text.match(/SPÉCIMEN/g)).toHaveLength(2)
  })

  test('a ticket’s number is six times as large', () => {
    const decoded = decodeEscpos(sheetBytes({ paper: ticketPaper, title: 'A42', reprint: false }))
    expect(decoded.lines.find(({ size }) => size === 6)?.text.trim()).toBe('A 42')
  })
})

test('the QR code of the A4 page is read by another library', async () => {
  const wasm = readFileSync(installed('zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm'))
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
  })
  const { code } = documentPaper(someFacts()).document
  const [found] = await readBarcodes(pixels(qrSvg(code)), { formats: ['QRCode'] })
  expect(found?.text).toBe(code)
})

/** The modules of an SVG made of filled paths of unit squares, drawn in grey levels, 4 dots a module. */
function pixels(svg: string): ImageData {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 0)
  const scale = 4
  const data = new Uint8ClampedArray(side * side * scale * scale * 4).fill(255)
  const inside = (x: number, y: number, lines: readonly (readonly [number, number, number])[]) =>
    lines.filter(([at, from, to]) => at > x && y >= Math.min(from, to) && y < Math.max(from, to)).length %
      2 ===
    1
  // Vertical edges of every polygon; even-odd: a point is dark when an odd number lies to its right.
  const edges: [number, number, number][] = []
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    for (const polygon of path.split('M').filter((part) => part.trim() !== '')) {
      const points = [...polygon.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      )
      for (const [at, [x, y]] of points.entries()) {
        const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
        if (x === nextX && y !== nextY) edges.push([x, y, nextY])
      }
    }
  }
  for (let y = 0; y < side * scale; y++) {
    for (let x = 0; x < side * scale; x++) {
      if (!inside((x + 0.5) / scale, (y + 0.5) / scale, edges)) continue
      data.fill(0, (y * side * scale + x) * 4, (y * side * scale + x) * 4 + 3)
    }
  }
  return { data, width: side * scale, height: side * scale, colorSpace: 'srgb' } as ImageData
}
