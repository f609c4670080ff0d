import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// Looks for a code in a picture, away from the page: typing stays fluid. Its own policy, not the page's, lets it compile
// the reader that is shipped beside it (electron/host/http/policy.ts); it reaches nothing else.

/** A picture to read, thoroughly or quickly: a frame of the camera is read quickly, since another follows. */
export type DecodeRequest = { readonly id: number; readonly picture: ImageBitmap; readonly thorough: boolean }
/** The code's text, one character a byte (2D-Doc's binary form and its GS, RS and US stay whole); null: none was found. */
export type DecodeAnswer =
  | { readonly id: number; readonly text: string | null }
  | { readonly id: number; readonly failed: true }

async function prepare(): Promise<void> {
  const answer = await fetch(wasmUrl)
  if (!answer.ok) throw new Error(`zxing_reader.wasm: ${answer.status}`)
  await prepareZXingModule({ overrides: { wasmBinary: await answer.arrayBuffer() }, fireImmediately: true })
}
let prepared: Promise<void> | null = null

function pixelsOf(picture: ImageBitmap): ImageData {
  const { width, height } = picture
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  // A transparent picture is read on white, as it is seen.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  picture.close()
  return context.getImageData(0, 0, width, height)
}

async function find({ id, picture, thorough }: DecodeRequest): Promise<DecodeAnswer> {
  try {
    prepared ??= prepare()
    await prepared
    const found = await readBarcodes(pixelsOf(picture), {
      formats: ['DataMatrix', 'QRCode', 'Aztec', 'PDF417'],
      tryHarder: true,
      tryRotate: thorough,
      tryInvert: thorough,
      tryDenoise: thorough,
      maxNumberOfSymbols: 1,
    })
    const bytes = found.find(({ isValid }) => isValid)?.bytes
    return { id, text: bytes ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') : null }
  } catch {
    prepared = null
    return { id, failed: true }
  }
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  void find(data).then((found) => postMessage(found))
})
