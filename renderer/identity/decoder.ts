import type { DecodeRequest, DecodeAnswer } from './decode.worker.ts'

/** Pictures are made smaller than that, in pixels a side: a code is read as well, and sooner. */
const largest = 2400

/** Looks for codes in pictures. `close` ends it. */
export type Decoder = {
  /** The code's text, one character a byte; null when there is none. @throws when the reader does not start */
  read(picture: ImageBitmap, thorough: boolean): Promise<string | null>
  close(): void
}

/** Starts the reader: one for as long as pictures are looked into. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve(text: string | null): void; reject(error: Error): void }>()
  let last = 0
  const settle = (
    id: number,
    act: (one: { resolve(text: string | null): void; reject(error: Error): void }) => void,
  ) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) act(one)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) =>
    settle(data.id, (one) => {
      if ('failed' in data) one.reject(new Error('the reader of codes failed'))
      else one.resolve(data.text)
    }),
  )
  worker.addEventListener('error', () => {
    for (const id of waiting.keys())
      settle(id, (one) => one.reject(new Error('the reader of codes did not start')))
  })
  return {
    read: (picture, thorough) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ id: last, picture, thorough } satisfies DecodeRequest, [picture])
      }),
    close() {
      worker.terminate()
      waiting.clear()
    },
  }
}

/** A picture that a person chose, of a size to be looked into. @throws when it is no picture */
export async function pictureOf(file: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file)
  const scale = largest / Math.max(whole.width, whole.height)
  if (scale >= 1) return whole
  const smaller = await createImageBitmap(whole, {
    resizeWidth: Math.max(1, Math.round(whole.width * scale)),
    resizeHeight: Math.max(1, Math.round(whole.height * scale)),
    resizeQuality: 'high',
  })
  whole.close()
  return smaller
}
