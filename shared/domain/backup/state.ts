import type { KnownNumbers } from '../../contract/backup/events.ts'
import type { Seq } from '../../contract/ids.ts'

/** An event by which the journal was gone on with after a restore. */
export type Resumption = {
  /** The last event that is of both the journal here and the one that was lost. */
  readonly since: Seq
  /** How many times it had been gone on with, this one included. */
  readonly resumed: number
  /** The last documents that are not given again. */
  readonly documents: KnownNumbers['documents']
}
