import type { Map } from 'immutable'
import type { DocumentLine } from '../../contract/documents/kept.ts'
import type { TicketNumber } from '../../contract/ids.ts'

/** A document of the day, as its counter's page shows it. */
export type IssuedLine = DocumentLine & { readonly ticket: TicketNumber | null }

/** The last document of a kind in a year: the next one's number and what it is chained to. */
export type LastDocument = { readonly count: number; readonly hash: string }

/** What the next closing of a period goes on from: its name, its hash, the documents counted up to it, and the last of each series. */
export type LastClosing = {
  readonly name: string
  readonly hash: string
  readonly count: number
  readonly series: Map<string, LastDocument>
}
