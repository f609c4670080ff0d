import type { Seq } from '../../shared/contract/ids.ts'
import type { PersonalChanged } from './changed.ts'

/** How far a copy of the office is: its last event, and the rows outside the journal, by a revision of its host's lineage. */
export type CopyPlace = {
  readonly seq: Seq
  readonly hash: string
  readonly rev: number
  /** Null: nobody has ever followed this host. */
  readonly lineage: string | null
  /** This journal takes in what a host stores, and stores nothing of its own. */
  readonly follows: boolean
}

/** One event as it is stored: its place, its very text, its hash. */
export type RawEvent = readonly [seq: number, body: string, hash: string]
/** A row as it is now, by its column's names; null once it is gone. `key` is a JSON array of what names it. */
export type RowNow = readonly [
  table: string,
  key: string,
  row: Readonly<Record<string, string | number | null>> | null,
]

/** What a copy has not taken in: events first; rows once there are no more events to come. */
export type Delta = {
  readonly events: readonly RawEvent[]
  readonly rows: readonly RowNow[]
  /** The revision after these rows. */
  readonly rev: number
}

/** The raw journal and the rows beside it, as a copy on another machine takes them in. One file has one host. */
export type FollowedStore = {
  place(): Promise<CopyPlace>
  /** From now on, which rows change is noted. */
  begin(): Promise<void>
  hashAt(seq: Seq): Promise<string | undefined>
  /**
   * What comes after a copy's place, a part at a time. `apart`: its revisions are another lineage's, or are forgotten: it is to
   * be copied whole. `diverged`: it has events that this journal does not.
   */
  since(place: CopyPlace): Promise<Delta | 'apart' | 'diverged'>
  /** Forgets which rows changed up to a revision: no copy that is further behind can go on. */
  forget(rev: number): Promise<void>
  /**
   * Takes in what the host stored, durably, in one transaction; the chain is checked link by link.
   * @returns which personal rows changed, as they are now
   * @throws Error when an event does not follow ours; nothing is changed
   */
  take(delta: Delta): Promise<readonly PersonalChanged[]>
  /** This copy is a host's from now on, of a lineage of its own. */
  become(): Promise<void>
  /** What was erased leaves the file's log too. */
  clean(): Promise<void>
}
