import type { Sqlite } from '../../../db/connect.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { IssuingOffice } from './stored.ts'

/** The first thing that does not hold, and of which document; null when it is of none. In French, for a person. */
export type Flaw = { readonly number: string | null; readonly why: string }

/** What a check of the documents' journal may know. */
export type Checked = {
  /** One moment of the file: the caller holds a transaction. */
  readonly db: Sqlite
  readonly office: IssuingOffice
  /** Each signature is verified too. */
  readonly signatures: boolean
}

/** One check, fed with the journal's events in their order, so that no journal is too long for the memory. */
export type Check = {
  readonly event: (recorded: Recorded) => Flaw | undefined
  /** After the last event. */
  readonly end: () => Flaw | undefined
}
