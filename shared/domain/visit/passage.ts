import type { IssuedDocument } from '../../contract/documents/issued.ts'
import type { DocumentKind } from '../../contract/documents/kinds.ts'
import type { PassageStep } from '../../contract/documents/presenceFacts.ts'
import type { Instant, DocumentNumber, Seq } from '../../contract/ids.ts'
import type { CallCode } from '../../contract/queue/tickets.ts'
import type { Ticket } from '../queue/state.ts'

/** What the journal tells of one ticket: the ticket as it was at the end, each act, and who passed before. */
export type Trail = {
  readonly ticket: Ticket
  readonly steps: readonly PassageStep[]
  readonly overtakes: readonly { readonly reason: CallCode; readonly count: number }[]
  /** The last act that shows the person there; a settling tells when they were not. */
  readonly lastSeenAt: Instant
  /** Left unsettled by a day that was never closed. */
  readonly overnight: boolean
  /** The appointment given to them instead. */
  readonly appointmentAt: Instant | null
}

/** All that the host found of the ticket whose code was presented: its trail, its documents, and where the journal is. */
export type Passage = {
  readonly trail: Trail
  /** What was issued of it, this kind left out, the oldest first. */
  readonly documents: readonly {
    readonly kind: DocumentKind
    readonly number: DocumentNumber
    readonly issuedAt: Instant
    readonly hash: string
    readonly replacedBy: DocumentNumber | null
  }[]
  /** The last « Mon passage » of this ticket, and its copies on paper. */
  readonly last: { readonly issued: IssuedDocument; readonly copies: number } | null
  readonly head: { readonly seq: Seq; readonly hash: string }
}
