import type { PrintRequest } from './printer.ts'

/**
 * Whether this paper opens the cash drawer: the test page, and what is given for money, the first time only. A copy or
 * a reprint takes no money.
 */
export function opensDrawer({ paper, reprint }: Pick<PrintRequest, 'paper' | 'reprint'>): boolean {
  if (paper.of === 'test') return paper.drawer === true
  if (paper.of !== 'document' || reprint || paper.copy > 1) return false
  const { kind } = paper.document.facts
  return kind === 'recu' || kind === 'quittance'
}
