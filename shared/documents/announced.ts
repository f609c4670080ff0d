import { levelOf, type Announced } from '../contract/waits/waits.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { hour } from '../messages/format/numbers.ts'
import { waitRange } from '../messages/waits/waits.fr.ts'

/** What was said of the wait, as the paper repeats it: the span, how it was known and when, and the closing. */
export const announcedLines = (
  announced: Announced,
  at: number,
  zone: string,
): { readonly wait: string; readonly notes: readonly string[] } => ({
  wait: words.wait(waitRange(announced)),
  notes: [words.estimated(hour(at, zone)), words.beforeClosing[levelOf(announced.sure)]],
})
