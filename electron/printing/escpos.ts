import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { usualCodepages, type Codepage, type Printer } from '../../shared/contract/printing/printers.ts'
import { thermalColumns, type ThermalBlock } from '../../shared/documents/blocks.ts'
import { sayWith } from './charsets.ts'
import type { Bitmap } from './picture.ts'
import { transliterate } from './transliterate.ts'

/** What a receipt printer is and has. */
export type EscposStyle = {
  /** Characters a line, as the blocks were made. */
  readonly columns: number
  /** Dots a line, 8 a millimetre (203 an inch). */
  readonly dots: number
  readonly codepages: readonly Codepage[]
  readonly cutter: NonNullable<Printer['cutter']>
  /** The pin on which the drawer is opened before anything comes out. */
  readonly drawer: Printer['drawer'] | null
  /** The roll is one of labels, each with its mark: the paper goes on to the next one rather than be cut. */
  readonly labels: boolean
}

/** A printer of 80 mm of Epson's family, with nothing more said of it. */
const usualStyle: EscposStyle = {
  columns: thermalColumns,
  dots: 576,
  codepages: usualCodepages,
  cutter: 'partial',
  drawer: null,
  labels: false,
}

/** Lines that the paper goes on so that what was printed is past the cutter. */
const beforeCut = 4

/** GS FF: to the beginning of the next label. */
const nextLabel = [0x1d, 0x0c]

type Text = Extract<ThermalBlock, { block: 'text' }>

/**
 * A receipt printer's bytes (ESC/POS, Epson's code page numbers) for these blocks.
 * @param drawn the text blocks that are sent as pictures, for want of characters
 * @throws RangeError when a QR code's data is not printable ASCII: readers would not agree on it
 */
export function escposBytes(
  blocks: readonly ThermalBlock[],
  style: EscposStyle = usualStyle,
  drawn: ReadonlyMap<object, Bitmap> = new Map(),
): Uint8Array {
  const { columns, dots, codepages, cutter, drawer, labels } = style
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageMapping: 'epson',
    codepageCandidates: [...codepages],
    feedBeforeCut: beforeCut,
  })
  encoder.initialize()
  if (drawer) encoder.pulse(drawer === 'pin2' ? 0 : 1)
  const write = (block: Text) => {
    const bitmap = drawn.get(block)
    if (bitmap) return void encoder.raw(rasterBytes(bitmap))
    const { by, text } = block.codepage
      ? { by: block.codepage, text: block.text }
      : printable(codepages, block.text)
    encoder
      .codepage(by)
      .align(block.align)
      .bold(block.bold)
      .size(block.size, block.size)
      .line(text)
      .size(1, 1)
      .bold(false)
      .align('left')
  }
  for (const block of blocks) {
    switch (block.block) {
      case 'text':
        write(block)
        break
      case 'rule':
        encoder.codepage('auto').rule()
        break
      case 'qr':
        encoder
          .align('center')
          .qrcode(block.data, { model: 2, size: moduleSize(block.data, dots), errorlevel: 'm' })
          .align('left')
        break
      case 'ruler':
        encoder.raw(rasterBytes(rulerBitmap(dots)))
        break
      case 'feed':
        encoder.newline(block.lines)
        break
      case 'cut':
        if (labels) encoder.raw(nextLabel)
        else if (cutter === 'none') encoder.newline(beforeCut)
        else encoder.cut(cutter)
        break
    }
  }
  return encoder.encode()
}

/** A line in characters that the printer has, transliterated when it has none for it. */
function printable(codepages: readonly Codepage[], typed: string): { by: Codepage | 'auto'; text: string } {
  const { by, text } = sayWith(codepages, typed)
  if (by !== null) return { by, text }
  const latin = sayWith(
    codepages,
    transliterate(text, (character) => sayWith(codepages, character).by !== null),
  )
  return { by: latin.by ?? 'auto', text: latin.text }
}

/** Bytes that a QR code of level M holds, by version from 1 (ISO/IEC 18004, table 7). */
const capacities = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
]

/** Dots a module of a QR code: five, read by any telephone, or fewer where the code would be wider than the paper. */
function moduleSize(data: string, dots: number): number {
  if (!/^[\x20-\x7e]+$/.test(data)) throw new RangeError('QR data must be printable ASCII')
  const version = 1 + capacities.findIndex((bytes) => bytes >= data.length)
  // Longer than any code of ours: as small as a head prints it legibly.
  return version === 0 ? 2 : Math.min(5, Math.floor(dots / (17 + 4 * version)))
}

/** Orders that a printer obeys even inside a picture's data: DLE EOT, DLE ENQ, DLE DC4 (Epson, ESC/POS reference). */
const realTime: readonly number[] = [0x04, 0x05, 0x14]

/** GS v 0: a picture dot for dot, in bands of at most 255 rows, and no order inside it. */
function rasterBytes({ width, height, bytes }: Bitmap): number[] {
  const row = width / 8
  const harmless = Uint8Array.from(bytes)
  for (let at = 1; at < harmless.length; at++) {
    // One dot more, which nobody sees.
    if (harmless[at - 1] === 0x10 && realTime.includes(harmless[at] ?? 0)) harmless[at - 1] = 0x18
  }
  const out: number[] = []
  for (let top = 0; top < height; top += 255) {
    const rows = Math.min(255, height - top)
    out.push(0x1d, 0x76, 0x30, 0, row & 0xff, row >> 8, rows, 0)
    out.push(...harmless.subarray(top * row, (top + rows) * row))
  }
  return out
}

/** Dots a millimetre of these printers' heads: 203 an inch. */
const dotsPerMm = 8
const height = 40

/** How high a millimetre's line is, in dots: the tens stand out, then the fives. */
const tick = (mm: number): number => (mm % 10 === 0 ? height : mm % 5 === 0 ? 26 : 14)

/** A ruler in millimetres over the whole printed width: laid against a real one, it says whether the head's width is right. */
function rulerBitmap(dots: number): Bitmap {
  const row = dots / 8
  const bytes = new Uint8Array(row * height)
  const ink = (x: number, y: number) => {
    if (x < dots) bytes[y * row + (x >> 3)]! |= 0x80 >> (x & 7)
  }
  for (let x = 0; x < dots; x++) for (const y of [0, 1]) ink(x, y)
  for (let mm = 0; mm * dotsPerMm <= dots; mm++) {
    // The last line falls past the edge: it is the edge.
    const at = Math.min(mm * dotsPerMm, dots - 2)
    for (let y = 0; y < tick(mm); y++) for (const x of [at, at + 1]) ink(x, y)
  }
  return { width: dots, height, bytes }
}
