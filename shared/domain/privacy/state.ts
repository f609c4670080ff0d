import { List, Map, OrderedSet } from 'immutable'
import type { Instant, FileId, SlipId, TicketId } from '../../contract/ids.ts'
import type {
  ArchiveKind,
  ArchiveTerm,
  Eliminated,
  SlipFate,
  SlipRow,
  SlipVisa,
} from '../../contract/privacy/archives.ts'

/** What was asked under a person's rights, and when it was done: the office answers for it (GDPR 5.2). */
export type RightsRequest = {
  readonly at: Instant
  /** Whose data it was about: ids alone. */
  readonly fileId: FileId | null
  readonly ticketId: TicketId | null
  readonly right: 'erasure' | 'limitation' | 'lifting'
  /** A visa of the archives, as it was typed beside what was asked, before slips had theirs. */
  readonly visa: string | null
  readonly note: string | null
}

/** Who signed a visa: name and quality, as they were typed. */
export type SlipSigner = { readonly by: string }

/** A slip that waits for its visa, or for its elimination or its transfer. */
export type Slip = {
  readonly slipId: SlipId
  readonly fate: SlipFate
  readonly number: number
  readonly drawnAt: Instant
  readonly rows: readonly SlipRow[]
  readonly visa: SlipVisa | null
}

/** The public archives as the office rules them: its own terms, the slip that waits, what was eliminated. */
export type Archives = {
  readonly terms: Map<ArchiveKind, ArchiveTerm>
  readonly slip: Slip | null
  /** The last slip's number. */
  readonly last: number
  /** The latest first. */
  readonly eliminated: List<Eliminated>
  /** Rows that the archives withheld from an elimination, by `rowKey`: they keep them, so these are to transfer. */
  readonly withheld: OrderedSet<string>
  /** What the archives took, the latest first. */
  readonly transferred: List<Eliminated>
  /** Rows that the archives have, by `rowKey`: what the office still has of them is a copy. */
  readonly handed: OrderedSet<string>
}

export const noArchives: Archives = {
  terms: Map(),
  slip: null,
  last: 0,
  eliminated: List(),
  withheld: OrderedSet(),
  transferred: List(),
  handed: OrderedSet(),
}

/** A row whose own term is over, as the tables have it. */
export type OverRow = SlipRow & {
  /** The end that its procedure's text gives; null where none does. */
  readonly until: Instant | null
  /** The file that it is, or that it is of. */
  readonly fileId: FileId | null
  /** What the office keeps of that file once ended: when it was written, until when its text keeps it; null without. */
  readonly file: { readonly at: Instant; readonly until: Instant | null } | null
  /** Its person asked that it be kept without being used, or keeps it for a claim (GDPR 18). */
  readonly limited: boolean
}
