import type { LabelPaper } from '../contract/documents/papers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { rule, type ThermalBlock, type Writer } from './blocks.ts'
import { typeset } from './moments.ts'

/** A label for an envelope: who sends it, small; to whom, large enough to be read at arm's length. */
export const drawLabel = (
  { lines, reference, sender, school }: LabelPaper,
  write: Writer,
): readonly ThermalBlock[] => [
  // Shorter than the other papers' warning: the label's height is counted.
  ...(school ? write(words.specimen, { bold: true, align: 'center' }) : []),
  ...write(typeset(sender)),
  rule,
  ...lines.flatMap((line) => write(typeset(line), { bold: true })),
  ...(reference === null ? [] : [rule, ...write(typeset(reference))]),
  { block: 'cut' },
]
