import type { CommandId, OfficeId } from '../../shared/contract/ids.ts'
import type { AnswersTable } from '../schema.ts'
import type { PersonalKey } from '../../shared/domain/decision.ts'
import type { Place } from './head.ts'
import type { NewAnswer } from './port.ts'
import { startRecent, type RecentAnswers } from './recentAnswers.ts'
import type { Statements } from './statements.ts'

// The answers of a SQLite file, in the order of the instants that their command ids bear: a row goes to the end of the last
// page, where an id in a tree of its own had three pages balanced again at each call.

/** Ids of one millisecond that lie side by side. */
const width = 32

/**
 * Where the answers of a command id begin: the first 48 bits of a version 7 UUID are its instant in milliseconds (RFC 9562,
 * 5.7), so that the last place of the last millisecond is the greatest whole number. An id of another version lies anywhere.
 */
export function answersFrom(commandId: string): number {
  const first = Number.parseInt(commandId.replaceAll('-', '').slice(0, 12), 16)
  return Number.isNaN(first) ? 0 : first * width
}

/** An answer that was erased with the row that it repeated is empty: its act is decided again. */
export const given = "output <> ''"

const among = `office_id = ? and command_id = ? and ${given}`
const here = `select input_hash, output from answers where key between ? and ? and ${among}`
const beyond = `select input_hash, output from answers where key < 0 and ${among}`
const lastHere = 'select max(key) from answers where key between ? and ?'
const lastBeyond = 'select min(key) from answers where key < 0'
// Emptied, not taken out: their page, which is the last one, is not balanced with those before it at each visit's end.
const emptied = "update answers %% set input_hash = '', output = '', about_kind = null, about_id = null"
// The index is named: the planner would rather read every answer of the office.
const erase = `${emptied.replace('%%', 'indexed by answers_about')}
  where office_id = ? and about_kind = ? and about_id = ? and about_id is not null and about_kind <> 'sheet'`
// A sheet's answers are in no index: they lie after the first of them, which a visit ago was the last of all.
const eraseSheet = `${emptied.replace('%%', 'not indexed')}
  where key >= ? and office_id = ? and about_kind = 'sheet' and about_id = ?`
const firstOfSheets =
  "select about_id as id, min(key) as first from answers where about_kind = 'sheet' group by about_id"
const lastOfAll = 'select max(key) from answers'
const beyondIds = 'select command_id from answers where key < 0'
const insert = `insert into answers (key, office_id, command_id, input_hash, output, at, about_kind, about_id, head_seq, head_hash, head_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** What an answer bears that says nothing of the head. */
const unsaid = { seq: null, hash: null, at: null }

type Found = Pick<AnswersTable, 'input_hash' | 'output'> | undefined

/** The answer given to a command id, undefined when there is none. */
function answerOf(
  { of }: Statements,
  office: OfficeId,
  commandId: CommandId,
): { readonly inputHash: string; readonly output: string } | undefined {
  const from = answersFrom(commandId)
  const row = (of(here).get(from, from + width - 1, office, commandId) ??
    of(beyond).get(office, commandId)) as Found
  return row && { inputHash: row.input_hash, output: row.output }
}

/** The first free place of a command id. */
export function answerPlace({ of }: Statements, commandId: string): number {
  const from = answersFrom(commandId)
  const last = of(lastHere)
    .pluck()
    .get(from, from + width - 1) as number | null
  const next = last === null ? from : last + 1
  if (next < from + width) return next
  // Past `width` ids of one millisecond, answers take places below zero, where an index finds them by their id.
  return Math.min(0, (of(lastBeyond).pluck().get() as number | null) ?? 0) - 1
}

/** The answers of a file, asked and kept by the one that writes it. */
export type Answers = {
  /** The answer given to a command id, undefined when there is none. */
  readonly of: (office: OfficeId, commandId: CommandId) => ReturnType<typeof answerOf>
  /**
   * Keeps the answers of one append; the caller holds the transaction.
   * @param head where the journal ends with them
   * @returns whether the last answer of the table says that head now
   * @throws RangeError when a command id has an answer: the act would be done twice
   */
  readonly store: (office: OfficeId, answers: readonly NewAnswer[], head: Place) => boolean
  /** Erases the answers that repeat a row; the caller holds the transaction. */
  readonly forget: (office: OfficeId, row: PersonalKey) => void
  /** Something else wrote answers, or what was kept was undone: all that is known of them is read again. */
  readonly reread: () => void
}

/** The answers of a file that this program alone writes. */
export function startAnswers(statements: Statements): Answers {
  /** Which ids are known to have no answer; undefined until the last place is read. */
  let recent: RecentAnswers | undefined
  /** From which place on each open sheet was answered; undefined until it is read. */
  let sheets: Map<string, number> | undefined
  /** The greatest place of the table, at least; undefined until it is read. */
  let end: number | undefined
  const answered = () => (sheets ??= sheetsAnswered(statements))
  const recently = () => (recent ??= startRecent(lastPlace(statements), { firstOf: answersFrom, width }))
  const known = (office: OfficeId, commandId: CommandId) =>
    recently().isNew(commandId) ? undefined : answerOf(statements, office, commandId)

  /** Keeps one answer, with the head where it goes to the end of the table: whether it does. */
  const storeOne = (office: OfficeId, answer: NewAnswer, head: Place | null): boolean => {
    const { commandId, inputHash, output, at, about } = answer
    if (known(office, commandId)) throw new RangeError(`${commandId} was answered`)
    const key = recently().place(commandId) ?? answerPlace(statements, commandId)
    end ??= lastOf(statements)
    const last = key > end
    const { seq, hash, at: headAt } = (last ? head : null) ?? unsaid
    const { kind, id } = about ?? { kind: null, id: null }
    statements.of(insert).run(key, office, commandId, inputHash, output, at, kind, id, seq, hash, headAt)
    end = Math.max(end, key)
    recently().stored(commandId)
    if (about?.kind === 'sheet') answered().set(about.id, Math.min(key, answered().get(about.id) ?? key))
    return last
  }

  return {
    of: known,
    store: (office, given, head) =>
      given.reduce((_, answer, at) => storeOne(office, answer, at === given.length - 1 ? head : null), false),
    forget: (office, { kind, id }) => {
      if (kind !== 'sheet') return void statements.of(erase).run(office, kind, id)
      const first = answered().get(id)
      if (first === undefined) return
      statements.of(eraseSheet).run(first, office, id)
      answered().delete(id)
    },
    reread: () => {
      recent = undefined
      sheets = undefined
      end = undefined
    },
  }
}

/** The first place at which each sheet was answered, of those whose answers are kept. */
function sheetsAnswered({ of }: Statements): Map<string, number> {
  const rows = of(firstOfSheets).all() as { id: string; first: number }[]
  return new Map(rows.map(({ id, first }) => [id, first]))
}

/** The greatest place that an answer has. */
const lastOf = ({ of }: Statements): number => (of(lastOfAll).pluck().get() as number | null) ?? -1

/** The last place that an answer has; of one that went on below zero, the last of its own millisecond. */
function lastPlace(statements: Statements): number {
  const places = statements.of(beyondIds).pluck().all() as string[]
  return places.reduce((last, id) => Math.max(last, answersFrom(id) + width - 1), lastOf(statements))
}
