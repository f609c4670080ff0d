import { stay } from './strip.ts'

/** Milliseconds between two turns of the video: the calls before the newest have the whole width then. */
const apart = 30_000
/** Letters of what the video says that are written beside it at a time. */
const together = 170

/** What a video says, cut between words in parts that are each read while the strip's leaf stays. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= together)
      parts[parts.length - 1] = `${last} ${word}`
    else parts.push(word)
  }
  return parts
}

/**
 * Where the video is at an instant, by the clock alone, as all that turns on the display: how far it is in milliseconds,
 * and which part of its text stands beside it. Null while it is another's turn: first of all, so that a display that is
 * set to stand still shows none.
 * @param now milliseconds
 * @param milliseconds how long the video lasts
 * @param parts in how many its text is cut (`partsOf`)
 */
export function signAt(
  now: number,
  { milliseconds, parts }: { readonly milliseconds: number; readonly parts: number },
): { readonly at: number; readonly part: number } | null {
  const turn = Math.max(Math.ceil(milliseconds / stay), parts) * stay
  const at = (now % (apart + turn)) - apart
  return at < 0 ? null : { at, part: Math.min(Math.floor(at / stay), parts - 1) }
}
