import { isSpanSaid, levelOf, type Announced } from '../contract/waits/waits.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { hour } from '../messages/format/numbers.ts'
import { waitRange } from '../messages/waits/waits.fr.ts'

/** What was said of the wait, as the paper repeats it: the span, how it was known and when, and the closing; or the doubt alone. */
export function announcedLines(
  announced: Announced,
  at: number,
  zone: string,
): { readonly wait: string; readonly notes: readonly string[] } {
  const level = levelOf(announced.sure)
  const closing = words.beforeClosing[level]
  return isSpanSaid(level)
    ? { wait: words.wait(waitRange(announced)), notes: [words.estimated(hour(at, zone)), closing] }
    : { wait: closing, notes: [] }
}
