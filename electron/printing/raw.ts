import { usualCodepages, type Printer } from '../../shared/contract/printing/printers.ts'
import { roll } from '../../shared/documents/blocks.ts'
import { thermalPaper } from '../../shared/documents/thermal.ts'
import { sayWith } from './charsets.ts'
import { escposBytes, type EscposStyle } from './escpos.ts'
import { drawLines, type Bitmap, type Picture } from './picture.ts'
import type { PrintRequest } from './printer.ts'

/** A request as the bytes that a receipt printer understands. */
export type RawPaper = (
  request: Pick<PrintRequest, 'paper' | 'reprint'>,
  signal: AbortSignal,
) => Promise<Uint8Array>

/**
 * Papers for a receipt printer, as its settings say it is.
 * @param draw what draws the lines that it has no characters for; where it fails they are transliterated
 */
export const rawPaper =
  (printer: Printer, draw: Picture): RawPaper =>
  async (request, signal) => {
    const { columns, dots } = roll(printer.paper)
    const codepages = printer.codepages ?? usualCodepages
    const blocks = thermalPaper(request.paper, { reprint: request.reprint, columns })
    const style: EscposStyle = {
      columns,
      dots,
      codepages,
      cutter: printer.cutter ?? 'partial',
      drawer: printer.drawer !== undefined && opensDrawer(request) ? printer.drawer : null,
      labels: printer.paper === 'label58' && printer.label !== undefined,
    }
    const lines = blocks.flatMap((block) =>
      block.block === 'text' && block.codepage === undefined && sayWith(codepages, block.text).by === null
        ? [block]
        : [],
    )
    return escposBytes(blocks, style, await drawn(lines, dots, draw, signal))
  }

async function drawn<T extends Parameters<typeof drawLines>[0][number]>(
  lines: readonly T[],
  dots: number,
  draw: Picture,
  signal: AbortSignal,
): Promise<ReadonlyMap<object, Bitmap>> {
  if (lines.length === 0) return new Map()
  try {
    const bitmaps = await drawLines(lines, dots, draw, signal)
    return new Map(lines.flatMap((line, at) => (bitmaps[at] ? [[line, bitmaps[at]]] : [])))
  } catch (error) {
    // The paper comes out all the same, in the letters that the printer has.
    if (signal.aborted) throw error
    return new Map()
  }
}

/**
 * Whether this paper opens the cash drawer: the test page, and the quittance of a payment in cash, the first time only. A
 * copy, a duplicate or a reprint moves no money.
 */
function opensDrawer({ paper, reprint }: Pick<PrintRequest, 'paper' | 'reprint'>): boolean {
  if (paper.of === 'test') return paper.drawer === true
  if (paper.of !== 'document' || reprint || paper.copy > 1) return false
  const { facts } = paper.document
  return facts.kind === 'quittance' && facts.means === 'cash' && facts.relates === null
}
