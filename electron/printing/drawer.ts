import type { PrintRequest } from './printer.ts'

/**
 * Whether this paper opens the cash drawer: the test page, and the quittance of a payment in cash, the first time only. A
 * copy, a duplicate or a reprint moves no money.
 */
export function opensDrawer({ paper, reprint }: Pick<PrintRequest, 'paper' | 'reprint'>): boolean {
  if (paper.of === 'test') return paper.drawer === true
  if (paper.of !== 'document' || reprint || paper.copy > 1) return false
  const { facts } = paper.document
  return facts.kind === 'quittance' && facts.means === 'cash' && facts.relates === null
}
