import { decode } from 'fast-png'
import { escapeHtml } from '../../shared/documents/html.ts'
import { arabicFontCss } from './fonts.ts'

/** A page drawn dot for dot, as PNG. @param size in dots, one a CSS pixel; the picture may be larger, never smaller */
export type Picture = (
  html: string,
  size: { readonly width: number; readonly height: number },
  signal: AbortSignal,
) => Promise<Uint8Array>

/** A line of text to be drawn rather than sent as characters. */
export type DrawnLine = {
  readonly text: string
  readonly bold: boolean
  /** As in the receipt's blocks: multiplies width and height. */
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
}

/** Dots, 1 is black; each row begins on a byte, the leftmost dot is the highest bit (ESC/POS, GS v 0). */
export type Bitmap = { readonly width: number; readonly height: number; readonly bytes: Uint8Array }

/** An ordinary line of these printers is 30 dots high; a character of the ordinary font 12 wide. */
const lineHeight = 30
/** DejaVu Sans Mono is 0.6025 em wide: 12 dots a character, as the printer's own. */
const fontSize = 12 / 0.6025

const heightOf = ({ size }: DrawnLine): number => lineHeight * size

/** The lines one under another, with as much room again on the right: a script wider than ours is narrowed after. */
const linesPage = (lines: readonly DrawnLine[]): string => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<style>
${arabicFontCss()}
* { margin: 0; }
html { background: #fff; }
body { color: #000; font-family: 'Noto Sans Arabic', 'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace; }
div { white-space: pre; overflow: hidden; unicode-bidi: plaintext; text-align: left; }
.left { unicode-bidi: isolate; }
</style>
${lines
  .map((line) => {
    const height = heightOf(line)
    const weight = line.bold ? 700 : 400
    return `<div class="${line.align}" style="height: ${height}px; line-height: ${height}px; font-size: ${fontSize * line.size}px; font-weight: ${weight}">${escapeHtml(line.text)}</div>`
  })
  .join('\n')}
</html>
`

/**
 * Draws lines for a receipt printer, each in its place between the margins.
 * @param dots width that the printer prints, a multiple of 8
 * @throws what `draw` rejects with, and an Error when the picture is too small
 */
export async function drawLines(
  lines: readonly DrawnLine[],
  dots: number,
  draw: Picture,
  signal: AbortSignal,
): Promise<readonly Bitmap[]> {
  const height = lines.reduce((sum, line) => sum + heightOf(line), 0)
  const picture = decode(await draw(linesPage(lines), { width: 2 * dots, height }, signal))
  if (picture.width < 2 * dots || picture.height < height) throw new Error('the picture is too small')
  const isBlack = (x: number, y: number) => {
    const at = (y * picture.width + x) * picture.channels
    // Gray or RGB, over white: the page has no colour and no transparency.
    return (picture.data[at] ?? 255) < 128
  }
  let top = 0
  return lines.map((line) => {
    const from = top
    top += heightOf(line)
    return lineBitmap((x, y) => isBlack(x, from + y), line, heightOf(line), dots)
  })
}

/** One line's dots, narrowed to the paper when it is wider, and put where its alignment wants it. */
function lineBitmap(
  isBlack: (x: number, y: number) => boolean,
  { align }: DrawnLine,
  height: number,
  dots: number,
): Bitmap {
  let ink = 0
  for (let x = 2 * dots - 1; x >= 0 && ink === 0; x--)
    for (let y = 0; y < height; y++) if (isBlack(x, y)) ink = x + 1
  const width = Math.min(ink, dots)
  const room = dots - width
  const left = align === 'left' ? 0 : align === 'right' ? room : Math.floor(room / 2)
  const bytes = new Uint8Array((dots / 8) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // A dot stands for one of the picture's, or for the several that it replaces.
      const [begin, end] = [Math.floor((x * ink) / width), Math.ceil(((x + 1) * ink) / width)]
      let black = false
      for (let from = begin; from < end && !black; from++) black = isBlack(from, y)
      if (black) bytes[y * (dots / 8) + ((left + x) >> 3)]! |= 0x80 >> ((left + x) & 7)
    }
  }
  return { width: dots, height, bytes }
}
