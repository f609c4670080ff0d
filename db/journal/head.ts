import type { HeadTable } from '../schema.ts'
import type { Statements } from './statements.ts'

// The head of a SQLite file: the answer that is the last of its table says it, for a page that is written anyway. Its own row
// says it where no such answer was stored since. The view `head` gives the later of both.

const headOf = 'select office_id, seq, hash, at from head'
const move = `insert into head_row (office_id, seq, hash, at) values (?, ?, ?, ?)
  on conflict (office_id) do update set seq = excluded.seq, hash = excluded.hash, at = excluded.at`

/** The head that a file has, undefined before its office is born. */
export const readHead = ({ of }: Pick<Statements, 'of'>): HeadTable | undefined =>
  of(headOf).get() as HeadTable | undefined

/** Writes the head in its own row; the caller holds the transaction. */
export const keepHead = ({ of }: Pick<Statements, 'of'>, office: string, head: Place): void =>
  void of(move).run(office, head.seq, head.hash, head.at)

/** How far a chain goes. */
export type Place = Omit<HeadTable, 'office_id'>

/** The head of a file: read once by the program that alone writes it, and each time by one that reads beside a running host. */
type KnownHead = {
  readonly read: () => HeadTable | undefined
  /** What was just stored ends there. */
  readonly moved: (head: HeadTable | undefined) => void
  /** What was kept was undone, or something else wrote: it is read again. */
  readonly reread: () => void
}

/**
 * The head as `sqliteJournal` knows it.
 * @param others whether another program may write the file meanwhile
 */
export function knownHead(statements: Statements, { others }: { readonly others: boolean }): KnownHead {
  let known: HeadTable | undefined
  return {
    read: () => (others ? readHead(statements) : (known ??= readHead(statements))),
    moved: (head) => {
      known = head
    },
    reread: () => {
      known = undefined
    },
  }
}
