import type { Resumption } from '../../shared/domain/backup/state.ts'
import type { Sqlite } from '../connect.ts'
import { marked, type Anchor } from './anchor.ts'
import type { Verification } from './verification.ts'
import { verifyChain } from './verify.ts'

/** What is signed of a journal, by an anchor or by a backup. */
export type Signed = Pick<Anchor, 'seq' | 'hash' | 'at' | 'resumed'>

/** The journal is what was signed of it; or it ends before, or an event of it is not what it was. */
export type Compared =
  | { readonly is: 'sound' }
  | { readonly is: 'behind'; readonly known: Signed }
  | { readonly is: 'rewritten'; readonly known: Signed; readonly first: number }

/** What is asked of a journal to compare it, wherever it is. */
export type HashesOf = {
  /** The last event's number. */
  readonly seq: number
  /** The hash of an event; undefined where it is not there. */
  readonly hashAt: (seq: number) => string | undefined
  readonly resumptions: readonly Pick<Resumption, 'since' | 'resumed'>[]
}

/**
 * Compares a journal with all that was signed of it, the last signed first. What was signed of events that a restore lost
 * is excused by the event that says so, where something signed after it holds: an event alone, that anybody who writes in
 * the file can make, excuses nothing.
 */
export function compareSigned(all: readonly Signed[], journal: HashesOf): Compared {
  const inOrder = all.toSorted((one, other) => other.resumed - one.resumed || other.seq - one.seq)
  let proven = 0
  let wrong: Signed | undefined
  for (const one of inOrder) {
    if (journal.hashAt(one.seq) === one.hash) {
      proven = Math.max(proven, one.resumed)
    } else if (!isExcused(one, proven, journal)) {
      if (wrong === undefined || one.seq < wrong.seq) wrong = one
    }
  }
  if (wrong === undefined) return { is: 'sound' }
  const known = inOrder[0] ?? wrong
  if (wrong.seq > journal.seq) return { is: 'behind', known }
  const changed = wrong
  const before = inOrder.filter(({ seq, hash }) => seq < changed.seq && journal.hashAt(seq) === hash)
  const last = before.reduce((most, { seq }) => Math.max(most, seq), 0)
  return { is: 'rewritten', known, first: firstChanged(changed, last, journal) }
}

/** Whether a resumption that is signed for took the journal again from before this event. */
const isExcused = (one: Signed, proven: number, { resumptions }: HashesOf): boolean =>
  resumptions.some(({ since, resumed }) => resumed > one.resumed && resumed <= proven && since < one.seq)

/** The first event under what was signed that is not what it was, as near as the marks tell. */
function firstChanged(wrong: Signed, held: number, { hashAt }: HashesOf): number {
  const marks = 'marks' in wrong ? marked(wrong as Anchor) : []
  const found = marks.find(({ seq, mark }) => hashAt(seq)?.startsWith(mark) !== true)
  const covered = marks[0] !== undefined && marks[0].seq <= held + 1
  return covered && found !== undefined ? found.seq : held + 1
}

const oneHash = 'select hash from events where seq = ?'
const resumptionsOf = `select json_extract(body, '$.data.since') as since, json_extract(body, '$.data.resumed') as resumed
  from events where type = 'journalResumed' order by seq`

/** A SQLite journal, as it is compared. */
export function hashesOf(db: Sqlite): HashesOf {
  const one = db.prepare(oneHash).pluck()
  return {
    seq: Number(db.prepare('select max(seq) from head').pluck().get() ?? 0),
    hashAt: (seq) => one.get(seq) as string | undefined,
    resumptions: db.prepare(resumptionsOf).all() as HashesOf['resumptions'][number][],
  }
}

export type Examined = { readonly chain: Verification; readonly compared: Compared }

/** Verifies the whole chain, and compares the journal with what was signed of it; on a stopped or a running host. */
export function verifyAnchored(db: Sqlite, all: readonly Signed[]): Examined {
  const chain = verifyChain(db)
  return { chain, compared: chain.ok ? compareSigned(all, hashesOf(db)) : { is: 'sound' } }
}
