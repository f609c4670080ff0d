import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// The reader of codes inside the page: a file that was opened from a disk can fetch nothing, nor start a worker.

/** A picture is made smaller than that, in pixels a side: a code is read as well, and sooner. */
const largest = 2400

let prepared: Promise<unknown> | null = null
const prepare = (): Promise<unknown> => {
  const bytes = Uint8Array.from(atob(wasm.slice(wasm.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
  return prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true })
}

/**
 * The text of the first code of a picture; null when there is none.
 * @param thorough takes its time: a picture was chosen; a frame of the camera is followed by another
 * @throws when it is no picture, or when the reader does not start
 */
export async function codeIn(source: Blob | HTMLVideoElement, thorough: boolean): Promise<string | null> {
  const picture = await createImageBitmap(source)
  try {
    await (prepared ??= prepare())
    const [found] = await readBarcodes(pixelsOf(picture), {
      formats: ['QRCode', 'DataMatrix'],
      tryHarder: true,
      tryRotate: thorough,
      tryInvert: thorough,
      tryDenoise: thorough,
      maxNumberOfSymbols: 1,
    })
    return found?.isValid ? found.text : null
  } finally {
    picture.close()
  }
}

function pixelsOf(picture: ImageBitmap): ImageData {
  const scale = Math.min(1, largest / Math.max(picture.width, picture.height))
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)))
  const context = new OffscreenCanvas(width!, height!).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  // A transparent picture is read on white, as it is seen.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width!, height!)
  context.drawImage(picture, 0, 0, width!, height!)
  return context.getImageData(0, 0, width!, height!)
}
