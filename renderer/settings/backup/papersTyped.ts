import type { Input } from '../../../shared/contract/index.ts'

type Numbers = Input<'journal.resume'>

/**
 * The numbers that somebody copied from papers: `A12, RD-2026-318`; of one series, the highest.
 * @returns the first that is neither a ticket's nor a document's, where there is one
 */
export function papersTyped(text: string): Numbers | { readonly wrong: string } {
  const tickets: Record<string, number> = {}
  const documents: Record<string, number> = {}
  for (const one of text.toUpperCase().split(/[\s,;]+/)) {
    if (one === '') continue
    const [, letter = '', ticket = ''] = /^([A-Z]{1,4})(\d{1,4})$/.exec(one) ?? []
    const [, series = '', document = ''] = /^([A-Z]{2}-\d{4})-(\d{1,7})$/.exec(one) ?? []
    if (Number(ticket) > 0) tickets[letter] = Math.max(tickets[letter] ?? 0, Number(ticket))
    else if (Number(document) > 0) documents[series] = Math.max(documents[series] ?? 0, Number(document))
    else return { wrong: one }
  }
  return { tickets, documents }
}
