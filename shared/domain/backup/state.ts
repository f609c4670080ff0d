import type { KnownNumbers } from '../../contract/backup/journal.ts'
import type { Seq } from '../../contract/ids.ts'

/** An event by which the journal was gone on with after a restore. */
export type Resumption = {
  readonly seq: Seq
  /** How many times it had been, this one included. */
  readonly resumed: number
  /** The last documents that are not given again. */
  readonly documents: KnownNumbers['documents']
}
