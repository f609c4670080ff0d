import type { Recorded } from '../../shared/contract/events.ts'
import type { Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import type { Batch, NewAnswer, NewEvent } from '../journal/port.ts'
import { chainHash, encode } from '../journal/rows.ts'
import type { Versions } from '../journal/upcast.ts'
import { postgresCompiler } from '../projections/compile.ts'
import { project } from '../projections/project.ts'
import { insertJob, type Holding } from './jobs.ts'
import { asRead, changed, changePersonal } from './personal.ts'
import type { Query } from './server.ts'

/** The head as it was read, with how many times the personal rows were changed before. */
export type Position = { readonly seq: Seq; readonly hash: string; readonly at: number; readonly rev: number }

/** What an append stores, link by link, and the head after it. */
export type Chained = {
  readonly seqs: readonly number[]
  readonly bodies: readonly string[]
  readonly hashes: readonly string[]
  readonly recorded: readonly Recorded[]
  readonly after: Position
}

/**
 * Chains the events behind the head.
 * @throws RangeError when an instant goes back
 */
export function chain(head: Position, { events, personal }: Batch, known: Versions): Chained {
  let { seq, hash, at } = head
  const seqs: number[] = []
  const bodies: string[] = []
  const hashes: string[] = []
  const recorded = events.map((event): Recorded => {
    if (event.at < at) throw new RangeError(`an event at ${event.at} can't follow one at ${at}`)
    seq = (seq + 1) as Seq
    at = event.at
    const body = encode(seq, event, known)
    hash = chainHash(hash, body)
    seqs.push(seq)
    bodies.push(body)
    hashes.push(hash)
    return { seq, ...event }
  })
  const rev = head.rev + (personal.length > 0 ? 1 : 0)
  return { seqs, bodies, hashes, recorded, after: { seq, hash, at, rev } }
}

// Asked to move from -1, where a head never is, it fails: what follows an event that somebody changed is not stored.
const move = `select move_head($1,
  case when $2 = 0 or $8 = (select hash from events where office_id = $1 and seq = $2) then $2 else -1 end,
  $3, $4, $5, $6, $7)`
const insertEvents = `insert into events (office_id, seq, body, hash)
  select $1, * from unnest($2::bigint[], $3::text[], $4::text[])`
const insertAnswers = `insert into answers (office_id, command_id, input_hash, output, at, about_kind, about_id)
  select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[])`

/** Everything that one append stores, as statements in their order: the head first, which decides who comes first. */
export function statementsOf(
  office: OfficeId,
  head: Position,
  batch: Batch,
  { seqs, bodies, hashes, recorded, after }: Chained,
  holding: Holding,
): readonly Query[] {
  // What is decided on the personal rows too must know their last change; an answer alone depends on nothing.
  const rev = batch.events.length + batch.personal.length > 0 ? head.rev : null
  const { personal, answers, jobs } = batch
  return [
    {
      text: move,
      values: [office, head.seq, rev, after.seq, after.hash, after.at, personal.length > 0, head.hash],
    },
    // After the head: whoever moved it first has committed.
    ...(batch.basis ?? []).map((row) => asRead(office, row)),
    ...(seqs.length > 0 ? [{ text: insertEvents, values: [office, seqs, bodies, hashes] }] : []),
    ...recorded.flatMap((one) => project(postgresCompiler, office, one).map(queryOf)),
    ...personal.flatMap((change) => changePersonal(office, change)),
    ...(personal.length > 0 ? [changed(office, after.rev, personal, lastAt(batch, head.at))] : []),
    ...(answers.length > 0 ? [answersOf(office, answers)] : []),
    ...jobs.map((job) => insertJob(office, job, holding)),
  ]
}

/** A compiled query as the driver takes it. */
export const queryOf = ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): Query => ({
  text: sql,
  values: parameters as NonNullable<Query['values']>,
})

const lastAt = ({ answers, events }: Batch, before: number) =>
  (answers.at(-1)?.at ?? events.at(-1)?.at ?? before) as Instant

const answersOf = (office: OfficeId, answers: readonly NewAnswer[]): Query => ({
  text: insertAnswers,
  values: [
    office,
    answers.map(({ commandId }) => commandId),
    answers.map(({ inputHash }) => inputHash),
    answers.map(({ output }) => output),
    answers.map(({ at }) => at),
    answers.map(({ about }) => about?.kind ?? null),
    answers.map(({ about }) => about?.id ?? null),
  ],
})

/** The office that the batch gives birth to, whose id all rows then take. */
export const bornOf = (first: NewEvent | undefined): OfficeId | undefined =>
  first?.event.type === 'officeCreated' ? first.event.data.officeId : undefined

/** A role that sees its own offices only takes one more: see the migration. */
export const claiming = (office: OfficeId): Query => ({
  text: `select case when row_security_active('head') then claim_office($1) end`,
  values: [office],
})

/** The tables that may have rows before the office is born. */
const adopted = ['head', 'personal', 'personal_changes', 'answers', 'jobs', 'snapshots']

/** The rows stored before the birth become the office's. */
export const adoption = (before: OfficeId, office: OfficeId): readonly Query[] => [
  claiming(office),
  ...adopted.map((table) => ({
    text: `update ${table} set office_id = $2 where office_id = $1`,
    values: [before, office],
  })),
]
