import type { CommandId, OfficeId } from '../../shared/contract/ids.ts'
import type { AnswersTable } from '../schema.ts'
import type { NewAnswer } from './port.ts'
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
const insert =
  'insert into answers (key, office_id, command_id, input_hash, output, at, about_kind, about_id) values (?, ?, ?, ?, ?, ?, ?, ?)'

type Found = Pick<AnswersTable, 'input_hash' | 'output'> | undefined

/** The answer given to a command id, undefined when there is none. */
export function answerOf(
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
  // A millisecond that is full goes on below zero, where each id is looked for by an index.
  return Math.min(0, (of(lastBeyond).pluck().get() as number | null) ?? 0) - 1
}

/**
 * Keeps an answer; the caller holds the transaction.
 * @throws RangeError when the command id has one: the act would be done twice
 */
export function storeAnswer(statements: Statements, office: OfficeId, answer: NewAnswer): void {
  const { commandId, inputHash, output, at, about } = answer
  if (answerOf(statements, office, commandId)) throw new RangeError(`${commandId} was answered`)
  const key = answerPlace(statements, commandId)
  statements
    .of(insert)
    .run(key, office, commandId, inputHash, output, at, about?.kind ?? null, about?.id ?? null)
}
