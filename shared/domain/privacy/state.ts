import type { Instant, FileId, TicketId } from '../../contract/ids.ts'

/** What was asked under a person's rights, and when it was done: the office answers for it (GDPR 5.2). */
export type RightsRequest = {
  readonly at: Instant
  /** Whose data it was about: ids alone. */
  readonly fileId: FileId | null
  readonly ticketId: TicketId | null
  readonly right: 'erasure' | 'limitation' | 'lifting'
  /** The visa of the archives, by its reference. */
  readonly visa: string | null
  readonly note: string | null
}
