import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { thermalColumns, type ThermalBlock } from '../../shared/documents/blocks.ts'

// « auto » switches code pages inside a line; one page alone prints « ? » for what it lacks (cp858: Œ, œ, —).
// Windows-1252 first, because French then needs no switch at all; the others are on every Epson-like printer.
const candidates = ['windows1252', 'cp437', 'cp852', 'cp866'] as const

const replacements: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u02bc': '’',
}

// The library's « auto » copies a code page for each character: 45 ms a receipt, in the host's own thread. What
// Windows-1252 holds whole, which is nearly all, goes there at once; « auto » is for the rest.
const windows1252 = /^[\x20-\x7e\u00a1-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

/**
 * Text that cannot command the printer: an escape character typed in a label would be an order to it.
 * Spaces that code pages place differently become ordinary ones.
 */
const harmless = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u202f\u2009\u2010\u2011\u2212\u02bc]/g, (character) => replacements[character] ?? ' ')
    .replace(/\p{Cc}/gu, ' ')

/**
 * A receipt printer's bytes (ESC/POS, Epson's code page numbers) for these blocks.
 * @param columns characters a line: 48 on 80 mm, as the blocks were made
 * @throws when a QR code's data is not printable ASCII: readers would not agree on it
 */
export function escposBytes(blocks: readonly ThermalBlock[], columns = thermalColumns): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageMapping: 'epson',
    codepageCandidates: [...candidates],
    feedBeforeCut: 4,
  })
  encoder.initialize()
  for (const block of blocks) {
    switch (block.block) {
      case 'text': {
        const text = harmless(block.text)
        encoder
          .codepage(windows1252.test(text) ? 'windows1252' : 'auto')
          .align(block.align)
          .bold(block.bold)
          .size(block.size, block.size)
          .line(text)
          .size(1, 1)
          .bold(false)
          .align('left')
        break
      }
      case 'rule':
        encoder.codepage('auto').rule()
        break
      case 'qr':
        if (!/^[\x20-\x7e]+$/.test(block.data)) throw new RangeError('QR data must be printable ASCII')
        encoder.align('center').qrcode(block.data, { model: 2, size: 5, errorlevel: 'm' }).align('left')
        break
      case 'feed':
        encoder.newline(block.lines)
        break
      case 'cut':
        encoder.cut('partial')
        break
    }
  }
  return encoder.encode()
}
