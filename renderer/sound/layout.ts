import type { ClipName, Spoken } from '../../shared/messages/public/voice.ts'

/** Seconds between two pieces of one breath, and between two breaths: « Ticket A 42, guichet 3 ». */
const pause = { pieces: 0.04, breaths: 0.28 } as const

/** When each piece begins, in seconds from the start of the phrase, and how long the phrase lasts. */
export type Layout = {
  readonly pieces: readonly { readonly clip: ClipName; readonly at: number }[]
  readonly length: number
}

/** Sets the pieces of a phrase one after another. @param lengthOf a piece's length in seconds */
export function layOut(spoken: Spoken, lengthOf: (clip: ClipName) => number): Layout {
  const pieces: { readonly clip: ClipName; readonly at: number }[] = []
  let end = 0
  for (const breath of spoken) {
    for (const [place, clip] of breath.entries()) {
      const at = end + (pieces.length === 0 ? 0 : place === 0 ? pause.breaths : pause.pieces)
      pieces.push({ clip, at })
      end = at + lengthOf(clip)
    }
  }
  return { pieces, length: end }
}
