import type { Bitmap } from './picture.ts'

/** Dots a millimetre of these printers' heads: 203 an inch. */
const dotsPerMm = 8
const height = 40

/** How high a millimetre's line is, in dots: the tens stand out, then the fives. */
const tick = (mm: number): number => (mm % 10 === 0 ? height : mm % 5 === 0 ? 26 : 14)

/** A ruler in millimetres over the whole printed width: laid against a real one, it says whether the head's width is right. */
export function rulerBitmap(dots: number): Bitmap {
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
